//! Generated types whose constructor checks: what the schema forbids is not read.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use crate::value::ValueError;

/// Reads what a type holds, and makes a value of it by its constructor.
///
/// # Errors
/// Those of reading, and of the constructor.
pub fn checked<'de, H: Deserialize<'de>, T, D: Deserializer<'de>>(
    deserializer: D,
    new: impl FnOnce(H) -> Result<T, ValueError>,
) -> Result<T, D::Error> {
    new(H::deserialize(deserializer)?).map_err(Error::custom)
}
