//! Schema components (XSD 1.0 Part 1, section 3).

pub(crate) mod builtin;
pub(crate) mod lexical;
pub(crate) mod wildcard;

use std::sync::Arc;

use super::id::Id;
use crate::source::{Span, Spanned};
use crate::syntax::xsd::Derivations;
pub(crate) use crate::syntax::xsd::{CompositorKind, Method, Occurs};
pub(crate) use crate::syntax::xsd::{NamespaceConstraint, ProcessContents};
use crate::vocabulary::QName;
pub(crate) use builtin::Builtin;

/// A type definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(clippy::enum_variant_names, reason = "anyType is the specification's name")]
pub(crate) enum Type {
    /// `xs:anyType`.
    AnyType,
    /// A complex type.
    Complex(Id<ComplexType>),
    /// A simple type.
    Simple(SimpleTypeRef),
}

/// A simple type: built in or defined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SimpleTypeRef {
    /// One of Part 2, section 3, or `xs:anySimpleType`.
    Builtin(Builtin),
    /// A defined one.
    Defined(Id<SimpleType>),
}

/// Where a component comes from, for the documentation of what is generated and for findings.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    /// The start tag.
    pub(crate) span: Span,
    /// The documentation, empty for none.
    pub(crate) documentation: String,
}

/// `default` or `fixed`, the value as written.
#[derive(Clone, Debug)]
pub(crate) enum ValueConstraint {
    /// `default`.
    Default(Spanned<String>),
    /// `fixed`.
    Fixed(Spanned<String>),
}

/// An element declaration (section 3.3.1).
#[derive(Debug)]
pub(crate) struct Element {
    /// {name} and {target namespace}.
    pub(crate) name: QName,
    /// Where.
    pub(crate) origin: Origin,
    /// {scope}: whether it is global.
    pub(crate) is_global: bool,
    /// {type definition}.
    pub(crate) ty: Type,
    /// {nillable}.
    pub(crate) nillable: bool,
    /// {value constraint}.
    pub(crate) value: Option<ValueConstraint>,
    /// {abstract}.
    pub(crate) is_abstract: bool,
    /// {substitution group affiliation}.
    pub(crate) substitution_head: Option<Id<Element>>,
    /// The members that may replace it (transitively, {block} and {final} applied), without itself,
    /// in document order. Abstract members are not listed.
    pub(crate) substitutes: Vec<Id<Element>>,
    /// {disallowed substitutions}.
    pub(crate) block: Derivations,
    /// Whether it has identity constraints, which are read and not checked.
    pub(crate) has_identity_constraints: bool,
}

/// A complex type definition (section 3.4.1).
#[derive(Debug)]
pub(crate) struct ComplexType {
    /// {name}; none for an anonymous type.
    pub(crate) name: Option<QName>,
    /// For an anonymous type, the element declaration that it stands in.
    pub(crate) anonymous_of: Option<Id<Element>>,
    /// Where.
    pub(crate) origin: Origin,
    /// {base type definition}.
    pub(crate) base: Type,
    /// {derivation method}.
    pub(crate) method: Method,
    /// {abstract}.
    pub(crate) is_abstract: bool,
    /// {prohibited substitutions}.
    pub(crate) block: Derivations,
    /// {attribute uses}, those of the base included (section 3.4.2), prohibited ones left out;
    /// the base's first.
    pub(crate) attributes: Vec<AttributeUse>,
    /// {attribute wildcard}.
    pub(crate) attribute_wildcard: Option<Wildcard>,
    /// {content type}, effective: for an extension a sequence of the base's particle and its own.
    pub(crate) content: ContentType,
    /// The types derived from it, directly and indirectly, that may replace it by `xsi:type`
    /// ({block} of the types between applied), named ones only, in document order; abstract ones left out.
    pub(crate) derived: Vec<Id<ComplexType>>,
    /// For an array of the SOAP encoding, what it contains (`wsdl:arrayType`).
    pub(crate) array_item: Option<ArrayItem>,
}

/// The value of `wsdl:arrayType` (WSDL 1.1, section 2.2).
#[derive(Clone, Debug)]
pub(crate) struct ArrayItem {
    /// The type of the items.
    pub(crate) ty: Type,
    /// The dimensions as written, such as `[]`, `[,]` or `[][]`.
    pub(crate) bounds: String,
}

/// {content type} (section 3.4.1).
#[derive(Clone, Debug)]
pub(crate) enum ContentType {
    /// Nothing.
    Empty,
    /// Text of a simple type.
    Simple(SimpleTypeRef),
    /// Elements.
    ElementOnly(Particle),
    /// Elements and text.
    Mixed(Option<Particle>),
}

/// A particle (section 3.9.1). Particles with `maxOccurs="0"` are left out when a model is resolved.
#[derive(Clone, Debug)]
pub(crate) struct Particle {
    /// {min occurs}, {max occurs}.
    pub(crate) occurs: Occurs,
    /// {term}.
    pub(crate) term: Term,
    /// Where.
    pub(crate) span: Span,
}

