//! `xs:integer` (XML Schema Part 2, section 3.3.13): exact, of any size.
//!
//! A number that fits 64 bits is kept as such, and only then; a longer one is its canonical text.
//! So equal numbers are equal in memory.

use std::cmp::Ordering;
use std::fmt;

use super::digits::{self, MAX_DIGITS};
use super::parts::Parts;
use crate::value::forms::text_forms;
use crate::value::{Decimal, TextValue, ValueError};

/// A whole number of any size, exactly.
///
/// At most 1,000 digits are read. There is no arithmetic: convert to a machine integer, or take
/// the text to a crate for big numbers.
///
/// ```
/// use wsdl2rs_runtime::value::Integer;
///
/// let big: Integer = "36893488147419103232".parse()?;
/// assert!(big > Integer::from(u64::MAX));
/// assert_eq!(i32::try_from(Integer::from(7_u64))?, 7);
/// assert!(i64::try_from(big).is_err());
/// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Integer(Repr);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Small(i64),
    /// Canonical text of a number outside `i64`.
    Big(Box<str>),
}

impl Integer {
    /// The number as a constant, for bounds.
    #[must_use]
    pub const fn new(value: i64) -> Self {
        Self(Repr::Small(value))
    }

    /// How many digits the number has, without sign; 1 for zero
    /// (the facet totalDigits, Part 2, section 4.3.11).
    #[must_use]
    pub fn total_digits(&self) -> usize {
        match &self.0 {
            Repr::Small(value) => digits::count(value.unsigned_abs()),
            Repr::Big(text) => digits::split_sign(text).1.len(),
        }
    }

    /// -1, 0 or 1: whether the number is below, at or above zero.
    #[must_use]
    pub fn signum(&self) -> i8 {
        match &self.0 {
            Repr::Small(value) => value.signum() as i8,
            Repr::Big(text) if text.starts_with('-') => -1,
            Repr::Big(_) => 1,
        }
    }

    /// The number as `i64`, where it fits.
    #[must_use]
    pub fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Repr::Small(value) => Some(*value),
            Repr::Big(_) => None,
        }
    }

    /// Reads an integer on behalf of the named type.
    pub(super) fn parse_as(type_name: &'static str, text: &str) -> Result<Self, ValueError> {
        if text.len() <= MAX_DIGITS
            && let Ok(small) = text.parse()
        {
            return Ok(Self::new(small));
        }
        Self::parse_long(type_name, text)
    }

    #[cold]
    fn parse_long(type_name: &'static str, text: &str) -> Result<Self, ValueError> {
        let (negative, unsigned) = digits::split_sign(text);
        if unsigned.is_empty() || !digits::all_digits(unsigned) {
            return Err(ValueError::new(type_name, "expected digits, with or without a sign"));
        }
        if unsigned.len() > MAX_DIGITS {
            return Err(digits::too_long(type_name));
        }
        Ok(Self::from_digits(negative, unsigned))
    }

    /// The number with this sign and these digits, of which there is at least one.
    pub(super) fn from_digits(negative: bool, unsigned: &str) -> Self {
        let small = digits::magnitude([unsigned]).and_then(|value| digits::signed(negative, value));
        match small {
            Some(value) => Self(Repr::Small(value)),
            None => {
                let sign = if negative { "-" } else { "" };
                let significant = unsigned.trim_start_matches('0');
                Self(Repr::Big([sign, significant].concat().into()))
            }
        }
    }

    pub(super) fn parts<'a>(&'a self, buffer: &'a mut String) -> Parts<'a> {
        match &self.0 {
            Repr::Small(value) => {
                digits::push_signed(buffer, *value);
                Parts::of(buffer)
            }
            Repr::Big(text) => Parts::of(text),
        }
    }
}

impl TextValue for Integer {
    const TYPE_NAME: &'static str = "xs:integer";
    const PLAIN: bool = true;

    fn parse(text: &str) -> Result<Self, ValueError> {
        Self::parse_as(Self::TYPE_NAME, text)
    }

    fn write(&self, out: &mut String) {
        match &self.0 {
            Repr::Small(value) => digits::push_signed(out, *value),
            Repr::Big(text) => out.push_str(text),
        }
    }
}

text_forms!(Integer);

impl fmt::Debug for Integer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Integer({self})")
    }
}

impl Default for Integer {
    fn default() -> Self {
        Self::new(0)
    }
}

impl Ord for Integer {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Repr::Small(a), Repr::Small(b)) => a.cmp(b),
            _ => self.parts(&mut String::new()).cmp(&other.parts(&mut String::new())),
        }
    }
}

impl PartialOrd for Integer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

macro_rules! from_small {
    ($($type:ty),+) => {$(
        impl From<$type> for Integer {
            fn from(value: $type) -> Self {
                Self::new(value.into())
            }
        }
    )+};
}

from_small!(i8, i16, i32, i64, u8, u16, u32);

macro_rules! from_large {
    ($($type:ty),+) => {$(
        impl From<$type> for Integer {
            fn from(value: $type) -> Self {
                match i64::try_from(value) {
                    Ok(small) => Self::new(small),
                    Err(_) => Self(Repr::Big(value.to_string().into())),
                }
            }
        }
    )+};
}

