//! `src-redefine`, clauses 6 and 7 (XSD 1.0 Part 1, section 4.2.2): a redefined group refers to
//! itself once, or restricts the original.

use super::cos_particle_restrict::Misfit;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::symbols::Target;
use crate::model::resolve::xsd::drafts::AttributeGroup;
use crate::model::xsd::{AttributeUse, GroupDefinition, Particle, Term};
use crate::source::Span;
use crate::syntax::xsd::{Component, Occurs};
use crate::vocabulary::QName;

impl Resolver<'_, '_> {
    /// Checks the groups of all redefinitions.
    pub(super) fn check_redefined_groups(&mut self) {
        let mut findings = Vec::new();
        for declaration in &self.symbols.declarations {
            let Some(original) = declaration.original else { continue };
            let original = &self.symbols.declarations[original];
            let reason = match (declaration.component, declaration.target, original.target) {
                (_, Some(Target::Group(own)), Some(Target::Group(inherited))) => {
                    self.redefined_group(own, inherited, declaration.span())
                }
                (
                    Component::AttributeGroup(group),
                    Some(Target::AttributeGroup(own)),
                    Some(Target::AttributeGroup(inherited)),
                ) => {
                    let name = &declaration.name.value;
                    let groups = &group.attributes.groups;
                    let count = groups.iter().filter(|group| group.value == *name).count();
                    self.redefined_attributes(own, inherited, count)
                }
                _ => None,
            };
            if let Some(reason) = reason {
                let message =
                    format!("`{}` does not redefine the original", declaration.name.value);
                let finding = Diagnostic::new(Code::InvalidRedefine, declaration.span(), message);
                let finding = finding.because(reason).label(original.span(), "the original");
                let help = "restrict the original, or refer to it once and add to it";
                findings.push(finding.component(&declaration.name.value).help(help));
            }
        }
        for finding in findings {
            self.report(finding);
        }
    }

    fn redefined_group(
        &self,
        own: Id<GroupDefinition>,
        original: Id<GroupDefinition>,
        span: Span,
    ) -> Option<String> {
        let once = Occurs { min: 1, max: Some(1) };
        let whole = |id| Particle { occurs: once, term: Term::GroupRef(id), span };
        let references = self.references_to(original, &whole(own));
        match references.as_slice() {
            [] => match self.particle_restricts(&whole(own), &whole(original)) {
                Ok(()) => None,
                Err(Misfit { reason, .. }) => Some(reason),
            },
            [occurs] if *occurs == once => None,
            [_] => Some("it must refer to itself exactly once".to_owned()),
            _ => Some("it refers to itself more than once".to_owned()),
        }
    }

    /// How often each reference to the group within the particle occurs.
    fn references_to(&self, group: Id<GroupDefinition>, particle: &Particle) -> Vec<Occurs> {
        match &particle.term {
            Term::GroupRef(id) if *id == group => vec![particle.occurs],
            Term::Element(_) | Term::Wildcard(_) => Vec::new(),
            Term::Group(_) | Term::GroupRef(_) => self
                .group_of(&particle.term)
                .into_iter()
                .flat_map(|inner| &inner.particles)
                .flat_map(|inner| self.references_to(group, inner))
                .collect(),
        }
    }

    fn redefined_attributes(
        &self,
        own: Id<AttributeGroup>,
        original: Id<AttributeGroup>,
        references: usize,
    ) -> Option<String> {
        if references > 0 {
            return (references > 1).then(|| "it refers to itself more than once".to_owned());
        }
        let (own, original) =
            (&self.attribute_groups[own].attributes, &self.attribute_groups[original].attributes);
        let find = |name: &QName, uses: &[AttributeUse]| {
            uses.iter().position(|used| self.name_of(used) == name)
        };
        for attribute in &own.uses {
            let name = self.name_of(attribute);
            match find(name, &original.uses) {
                Some(index) => {
                    if let Some(reason) = self.wrong_use(attribute, &original.uses[index]) {
                        return Some(format!("the attribute `{name}` {reason}"));
                    }
                }
                None => {
                    let wildcard = original.wildcard.as_ref();
                    if !wildcard.is_some_and(|any| any.namespaces.allows(&name.namespace)) {
                        return Some(format!("the original has no attribute `{name}`"));
                    }
                }
            }
        }
        let is_missing =
            |used: &&AttributeUse| used.required && find(self.name_of(used), &own.uses).is_none();
        let missing = original.uses.iter().find(is_missing)?;
        Some(format!("the required attribute `{}` is missing", self.name_of(missing)))
    }
}
