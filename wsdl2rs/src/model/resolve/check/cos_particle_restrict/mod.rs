//! `cos-particle-restrict` (XSD 1.0 Part 1, section 3.9.6): the content of a restriction fits that
//! of its base, by the table of the specification (`rcase-NameAndTypeOK` and the like), which
//! compares the two as written, not the messages that they allow.

mod rules;
mod tree;

use super::particle;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;
use crate::model::resolve::xsd::derivation::{complex, describe};
use crate::model::xsd::Particle;
use crate::source::Span;
use crate::syntax::xsd::Method;
use rules::Comparison;

/// Where a restriction does not fit, and why.
pub(super) struct Misfit {
    /// The particle of the restriction.
    pub(super) span: Span,
    /// Why it does not fit.
    pub(super) reason: String,
}

impl Resolver<'_, '_> {
    /// Compares all restrictions that have particles with their bases.
    pub(super) fn check_particle_restrictions(&mut self) {
        let mut findings = Vec::new();
        for (_, ty) in self.model.complex_types.iter() {
            let (Method::Restriction, Some(base)) = (ty.method, complex(ty.base)) else { continue };
            let base = &self.model.complex_types[base];
            let (Some(own), Some(inherited)) = (particle(&ty.content), particle(&base.content))
            else {
                continue;
            };
            if let Err(misfit) = self.particle_restricts(own, inherited) {
                let message = format!("{} does not restrict its base", describe(ty));
                let finding = Diagnostic::new(Code::ParticleRestriction, misfit.span, message);
                let finding = finding.because(misfit.reason);
                findings.push(finding.label(base.origin.span, "the base"));
            }
        }
        for finding in findings {
            self.report(finding);
        }
    }

    /// Whether a particle fits another one that it restricts.
    pub(super) fn particle_restricts(&self, own: &Particle, base: &Particle) -> Result<(), Misfit> {
        Comparison::new(self).restricts(&self.tree(own), &self.tree(base))
    }
}
