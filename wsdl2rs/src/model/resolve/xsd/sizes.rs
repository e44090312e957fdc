//! How large content models are once groups are expanded, so that a choice that explodes is
//! refused before anything walks through it.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::limits::{CONTENT_PARTICLES, NESTING, TOTAL_PARTICLES};
use crate::model::xsd::{ComplexType, Group, Particle, Term, Type};

/// The size of a particle with what it contains.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::model::resolve) struct Size {
    /// The number of particles, groups expanded wherever they are referred to.
    pub(super) particles: u64,
    /// The number of compositors that stand in one another.
    pub(super) nesting: usize,
}

impl Resolver<'_, '_> {
    /// The size of a particle whose groups are settled.
    fn size(&self, particle: &Particle) -> Size {
        let inner = match &particle.term {
            Term::Element(_) | Term::Wildcard(_) => Size::default(),
            Term::Group(group) => self.group_size(group),
            Term::GroupRef(id) => self.groups[id.index()].size,
        };
        Size { particles: inner.particles.saturating_add(1), ..inner }
    }

    /// The size of a group whose groups are settled.
    pub(super) fn group_size(&self, group: &Group) -> Size {
        let mut total = Size { particles: 0, nesting: 1 };
        for particle in &group.particles {
            let size = self.size(particle);
            total.particles = total.particles.saturating_add(size.particles);
            total.nesting = total.nesting.max(size.nesting + 1);
        }
        total
    }

    /// Measures what a complex type adds to its base; none where that is too large.
    pub(super) fn measured(
        &mut self,
        id: Id<ComplexType>,
        own: Option<Particle>,
    ) -> Option<Particle> {
        let size = own.as_ref().map_or_else(Size::default, |own| self.size(own));
        let ty = &self.model.complex_types[id];
        let inherited = match (ty.base, ty.method) {
            (Type::Complex(base), crate::syntax::xsd::Method::Extension) => {
                self.complex_types[base.index()].particles
            }
            _ => 0,
        };
        let particles = inherited.saturating_add(size.particles);
        let total = self.particles.saturating_add(particles);
        let (code, message) = if size.nesting > NESTING {
            (Code::NestingLimit, format!("compositors are nested more than {NESTING} deep"))
        } else if particles > CONTENT_PARTICLES {
            let message = format!("the content has more than {CONTENT_PARTICLES} particles");
            (Code::SizeLimit, message)
        } else if total > TOTAL_PARTICLES {
            let message = format!("all content together has more than {TOTAL_PARTICLES} particles");
            (Code::SizeLimit, message)
        } else {
            self.particles = total;
            self.complex_types[id.index()].particles = particles;
            return own;
        };
        let span = ty.origin.span;
        self.report(Diagnostic::new(code, span, message));
        None
    }
}
