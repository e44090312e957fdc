//! Traits of other crates that generated types can implement.

/// Traits of another crate, for [`Config::implement`](crate::Config::implement).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Traits {
    /// `serde::Serialize` and `serde::Deserialize`, for logs, stores and JSON; the runtime's
    /// feature `serde` has those of its own types.
    ///
    /// A field is written by its Rust name, and what is absent is left out. An element that is
    /// nil is `null`. A choice, a union, and a place for several types are the name of the variant
    /// with its value; an enumeration is the value as XML has it. Numbers that Rust has and truth
    /// values are themselves, other simple types their lexical form as a string. What the schema
    /// forbids is refused when it is read: facets, lengths of lists, members that are missing.
    ///
    /// The shape is meant for formats that name their fields, such as JSON. Headers of clients,
    /// declared faults and credentials have no form; a type that stands in a header has one, as
    /// any other type.
    Serde,
}
