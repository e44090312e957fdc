//! `xs:decimal` (XML Schema Part 2, section 3.2.3): exact, of any size.
//!
//! A number whose digits fit 64 bits is kept as those and a scale, and only then; a longer one is
//! its canonical text. Trailing zeros are no part of the value. So equal numbers are equal in memory.

use std::cmp::Ordering;
use std::fmt;

use super::digits::{self, MAX_DIGITS};
use super::parts::Parts;
use crate::value::forms::text_forms;
use crate::value::{Integer, TextValue, ValueError};

/// A decimal number of any size, exactly; it is never rounded.
///
/// `1.50` and `1.5` are one value, written `1.5`; a whole number is written without a point. At
/// most 1,000 digits are read. There is no arithmetic: take the parts, or the text to a crate for
/// decimal numbers.
///
/// ```
/// use wsdl2rs_runtime::value::Decimal;
///
/// let price: Decimal = "12.50".parse()?;
/// assert_eq!(price, Decimal::from_scaled(125, 1));
/// assert_eq!(price.to_string(), "12.5");
/// assert!(price < Decimal::from(13));
/// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Decimal(Repr);

#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    /// `mantissa` × 10^-`scale`; the mantissa ends in no zero unless the scale is 0.
    Small { mantissa: i64, scale: u8 },
    /// Canonical text of any other number.
    Big(Box<str>),
}

impl Decimal {
    /// The number `mantissa` × 10^-`scale`: 1.25 is `from_scaled(125, 2)`.
    #[must_use]
    pub const fn from_scaled(mut mantissa: i64, mut scale: u8) -> Self {
        while scale >= 3 && mantissa % 1_000 == 0 {
            mantissa /= 1_000;
            scale -= 3;
        }
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Self(Repr::Small { mantissa, scale })
    }

    /// `mantissa` and `scale` with the number `mantissa` × 10^-`scale` and the least scale, where
    /// the mantissa fits.
    #[must_use]
    pub fn to_scaled(&self) -> Option<(i64, u8)> {
        match self.0 {
            Repr::Small { mantissa, scale } => Some((mantissa, scale)),
            Repr::Big(_) => None,
        }
    }

    /// The nearest `f64`.
    #[must_use]
    pub fn to_f64(&self) -> f64 {
        self.to_string().parse().expect("the canonical text is a number to the standard parser")
    }

    /// The least number of digits that can hold the number: those without leading zeros, and at
    /// least as many as stand after the point (the facet totalDigits, Part 2, section 4.3.11).
    #[must_use]
    pub fn total_digits(&self) -> usize {
        match &self.0 {
            Repr::Small { mantissa, scale } => {
                digits::count(mantissa.unsigned_abs()).max(usize::from(*scale))
            }
            Repr::Big(text) => {
                let parts = Parts::of(text);
                parts.whole.trim_start_matches('0').len() + parts.fraction.len()
            }
        }
    }

    /// How many digits stand after the point, without trailing zeros
    /// (the facet fractionDigits, Part 2, section 4.3.12).
    #[must_use]
    pub fn fraction_digits(&self) -> usize {
        match &self.0 {
            Repr::Small { scale, .. } => usize::from(*scale),
            Repr::Big(text) => Parts::of(text).fraction.len(),
        }
    }

    pub(super) fn parts<'a>(&'a self, buffer: &'a mut String) -> Parts<'a> {
        match &self.0 {
            Repr::Small { .. } => {
                self.write(buffer);
                Parts::of(buffer)
            }
            Repr::Big(text) => Parts::of(text),
        }
    }
}

impl TextValue for Decimal {
    const TYPE_NAME: &'static str = "xs:decimal";
    const PLAIN: bool = true;

    fn parse(text: &str) -> Result<Self, ValueError> {
        parse_short(text.as_bytes()).map_or_else(|| parse_long(text), Ok)
    }

    fn write(&self, out: &mut String) {
        match &self.0 {
            Repr::Small { mantissa, scale: 0 } => digits::push_signed(out, *mantissa),
            Repr::Small { mantissa, scale } => {
                digits::push_scaled(out, *mantissa, usize::from(*scale));
            }
            Repr::Big(text) => out.push_str(text),
        }
    }
}

