//! Constraining facets (XML Schema Part 2, section 4.3), as checks that generated types call.
//!
//! Lengths count characters of texts, octets of binary types, items of lists. Each error names the
//! facet and its bound.

use std::fmt::Display;

use super::{
    Decimal, Integer, NegativeInteger, NonNegativeInteger, NonPositiveInteger, PositiveInteger,
    ValueError,
};

/// The length of a text in characters, as the length facets count it.
///
/// ```
/// use wsdl2rs_runtime::value::facet;
///
/// assert_eq!(facet::characters("Zürich"), 6);
/// ```
#[must_use]
pub fn characters(text: &str) -> usize {
    text.chars().count()
}

/// `length` (section 4.3.1).
///
/// # Errors
/// When the lengths differ.
pub fn length(type_name: &'static str, found: usize, expected: usize) -> Result<(), ValueError> {
    ensure(found == expected, type_name, || {
        format!("a length of {expected} (length), found {found}")
    })
}

/// `minLength` (section 4.3.2).
///
/// # Errors
/// When the length is less.
pub fn min_length(type_name: &'static str, found: usize, min: usize) -> Result<(), ValueError> {
    ensure(found >= min, type_name, || {
        format!("a length of at least {min} (minLength), found {found}")
    })
}

/// `maxLength` (section 4.3.3).
///
/// ```
/// use wsdl2rs_runtime::value::facet;
///
/// let error = facet::max_length("tns:Code", facet::characters("ABCD"), 3).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "not a valid tns:Code: expected a length of at most 3 (maxLength), found 4",
/// );
/// ```
///
/// # Errors
/// When the length is greater.
pub fn max_length(type_name: &'static str, found: usize, max: usize) -> Result<(), ValueError> {
    ensure(found <= max, type_name, || {
        format!("a length of at most {max} (maxLength), found {found}")
    })
}

/// `minInclusive` (section 4.3.10).
///
/// # Errors
/// When the value is less than the bound, or cannot be compared with it.
pub fn min_inclusive<T: PartialOrd + Display>(
    type_name: &'static str,
    value: &T,
    bound: &T,
) -> Result<(), ValueError> {
    ensure(value >= bound, type_name, || format!("at least {bound} (minInclusive)"))
}

/// `minExclusive` (section 4.3.9).
///
/// # Errors
/// When the value is the bound or less, or cannot be compared with it.
pub fn min_exclusive<T: PartialOrd + Display>(
    type_name: &'static str,
    value: &T,
    bound: &T,
) -> Result<(), ValueError> {
    ensure(value > bound, type_name, || format!("more than {bound} (minExclusive)"))
}

/// `maxInclusive` (section 4.3.7).
///
/// # Errors
/// When the value is greater than the bound, or cannot be compared with it.
pub fn max_inclusive<T: PartialOrd + Display>(
    type_name: &'static str,
    value: &T,
    bound: &T,
) -> Result<(), ValueError> {
    ensure(value <= bound, type_name, || format!("at most {bound} (maxInclusive)"))
}

/// `maxExclusive` (section 4.3.8).
///
/// # Errors
/// When the value is the bound or greater, or cannot be compared with it.
pub fn max_exclusive<T: PartialOrd + Display>(
    type_name: &'static str,
    value: &T,
    bound: &T,
) -> Result<(), ValueError> {
    ensure(value < bound, type_name, || format!("less than {bound} (maxExclusive)"))
}

/// `totalDigits` (section 4.3.11).
///
/// # Errors
/// When the number has more digits.
pub fn total_digits<T: Digits>(
    type_name: &'static str,
    value: &T,
    max: usize,
) -> Result<(), ValueError> {
    let found = value.total_digits();
    ensure(found <= max, type_name, || {
        format!("at most {max} digits in all (totalDigits), found {found}")
    })
}

/// `fractionDigits` (section 4.3.12).
///
/// # Errors
/// When the number has more digits after the point.
pub fn fraction_digits<T: Digits>(
    type_name: &'static str,
    value: &T,
    max: usize,
) -> Result<(), ValueError> {
    let found = value.fraction_digits();
    ensure(found <= max, type_name, || {
        format!("at most {max} digits after the point (fractionDigits), found {found}")
    })
}

