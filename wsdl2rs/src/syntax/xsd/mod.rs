//! XML Schema 1.0 Part 1, the XML representation of each component (sections 3.2.2 to 3.15.2).

use std::sync::Arc;

use super::{Documentation, ForeignAttribute};
use crate::source::{Span, Spanned};
use crate::vocabulary::{Namespace, QName};

/// The index of a schema in `Documents::schemas`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SchemaId(pub(crate) usize);

/// What every component has.
#[derive(Clone, Debug)]
pub(crate) struct Common {
    /// The start tag.
    pub(crate) span: Span,
    /// `xs:annotation/xs:documentation`.
    pub(crate) documentation: Documentation,
    /// Attributes from other namespaces.
    pub(crate) foreign: Vec<ForeignAttribute>,
}

/// `form` and its defaults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// In the target namespace.
    Qualified,
    /// In no namespace.
    Unqualified,
}

/// A set of derivation methods: `block`, `final` and their defaults (`#all` sets all).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Derivations {
    /// By extension.
    pub(crate) extension: bool,
    /// By restriction.
    pub(crate) restriction: bool,
    /// By substitution.
    pub(crate) substitution: bool,
    /// By list.
    pub(crate) list: bool,
    /// By union.
    pub(crate) union: bool,
}

/// `xs:schema`.
#[derive(Debug)]
pub(crate) struct Schema {
    /// The start tag.
    pub(crate) span: Span,
    /// `targetNamespace`; none where it is absent.
    pub(crate) target_namespace: Namespace,
    /// `elementFormDefault`.
    pub(crate) element_form_default: Form,
    /// `attributeFormDefault`.
    pub(crate) attribute_form_default: Form,
    /// `blockDefault`.
    pub(crate) block_default: Derivations,
    /// `finalDefault`.
    pub(crate) final_default: Derivations,
    /// `xs:include`, `xs:import`, `xs:redefine`.
    pub(crate) directives: Vec<Directive>,
    /// The global components in order.
    pub(crate) components: Vec<Component>,
}

/// A reference to another schema document.
#[derive(Debug)]
pub(crate) enum Directive {
    /// `xs:include`.
    Include {
        /// The start tag.
        span: Span,
        /// `schemaLocation`.
        location: Spanned<String>,
        /// The schema read from there. A chameleon include (a schema without target namespace
        /// included by one that has) gets a schema of its own, read for that namespace.
        schema: Option<SchemaId>,
    },
    /// `xs:import`.
    Import {
        /// The start tag.
        span: Span,
        /// `namespace`; none for "no namespace".
        namespace: Namespace,
        /// `schemaLocation`.
        location: Option<Spanned<String>>,
        /// The schema read from there; imports without a location are resolved by namespace alone.
        schema: Option<SchemaId>,
    },
    /// `xs:redefine`.
    Redefine {
        /// The start tag.
        span: Span,
        /// `schemaLocation`.
        location: Spanned<String>,
        /// The redefined components.
        components: Vec<Component>,
        /// The schema read from there.
        schema: Option<SchemaId>,
    },
}

/// A global component.
#[derive(Debug)]
pub(crate) enum Component {
    /// `xs:element`.
    Element(Element),
    /// `xs:attribute`.
    Attribute(Attribute),
    /// `xs:complexType`.
    ComplexType(ComplexType),
    /// `xs:simpleType`.
    SimpleType(SimpleType),
    /// `xs:group`.
    Group(Group),
    /// `xs:attributeGroup`.
    AttributeGroup(AttributeGroup),
    /// `xs:notation`.
    Notation(Notation),
}

/// `minOccurs` and `maxOccurs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Occurs {
    /// `minOccurs`.
    pub(crate) min: u64,
    /// `maxOccurs`; unbounded is `None`.
    pub(crate) max: Option<u64>,
}

/// `default` or `fixed`.
#[derive(Clone, Debug)]
pub(crate) enum ValueConstraint {
    /// `default`.
    Default(Spanned<String>),
    /// `fixed`.
    Fixed(Spanned<String>),
}

/// `xs:element`, global or local.
#[derive(Debug)]
pub(crate) struct Element {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// `name` or `ref`.
    pub(crate) named: ElementName,
    /// `minOccurs`, `maxOccurs`; (1, 1) for a global element.
    pub(crate) occurs: Occurs,
    /// `type`, an anonymous type, or neither.
    pub(crate) ty: TypeUse,
    /// `substitutionGroup`.
    pub(crate) substitution_group: Option<Spanned<QName>>,
    /// `default` or `fixed`.
    pub(crate) value: Option<ValueConstraint>,
    /// `nillable`.
    pub(crate) nillable: Option<Spanned<bool>>,
    /// `abstract`.
    pub(crate) is_abstract: bool,
    /// `block`; the schema's default where it is absent.
    pub(crate) block: Option<Derivations>,
    /// `final`; the schema's default where it is absent.
    pub(crate) final_: Option<Derivations>,
    /// `xs:key`, `xs:keyref`, `xs:unique`.
    pub(crate) identity: Vec<IdentityConstraint>,
}

