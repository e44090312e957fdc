//! Dates and times: lexical forms, what is written, zones, order
//! (XML Schema Part 2, sections 3.2.7 to 3.2.14).

use std::cmp::Ordering;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::time::SystemTime;

use proptest::prelude::*;

use super::*;
use crate::value::{GDay, GMonth, GMonthDay, GYear, GYearMonth, from_text, to_text};

/// Reads each valid text, and compares what is then written; refuses each invalid one.
fn rows<T: TextValue + PartialEq + std::fmt::Debug>(valid: &[(&str, &str)], invalid: &[&str]) {
    for (text, written) in valid {
        let value = from_text::<T>(text);
        assert_eq!(value.as_ref().map(to_text), Ok((*written).to_owned()), "{text:?}");
        assert_eq!(from_text::<T>(written), value, "{text:?}");
    }
    for text in invalid {
        assert!(from_text::<T>(text).is_err(), "{} {text:?}", T::TYPE_NAME);
    }
}

const VALID: &[(&str, &str)] = &[
    ("1999-05-31T13:20:00-05:00", "1999-05-31T13:20:00-05:00"),
    ("2000-01-15T00:00:00", "2000-01-15T00:00:00"),
    ("2002-10-10T12:00:00+00:00", "2002-10-10T12:00:00Z"),
    ("2002-10-10T12:00:00-00:00", "2002-10-10T12:00:00Z"),
    ("2002-10-10T12:00:00+14:00", "2002-10-10T12:00:00+14:00"),
    ("2002-10-10T12:00:00.000Z", "2002-10-10T12:00:00Z"),
    ("\n2005-01-31T23:59:59.1830Z ", "2005-01-31T23:59:59.183Z"),
    ("2005-01-31T23:59:59.000000000000000001", "2005-01-31T23:59:59.000000000000000001"),
    ("1999-12-31T24:00:00", "2000-01-01T00:00:00"),
    ("2004-02-28T24:00:00.0Z", "2004-02-29T00:00:00Z"),
    ("-0001-12-31T24:00:00", "0001-01-01T00:00:00"),
    ("-0044-03-15T12:00:00", "-0044-03-15T12:00:00"),
    ("12004-01-01T00:00:00Z", "12004-01-01T00:00:00Z"),
    ("2147483647-12-31T23:59:59Z", "2147483647-12-31T23:59:59Z"),
    ("-2147483648-01-01T00:00:00+14:00", "-2147483648-01-01T00:00:00+14:00"),
];

const INVALID: &[&str] = &[
    "",
    "2005",
    "2005-01-31",
    "2005-01-31T",
    "2005-01-31 23:59:59",
    "2005-01-31t23:59:59",
    "2005-01-31T23:59",
    "2005-01-31T23:59:60",
    "2005-01-31T23:60:00",
    "2005-01-31T25:00:00",
    "2005-01-31T24:00:01",
    "2005-01-31T24:01:00",
    "2005-01-31T24:00:00.1",
    "2005-1-31T00:00:00",
    "2005-01-32T00:00:00",
    "2005-02-29T00:00:00",
    "2005-00-01T00:00:00",
    "2005-13-01T00:00:00",
    "0000-01-01T00:00:00",
    "-0000-01-01T00:00:00",
    "02005-01-31T00:00:00",
    "205-01-31T00:00:00",
    "+2005-01-31T00:00:00",
    "2005-01-31T00:00:00.",
    "2005-01-31T00:00:00.Z",
    "2005-01-31T00:00:00,5",
    "2005-01-31T00:00:00z",
    "2005-01-31T00:00:00 Z",
    "2005-01-31T00:00:00+0100",
    "2005-01-31T00:00:00+01",
    "2005-01-31T00:00:00+1:00",
    "2005-01-31T00:00:00+14:01",
    "2005-01-31T00:00:00-15:00",
    "2005-01-31T00:00:00+13:60",
    "2005-01-31T00:00:00Z+01:00",
    "2005-01-31T00:00:00.0000000000000000001",
    "2147483648-01-01T00:00:00",
    "2147483647-12-31T24:00:00",
    "99999999999999999999-01-01T00:00:00",
    "20050131T235959",
    "2005-01-31T00:00:00+01:00 x",
    "２005-01-31T00:00:00",
    "--2005-01-31T00:00:00",
];