/// {term} of a particle.
#[derive(Clone, Debug)]
pub(crate) enum Term {
    /// An element declaration, by name or by reference.
    Element(Id<Element>),
    /// A model group.
    Group(Arc<Group>),
    /// A model group definition by reference.
    GroupRef(Id<GroupDefinition>),
    /// A wildcard.
    Wildcard(Wildcard),
}

/// A model group (section 3.8.1).
#[derive(Debug)]
pub(crate) struct Group {
    /// {compositor}.
    pub(crate) compositor: CompositorKind,
    /// {particles}.
    pub(crate) particles: Vec<Particle>,
    /// Where.
    pub(crate) origin: Origin,
}

/// A model group definition (section 3.7.1).
#[derive(Debug)]
pub(crate) struct GroupDefinition {
    /// {name} and {target namespace}.
    pub(crate) name: QName,
    /// {model group}; a definition without a compositor has an empty sequence.
    pub(crate) group: Arc<Group>,
    /// Where.
    pub(crate) origin: Origin,
}

/// A wildcard (section 3.10.1).
#[derive(Clone, Debug)]
pub(crate) struct Wildcard {
    /// {namespace constraint}.
    pub(crate) namespaces: NamespaceConstraint,
    /// {process contents}.
    pub(crate) process: ProcessContents,
    /// Where.
    pub(crate) span: Span,
}

/// An attribute declaration (section 3.2.1).
#[derive(Debug)]
pub(crate) struct Attribute {
    /// {name} and {target namespace}.
    pub(crate) name: QName,
    /// {scope}: whether it is global.
    pub(crate) is_global: bool,
    /// Where.
    pub(crate) origin: Origin,
    /// {type definition}.
    pub(crate) ty: SimpleTypeRef,
    /// {value constraint} of the declaration.
    pub(crate) value: Option<ValueConstraint>,
}

/// An attribute use (section 3.5.1).
#[derive(Clone, Debug)]
pub(crate) struct AttributeUse {
    /// {attribute declaration}.
    pub(crate) attribute: Id<Attribute>,
    /// {required}.
    pub(crate) required: bool,
    /// {value constraint}: the use's own, else the declaration's.
    pub(crate) value: Option<ValueConstraint>,
    /// Where.
    pub(crate) span: Span,
}

/// A simple type definition (section 3.14.1; Part 2, section 4.1).
#[derive(Debug)]
pub(crate) struct SimpleType {
    /// {name}; none for an anonymous type.
    pub(crate) name: Option<QName>,
    /// For an anonymous type, what it stands in.
    pub(crate) anonymous_of: Option<SimpleTypeOwner>,
    /// Where.
    pub(crate) origin: Origin,
    /// {variety} and what follows from it.
    pub(crate) variety: Variety,
}

/// What an anonymous simple type stands in.
#[derive(Clone, Copy, Debug)]
pub(crate) enum SimpleTypeOwner {
    /// An element declaration.
    Element(Id<Element>),
    /// An attribute declaration.
    Attribute(Id<Attribute>),
    /// Another simple type: a list's item, a union's member, a restriction's base.
    SimpleType(Id<SimpleType>),
    /// A complex type with simple content.
    ComplexType(Id<ComplexType>),
}

/// {variety} (Part 2, section 4.1.1).
#[derive(Debug)]
pub(crate) enum Variety {
    /// A restriction. Its primitive is found through the base.
    Restriction {
        /// {base type definition}.
        base: SimpleTypeRef,
        /// The facets of this step, in order; those of the base are on the base.
        facets: Vec<Facet>,
    },
    /// A list.
    List {
        /// {item type definition}.
        item: SimpleTypeRef,
    },
    /// A union.
    Union {
        /// {member type definitions} in order.
        members: Vec<SimpleTypeRef>,
    },
}

/// A facet with its checked value.
#[derive(Clone, Debug)]
pub(crate) struct Facet {
    /// Where.
    pub(crate) span: Span,
    /// Which, and its value.
    pub(crate) kind: Facets,
    /// Documentation, for an enumeration value.
    pub(crate) documentation: String,
}

/// The facets (Part 2, section 4.3), lexically checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Facets {
    /// `length`.
    Length(u64),
    /// `minLength`.
    MinLength(u64),
    /// `maxLength`.
    MaxLength(u64),
    /// `pattern`.
    Pattern(lexical::Pattern),
    /// `enumeration`, the lexical form as written, and the name it is for QName and NOTATION.
    Enumeration(String, Option<QName>),
    /// `whiteSpace`.
    WhiteSpace(WhiteSpace),
    /// `maxInclusive`, a lexical form of the base type.
    MaxInclusive(String),
    /// `maxExclusive`.
    MaxExclusive(String),
    /// `minInclusive`.
    MinInclusive(String),
    /// `minExclusive`.
    MinExclusive(String),
    /// `totalDigits`.
    TotalDigits(u64),
    /// `fractionDigits`.
    FractionDigits(u64),
}

/// The values of `whiteSpace`, ordered by how much they change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum WhiteSpace {
    /// Kept.
    Preserve,
    /// Tabs and line ends become spaces.
    Replace,
    /// Runs become one space, ends are trimmed.
    Collapse,
}
