//! Conversions to and from the integer of num-bigint.

use std::str::FromStr;

use num_bigint::BigInt;

use crate::value::{Integer, ValueError, from_text, to_text};

impl From<&Integer> for BigInt {
    fn from(integer: &Integer) -> Self {
        Self::from_str(&to_text(integer)).expect("digits with a sign are a number")
    }
}

impl TryFrom<&BigInt> for Integer {
    type Error = ValueError;

    fn try_from(integer: &BigInt) -> Result<Self, ValueError> {
        from_text(&integer.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_there_and_back() -> Result<(), ValueError> {
        for text in ["0", "-1", "123456789012345678901234567890"] {
            let integer: Integer = text.parse()?;
            assert_eq!(Integer::try_from(&BigInt::from(&integer))?.to_string(), text);
        }
        Ok(())
    }
}