/// How a particle names its element.
#[derive(Debug)]
pub(crate) enum ElementName {
    /// `name`, expanded by the target namespace and `form`.
    Declared(Spanned<QName>),
    /// `ref`.
    Ref(Spanned<QName>),
}

/// The type of an element or attribute.
#[derive(Debug)]
pub(crate) enum TypeUse {
    /// `type`.
    Named(Spanned<QName>),
    /// An anonymous `xs:complexType`.
    Complex(Box<ComplexType>),
    /// An anonymous `xs:simpleType`.
    Simple(Box<SimpleType>),
    /// Nothing: the substitution group's head's type, else anyType (or anySimpleType).
    Absent,
}

/// `xs:key`, `xs:keyref` or `xs:unique`.
#[derive(Debug)]
pub(crate) struct IdentityConstraint {
    /// The start tag.
    pub(crate) span: Span,
    /// Which of the three.
    pub(crate) kind: IdentityKind,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// `refer` of a keyref.
    pub(crate) refer: Option<Spanned<QName>>,
    /// `xs:selector/@xpath`.
    pub(crate) selector: String,
    /// `xs:field/@xpath`.
    pub(crate) fields: Vec<String>,
}

/// The kinds of identity constraint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IdentityKind {
    /// `xs:key`.
    Key,
    /// `xs:keyref`.
    KeyRef,
    /// `xs:unique`.
    Unique,
}

/// `use` of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AttributeUsage {
    /// It may be absent.
    Optional,
    /// It must be there.
    Required,
    /// It must not be there.
    Prohibited,
}

/// `xs:attribute`, global or local.
#[derive(Debug)]
pub(crate) struct Attribute {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// `name` (expanded by the target namespace and `form`) or `ref`.
    pub(crate) named: ElementName,
    /// `type`, an anonymous simple type, or neither. Never `TypeUse::Complex`.
    pub(crate) ty: TypeUse,
    /// `use`.
    pub(crate) usage: AttributeUsage,
    /// `default` or `fixed`.
    pub(crate) value: Option<ValueConstraint>,
}

/// `xs:complexType`.
#[derive(Debug)]
pub(crate) struct ComplexType {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// `name`, expanded; none for an anonymous type.
    pub(crate) name: Option<Spanned<QName>>,
    /// `abstract`.
    pub(crate) is_abstract: bool,
    /// `mixed`.
    pub(crate) mixed: bool,
    /// `block`; the schema's default where it is absent.
    pub(crate) block: Option<Derivations>,
    /// `final`; the schema's default where it is absent.
    pub(crate) final_: Option<Derivations>,
    /// What it contains.
    pub(crate) content: ComplexContent,
}

/// The three forms of a complex type's content.
#[derive(Debug)]
pub(crate) enum ComplexContent {
    /// A particle and attributes, without derivation: restriction of anyType.
    Plain {
        /// The particle.
        particle: Option<Particle>,
        /// The attributes.
        attributes: Attributes,
    },
    /// `xs:complexContent`.
    Complex {
        /// The start tag.
        span: Span,
        /// `mixed`; the type's own where it is absent.
        mixed: Option<bool>,
        /// `xs:extension` or `xs:restriction`.
        method: Method,
        /// `base`.
        base: Spanned<QName>,
        /// The particle.
        particle: Option<Particle>,
        /// The attributes.
        attributes: Attributes,
    },
    /// `xs:simpleContent`.
    Simple {
        /// The start tag.
        span: Span,
        /// `xs:extension` or `xs:restriction`.
        method: Method,
        /// `base`.
        base: Spanned<QName>,
        /// The anonymous simple type of a restriction.
        simple_type: Option<Box<SimpleType>>,
        /// The facets of a restriction.
        facets: Vec<Facet>,
        /// The attributes.
        attributes: Attributes,
    },
}

/// How a type is derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// By extension.
    Extension,
    /// By restriction.
    Restriction,
}

/// Attribute declarations, references and the wildcard of a type or attribute group.
#[derive(Debug, Default)]
pub(crate) struct Attributes {
    /// `xs:attribute`.
    pub(crate) attributes: Vec<Attribute>,
    /// `xs:attributeGroup/@ref`.
    pub(crate) groups: Vec<Spanned<QName>>,
    /// `xs:anyAttribute`.
    pub(crate) wildcard: Option<Wildcard>,
}

/// A particle of a content model.
#[derive(Debug)]
pub(crate) enum Particle {
    /// `xs:element`.
    Element(Box<Element>),
    /// `xs:sequence`, `xs:choice` or `xs:all`.
    Compositor(Compositor),
    /// `xs:group/@ref`.
    GroupRef {
        /// The start tag.
        span: Span,
        /// `ref`.
        name: Spanned<QName>,
        /// `minOccurs`, `maxOccurs`.
        occurs: Occurs,
    },
    /// `xs:any`.
    Any {
        /// The wildcard.
        wildcard: Wildcard,
        /// `minOccurs`, `maxOccurs`.
        occurs: Occurs,
    },
}

