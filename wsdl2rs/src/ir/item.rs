//! Generated types.

use super::ModuleId;
use super::content::{AttributeMember, Combination, First, Member, Range, Wildcard, Wire};
use super::doc::Doc;
use super::field::Field;
use super::ident::Ident;
use super::ty::{Cardinality, Type};

/// A generated type.
#[derive(Debug)]
pub(crate) struct Item {
    /// Its name.
    pub(crate) ident: Ident,
    /// Where it is.
    pub(crate) module: ModuleId,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// The expanded name of the schema type; none for an anonymous one.
    pub(crate) name: Option<String>,
    /// Whether it is the item type of a list.
    pub(crate) is_list_item: bool,
    /// What it is.
    pub(crate) kind: ItemKind,
}

/// The kinds of generated types.
#[derive(Debug)]
pub(crate) enum ItemKind {
    /// A complex type, or a group of its own.
    Struct(Struct),
    /// A choice.
    Choice(Choice),
    /// A simple type with enumerated values.
    Enumeration(Enumeration),
    /// A simple type with other facets, or a list.
    Newtype(Newtype),
    /// A union of simple types.
    Union(Union),
    /// A place for a type and those derived from it.
    Alternatives(Alternatives),
}

/// A complex type, or a group that may be absent or repeated.
#[derive(Debug)]
pub(crate) struct Struct {
    /// Whether it is a part: it has no element of its own.
    pub(crate) is_part: bool,
    /// The fields: attributes first, then content.
    pub(crate) fields: Vec<Field>,
    /// The attributes.
    pub(crate) attributes: Vec<AttributeMember>,
    /// The field of the attributes that are not declared, and which they may be.
    pub(crate) any_attributes: Option<(usize, Wildcard)>,
    /// How the members are combined.
    pub(crate) combination: Combination,
    /// The members in schema order.
    pub(crate) members: Vec<Member>,
    /// The fields that `new` takes, where there is a `new`.
    pub(crate) constructor: Option<Vec<usize>>,
    /// Whether nothing is required.
    pub(crate) has_default: bool,
}

/// A choice within a content model.
#[derive(Debug)]
pub(crate) struct Choice {
    /// The branches.
    pub(crate) variants: Vec<Variant>,
    /// The branch that a blank value has.
    pub(crate) blank: usize,
}

/// A branch of a choice.
#[derive(Debug)]
pub(crate) struct Variant {
    /// Its name.
    pub(crate) ident: Ident,
    /// The type of one value.
    pub(crate) ty: Type,
    /// How many values.
    pub(crate) cardinality: Cardinality,
    /// What it is on the wire.
    pub(crate) branch: Branch,
    /// How often.
    pub(crate) range: Range,
    /// Its documentation.
    pub(crate) doc: Doc,
}

/// What a branch is on the wire.
#[derive(Debug)]
pub(crate) enum Branch {
    /// An element; the value of an empty one.
    Element(Wire, Option<String>),
    /// An element with a fixed value and its type.
    Fixed(Wire, String, Type),
    /// A part, with what it can begin with.
    Part(First),
    /// An element that a wildcard takes.
    Wildcard(Wildcard),
    /// Text between the elements of mixed content: the last branch, and no entry of the table.
    Text,
}

/// A simple type with enumerated values.
#[derive(Debug)]
pub(crate) struct Enumeration {
    /// The base type, whose white space rule applies.
    pub(crate) base: Type,
    /// The values.
    pub(crate) variants: Vec<EnumerationVariant>,
}

/// An enumerated value.
#[derive(Debug)]
pub(crate) struct EnumerationVariant {
    /// Its name.
    pub(crate) ident: Ident,
    /// Its text.
    pub(crate) value: String,
    /// Its documentation.
    pub(crate) doc: Doc,
}

/// A simple type that checks its values.
#[derive(Debug)]
pub(crate) struct Newtype {
    /// The base type.
    pub(crate) base: Type,
    /// What is checked, base facets first.
    pub(crate) checks: Vec<Check>,
    /// The white space rule, where it is not the base's.
    pub(crate) white_space: Option<crate::model::xsd::WhiteSpace>,
}

/// A facet that is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Check {
    /// `length`.
    Length(u64),
    /// `minLength`.
    MinLength(u64),
    /// `maxLength`.
    MaxLength(u64),
    /// `minInclusive`, a lexical form of the base.
    MinInclusive(String),
    /// `maxInclusive`.
    MaxInclusive(String),
    /// `minExclusive`.
    MinExclusive(String),
    /// `maxExclusive`.
    MaxExclusive(String),
    /// `totalDigits`.
    TotalDigits(u64),
    /// `fractionDigits`.
    FractionDigits(u64),
}

/// A union of simple types.
#[derive(Debug)]
pub(crate) struct Union {
    /// The members in order: name, type, documentation.
    pub(crate) variants: Vec<(Ident, Type, Doc)>,
}

/// A place for a complex type and those derived from it, told apart by `xsi:type`.
#[derive(Debug)]
pub(crate) struct Alternatives {
    /// The declared type's variant; none where the type is abstract.
    pub(crate) declared: Option<usize>,
    /// The types: name of the variant, type, and the schema type's name on the wire.
    pub(crate) variants: Vec<(Ident, super::ty::TypeId, Wire)>,
    /// The variant that a blank value has.
    pub(crate) blank: usize,
}