fn ensure(
    holds: bool,
    type_name: &'static str,
    expected: impl FnOnce() -> String,
) -> Result<(), ValueError> {
    if holds { Ok(()) } else { Err(ValueError::new(type_name, format!("expected {}", expected()))) }
}

/// Numbers that the digit facets apply to: `xs:decimal` and all types derived from it.
pub trait Digits {
    /// The least number of digits that can hold the number; 1 for zero.
    fn total_digits(&self) -> usize;

    /// How many digits stand after the point, without trailing zeros.
    fn fraction_digits(&self) -> usize {
        0
    }
}

impl Digits for Decimal {
    fn total_digits(&self) -> usize {
        self.total_digits()
    }

    fn fraction_digits(&self) -> usize {
        self.fraction_digits()
    }
}

impl Digits for Integer {
    fn total_digits(&self) -> usize {
        self.total_digits()
    }
}

macro_rules! digits_of_integers {
    ($($type:ty, $value:ident => $digits:expr;)+) => {$(
        impl Digits for $type {
            fn total_digits(&self) -> usize {
                let $value = self;
                $digits
            }
        }
    )+};
}

digits_of_integers! {
    i8, value => super::number::count(value.unsigned_abs().into());
    i16, value => super::number::count(value.unsigned_abs().into());
    i32, value => super::number::count(value.unsigned_abs().into());
    i64, value => super::number::count(value.unsigned_abs());
    u8, value => super::number::count((*value).into());
    u16, value => super::number::count((*value).into());
    u32, value => super::number::count((*value).into());
    u64, value => super::number::count(*value);
    NonNegativeInteger, value => value.as_integer().total_digits();
    PositiveInteger, value => value.as_integer().total_digits();
    NonPositiveInteger, value => value.as_integer().total_digits();
    NegativeInteger, value => value.as_integer().total_digits();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{DateTime, from_text};

    fn reason(result: Result<(), ValueError>) -> Option<String> {
        result.err().map(|error| error.reason().to_owned())
    }

    #[test]
    fn bounds_are_judged_and_named() {
        let decimal = |text| from_text::<Decimal>(text).expect("a valid row");
        let date = |text| from_text::<DateTime>(text).expect("a valid row");
        let zoned = date("2005-01-01T12:00:00Z");
        let rows = [
            (length("t", 2, 2), None),
            (length("t", 3, 2), Some("expected a length of 2 (length), found 3")),
            (min_length("t", 2, 2), None),
            (min_length("t", 1, 2), Some("expected a length of at least 2 (minLength), found 1")),
            (max_length("t", 2, 2), None),
            (max_length("t", 3, 2), Some("expected a length of at most 2 (maxLength), found 3")),
            (min_inclusive("t", &5, &5), None),
            (min_inclusive("t", &4, &5), Some("expected at least 5 (minInclusive)")),
            (min_exclusive("t", &5, &5), Some("expected more than 5 (minExclusive)")),
            (min_exclusive("t", &6, &5), None),
            (max_inclusive("t", &decimal("1.50"), &decimal("1.5")), None),
            (
                max_inclusive("t", &decimal("1.51"), &decimal("1.50")),
                Some("expected at most 1.5 (maxInclusive)"),
            ),
            (max_exclusive("t", &0.5, &0.5), Some("expected less than 0.5 (maxExclusive)")),
            (max_exclusive("t", &f64::NAN, &0.5), Some("expected less than 0.5 (maxExclusive)")),
            (
                max_inclusive("t", &date("2005-01-01T06:00:00"), &zoned),
                Some("expected at most 2005-01-01T12:00:00Z (maxInclusive)"),
            ),
            (max_inclusive("t", &date("2004-12-31T06:00:00"), &zoned), None),
            (total_digits("t", &-123_i8, 3), None),
            (total_digits("t", &0_u64, 1), None),
            (
                total_digits("t", &decimal("12.340"), 3),
                Some("expected at most 3 digits in all (totalDigits), found 4"),
            ),
            (fraction_digits("t", &decimal("12.340"), 2), None),
            (fraction_digits("t", &7_i32, 0), None),
            (
                fraction_digits("t", &decimal("0.125"), 2),
                Some("expected at most 2 digits after the point (fractionDigits), found 3"),
            ),
        ];
        for (at, (found, expected)) in rows.into_iter().enumerate() {
            assert_eq!(reason(found).as_deref(), expected, "row {at}");
        }
    }
}
