//! Tables of lexical forms: valid and invalid, equal and ordered.

use std::cmp::Ordering::{self, Equal, Greater, Less};

use super::*;

fn value(type_name: &str, text: &str) -> Option<Value> {
    parse(Builtin::from_name(type_name).expect("a built-in type"), text)
}

/// Type, valid forms, invalid forms.
const FORMS: &[(&str, &[&str], &[&str])] = &[
    ("boolean", &["true", "false", "1", "0"], &["", "TRUE", "yes", "2"]),
    (
        "decimal",
        &["0", "+1", "-1.5", ".5", "5.", "00012345678901234567890.0"],
        &["", ".", "1e5", "1,5", "--1", "1.2.3", "+"],
    ),
    ("integer", &["0", "-0", "+12"], &["1.0", "1.", "", "1 2"]),
    ("byte", &["-128", "127"], &["-129", "128"]),
    ("unsignedLong", &["18446744073709551615"], &["18446744073709551616", "-1"]),
    ("negativeInteger", &["-1"], &["0", "1"]),
    (
        "float",
        &["INF", "-INF", "NaN", "1", "1.5E-3", ".5e+7"],
        &["+INF", "inf", "1e", "e5", ".", "1.5E2.0", "infinity"],
    ),
    ("double", &["1e308", "-0"], &["nan", ""]),
    (
        "duration",
        &["P1Y", "-P1M", "PT0S", "P1Y2M3DT4H5M6.7S", "P0D"],
        &["", "P", "PT", "P1YT", "1Y", "P1M1Y", "P-1Y", "P1.5Y", "PT1.S", "P1H"],
    ),
    (
        "dateTime",
        &["2024-02-29T00:00:00", "-0001-01-01T24:00:00Z", "12024-01-01T00:00:00.125+14:00"],
        &[
            "2023-02-29T00:00:00",
            "0000-01-01T00:00:00",
            "2024-01-01",
            "2024-01-01T24:00:01",
            "2024-01-01T00:00:60",
            "2024-01-01T00:00:00+14:01",
            "02024-01-01T00:00:00",
            "2024-1-1T00:00:00",
            "2024-01-01T00:00:00.",
        ],
    ),
    ("time", &["23:59:59.999", "24:00:00", "00:00:00-05:30"], &["23:59", "25:00:00", "1:00:00"]),
    ("date", &["2024-12-31", "2024-12-31Z"], &["2024-13-01", "24-12-31", "2024-12-32"]),
    ("gYear", &["2024", "-0044", "2024+01:00"], &["24", "0000"]),
    ("gYearMonth", &["2024-02"], &["2024", "2024-00"]),
    ("gMonthDay", &["--02-29", "--12-31Z"], &["--02-30", "-12-31"]),
    ("gDay", &["---31"], &["---32", "--01"]),
    ("gMonth", &["--12", "--12Z"], &["--13", "12", "--12--"]),
    ("hexBinary", &["", "0aFF"], &["0", "0g"]),
    (
        "base64Binary",
        &["", "QQ==", "QUI=", "QUJD", "Q U J D"],
        &["QQ=", "QQ", "QR==", "====", "Q*=="],
    ),
    ("QName", &["a", "p:a"], &["", ":a", "a:", "a:b:c", "1a"]),
    ("NCName", &["a", "_-.9", "é"], &["", "9", "a:b", "-a"]),
    ("NMTOKEN", &["9", "-a:b"], &["", "a b"]),
    ("language", &["de", "en-US", "x-abc-12345678"], &["", "toolongword", "d1", "en-"]),
    ("anyURI", &["", "http://example.com/a b"], &[]),
];

#[test]
fn lexical_forms() {
    for (type_name, valid, invalid) in FORMS {
        for text in *valid {
            assert!(value(type_name, text).is_some(), "{type_name} {text:?} is valid");
        }
        for text in *invalid {
            assert!(value(type_name, text).is_none(), "{type_name} {text:?} is invalid");
        }
    }
}

