//! Generated types.

use super::ModuleId;
use super::content::{
    AttributeMember, Combination, First, Member, Range, TypeName, Wildcard, Wire,
};
use super::doc::Doc;
use super::field::Field;
use super::ident::Ident;
use super::ty::{Cardinality, Type};
pub(crate) use crate::model::xsd::lexical::{Counted, Translation};

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
    /// What the configuration adds to it.
    pub(crate) additions: Additions,
    /// What it is.
    pub(crate) kind: ItemKind,
}

impl Item {
    /// A type to which nothing was added yet.
    pub(crate) fn new(
        ident: Ident,
        module: ModuleId,
        doc: Doc,
        name: Option<String>,
        kind: ItemKind,
    ) -> Self {
        Self {
            ident,
            module,
            doc,
            name,
            is_list_item: false,
            additions: Additions::default(),
            kind,
        }
    }
}

/// Derives and attributes that the configuration adds to a type; each was parsed when it was set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Additions {
    /// Paths of derive macros.
    pub(crate) derives: Vec<String>,
    /// Attributes, with `#[` and `]`.
    pub(crate) attributes: Vec<String>,
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
    /// An array of the SOAP encoding.
    Array(Array),
}

/// A complex type, or a group that may be absent or repeated.
#[derive(Debug)]
pub(crate) struct Struct {
    /// Whether it is a part: it has no element of its own.
    pub(crate) is_part: bool,
    /// The name of the type as `xsi:type` gives it: the number of its namespace, and the local part.
    pub(crate) type_name: Option<(u16, String)>,
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
    /// The base type.
    pub(crate) base: Type,
    /// How a text is found to be one of the values.
    pub(crate) judgement: Judgement,
    /// The patterns of texts, where a value has several.
    pub(crate) checks: Vec<Check>,
    /// The white space rule, where it is not the base's.
    pub(crate) white_space: Option<crate::model::xsd::WhiteSpace>,
    /// The values.
    pub(crate) variants: Vec<EnumerationVariant>,
}

/// How a text is found to be one of some values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Judgement {
    /// By the text: the base has one for each value.
    Texts,
    /// By its value in the base.
    Values,
    /// By the name that it is where it stands.
    Names,
}

/// An enumerated value.
#[derive(Debug)]
pub(crate) struct EnumerationVariant {
    /// Its name.
    pub(crate) ident: Ident,
    /// What it stands for.
    pub(crate) value: EnumeratedValue,
    /// Its documentation.
    pub(crate) doc: Doc,
}

/// What an enumerated value is on the wire.
#[derive(Debug)]
pub(crate) enum EnumeratedValue {
    /// A text.
    Text(String),
    /// A name, with a prefix for its namespace.
    Name {
        /// The namespace's URI, empty for none.
        namespace: String,
        /// The local part.
        local: String,
    },
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
    /// Whether the text is kept that a value was read from: a pattern tells texts of one value
    /// apart.
    pub(crate) keeps_spelling: bool,
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
    /// The `pattern` facets of one step of derivation.
    Pattern {
        /// As the schema has them.
        shown: String,
        /// For the `regex` crate.
        translation: Translation,
    },
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
    /// Whether the declared type says which it is as well, as values of encoded messages do.
    pub(crate) names_declared: bool,
}

/// An array of the SOAP encoding (SOAP 1.1, section 5.4.2).
#[derive(Debug)]
pub(crate) struct Array {
    /// The type of an item.
    pub(crate) item: Type,
    /// The number of dimensions.
    pub(crate) rank: usize,
    /// The attribute `arrayType`.
    pub(crate) attribute: Wire,
    /// What it says before the sizes: the type of the items, and brackets where these are arrays
    /// themselves.
    pub(crate) item_type: (TypeName, String),
    /// The element of an item.
    pub(crate) wire: Wire,
    /// Whether a place may have no item.
    pub(crate) sparse: bool,
}
