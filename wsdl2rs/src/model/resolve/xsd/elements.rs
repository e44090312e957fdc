//! Element declarations (XSD 1.0 Part 1, section 3.3.2).

use super::drafts::ElementDraft;
use super::{COMPLEX_METHODS, ELEMENT_METHODS, methods, origin};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::references::Scope;
use crate::model::xsd::{Element, SimpleTypeOwner, SimpleTypeRef, Type, ValueConstraint};
use crate::syntax::xsd::{self as syntax, ElementName, SchemaId, TypeUse};

impl<'a> Resolver<'a, '_> {
    /// A declaration whose type is not known yet.
    pub(super) fn add_element(
        &mut self,
        element: &'a syntax::Element,
        schema: SchemaId,
        is_global: bool,
    ) -> Id<Element> {
        let schema = self.schema(schema);
        let (ElementName::Declared(name) | ElementName::Ref(name)) = &element.named;
        self.elements.push(ElementDraft {
            final_: methods(element.final_, schema.final_default, COMPLEX_METHODS),
            inherits_type: false,
            head_span: element.substitution_group.as_ref().map(|head| head.span),
        });
        self.model.elements.add(Element {
            name: name.value.clone(),
            origin: origin(&element.common),
            is_global,
            ty: Type::AnyType,
            nillable: element.nillable.as_ref().is_some_and(|nillable| nillable.value),
            value: element.value.as_ref().map(value_constraint),
            is_abstract: element.is_abstract,
            substitution_head: None,
            substitutes: Vec::new(),
            block: methods(element.block, schema.block_default, ELEMENT_METHODS),
            has_identity_constraints: !element.identity.is_empty(),
        })
    }

    /// Resolves the type and the head of the substitution group.
    pub(super) fn define_element(
        &mut self,
        id: Id<Element>,
        element: &'a syntax::Element,
        scope: Scope<'a>,
    ) {
        self.identity.extend(&element.identity);
        if let Some(head) = &element.substitution_group {
            self.model.elements[id].substitution_head = self.element_named(head, scope);
        }
        let ty = match &element.ty {
            TypeUse::Named(name) => self.type_named(name, scope),
            TypeUse::Complex(complex) => {
                let schema = scope.schema.expect("a declaration stands in a schema");
                let ty = self.add_complex_type(complex, schema, Some(id));
                self.define_complex_type(ty, complex, scope);
                Type::Complex(ty)
            }
            TypeUse::Simple(simple) => {
                let owner = SimpleTypeOwner::Element(id);
                let ty = self.anonymous_simple_type(simple, owner, scope);
                Type::Simple(SimpleTypeRef::Defined(ty))
            }
            TypeUse::Absent => {
                self.elements[id.index()].inherits_type = element.substitution_group.is_some();
                Type::AnyType
            }
        };
        self.model.elements[id].ty = ty;
    }
}

/// The {value constraint} of a declaration.
pub(super) fn value_constraint(value: &syntax::ValueConstraint) -> ValueConstraint {
    match value {
        syntax::ValueConstraint::Default(value) => ValueConstraint::Default(value.clone()),
        syntax::ValueConstraint::Fixed(value) => ValueConstraint::Fixed(value.clone()),
    }
}