from_large!(u64, i128, u128, usize, isize);

/// Conversions to the machine integers; a number that does not fit is an error.
macro_rules! to_machine {
    ($($type:ty),+) => {$(
        impl TryFrom<&Integer> for $type {
            type Error = ValueError;

            fn try_from(value: &Integer) -> Result<Self, ValueError> {
                let small = value.to_i64().and_then(|small| Self::try_from(small).ok());
                small.map_or_else(|| Self::parse(&value.to_string()), Ok)
            }
        }

        impl TryFrom<Integer> for $type {
            type Error = ValueError;

            fn try_from(value: Integer) -> Result<Self, ValueError> {
                Self::try_from(&value)
            }
        }
    )+};
}

to_machine!(i8, i16, i32, i64, u8, u16, u32, u64);

/// The whole number that a decimal stands for; an error for one with a fraction.
impl TryFrom<Decimal> for Integer {
    type Error = ValueError;

    fn try_from(value: Decimal) -> Result<Self, ValueError> {
        Self::try_from(&value)
    }
}

impl TryFrom<&Decimal> for Integer {
    type Error = ValueError;

    fn try_from(value: &Decimal) -> Result<Self, ValueError> {
        let mut buffer = String::new();
        let parts = value.parts(&mut buffer);
        if parts.fraction.is_empty() {
            Ok(Self::from_digits(parts.negative, parts.whole))
        } else {
            Err(ValueError::new(Self::TYPE_NAME, "expected a number without a fraction"))
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::{from_text, to_text};

    #[test]
    fn lexical_forms_and_what_is_written() {
        let rows = [
            ("-1", "-1"),
            ("0", "0"),
            ("-0", "0"),
            ("+100000", "100000"),
            ("12678967543233", "12678967543233"),
            ("000", "0"),
            (" 007 ", "7"),
            ("9223372036854775807", "9223372036854775807"),
            ("9223372036854775808", "9223372036854775808"),
            ("-9223372036854775808", "-9223372036854775808"),
            ("-009223372036854775809", "-9223372036854775809"),
            ("+00123456789012345678901234567890", "123456789012345678901234567890"),
        ];
        for (text, written) in rows {
            assert_eq!(from_text::<Integer>(text).map(|v| to_text(&v)), Ok(written.to_owned()));
        }
        for text in ["", "+", "-", "1.0", "1.", "1e3", "1_000", "+-1", "0x1F", "1 2", "INF", "٣"] {
            assert!(from_text::<Integer>(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_thousand_digits_and_no_more() {
        let longest = "9".repeat(1_000);
        assert_eq!(from_text::<Integer>(&longest).map(|v| v.total_digits()), Ok(1_000));
        let error = from_text::<Integer>(&"9".repeat(1_001)).expect_err("too long");
        assert_eq!(error.reason(), "expected at most 1000 digits");
    }

    #[test]
    fn order_is_by_value() {
        let rows = [
            "-100000000000000000001",
            "-100000000000000000000",
            "-9223372036854775809",
            "-9223372036854775808",
            "-1",
            "0",
            "1",
            "9223372036854775807",
            "9223372036854775808",
            "99999999999999999999",
            "100000000000000000000",
        ];
        let values = rows.map(|text| from_text::<Integer>(text).expect("a valid row"));
        for (i, a) in values.iter().enumerate() {
            for (j, b) in values.iter().enumerate() {
                assert_eq!(a.cmp(b), i.cmp(&j), "{a} {b}");
            }
            assert_eq!(a.signum(), (i as i64 - 5).signum() as i8);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_and_ordered(a: i128, b: i128, zeros in 0_usize..9) {
            let (x, y) = (Integer::from(a), Integer::from(b >> (zeros * 13)));
            prop_assert_eq!(from_text(&to_text(&x)), Ok(x.clone()));
            prop_assert_eq!(to_text(&x), a.to_string());
            prop_assert_eq!(x.cmp(&y), a.cmp(&(b >> (zeros * 13))));
            let padded = format!("+{}{}", "0".repeat(zeros), a.unsigned_abs());
            prop_assert_eq!(from_text(&padded), Ok(Integer::from(a.unsigned_abs())));
        }
    }

    #[test]
    fn conversions_are_exact_or_errors() {
        assert_eq!(Integer::from(u64::MAX).to_string(), "18446744073709551615");
        assert_eq!(u64::try_from(Integer::from(u64::MAX)), Ok(u64::MAX));
        assert_eq!(i64::try_from(Integer::from(i128::from(i64::MIN))), Ok(i64::MIN));
        assert!(i64::try_from(Integer::from(u64::MAX)).is_err());
        assert!(u8::try_from(Integer::from(-1)).is_err());
        assert!(u64::try_from(Integer::from(i128::MAX)).is_err());
        let decimal = |text| from_text::<Decimal>(text).expect("a valid row");
        assert_eq!(Integer::try_from(decimal("-12.00")), Ok(Integer::new(-12)));
        assert!(Integer::try_from(decimal("0.5")).is_err());
        assert_eq!(
            Integer::try_from(decimal("100000000000000000000.0")).map(|v| v.to_string()),
            Ok("100000000000000000000".to_owned())
        );
    }
}
