//! `cos-all-limited` (XSD 1.0 Part 1, section 3.8.6): an `all` group is the whole content of a
//! type, occurs at most once, and has elements alone. (Those that are repeated are told of where
//! they are read.)

use std::collections::BTreeSet;

use super::particle;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;
use crate::model::xsd::{Group, Particle, Term};
use crate::source::Span;
use crate::syntax::xsd::CompositorKind;

impl Resolver<'_, '_> {
    /// Checks the content of all complex types.
    pub(super) fn check_all_groups(&mut self) {
        let mut places = BTreeSet::new();
        let mut findings = Vec::new();
        for (_, ty) in self.model.complex_types.iter() {
            let Some(root) = particle(&ty.content) else { continue };
            self.find_all_groups(root, true, &mut places, &mut findings);
        }
        for finding in findings {
            self.report(finding);
        }
    }

    /// Visits each group once, wherever types share it.
    fn find_all_groups(
        &self,
        particle: &Particle,
        is_root: bool,
        visited: &mut BTreeSet<(Span, bool)>,
        findings: &mut Vec<Diagnostic>,
    ) {
        let Some(group) = self.group_of(&particle.term) else { return };
        let is_reference = matches!(particle.term, Term::GroupRef(_));
        if group.compositor == CompositorKind::All {
            if visited.insert((particle.span, is_root)) {
                findings.extend(misplaced(particle, group, is_root));
            }
            return;
        }
        // The sequence that an extension makes of its base and itself has the place of the type.
        if is_reference && !visited.insert((group.origin.span, false)) {
            return;
        }
        for inner in &group.particles {
            self.find_all_groups(inner, false, visited, findings);
        }
    }
}

fn misplaced(particle: &Particle, group: &Group, is_root: bool) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if !is_root {
        let message = "`xs:all` must be the whole content of its type";
        findings.push(Diagnostic::new(Code::InvalidAll, particle.span, message));
    }
    if particle.occurs.max != Some(1) {
        let message = "`xs:all` must occur at most once";
        findings.push(Diagnostic::new(Code::InvalidAll, particle.span, message));
    }
    for inner in &group.particles {
        let message = match inner.term {
            Term::Element(_) => continue,
            Term::Group(_) | Term::GroupRef(_) | Term::Wildcard(_) => {
                "`xs:all` must contain elements only"
            }
        };
        findings.push(Diagnostic::new(Code::InvalidAll, inner.span, message));
    }
    findings
}
