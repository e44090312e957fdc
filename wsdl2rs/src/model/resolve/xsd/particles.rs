//! Particles and model groups (XSD 1.0 Part 1, sections 3.3.2, 3.7.2, 3.8.2 and 3.10.2).

use std::sync::Arc;

use super::attributes::wildcard;
use super::origin;
use crate::diagnostic::Code;
use crate::model::resolve::Resolver;
use crate::model::resolve::references::Scope;
use crate::model::resolve::symbols::{Space, Target};
use crate::model::xsd::{Group, NamespaceConstraint, Particle, ProcessContents, Term, Wildcard};
use crate::source::{Span, Spanned};
use crate::syntax::xsd::{self as syntax, Compositor, Element, ElementName, Occurs};
use crate::vocabulary::QName;

impl<'a> Resolver<'a, '_> {
    /// The particles of a group, without those that must not occur.
    pub(super) fn particles(
        &mut self,
        particles: &'a [syntax::Particle],
        scope: Scope<'a>,
    ) -> Vec<Particle> {
        particles.iter().filter_map(|particle| self.particle(particle, scope)).collect()
    }

    /// A particle; none where `maxOccurs` is 0, and where it refers to nothing.
    pub(super) fn particle(
        &mut self,
        particle: &'a syntax::Particle,
        scope: Scope<'a>,
    ) -> Option<Particle> {
        match particle {
            syntax::Particle::Element(element) => {
                let occurs = self.occurs(element.occurs, element.common.span)?;
                let term = self.element_term(element, scope)?;
                Some(Particle { occurs, term, span: element.common.span })
            }
            syntax::Particle::Compositor(compositor) => {
                let occurs = self.occurs(compositor.occurs, compositor.common.span)?;
                let group = self.group(compositor, scope)?;
                Some(Particle { occurs, term: Term::Group(group), span: compositor.common.span })
            }
            syntax::Particle::GroupRef { span, name, occurs } => {
                let occurs = self.occurs(*occurs, *span)?;
                match self.look_up(Space::Groups, name, scope) {
                    Some(Target::Group(id)) => {
                        Some(Particle { occurs, term: Term::GroupRef(id), span: *span })
                    }
                    _ => {
                        self.unresolved(Space::Groups, name);
                        None
                    }
                }
            }
            syntax::Particle::Any { wildcard: any, occurs } => {
                let occurs = self.occurs(*occurs, any.span)?;
                Some(Particle { occurs, term: Term::Wildcard(wildcard(any)), span: any.span })
            }
        }
    }

    /// The bounds; none where nothing may occur (`p-props-correct`, clause 2.1).
    fn occurs(&mut self, occurs: Occurs, span: Span) -> Option<Occurs> {
        match occurs.max {
            Some(max) if occurs.min > max => {
                let message = format!("minOccurs is {}, but maxOccurs is {max}", occurs.min);
                self.find(Code::InvalidOccurs, span, message);
                Some(Occurs { min: max, max: occurs.max }).filter(|_| max > 0)
            }
            Some(0) => None,
            _ => Some(occurs),
        }
    }

    fn element_term(&mut self, element: &'a Element, scope: Scope<'a>) -> Option<Term> {
        let scope = scope.outside_redefinition();
        match &element.named {
            ElementName::Ref(name) => {
                let found = self.element_named(name, scope).map(Term::Element);
                found.or_else(|| self.missing_element(name))
            }
            ElementName::Declared(_) => {
                let schema = scope.schema.expect("a particle stands in a schema");
                let id = self.add_element(element, schema, false);
                self.define_element(id, element, scope);
                Some(Term::Element(id))
            }
        }
    }

    /// What stands for an element of a document that was not found: any of its namespace
    /// (XSD 1.0 Part 1, section 5.3).
    fn missing_element(&self, name: &Spanned<QName>) -> Option<Term> {
        self.may_be_included(&name.value).then(|| {
            Term::Wildcard(Wildcard {
                namespaces: NamespaceConstraint::OneOf(vec![name.value.namespace.clone()]),
                process: ProcessContents::Lax,
                span: name.span,
            })
        })
    }

    fn group(&mut self, compositor: &'a Compositor, scope: Scope<'a>) -> Option<Arc<Group>> {
        if !self.enter(compositor.common.span) {
            return None;
        }
        let particles = self.particles(&compositor.particles, scope);
        self.leave();
        Some(Arc::new(Group {
            compositor: compositor.kind,
            particles,
            origin: origin(&compositor.common),
        }))
    }
}
