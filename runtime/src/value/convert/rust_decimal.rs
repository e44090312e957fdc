//! Conversions to and from the decimal of rust_decimal, which has up to 28 digits.

use rust_decimal::Decimal as Fixed;

use crate::value::{Decimal, ValueError, from_text, to_text};

impl TryFrom<&Decimal> for Fixed {
    type Error = ValueError;

    fn try_from(decimal: &Decimal) -> Result<Self, ValueError> {
        // The other ways to read a text round.
        Self::from_str_exact(&to_text(decimal))
            .map_err(|_| ValueError::new("rust_decimal::Decimal", "expected at most 28 digits"))
    }
}

impl TryFrom<Fixed> for Decimal {
    type Error = ValueError;

    fn try_from(decimal: Fixed) -> Result<Self, ValueError> {
        from_text(&decimal.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_rounded() -> Result<(), ValueError> {
        for text in ["0", "-1.5", "79228162514264337593543950335", "0.0000000000000000000000000001"]
        {
            let decimal: Decimal = text.parse()?;
            assert_eq!(Decimal::try_from(Fixed::try_from(&decimal)?)?.to_string(), text);
        }
        for text in ["79228162514264337593543950336", "0.00000000000000000000000000001"] {
            assert!(Fixed::try_from(&text.parse::<Decimal>()?).is_err(), "{text}");
        }
        Ok(())
    }
}
