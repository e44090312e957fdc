//! `xs:decimal`: lexical forms, what is written, order, facets (XML Schema Part 2, section 3.2.3).

use proptest::prelude::*;

use super::Decimal;
use crate::value::{Integer, ValueError, from_text, to_text};

fn decimal(text: &str) -> Decimal {
    from_text(text).expect("a valid row")
}

/// Lexical form, written form, total digits, fraction digits.
const ROWS: [(&str, &str, usize, usize); 28] = [
    ("-1.23", "-1.23", 3, 2),
    ("12678967.543233", "12678967.543233", 14, 6),
    ("+100000.00", "100000", 6, 0),
    ("210", "210", 3, 0),
    ("0", "0", 1, 0),
    ("-0", "0", 1, 0),
    ("-0.00", "0", 1, 0),
    ("1.", "1", 1, 0),
    (".5", "0.5", 1, 1),
    ("-.50", "-0.5", 1, 1),
    ("+.0", "0", 1, 0),
    ("007", "7", 1, 0),
    ("0.001", "0.001", 3, 3),
    ("-0.0120", "-0.012", 3, 3),
    (" 1.5\n", "1.5", 2, 1),
    ("9223372036854775807", "9223372036854775807", 19, 0),
    ("-9223372036854775808", "-9223372036854775808", 19, 0),
    ("9223372036854775808", "9223372036854775808", 19, 0),
    ("-9223372036854775809.10", "-9223372036854775809.1", 20, 1),
    ("-92233720368547758.08", "-92233720368547758.08", 19, 2),
    ("0000000000000000000001.50000000000000000000", "1.5", 2, 1),
    ("0.0000000000000000000000015", "0.0000000000000000000000015", 25, 25),
    ("0.123456789012345678901234567890", "0.12345678901234567890123456789", 29, 29),
    ("1000000000000000000000", "1000000000000000000000", 22, 0),
    ("-000100000000000000000000.010", "-100000000000000000000.01", 23, 2),
    ("999999999999999999", "999999999999999999", 18, 0),
    ("0.999999999999999999", "0.999999999999999999", 18, 18),
    ("79228162514264337593543950335.5", "79228162514264337593543950335.5", 30, 1),
];

#[test]
fn lexical_forms_and_what_is_written() {
    for (text, written, total, fraction) in ROWS {
        let value = decimal(text);
        assert_eq!(to_text(&value), written, "{text:?}");
        assert_eq!(value, decimal(written), "{text:?}");
        assert_eq!((value.total_digits(), value.fraction_digits()), (total, fraction), "{text:?}");
    }
    let invalid = [
        "",
        ".",
        "+",
        "-",
        "-.",
        "+.",
        "1..2",
        "1.2.3",
        "1e3",
        "1E3",
        "1_000",
        "1,000",
        "--1",
        "+-1",
        "1-",
        "INF",
        "NaN",
        "0x10",
        "1 000",
        "٣",
        "1.0\u{a0}",
        "1_000.000_000_000_000_000_1",
    ];
    for text in invalid {
        assert!(from_text::<Decimal>(text).is_err(), "{text:?}");
    }
}

#[test]
fn a_thousand_digits_and_no_more() {
    let tiny = format!("0.{}1", "0".repeat(998));
    assert_eq!(to_text(&decimal(&tiny)), tiny);
    assert_eq!(decimal(&tiny).fraction_digits(), 999);
    let error = from_text::<Decimal>(&format!("0.{}1", "0".repeat(999))).expect_err("too long");
    assert_eq!(error.reason(), "expected at most 1000 digits");
}

#[test]
fn order_is_by_value_across_representations() {
    let rows = [
        "-100000000000000000000.5",
        "-100000000000000000000",
        "-9.3",
        "-9.25",
        "-0.0000000000000000000000000001",
        "0",
        "0.0000000000000000000000000001",
        "0.000000000000000000000000001",
        "0.5",
        "0.51",
        "0.6",
        "1",
        "1.0000000000000000000000001",
        "9.25",
        "10",
        "9223372036854775807",
        "9223372036854775807.5",
        "9223372036854775808",
        "100000000000000000000",
    ];
    let values = rows.map(decimal);
    for (i, a) in values.iter().enumerate() {
        for (j, b) in values.iter().enumerate() {
            assert_eq!(a.cmp(b), i.cmp(&j), "{a} {b}");
            assert_eq!(a == b, i == j, "{a} {b}");
        }
    }
    assert!(decimal("9.5") > Integer::new(9) && Integer::new(10) > decimal("9.5"));
    assert!(decimal("9.0") == Integer::new(9) && Integer::new(9) == decimal("9"));
}

#[test]
fn conversions_are_exact_or_errors() -> Result<(), ValueError> {
    assert_eq!(i64::try_from(decimal("-12.0"))?, -12);
    assert_eq!(u64::try_from(&Decimal::from(u64::MAX))?, u64::MAX);
    assert!(i32::try_from(decimal("1.5")).is_err());
    assert!(u8::try_from(decimal("256")).is_err());
    assert!(u8::try_from(decimal("-1")).is_err());
    assert_eq!(Decimal::from(u128::MAX).to_string(), u128::MAX.to_string());
    assert_eq!(Decimal::from_scaled(1500, 2).to_scaled(), Some((15, 0)));
    assert_eq!(Decimal::from_scaled(0, 200).to_scaled(), Some((0, 0)));
    assert_eq!(Decimal::from_scaled(i64::MIN, 0).to_string(), i64::MIN.to_string());
    assert_eq!(Decimal::from_scaled(15, 255).to_string(), format!("0.{}15", "0".repeat(253)));
    assert_eq!(decimal("-0.1").to_f64().to_bits(), (-0.1_f64).to_bits());
    Ok(())
}

proptest! {
    #[test]
    fn the_written_form_is_stable(text in "[+-]?[0-9]{0,25}(\\.[0-9]{1,25})?") {
        if let Ok(value) = from_text::<Decimal>(&text) {
            let written = to_text(&value);
            let again = decimal(&written);
            prop_assert_eq!(&again, &value);
            prop_assert_eq!(to_text(&again), written);
        }
    }

    #[test]
    fn scaled_numbers_are_read_as_written(mantissa: i64, scale: u8, other: i64) {
        let value = Decimal::from_scaled(mantissa, scale);
        prop_assert_eq!(&decimal(&to_text(&value)), &value);
        let other = Decimal::from_scaled(other, scale);
        prop_assert_eq!(value.cmp(&other), value.parts(&mut String::new()).cmp(&other.parts(&mut String::new())));
    }
}
