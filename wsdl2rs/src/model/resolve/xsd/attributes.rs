//! Attribute declarations and uses (XSD 1.0 Part 1, sections 3.2.2, 3.4.2 and 3.6.2).

use super::drafts::{OwnAttributes, ValuedUse};
use super::elements::value_constraint;
use super::origin;
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::references::Scope;
use crate::model::resolve::symbols::{Space, Target};
use crate::model::xsd::{
    Attribute, AttributeUse, Builtin, SimpleTypeOwner, SimpleTypeRef, Wildcard,
};
use crate::syntax::xsd::{self as syntax, AttributeUsage, ElementName, TypeUse};

impl<'a> Resolver<'a, '_> {
    /// A declaration whose type is not known yet.
    pub(super) fn add_attribute(
        &mut self,
        attribute: &'a syntax::Attribute,
        is_global: bool,
    ) -> Id<Attribute> {
        let (ElementName::Declared(name) | ElementName::Ref(name)) = &attribute.named;
        self.model.attributes.add(Attribute {
            name: name.value.clone(),
            is_global,
            origin: origin(&attribute.common),
            ty: SimpleTypeRef::Builtin(Builtin::AnySimpleType),
            value: attribute.value.as_ref().map(value_constraint),
        })
    }

    /// Resolves the type.
    pub(super) fn define_attribute(
        &mut self,
        id: Id<Attribute>,
        attribute: &'a syntax::Attribute,
        scope: Scope<'a>,
    ) {
        match &attribute.ty {
            TypeUse::Named(name) => {
                self.model.attributes[id].ty = self.simple_type_named(name, scope);
            }
            TypeUse::Simple(simple) => {
                let owner = SimpleTypeOwner::Attribute(id);
                let ty = self.anonymous_simple_type(simple, owner, scope);
                self.model.attributes[id].ty = SimpleTypeRef::Defined(ty);
            }
            TypeUse::Absent | TypeUse::Complex(_) => {}
        }
    }

    /// What a type or attribute group declares or refers to.
    pub(super) fn own_attributes(
        &mut self,
        attributes: &'a syntax::Attributes,
        scope: Scope<'a>,
    ) -> OwnAttributes {
        let mut own = OwnAttributes::default();
        let inside = scope.outside_redefinition();
        for attribute in &attributes.attributes {
            let (ElementName::Declared(name) | ElementName::Ref(name)) = &attribute.named;
            if attribute.usage == AttributeUsage::Prohibited {
                own.prohibited.push(name.value.clone());
            } else if let Some(attribute_use) = self.attribute_use(attribute, inside) {
                own.uses.push(attribute_use);
            }
        }
        for group in &attributes.groups {
            match self.look_up(Space::AttributeGroups, group, scope) {
                Some(Target::AttributeGroup(id)) => own.groups.push(id),
                _ => self.unresolved(Space::AttributeGroups, group),
            }
        }
        own.wildcard = attributes.wildcard.as_ref().map(wildcard);
        own
    }

    /// The use of a local declaration or of a global one.
    fn attribute_use(
        &mut self,
        attribute: &'a syntax::Attribute,
        scope: Scope<'a>,
    ) -> Option<AttributeUse> {
        let (id, inherited) = match &attribute.named {
            ElementName::Declared(_) => {
                let id = self.add_attribute(attribute, false);
                self.define_attribute(id, attribute, scope);
                (id, None)
            }
            ElementName::Ref(name) => {
                let id = self.attribute_named(name, scope)?;
                if let Some(value) = &attribute.value {
                    let value = value_constraint(value);
                    self.valued_uses.push(ValuedUse { attribute: id, value });
                }
                (id, self.model.attributes[id].value.clone())
            }
        };
        Some(AttributeUse {
            attribute: id,
            required: attribute.usage == AttributeUsage::Required,
            value: attribute.value.as_ref().map(value_constraint).or(inherited),
            span: attribute.common.span,
        })
    }
}

/// The wildcard of `xs:any` or `xs:anyAttribute`.
pub(super) fn wildcard(wildcard: &syntax::Wildcard) -> Wildcard {
    Wildcard {
        namespaces: wildcard.namespaces.clone(),
        process: wildcard.process,
        span: wildcard.span,
    }
}