#[test]
fn order_of_values() {
    let rows: [(&str, &str, &str, Option<Ordering>); 22] = [
        ("decimal", "1.0", "01", Some(Equal)),
        ("decimal", "-0", "0.00", Some(Equal)),
        ("decimal", "-2", "-10", Some(Greater)),
        ("decimal", "0.1", "0.09", Some(Greater)),
        ("integer", "99", "100", Some(Less)),
        ("float", "1e1", "10", Some(Equal)),
        ("float", "NaN", "1", None),
        ("float", "-0", "0", Some(Equal)),
        ("duration", "P1Y", "P12M", Some(Equal)),
        ("duration", "P1D", "PT24H", Some(Equal)),
        ("duration", "P1M", "P30D", None),
        ("duration", "P1M", "P27D", Some(Greater)),
        ("duration", "-P1D", "PT0.5S", Some(Less)),
        ("duration", "-PT0.5S", "-PT0.25S", Some(Less)),
        ("dateTime", "2024-01-01T00:00:00Z", "2024-01-01T01:00:00+01:00", Some(Equal)),
        ("dateTime", "2024-01-01T24:00:00", "2024-01-02T00:00:00", Some(Equal)),
        ("dateTime", "2024-01-01T00:00:00", "2024-01-01T12:00:00Z", None),
        ("dateTime", "2024-01-01T00:00:00", "2024-01-03T00:00:00Z", Some(Less)),
        ("dateTime", "2024-01-01T00:00:00.5", "2024-01-01T00:00:00.25", Some(Greater)),
        ("date", "-0001-12-31", "0001-01-01", Some(Less)),
        ("gYear", "1999", "2000", Some(Less)),
        ("string", "a", "b", None),
    ];
    for (type_name, left, right, order) in rows {
        let parsed = |text| value(type_name, text).expect("a lexical form");
        assert_eq!(parsed(left).compare(&parsed(right)), order, "{type_name} {left} {right}");
        let equal = parsed(left).key() == parsed(right).key();
        assert_eq!(equal, order == Some(Equal), "{type_name} {left} {right}");
    }
}

#[test]
fn the_largest_numbers_do_not_overflow() {
    let rows = [
        ("dateTime", "99999999999-12-31T24:00:00-14:00", "-99999999999-01-01T00:00:00+14:00"),
        ("duration", "P10000000000Y10000000000M10000000000DT10000000000H", "-P10000000000Y"),
        ("decimal", "99999999999999999999999999999999999999999", "-1e"),
    ];
    for (type_name, large, small) in rows {
        let large = value(type_name, large).expect("a lexical form");
        assert!(!large.key().is_empty());
        if let Some(small) = value(type_name, small) {
            assert_eq!(large.compare(&small), Some(Greater), "{type_name}");
        }
    }
    assert_eq!(value("gYear", "123456789012"), None);
}

#[test]
fn digits_and_lengths() {
    let digits = |text| {
        let number = Decimal::parse(text).expect("a decimal number");
        (number.total_digits(), number.fraction_digits())
    };
    assert_eq!(digits("0.030"), (1, 2));
    assert_eq!(digits("100"), (3, 0));
    assert_eq!(digits("0012.50"), (3, 1));
    assert_eq!(digits("0"), (0, 0));
    assert_eq!(value("hexBinary", "00FF").and_then(|value| value.length()), Some(2));
    assert_eq!(value("string", "äöü").and_then(|value| value.length()), Some(3));
    assert_eq!(value("int", "1").and_then(|value| value.length()), None);
}

#[test]
fn white_space() {
    let rows = [
        (WhiteSpace::Preserve, " a\n b ", " a\n b "),
        (WhiteSpace::Replace, " a\n\tb ", " a  b "),
        (WhiteSpace::Collapse, " a\n\tb ", "a b"),
        (WhiteSpace::Collapse, "a b", "a b"),
    ];
    for (white_space, text, expected) in rows {
        assert_eq!(normalize(white_space, text), expected, "{white_space:?} {text:?}");
    }
}
