//! Conversions to and from the decimal of bigdecimal.

use std::str::FromStr;

use bigdecimal::BigDecimal;

use crate::value::{Decimal, ValueError, from_text, to_text};

/// The most zeros that are written out for an exponent.
const ZEROS: i64 = 10_000;

impl From<&Decimal> for BigDecimal {
    fn from(decimal: &Decimal) -> Self {
        Self::from_str(&to_text(decimal)).expect("digits with a point are a number")
    }
}

/// Numbers whose exponent would make more than 10,000 zeros are refused.
impl TryFrom<&BigDecimal> for Decimal {
    type Error = ValueError;

    fn try_from(decimal: &BigDecimal) -> Result<Self, ValueError> {
        let (_, scale) = decimal.as_bigint_and_exponent();
        if !(-ZEROS..=ZEROS).contains(&scale) {
            return Err(ValueError::new("xs:decimal", "expected an exponent up to 10,000"));
        }
        from_text(&decimal.to_plain_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_rounded() -> Result<(), ValueError> {
        for text in ["0", "-1.5", "79228162514264337593543950336.000000000000000000000000000001"] {
            let decimal: Decimal = text.parse()?;
            assert_eq!(Decimal::try_from(&BigDecimal::from(&decimal))?, decimal);
        }
        let large = BigDecimal::from_str("1e2000000000").expect("the crate knows exponents");
        assert!(Decimal::try_from(&large).is_err());
        Ok(())
    }
}