#[test]
fn date_times() {
    rows::<DateTime>(VALID, INVALID);
}

#[test]
fn times() {
    rows::<Time>(
        &[
            ("13:20:00-05:00", "13:20:00-05:00"),
            ("00:00:00", "00:00:00"),
            ("24:00:00", "00:00:00"),
            ("24:00:00.00Z", "00:00:00Z"),
            (" 23:59:59.999", "23:59:59.999"),
        ],
        &["", "1:20:00", "13:20", "24:00:01", "13:20:60", "13:20:00.", "-13:20:00", "13:20:00 Z"],
    );
}

#[test]
fn dates() {
    rows::<Date>(
        &[
            ("1999-05-31", "1999-05-31"),
            ("1999-05-31Z", "1999-05-31Z"),
            ("2004-02-29-14:00", "2004-02-29-14:00"),
            ("-0001-02-29", "-0001-02-29"),
            ("10000-01-01", "10000-01-01"),
        ],
        &[
            "",
            "1999-05",
            "1999-05-31T00:00:00",
            "1999/05/31",
            "31-05-1999",
            "1999-5-31",
            "1900-02-29",
            "0000-05-31",
            "1999-05-31z",
            "1999-05-31+14:30",
            "1999-05-31 ",
            "19990531",
        ]
        .map(|text: &str| text.strip_suffix(' ').map_or(text, |_| "1999-05-31 Z")),
    );
}

#[test]
fn parts_of_dates() {
    rows::<GYearMonth>(
        &[("1999-05", "1999-05"), ("-0044-03Z", "-0044-03Z"), ("12004-12+01:00", "12004-12+01:00")],
        &["", "1999", "1999-13", "1999-00", "0000-01", "1999-5", "1999-05-01", "99-05"],
    );
    rows::<GYear>(
        &[
            ("1999", "1999"),
            ("-0001", "-0001"),
            ("12004Z", "12004Z"),
            ("1999-05:00", "1999-05:00"),
            ("0001+00:00", "0001Z"),
        ],
        &["", "99", "0000", "-0000", "01999", "1999-05", "+1999", "-", "2147483648"],
    );
    rows::<GMonthDay>(
        &[("--09-15", "--09-15"), ("--02-29", "--02-29"), ("--12-31-14:00", "--12-31-14:00")],
        &["", "09-15", "-09-15", "--9-15", "--02-30", "--13-01", "--04-31", "--09", "--09-15-"],
    );
    rows::<GDay>(
        &[("---01", "---01"), ("---31Z", "---31Z"), ("---15+05:30", "---15+05:30")],
        &["", "01", "---00", "---32", "---1", "--01", "----01", "---01-"],
    );
    rows::<GMonth>(
        &[("--05", "--05"), ("--12Z", "--12Z"), ("--01-01:00", "--01-01:00")],
        &["", "05", "--13", "--00", "--5", "-05", "--05--", "---05"],
    );
}

fn date_time(text: &str) -> DateTime {
    from_text(text).expect("a valid row")
}

