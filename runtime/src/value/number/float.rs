//! `xs:float` and `xs:double` (XML Schema Part 2, sections 3.2.4 and 3.2.5).
//!
//! Of the values that are not numbers only `INF`, `-INF` and `NaN` are read, spelled so. Written is
//! the shortest form that reads as the same value; it is `1.5`, and not the canonical `1.5E0`, as
//! all lexical forms stand for the same value and receivers expect the plain one.

use std::fmt::Write;

use crate::value::{Decimal, TextValue, ValueError};

macro_rules! floats {
    ($($type:ty, $name:literal;)+) => {$(
        impl TextValue for $type {
            const TYPE_NAME: &'static str = $name;
            const PLAIN: bool = true;

            fn parse(text: &str) -> Result<Self, ValueError> {
                if starts_number(text.as_bytes()) {
                    // A letter other than the exponent's is refused by the standard parser, which
                    // knows words only at the start.
                    if let Ok(value) = text.parse() {
                        return Ok(value);
                    }
                }
                match text {
                    "INF" => Ok(<$type>::INFINITY),
                    "-INF" => Ok(<$type>::NEG_INFINITY),
                    "NaN" => Ok(<$type>::NAN),
                    _ => Err(refusal($name)),
                }
            }

            fn write(&self, out: &mut String) {
                if let Some(short) = short_decimal((*self).into(), <$type>::DIGITS as usize) {
                    return short.write(out);
                }
                let written = if self.is_nan() {
                    out.write_str("NaN")
                } else if self.is_infinite() {
                    out.write_str(if *self > 0.0 { "INF" } else { "-INF" })
                } else if *self == 0.0 || (1e-5..1e16).contains(&self.abs()) {
                    write!(out, "{self}")
                } else {
                    write!(out, "{self:E}")
                };
                written.expect("a String takes all that is written to it");
            }
        }
    )+};
}

floats! {
    f32, "xs:float";
    f64, "xs:double";
}

/// The decimal that is the shortest form of a value, if it has at most nine digits after the point
/// and as few digits in all as its type tells apart.
///
/// The mantissa and 10^9 are exact, so their quotient is what the decimal reads as; and no two
/// decimals of so few digits read as the same value.
fn short_decimal(value: f64, digits: usize) -> Option<Decimal> {
    let mantissa = (value * 1e9).round();
    if !(1e4..1e15).contains(&mantissa.abs()) || mantissa / 1e9 != value {
        return None;
    }
    Some(Decimal::from_scaled(mantissa as i64, 9)).filter(|short| short.total_digits() <= digits)
}

/// Whether a digit comes first, after at most one sign and a point: so no word does.
fn starts_number(bytes: &[u8]) -> bool {
    let unsigned = match bytes {
        [b'+' | b'-', rest @ ..] => rest,
        all => all,
    };
    matches!(unsigned, [b'0'..=b'9', ..] | [b'.', b'0'..=b'9', ..])
}

#[cold]
fn refusal(name: &'static str) -> ValueError {
    ValueError::new(name, "expected a number such as 1.5 or -1E4, or INF, -INF or NaN")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::value::{from_text, to_text};

    #[test]
    fn lexical_forms() {
        let rows = [
            ("-1E4", -1e4, "-10000"),
            ("1267.43233E12", 1_267.432_33e12, "1267432330000000"),
            ("12.78e-2", 0.1278, "0.1278"),
            ("12", 12.0, "12"),
            ("-0", -0.0, "-0"),
            ("0", 0.0, "0"),
            ("INF", f64::INFINITY, "INF"),
            ("-INF", f64::NEG_INFINITY, "-INF"),
            ("+1.", 1.0, "1"),
            (".5", 0.5, "0.5"),
            ("1e+3", 1000.0, "1000"),
            ("1e400", f64::INFINITY, "INF"),
            ("1e-400", 0.0, "0"),
            ("1e16", 1e16, "1E16"),
            ("1.5e-7", 1.5e-7, "1.5E-7"),
            ("\t1 ", 1.0, "1"),
        ];
        for (text, value, written) in rows {
            assert_eq!(from_text::<f64>(text).map(f64::to_bits), Ok(value.to_bits()), "{text:?}");
            assert_eq!(to_text::<f64>(&value), written);
        }
        assert!(from_text::<f64>("NaN").is_ok_and(f64::is_nan));
        assert!(from_text::<f32>("NaN").is_ok_and(f32::is_nan));
        assert_eq!(to_text(&f32::NAN), "NaN");
        assert_eq!(to_text(&-f64::NAN), "NaN");
    }

    #[test]
    fn other_spellings_are_refused() {
        let rows = [
            "", ".", "+", "-", "e3", "1e", "1e+", ".e1", "inf", "-inf", "+INF", "Inf", "infinity",
            "Infinity", "nan", "NAN", "-NaN", "1_000", "0x1p3", "1e1.5", "1 2", "1f", "1,5", "++1",
            "-+1", "1INF", "1e1_0", "+.e1", "１",
        ];
        for text in rows {
            assert!(from_text::<f64>(text).is_err(), "{text:?}");
            assert!(from_text::<f32>(text).is_err(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_as_the_same_bits(a in any::<f64>(), b in any::<f32>()) {
            prop_assert_eq!(from_text::<f64>(&to_text(&a)).map(f64::to_bits), Ok(a.to_bits()));
            prop_assert_eq!(from_text::<f32>(&to_text(&b)).map(f32::to_bits), Ok(b.to_bits()));
        }

        #[test]
        fn short_decimals_are_written_as_the_standard_library_does(
            mantissa in -1_000_000_000_000_i64..1_000_000_000_000,
            scale in 0_i32..7,
        ) {
            let value = mantissa as f64 / 10_f64.powi(scale);
            if value == 0.0 || value.abs() >= 1e-5 {
                prop_assert_eq!(to_text(&value), format!("{value}"));
                prop_assert_eq!(to_text(&(value as f32)), format!("{}", value as f32));
            }
        }
    }
}
