//! `cos-element-consistent` (XSD 1.0 Part 1, section 3.8.6): elements of one name in one content
//! model have one type.

use std::collections::{BTreeMap, BTreeSet};

use super::particle;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::xsd::{Element, Particle, Term};
use crate::vocabulary::QName;

/// The elements of a content model: the first declaration of each name.
type Seen<'m> = BTreeMap<&'m QName, Id<Element>>;

/// Two declarations of one name.
type Pair = (Id<Element>, Id<Element>);

impl Resolver<'_, '_> {
    /// Checks the content of all complex types.
    pub(super) fn check_consistent_elements(&mut self) {
        let mut pairs = BTreeSet::new();
        for (_, ty) in self.model.complex_types.iter() {
            if let Some(root) = particle(&ty.content) {
                self.find_inconsistent(root, &mut Seen::new(), &mut pairs);
            }
        }
        for (first, second) in pairs {
            let (first, second) = (&self.model.elements[first], &self.model.elements[second]);
            let message = format!("`{}` has two types in one content model", second.name);
            let finding = Diagnostic::new(Code::ElementInconsistent, second.origin.span, message);
            self.report(finding.label(first.origin.span, "the first one"));
        }
    }

    fn find_inconsistent<'m>(
        &'m self,
        particle: &'m Particle,
        seen: &mut Seen<'m>,
        pairs: &mut BTreeSet<Pair>,
    ) {
        match &particle.term {
            Term::Element(id) => {
                let element = &self.model.elements[*id];
                let first = *seen.entry(&element.name).or_insert(*id);
                if self.model.elements[first].ty != element.ty {
                    pairs.insert((first, *id));
                }
            }
            Term::Wildcard(_) => {}
            Term::Group(_) | Term::GroupRef(_) => {
                let group = self.group_of(&particle.term);
                for inner in group.into_iter().flat_map(|group| &group.particles) {
                    self.find_inconsistent(inner, seen, pairs);
                }
            }
        }
    }
}