/// Reads a number whose digits cannot overflow; nothing where the text is longer or not a number.
fn parse_short(text: &[u8]) -> Option<Decimal> {
    let (negative, unsigned) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        all => (false, all),
    };
    if unsigned.len() > 18 {
        return None;
    }
    let mut mantissa = 0_i64;
    let mut point = None;
    for (at, byte) in unsigned.iter().enumerate() {
        let digit = byte.wrapping_sub(b'0');
        if digit <= 9 {
            mantissa = mantissa * 10 + i64::from(digit);
        } else if *byte == b'.' && point.is_none() {
            point = Some(at);
        } else {
            return None;
        }
    }
    let fraction = point.map_or(0, |at| unsigned.len() - at - 1);
    if unsigned.len() == usize::from(point.is_some()) {
        return None;
    }
    Some(Decimal::from_scaled(if negative { -mantissa } else { mantissa }, fraction as u8))
}

/// Reads any number, and says why a text is none.
#[cold]
fn parse_long(text: &str) -> Result<Decimal, ValueError> {
    let (negative, unsigned) = digits::split_sign(text);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let count = whole.len() + fraction.len();
    if count == 0 || !digits::all_digits(whole) || !digits::all_digits(fraction) {
        return Err(ValueError::new(Decimal::TYPE_NAME, "expected digits with at most one point"));
    }
    if count > MAX_DIGITS {
        return Err(digits::too_long(Decimal::TYPE_NAME));
    }
    let whole = whole.trim_start_matches('0');
    let fraction = fraction.trim_end_matches('0');
    let mantissa = digits::magnitude([whole, fraction]);
    let small = mantissa.and_then(|mantissa| digits::signed(negative, mantissa));
    if let (Some(mantissa), Ok(scale)) = (small, u8::try_from(fraction.len())) {
        return Ok(Decimal::from_scaled(mantissa, scale));
    }
    let sign = if negative { "-" } else { "" };
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if fraction.is_empty() { "" } else { "." };
    Ok(Decimal(Repr::Big([sign, whole, point, fraction].concat().into())))
}

text_forms!(Decimal);

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decimal({self})")
    }
}

impl Default for Decimal {
    fn default() -> Self {
        Self::from_scaled(0, 0)
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (
            Repr::Small { mantissa: a, scale: a_scale },
            Repr::Small { mantissa: b, scale: b_scale },
        ) = (&self.0, &other.0)
        {
            // A mantissa has less than 2^63 and 10^18 less than 2^60, so i128 holds the product.
            let difference = u32::from(a_scale.abs_diff(*b_scale));
            if difference <= 18 {
                let factor = 10_i128.pow(difference);
                let (a, b) = (i128::from(*a), i128::from(*b));
                return if a_scale < b_scale { (a * factor).cmp(&b) } else { a.cmp(&(b * factor)) };
            }
        }
        self.parts(&mut String::new()).cmp(&other.parts(&mut String::new()))
    }
}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

macro_rules! from_integers {
    ($($type:ty),+) => {$(
        impl From<$type> for Decimal {
            fn from(value: $type) -> Self {
                let value = Integer::from(value);
                match value.to_i64() {
                    Some(small) => Self::from_scaled(small, 0),
                    None => Self(Repr::Big(value.to_string().into())),
                }
            }
        }
    )+};
}

from_integers!(i8, i16, i32, i64, u8, u16, u32, u64, i128, u128, usize, isize, Integer);

/// Conversions to the machine integers; a fraction, or a number that does not fit, is an error.
macro_rules! to_machine {
    ($($type:ty),+) => {$(
        impl TryFrom<&Decimal> for $type {
            type Error = ValueError;

            fn try_from(value: &Decimal) -> Result<Self, ValueError> {
                Self::parse(&value.to_string())
            }
        }

        impl TryFrom<Decimal> for $type {
            type Error = ValueError;

            fn try_from(value: Decimal) -> Result<Self, ValueError> {
                Self::try_from(&value)
            }
        }
    )+};
}

to_machine!(i8, i16, i32, i64, u8, u16, u32, u64);

/// A decimal and an integer compare by value.
impl PartialEq<Integer> for Decimal {
    fn eq(&self, other: &Integer) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl PartialOrd<Integer> for Decimal {
    fn partial_cmp(&self, other: &Integer) -> Option<Ordering> {
        Some(self.parts(&mut String::new()).cmp(&other.parts(&mut String::new())))
    }
}

impl PartialEq<Decimal> for Integer {
    fn eq(&self, other: &Decimal) -> bool {
        other == self
    }
}

impl PartialOrd<Decimal> for Integer {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        other.partial_cmp(self).map(Ordering::reverse)
    }
}

#[cfg(test)]
#[path = "decimal_tests.rs"]
mod tests;
