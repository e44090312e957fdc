//! Components that exist without a declaration: the content of `anyType` (XSD 1.0 Part 1, section
//! 3.4.7), and `xs:schema` as an element.

use super::drafts::ElementDraft;
use crate::model::resolve::Resolver;
use crate::model::resolve::symbols::{Space, Target};
use crate::model::xsd::{Element, Origin, Particle, Term, Type, Wildcard};
use crate::source::{Span, Spanned};
use crate::syntax::xsd::{Derivations, NamespaceConstraint, Occurs, ProcessContents};
use crate::vocabulary::{QName, namespaces};

impl Resolver<'_, '_> {
    /// A schema as a part of a message, which services that send data with its schema declare
    /// without the schema for schemas; it is added to the model when it is first used.
    pub(in crate::model::resolve) fn well_known(
        &mut self,
        space: Space,
        name: &Spanned<QName>,
    ) -> Option<Target> {
        let is_schema =
            name.value.namespace.as_str() == namespaces::XSD && &*name.value.local == "schema";
        if space != Space::Elements || !is_schema {
            return None;
        }
        if let Some(id) = self.schema_element {
            return Some(Target::Element(id));
        }
        self.elements.push(ElementDraft::default());
        let id = self.model.elements.add(Element {
            name: name.value.clone(),
            origin: Origin { span: name.span, documentation: String::new() },
            is_global: true,
            ty: Type::AnyType,
            nillable: false,
            value: None,
            is_abstract: false,
            substitution_head: None,
            substitutes: Vec::new(),
            block: Derivations::default(),
            has_identity_constraints: false,
        });
        self.model.global_elements.insert(name.value.clone(), id);
        self.schema_element = Some(id);
        Some(Target::Element(id))
    }
}

/// Any number of any elements.
pub(super) fn any_particle(span: Span) -> Particle {
    Particle {
        occurs: Occurs { min: 0, max: None },
        term: Term::Wildcard(lax(NamespaceConstraint::Any, span)),
        span,
    }
}

/// A wildcard that validates what is declared.
pub(super) fn lax(namespaces: NamespaceConstraint, span: Span) -> Wildcard {
    Wildcard { namespaces, process: ProcessContents::Lax, span }
}