/// `xs:sequence`, `xs:choice` or `xs:all`.
#[derive(Debug)]
pub(crate) struct Compositor {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// Which of the three.
    pub(crate) kind: CompositorKind,
    /// `minOccurs`, `maxOccurs`.
    pub(crate) occurs: Occurs,
    /// The members in order.
    pub(crate) particles: Vec<Particle>,
}

/// The kinds of compositor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CompositorKind {
    /// `xs:sequence`.
    Sequence,
    /// `xs:choice`.
    Choice,
    /// `xs:all`.
    All,
}

/// `xs:any` or `xs:anyAttribute`.
#[derive(Clone, Debug)]
pub(crate) struct Wildcard {
    /// The start tag.
    pub(crate) span: Span,
    /// `namespace`.
    pub(crate) namespaces: NamespaceConstraint,
    /// `processContents`.
    pub(crate) process: ProcessContents,
}

/// `namespace` of a wildcard (XSD 1.0 Part 1, section 3.10.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NamespaceConstraint {
    /// `##any`.
    Any,
    /// `##other`: not this namespace, and not none.
    Not(Namespace),
    /// A list, `##targetNamespace` and `##local` replaced.
    OneOf(Vec<Namespace>),
}

/// `processContents`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProcessContents {
    /// Must be declared and valid.
    Strict,
    /// Validated where declared.
    Lax,
    /// Only well-formed.
    Skip,
}

/// `xs:simpleType`.
#[derive(Debug)]
pub(crate) struct SimpleType {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// `name`, expanded; none for an anonymous type.
    pub(crate) name: Option<Spanned<QName>>,
    /// `final`; the schema's default where it is absent.
    pub(crate) final_: Option<Derivations>,
    /// How it is derived.
    pub(crate) variety: SimpleVariety,
}

/// The three derivations of a simple type.
#[derive(Debug)]
pub(crate) enum SimpleVariety {
    /// `xs:restriction`.
    Restriction {
        /// `base` or an anonymous type.
        base: SimpleTypeUse,
        /// The facets in order.
        facets: Vec<Facet>,
    },
    /// `xs:list`.
    List {
        /// `itemType` or an anonymous type.
        item: SimpleTypeUse,
    },
    /// `xs:union`.
    Union {
        /// `memberTypes`, then the anonymous types.
        members: Vec<SimpleTypeUse>,
    },
}

/// A simple type by name or in place.
#[derive(Debug)]
pub(crate) enum SimpleTypeUse {
    /// By name.
    Named(Spanned<QName>),
    /// In place.
    Anonymous(Box<SimpleType>),
}

/// A constraining facet (XSD 1.0 Part 2, section 4.3).
#[derive(Clone, Debug)]
pub(crate) struct Facet {
    /// The start tag.
    pub(crate) span: Span,
    /// Which facet.
    pub(crate) kind: FacetKind,
    /// `value`, white space as written.
    pub(crate) value: Spanned<String>,
    /// The expanded name that `value` would be as a QName, for enumerations of QName and NOTATION.
    pub(crate) qname: Option<QName>,
    /// `fixed`.
    pub(crate) fixed: bool,
    /// Its documentation (enumerations are often documented one by one).
    pub(crate) documentation: Documentation,
}

/// The twelve facets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FacetKind {
    /// `xs:length`.
    Length,
    /// `xs:minLength`.
    MinLength,
    /// `xs:maxLength`.
    MaxLength,
    /// `xs:pattern`.
    Pattern,
    /// `xs:enumeration`.
    Enumeration,
    /// `xs:whiteSpace`.
    WhiteSpace,
    /// `xs:maxInclusive`.
    MaxInclusive,
    /// `xs:maxExclusive`.
    MaxExclusive,
    /// `xs:minInclusive`.
    MinInclusive,
    /// `xs:minExclusive`.
    MinExclusive,
    /// `xs:totalDigits`.
    TotalDigits,
    /// `xs:fractionDigits`.
    FractionDigits,
}

/// `xs:group` with a name.
#[derive(Debug)]
pub(crate) struct Group {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// Its compositor.
    pub(crate) compositor: Option<Compositor>,
}

/// `xs:attributeGroup` with a name.
#[derive(Debug)]
pub(crate) struct AttributeGroup {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// Its attributes.
    pub(crate) attributes: Attributes,
}

/// `xs:notation`.
#[derive(Debug)]
pub(crate) struct Notation {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// `public`.
    pub(crate) public: Option<Arc<str>>,
    /// `system`.
    pub(crate) system: Option<Arc<str>>,
}
