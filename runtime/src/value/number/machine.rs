//! The integers that fit a machine word: `xs:byte` to `xs:unsignedLong`
//! (XML Schema Part 2, sections 3.3.16 to 3.3.24).

use std::fmt::Display;
use std::num::IntErrorKind;

use super::digits;
use crate::value::{TextValue, ValueError};

/// A sign and leading zeros are accepted, as the lexical form of `xs:integer` has them; what does
/// not fit is an error.
macro_rules! machine_integers {
    ($($type:ty, $name:literal, $push:ident;)+) => {$(
        impl TextValue for $type {
            const TYPE_NAME: &'static str = $name;
            const PLAIN: bool = true;

            fn parse(text: &str) -> Result<Self, ValueError> {
                match text.parse::<$type>() {
                    Ok(value) => Ok(value),
                    Err(_) if digits::is_negative_zero(text) => Ok(0),
                    Err(error) => Err(refusal($name, error.kind(), <$type>::MIN, <$type>::MAX)),
                }
            }

            fn write(&self, out: &mut String) {
                digits::$push(out, (*self).into());
            }
        }
    )+};
}

machine_integers! {
    i8, "xs:byte", push_signed;
    i16, "xs:short", push_signed;
    i32, "xs:int", push_signed;
    i64, "xs:long", push_signed;
    u8, "xs:unsignedByte", push_unsigned;
    u16, "xs:unsignedShort", push_unsigned;
    u32, "xs:unsignedInt", push_unsigned;
    u64, "xs:unsignedLong", push_unsigned;
}

#[cold]
fn refusal<T: Display>(name: &'static str, kind: &IntErrorKind, min: T, max: T) -> ValueError {
    let overflow = matches!(kind, IntErrorKind::PosOverflow | IntErrorKind::NegOverflow);
    let what = if overflow { "a number" } else { "digits: a whole number" };
    ValueError::new(name, format!("expected {what} from {min} to {max}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::value::{TextValue, from_text, to_text};

    fn rows<T: TextValue + PartialEq + std::fmt::Debug>(valid: &[(&str, T)], invalid: &[&str]) {
        for (text, value) in valid {
            assert_eq!(from_text::<T>(text).as_ref(), Ok(value), "{} {text:?}", T::TYPE_NAME);
        }
        for text in invalid.iter().chain(&["", "+", "-", "1_000", "1.0", "1e3", "0x1", "1 2", "٣"])
        {
            assert!(from_text::<T>(text).is_err(), "{} {text:?}", T::TYPE_NAME);
        }
    }

    #[test]
    fn each_type_has_its_range() {
        rows::<i8>(&[("-128", -128), ("+127", 127), ("-0", 0)], &["128", "-129"]);
        rows::<i16>(&[("-32768", i16::MIN), ("32767", i16::MAX)], &["32768", "-32769"]);
        rows::<i32>(
            &[("126789675", 126_789_675), ("-1", -1), (" 0007 ", 7), ("-2147483648", i32::MIN)],
            &["2147483648", "-2147483649", "--1", "+-1"],
        );
        rows::<i64>(
            &[("-9223372036854775808", i64::MIN), ("+9223372036854775807", i64::MAX)],
            &["9223372036854775808", "-9223372036854775809"],
        );
        rows::<u8>(&[("255", 255), ("+126", 126), ("-0", 0), ("-00", 0)], &["256", "-1"]);
        rows::<u16>(&[("65535", u16::MAX)], &["65536", "-1"]);
        rows::<u32>(&[("4294967295", u32::MAX)], &["4294967296"]);
        rows::<u64>(&[("18446744073709551615", u64::MAX)], &["18446744073709551616", "-5"]);
    }

    #[test]
    fn errors_name_the_range() {
        let error = from_text::<i8>("200").expect_err("out of range");
        assert_eq!(error.to_string(), "not a valid xs:byte: expected a number from -128 to 127");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(a: i64, b: u64, c: i8, d: u32) {
            prop_assert_eq!(to_text(&a), format!("{a}"));
            prop_assert_eq!(to_text(&b), format!("{b}"));
            prop_assert_eq!(from_text::<i64>(&to_text(&a)), Ok(a));
            prop_assert_eq!(from_text::<u64>(&to_text(&b)), Ok(b));
            prop_assert_eq!(from_text::<i8>(&to_text(&c)), Ok(c));
            prop_assert_eq!(from_text::<u32>(&to_text(&d)), Ok(d));
        }
    }
}