#[test]
fn order_is_by_instant_and_partial() {
    use Ordering::{Equal, Greater, Less};
    let rows = [
        // The table of section 3.2.7.4.
        ("2000-01-15T00:00:00", "2000-02-15T00:00:00", Some(Less)),
        ("2000-01-15T12:00:00", "2000-01-16T12:00:00Z", Some(Less)),
        ("2000-01-01T12:00:00", "1999-12-31T23:00:00Z", None),
        ("2000-01-16T12:00:00", "2000-01-16T12:00:00Z", None),
        ("2000-01-16T00:00:00", "2000-01-16T12:00:00Z", None),
        // Exactly 14 hours do not decide; more do.
        ("2000-01-15T22:00:00", "2000-01-16T12:00:00Z", None),
        ("2000-01-15T21:59:59.999999999999999999", "2000-01-16T12:00:00Z", Some(Less)),
        ("2000-01-17T02:00:00", "2000-01-16T12:00:00Z", None),
        ("2000-01-17T02:00:00.000000000000000001", "2000-01-16T12:00:00Z", Some(Greater)),
        ("2000-01-16T12:00:00Z", "2000-01-16T14:00:00+02:00", Some(Equal)),
        ("0001-01-01T00:00:00+14:00", "-0001-12-31T10:00:00Z", Some(Equal)),
        ("2000-01-16T12:00:00.5Z", "2000-01-16T12:00:00.49Z", Some(Greater)),
        ("-0002-01-01T00:00:00", "-0001-01-01T00:00:00", Some(Less)),
    ];
    for (a, b, order) in rows {
        let (a, b) = (date_time(a), date_time(b));
        assert_eq!(a.partial_cmp(&b), order, "{a} {b}");
        assert_eq!(b.partial_cmp(&a), order.map(Ordering::reverse), "{a} {b}");
        assert_eq!(a == b, order == Some(Equal), "{a} {b}");
    }
    let day = |text| from_text::<GMonthDay>(text).expect("a valid row");
    assert!(day("--02-29") < day("--03-01") && day("--12-12+13:00") == day("--12-11-11:00"));
    let time = |text| from_text::<Time>(text).expect("a valid row");
    assert!(time("23:00:00-02:00") > time("00:30:00Z"));
}

