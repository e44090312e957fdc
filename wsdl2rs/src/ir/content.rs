//! Content models for the codec: the entries of a type's table.

use super::ty::Type;
pub(crate) use crate::model::xsd::ProcessContents;

/// The name of an element or attribute on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wire {
    /// The number of the namespace's declaration: 0 for none, else `FIRST_GENERATED` and up.
    pub(crate) namespace: u16,
    /// The number that a reader knows the namespace by: the same, or one that is fixed for it.
    pub(crate) number: u16,
    /// The prefix with its colon, or nothing.
    pub(crate) prefix: String,
    /// The local name.
    pub(crate) local: String,
    /// The type that `xsi:type` gives in its start tags; none where they have no `xsi:type`, or where
    /// the value says it.
    pub(crate) named_type: Option<TypeName>,
}

/// The name of a type, as `xsi:type` gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TypeName {
    /// A built-in type of XML Schema.
    Builtin(&'static str),
    /// A type of a schema: the number of its namespace, and its qualified name.
    Defined(u16, String),
}

impl Wire {
    /// The qualified name.
    pub(crate) fn qualified(&self) -> String {
        format!("{}{}", self.prefix, self.local)
    }

    /// The attribute that gives its type, with a space before it.
    pub(crate) fn type_attribute(&self) -> Option<String> {
        self.named_type.as_ref().map(TypeName::attribute)
    }
}

impl TypeName {
    /// The qualified name.
    pub(crate) fn qualified(&self) -> String {
        match self {
            Self::Builtin(name) => format!("xsd:{name}"),
            Self::Defined(_, name) => name.clone(),
        }
    }

    /// The attribute `xsi:type`, with a space before it.
    pub(crate) fn attribute(&self) -> String {
        format!(" xsi:type=\"{}\"", self.qualified())
    }
}

/// An occurrence range; no upper bound is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    /// At least.
    pub(crate) min: u32,
    /// At most.
    pub(crate) max: Option<u32>,
}

/// How the members of a table are combined.
#[derive(Debug)]
pub(crate) enum Combination {
    /// No content.
    Empty,
    /// The text of a simple type, in the field with this index.
    Text(usize),
    /// Octets that are a part of the message of their own, in the field with this index.
    Octets(usize),
    /// In order.
    Sequence,
    /// In any order.
    All,
    /// Text and elements in document order: the one member is the list of them. The order of the
    /// elements, where it is not free.
    Mixed(Option<Order>),
}

/// The order of the elements of mixed content, over the branches of the enum of its nodes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// The branch with this index.
    Branch(usize),
    /// One after the other.
    Sequence(Vec<(Range, Order)>),
    /// One of them.
    Choice(Vec<(Range, Order)>),
    /// Each once, in any order.
    All(Vec<(Range, Order)>),
}

/// A wildcard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wildcard {
    /// The namespaces that it takes.
    pub(crate) namespaces: WildcardNamespaces,
    /// What strict reading demands of what it takes.
    pub(crate) process: ProcessContents,
}

impl Wildcard {
    /// Whether strict reading judges what it takes by declarations, if there are `declared` ones.
    pub(crate) fn knows<T>(&self, declared: &[T]) -> bool {
        self.process != ProcessContents::Skip && !declared.is_empty()
    }
}

/// The namespaces that a wildcard takes; the empty one is "in no namespace".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WildcardNamespaces {
    /// All.
    Any,
    /// All but this one and none.
    Other(String),
    /// These.
    OneOf(Vec<String>),
}

/// What a part can begin with.
#[derive(Clone, Debug, Default)]
pub(crate) struct First {
    /// Elements.
    pub(crate) elements: Vec<Wire>,
    /// What these take.
    pub(crate) wildcards: Vec<Wildcard>,
}

/// A member of a content model.
#[derive(Debug)]
pub(crate) enum Member {
    /// An element, in the field with this index.
    Element {
        /// The field.
        field: usize,
        /// The element.
        wire: Wire,
        /// How often.
        range: Range,
        /// The value of an empty element.
        default: Option<String>,
    },
    /// An element with a fixed value, in a field of presence or in none.
    Fixed {
        /// The field that says whether it is there; none where it must be.
        field: Option<usize>,
        /// The element.
        wire: Wire,
        /// How often.
        range: Range,
        /// The value, as the schema writes it.
        value: String,
        /// Its type.
        ty: Type,
    },
    /// A group or choice, in the field with this index.
    Part {
        /// The field.
        field: usize,
        /// What it can begin with.
        first: First,
        /// How often.
        range: Range,
    },
    /// Elements that a wildcard takes, in the field with this index.
    Wildcard {
        /// The field.
        field: usize,
        /// Which elements.
        wildcard: Wildcard,
        /// How often.
        range: Range,
    },
    /// An element that the client fills from its credentials; it has no field.
    Credential {
        /// The element.
        wire: Wire,
        /// What it carries.
        content: Credential,
    },
}

/// What an element of credentials carries.
#[derive(Debug)]
pub(crate) enum Credential {
    /// One text.
    Text(CredentialRole),
    /// Elements of its own.
    Elements(Vec<(Wire, CredentialRole)>),
}

/// The texts that signing supplies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum CredentialRole {
    /// The access key's id.
    KeyId,
    /// The time of signing.
    Timestamp,
    /// The signature.
    Signature,
}

/// An attribute of a table.
#[derive(Debug)]
pub(crate) struct AttributeMember {
    /// The field; none for a fixed value.
    pub(crate) field: Option<usize>,
    /// The attribute.
    pub(crate) wire: Wire,
    /// Whether it must be there.
    pub(crate) required: bool,
    /// The value that it must have, and its type.
    pub(crate) fixed: Option<(String, Type)>,
}

/// What the start tag of a root element must declare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Needs {
    /// The numbers of the namespaces, ascending.
    pub(crate) namespaces: std::collections::BTreeSet<u16>,
    /// Whether `xsi` is used.
    pub(crate) xsi: bool,
    /// Whether `xsd` is used.
    pub(crate) xsd: bool,
}
