//! Whether two declarations say the same: equal but for their places, documentation and foreign
//! attributes. Two inline schemas of one WSDL often repeat a declaration.

use std::sync::Arc;

use crate::source::Spanned;
use crate::syntax::xsd::{
    Attribute, AttributeGroup, AttributeUsage, Attributes, ComplexContent, ComplexType, Component,
    Compositor, CompositorKind, Derivations, Element, ElementName, Facet, Group,
    IdentityConstraint, Method, Notation, Occurs, Particle, SimpleType, SimpleTypeUse,
    SimpleVariety, TypeUse, ValueConstraint, Wildcard,
};
use crate::vocabulary::QName;

/// Equality of what is declared.
pub(super) trait Same {
    /// Whether both declare the same.
    fn same(&self, other: &Self) -> bool;
}

macro_rules! same_when_equal {
    ($($name:ty),*) => {
        $(impl Same for $name {
            fn same(&self, other: &Self) -> bool {
                self == other
            }
        })*
    };
}

macro_rules! same_when_fields_are {
    ($($name:ident { $($field:ident),* })*) => {
        $(impl Same for $name {
            fn same(&self, other: &Self) -> bool {
                $(self.$field.same(&other.$field))&&*
            }
        })*
    };
}

same_when_equal! {
    bool, String, Arc<str>, QName, Occurs, Derivations, Method, CompositorKind, AttributeUsage
}

same_when_fields_are! {
    Element {
        named, occurs, ty, substitution_group, value, nillable, is_abstract, block, final_, identity
    }
    Attribute { named, ty, usage, value }
    ComplexType { name, is_abstract, mixed, block, final_, content }
    Attributes { attributes, groups, wildcard }
    Compositor { kind, occurs, particles }
    SimpleType { name, final_, variety }
    Group { name, compositor }
    AttributeGroup { name, attributes }
    Notation { name, public, system }
}

impl<T: PartialEq> Same for Spanned<T> {
    fn same(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Same> Same for Option<T> {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(left), Some(right)) => left.same(right),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }
}

impl<T: Same> Same for Box<T> {
    fn same(&self, other: &Self) -> bool {
        self.as_ref().same(other)
    }
}

impl<T: Same> Same for Vec<T> {
    fn same(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(left, right)| left.same(right))
    }
}

impl Same for Component {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Element(left), Self::Element(right)) => left.same(right),
            (Self::Attribute(left), Self::Attribute(right)) => left.same(right),
            (Self::ComplexType(left), Self::ComplexType(right)) => left.same(right),
            (Self::SimpleType(left), Self::SimpleType(right)) => left.same(right),
            (Self::Group(left), Self::Group(right)) => left.same(right),
            (Self::AttributeGroup(left), Self::AttributeGroup(right)) => left.same(right),
            (Self::Notation(left), Self::Notation(right)) => left.same(right),
            _ => false,
        }
    }
}

impl Same for ElementName {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Declared(left), Self::Declared(right)) | (Self::Ref(left), Self::Ref(right)) => {
                left.same(right)
            }
            (Self::Declared(_), Self::Ref(_)) | (Self::Ref(_), Self::Declared(_)) => false,
        }
    }
}

impl Same for TypeUse {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Named(left), Self::Named(right)) => left.same(right),
            (Self::Complex(left), Self::Complex(right)) => left.same(right),
            (Self::Simple(left), Self::Simple(right)) => left.same(right),
            (Self::Absent, Self::Absent) => true,
            _ => false,
        }
    }
}

impl Same for ValueConstraint {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Default(left), Self::Default(right))
            | (Self::Fixed(left), Self::Fixed(right)) => left.same(right),
            (Self::Default(_), Self::Fixed(_)) | (Self::Fixed(_), Self::Default(_)) => false,
        }
    }
}

impl Same for IdentityConstraint {
    fn same(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.name.same(&other.name)
            && self.refer.same(&other.refer)
            && self.selector == other.selector
            && self.fields == other.fields
    }
}

impl Same for ComplexContent {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Plain { particle, attributes },
                Self::Plain { particle: other_particle, attributes: other_attributes },
            ) => particle.same(other_particle) && attributes.same(other_attributes),
            (
                Self::Complex { mixed, method, base, particle, attributes, .. },
                Self::Complex {
                    mixed: other_mixed,
                    method: other_method,
                    base: other_base,
                    particle: other_particle,
                    attributes: other_attributes,
                    ..
                },
            ) => {
                mixed.same(other_mixed)
                    && method.same(other_method)
                    && base.same(other_base)
                    && particle.same(other_particle)
                    && attributes.same(other_attributes)
            }
            (
                Self::Simple { method, base, simple_type, facets, attributes, .. },
                Self::Simple {
                    method: other_method,
                    base: other_base,
                    simple_type: other_simple_type,
                    facets: other_facets,
                    attributes: other_attributes,
                    ..
                },
            ) => {
                method.same(other_method)
                    && base.same(other_base)
                    && simple_type.same(other_simple_type)
                    && facets.same(other_facets)
                    && attributes.same(other_attributes)
            }
            _ => false,
        }
    }
}

impl Same for Particle {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Element(left), Self::Element(right)) => left.same(right),
            (Self::Compositor(left), Self::Compositor(right)) => left.same(right),
            (
                Self::GroupRef { name, occurs, .. },
                Self::GroupRef { name: other_name, occurs: other_occurs, .. },
            ) => name.same(other_name) && occurs == other_occurs,
            (
                Self::Any { wildcard, occurs },
                Self::Any { wildcard: other_wildcard, occurs: other_occurs },
            ) => wildcard.same(other_wildcard) && occurs == other_occurs,
            _ => false,
        }
    }
}

impl Same for Wildcard {
    fn same(&self, other: &Self) -> bool {
        self.namespaces == other.namespaces && self.process == other.process
    }
}

impl Same for SimpleVariety {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::Restriction { base, facets },
                Self::Restriction { base: other_base, facets: other_facets },
            ) => base.same(other_base) && facets.same(other_facets),
            (Self::List { item }, Self::List { item: other_item }) => item.same(other_item),
            (Self::Union { members }, Self::Union { members: other_members }) => {
                members.same(other_members)
            }
            _ => false,
        }
    }
}

impl Same for SimpleTypeUse {
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Named(left), Self::Named(right)) => left.same(right),
            (Self::Anonymous(left), Self::Anonymous(right)) => left.same(right),
            (Self::Named(_), Self::Anonymous(_)) | (Self::Anonymous(_), Self::Named(_)) => false,
        }
    }
}

impl Same for Facet {
    fn same(&self, other: &Self) -> bool {
        self.kind == other.kind
            && self.value.same(&other.value)
            && self.qname == other.qname
            && self.fixed == other.fixed
    }
}