#[test]
fn unix_time_and_fixed_milliseconds() {
    let rows = [
        (0, "1970-01-01T00:00:00Z", "1970-01-01T00:00:00.000Z"),
        (-1, "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
        (1_107_215_999_183, "2005-01-31T23:59:59.183Z", "2005-01-31T23:59:59.183Z"),
        (1_107_215_999_100, "2005-01-31T23:59:59.1Z", "2005-01-31T23:59:59.100Z"),
        (i64::MAX, "292278994-08-17T07:12:55.807Z", "292278994-08-17T07:12:55.807Z"),
        (i64::MIN, "-292275056-05-16T16:47:04.192Z", "-292275056-05-16T16:47:04.192Z"),
    ];
    for (millis, written, fixed) in rows {
        let value = DateTime::from_unix_millis(millis);
        assert_eq!((value.to_string().as_str(), value.to_text_millis().as_str()), (written, fixed));
    }
    let rows = [
        ("2005-02-01T00:59:59.1839+01:00", Some(1_107_215_999_183)),
        ("1969-12-31T23:59:59.9999Z", Some(-1)),
        ("2005-02-01T00:59:59", None),
        ("2147483647-01-01T00:00:00Z", None),
    ];
    for (text, millis) in rows {
        assert_eq!(date_time(text).to_unix_millis(), millis, "{text}");
    }
    assert_eq!(date_time("2005-02-01T00:59:59.1839").to_text_millis(), "2005-02-01T00:59:59.183");
    let before = SystemTime::UNIX_EPOCH - std::time::Duration::from_nanos(100);
    let value = date_time("1969-12-31T23:59:59.9999999Z");
    assert_eq!(DateTime::try_from(before), Ok(value));
    assert_eq!(SystemTime::try_from(value), Ok(before));
    assert!(SystemTime::try_from(value.with_offset(None)).is_err());
}

#[test]
fn constructors_check_and_members_are_given_back() -> Result<(), ValueError> {
    let offset = Offset::from_minutes(-300)?;
    let value = DateTime::new(2004, 2, 29, 23, 0, 1)?.with_attosecond(5)?.with_offset(offset);
    assert_eq!((value.year(), value.month(), value.day()), (2004, 2, 29));
    assert_eq!((value.hour(), value.minute(), value.second()), (23, 0, 1));
    assert_eq!((value.attosecond(), value.nanosecond(), value.offset()), (5, 0, Some(offset)));
    assert_eq!(DateTime::from_date_time(value.date(), value.time())?, value);
    assert!(DateTime::from_date_time(value.date().with_offset(Offset::UTC), value.time()).is_err());
    assert!(DateTime::new(2005, 2, 29, 0, 0, 0).is_err());
    assert!(DateTime::new(2005, 2, 28, 24, 0, 0).is_err());
    assert!(DateTime::new(0, 1, 1, 0, 0, 0).is_err());
    assert!(value.with_attosecond(1_000_000_000_000_000_000).is_err());
    assert!(GYear::new(0).is_err() && GMonthDay::new(2, 30).is_err() && GDay::new(32).is_err());
    assert_eq!(GYearMonth::new(-1, 2)?.to_string(), "-0001-02");
    assert_eq!(size_of::<DateTime>(), 24);
    Ok(())
}

#[test]
fn errors_name_what_was_expected() {
    let rows = [
        (
            "2005-01-31",
            "expected the form YYYY-MM-DDThh:mm:ss, with or without a fraction and a zone",
        ),
        ("0000-01-31T00:00:00", "there is no year 0000"),
        ("2005-02-29T00:00:00", "expected a day that the month has"),
        ("2005-01-31T00:00:00+15:00", "expected a zone from -14:00 to +14:00, or Z"),
    ];
    for (text, reason) in rows {
        let error = from_text::<DateTime>(text).expect_err("an invalid row");
        assert_eq!(error.reason(), reason);
    }
}

fn hash(value: &DateTime) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

prop_compose! {
    fn any_date_time()(
        millis in any::<i64>(),
        attosecond in 0_u64..1_000_000_000_000_000_000,
        offset in proptest::option::of(-840_i16..=840),
    ) -> DateTime {
        let offset = offset.map(|minutes| Offset::from_minutes(minutes).expect("in range"));
        let value = DateTime::from_unix_millis(millis).with_offset(offset);
        value.with_attosecond(attosecond).expect("below a second")
    }
}

proptest! {
    #[test]
    fn parts_that_are_written_are_read(
        year in prop_oneof![i32::MIN..0, 1..i32::MAX],
        (month, day) in (1_u8..=12, 1_u8..=28),
        offset in proptest::option::of(-840_i16..=840),
    ) {
        let offset = offset.map(|minutes| Offset::from_minutes(minutes).expect("in range"));
        let year_month = GYearMonth::new(year, month)?.with_offset(offset);
        let month_day = GMonthDay::new(month, day)?.with_offset(offset);
        prop_assert_eq!(from_text(&to_text(&year_month)), Ok(year_month));
        prop_assert_eq!(from_text(&to_text(&month_day)), Ok(month_day));
        let year = GYear::new(year)?.with_offset(offset);
        let month = GMonth::new(month)?.with_offset(offset);
        let day = GDay::new(day)?.with_offset(offset);
        prop_assert_eq!(from_text(&to_text(&year)), Ok(year));
        prop_assert_eq!(from_text(&to_text(&month)), Ok(month));
        prop_assert_eq!(from_text(&to_text(&day)), Ok(day));
    }

    #[test]
    fn what_is_written_is_read(value in any_date_time()) {
        let text = to_text(&value);
        let again = date_time(&text);
        prop_assert_eq!((again, again.offset()), (value, value.offset()));
        prop_assert_eq!(to_text(&again), text);
        prop_assert_eq!(from_text(&to_text(&value.date())), Ok(value.date()));
        prop_assert_eq!(from_text(&to_text(&value.time())), Ok(value.time()));
    }

    #[test]
    fn equal_instants_have_equal_hashes(value in any_date_time(), hours in -14_i16..=14) {
        if let Some(millis) = value.to_unix_millis() {
            let shifted = millis.saturating_add(i64::from(hours) * 3_600_000);
            let offset = Offset::from_minutes(hours * 60).expect("in range");
            let other = DateTime::from_unix_millis(shifted).with_offset(offset);
            let other = other.with_attosecond(value.attosecond()).expect("below a second");
            if other.to_unix_millis() == Some(millis) {
                prop_assert_eq!(other, value);
                prop_assert_eq!(hash(&other), hash(&value));
            }
        }
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in "[-0-9T:.Z+]{0,30}|.{0,12}") {
        let _ = from_text::<DateTime>(&text);
        let _ = from_text::<Date>(&text);
        let _ = from_text::<Time>(&text);
        let _ = from_text::<GYear>(&text);
        let _ = from_text::<GMonthDay>(&text);
    }
}
