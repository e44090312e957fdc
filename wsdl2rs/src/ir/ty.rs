//! Types of fields.

pub(crate) use crate::model::xsd::{Builtin, WhiteSpace};

/// The place of a type in `Crate::items`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct TypeId(pub(crate) usize);

/// The type of one value, without its cardinality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Type {
    /// A type of the runtime or the standard library.
    Builtin(Builtin),
    /// A list of a built-in simple type's values.
    List(Box<Type>),
    /// A generated type.
    Item(TypeId),
    /// A value that may be nil; the attributes that a nil element keeps, if its type has any.
    Nillable(Box<Type>, Option<TypeId>),
    /// A generated type behind a pointer, because the type contains itself.
    Boxed(TypeId),
    /// That an element is there; its value is fixed.
    Present,
    /// What the schema leaves open.
    Open(Open),
}

/// What a schema leaves open, kept as XML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Open {
    /// An element of any name: `RawXml`.
    Element,
    /// Any attributes and any content: `AnyType`.
    Content,
    /// Text of any simple type: `AnySimpleType`.
    Text,
    /// Attributes of any name: `AnyAttributes`.
    Attributes,
    /// What no document can have: `NoValue`.
    Never,
}

impl Type {
    /// Whether each of its values has one lexical form, its text, white space aside.
    pub(crate) fn is_spelled_one_way(&self) -> bool {
        use Builtin as B;
        matches!(
            self,
            Self::Builtin(
                B::AnySimpleType
                    | B::String
                    | B::NormalizedString
                    | B::Token
                    | B::Language
                    | B::NmToken
                    | B::Name
                    | B::NcName
                    | B::Id
                    | B::IdRef
                    | B::Entity
                    | B::AnyUri
            )
        )
    }

    /// Whether its values are text of some kind.
    pub(crate) fn is_any_text(&self) -> bool {
        use Builtin as B;
        self.is_text()
            || matches!(
                self,
                Type::Builtin(
                    B::Language | B::NmToken | B::Name | B::NcName | B::Id | B::IdRef | B::Entity
                )
            )
    }

    /// Whether its values are equal without exception, and can be hashed.
    pub(crate) fn is_hashed(&self) -> bool {
        use Builtin as B;
        self.is_any_text()
            || matches!(
                self,
                Type::Builtin(
                    B::Boolean
                        | B::Decimal
                        | B::Integer
                        | B::NonPositiveInteger
                        | B::NegativeInteger
                        | B::NonNegativeInteger
                        | B::PositiveInteger
                        | B::Long
                        | B::Int
                        | B::Short
                        | B::Byte
                        | B::UnsignedLong
                        | B::UnsignedInt
                        | B::UnsignedShort
                        | B::UnsignedByte
                        | B::HexBinary
                        | B::Base64Binary
                        | B::Duration
                )
            )
    }

    /// Whether it is text that a caller can give as `&str`.
    pub(crate) fn is_text(&self) -> bool {
        matches!(
            self,
            Type::Builtin(
                Builtin::String | Builtin::NormalizedString | Builtin::Token | Builtin::AnyUri
            )
        )
    }
}

/// How often a member occurs, as Rust says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cardinality {
    /// Exactly once: `T`.
    One,
    /// At most once: `Option<T>`.
    Optional,
    /// Any number: `Vec<T>`.
    Any,
    /// One or more: `NonEmpty<T>`.
    NonEmpty,
    /// A range: `Bounded<T, MIN, MAX>`; no upper bound is `None`.
    Bounded {
        /// The least number.
        min: u32,
        /// The greatest number.
        max: Option<u32>,
    },
}

impl Cardinality {
    /// The cardinality of an occurrence range. A range that ends at 0 has no member at all.
    pub(crate) fn of(min: u32, max: Option<u32>) -> Self {
        match (min, max) {
            (0, Some(1)) => Self::Optional,
            (1, Some(1)) => Self::One,
            (0, None) => Self::Any,
            (1, None) => Self::NonEmpty,
            (min, max) => Self::Bounded { min, max },
        }
    }

    /// Whether a value must be supplied.
    pub(crate) fn is_required(self) -> bool {
        match self {
            Self::One | Self::NonEmpty => true,
            Self::Optional | Self::Any => false,
            Self::Bounded { min, .. } => min > 0,
        }
    }

    /// Whether the value is held in place, not on the heap.
    pub(crate) fn is_in_place(self) -> bool {
        matches!(self, Self::One | Self::Optional)
    }
}

#[cfg(test)]
mod tests {
    use super::Cardinality;

    #[test]
    fn occurrence_ranges_map_to_cardinalities() {
        let rows = [
            ((1, Some(1)), Cardinality::One),
            ((0, Some(1)), Cardinality::Optional),
            ((0, None), Cardinality::Any),
            ((1, None), Cardinality::NonEmpty),
            ((1, Some(20)), Cardinality::Bounded { min: 1, max: Some(20) }),
            ((2, None), Cardinality::Bounded { min: 2, max: None }),
            ((0, Some(5)), Cardinality::Bounded { min: 0, max: Some(5) }),
        ];
        for ((min, max), expected) in rows {
            assert_eq!(Cardinality::of(min, max), expected, "{min}..{max:?}");
        }
    }
}
