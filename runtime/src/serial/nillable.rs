//! Nil as null, and a value as itself; with attributes of nil, an enum.

use std::any::TypeId;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::codec::Blank;
use crate::value::Nillable;

/// The form where nil has attributes.
#[derive(Deserialize, Serialize)]
#[serde(rename = "Nillable")]
pub(super) enum WithAttributes<T, A> {
    /// Its attributes.
    Nil(A),
    /// The value.
    Value(T),
}

/// Whether nil has no attributes: then it is null.
pub(super) fn is_plain<A: 'static>() -> bool {
    TypeId::of::<A>() == TypeId::of::<()>()
}

impl<T: Serialize, A: Serialize + 'static> Serialize for Nillable<T, A> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if is_plain::<A>() {
            return self.as_option().serialize(serializer);
        }
        let form = match self {
            Self::Nil(attributes) => WithAttributes::Nil(attributes),
            Self::Value(value) => WithAttributes::Value(value),
        };
        form.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>, A: Blank + Deserialize<'de> + 'static> Deserialize<'de>
    for Nillable<T, A>
{
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if is_plain::<A>() {
            let value = Option::deserialize(deserializer)?;
            return Ok(value.map_or_else(Self::blank, Self::Value));
        }
        Ok(match WithAttributes::deserialize(deserializer)? {
            WithAttributes::Nil(attributes) => Self::Nil(attributes),
            WithAttributes::Value(value) => Self::Value(value),
        })
    }
}

/// Reads what may be absent and is not: null is nil, and not absence.
///
/// # Errors
/// Those of reading the value.
pub fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
