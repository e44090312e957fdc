//! What is known of a component while the model is made, beside the component itself.

use crate::model::id::Id;
use crate::model::xsd::{
    Attribute, AttributeUse, Particle, SimpleTypeRef, ValueConstraint, Wildcard,
};
use crate::source::Span;
use crate::syntax::xsd::{Derivations, Facet};
use crate::vocabulary::QName;

use super::facts::Facts;
use super::sizes::Size;

/// Of an element declaration.
#[derive(Debug, Default)]
pub(in crate::model::resolve) struct ElementDraft {
    /// {substitution group exclusions}.
    pub(in crate::model::resolve) final_: Derivations,
    /// Whether its type is that of the head of its substitution group.
    pub(in crate::model::resolve) inherits_type: bool,
    /// `substitutionGroup`.
    pub(in crate::model::resolve) head_span: Option<Span>,
}

/// Of a complex type definition.
#[derive(Debug)]
pub(in crate::model::resolve) struct ComplexDraft<'a> {
    /// {final}.
    pub(in crate::model::resolve) final_: Derivations,
    /// Where the base is named, else the start tag.
    pub(in crate::model::resolve) base_span: Span,
    /// What it contains by itself.
    pub(in crate::model::resolve) form: Form<'a>,
    /// Its own attributes.
    pub(in crate::model::resolve) attributes: OwnAttributes,
    /// The number of particles of its content, groups expanded; known once it is settled.
    pub(in crate::model::resolve) particles: u64,
}

/// The content that a complex type declares, before that of its base is added.
#[derive(Debug)]
pub(in crate::model::resolve) enum Form<'a> {
    /// It has become the type's content.
    Settled,
    /// No simple content.
    Complex {
        /// The effective value of `mixed`.
        mixed: bool,
        /// The particle; none where it is empty (section 3.4.2).
        particle: Option<Particle>,
    },
    /// Simple content.
    Simple {
        /// The anonymous simple type of a restriction.
        inner: Option<SimpleTypeRef>,
        /// The facets of a restriction.
        facets: &'a [Facet],
    },
}

/// The attributes that a type or attribute group declares or refers to.
#[derive(Clone, Debug, Default)]
pub(in crate::model::resolve) struct OwnAttributes {
    /// The attribute uses.
    pub(in crate::model::resolve) uses: Vec<AttributeUse>,
    /// The names of `use="prohibited"`.
    pub(in crate::model::resolve) prohibited: Vec<QName>,
    /// The attribute groups.
    pub(in crate::model::resolve) groups: Vec<Id<AttributeGroup>>,
    /// `xs:anyAttribute`.
    pub(in crate::model::resolve) wildcard: Option<Wildcard>,
}

/// An attribute group definition (section 3.6.1).
#[derive(Debug)]
pub(in crate::model::resolve) struct AttributeGroup {
    /// {name} and {target namespace}.
    pub(in crate::model::resolve) name: QName,
    /// Where.
    pub(in crate::model::resolve) span: Span,
    /// What it declares; once it is settled, with its groups expanded and none left.
    pub(in crate::model::resolve) attributes: OwnAttributes,
}

/// Of a simple type definition.
#[derive(Debug)]
pub(in crate::model::resolve) struct SimpleDraft<'a> {
    /// {final}.
    pub(in crate::model::resolve) final_: Derivations,
    /// The facets of a restriction.
    pub(in crate::model::resolve) facets: &'a [Facet],
    /// What follows from it and its bases; known once it is settled.
    pub(in crate::model::resolve) facts: Facts,
}

/// Of a model group definition; known once it is settled.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::model::resolve) struct GroupDraft {
    /// Whether it matches nothing at all.
    pub(in crate::model::resolve) is_emptiable: bool,
    /// How large it is, the groups that it refers to included.
    pub(in crate::model::resolve) size: Size,
}

/// A use that gives a value to an attribute that is declared elsewhere.
#[derive(Debug)]
pub(in crate::model::resolve) struct ValuedUse {
    /// The declaration.
    pub(in crate::model::resolve) attribute: Id<Attribute>,
    /// The value.
    pub(in crate::model::resolve) value: ValueConstraint,
}
