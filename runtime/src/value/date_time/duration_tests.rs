//! `xs:duration`: lexical forms, what is written, order (XML Schema Part 2, section 3.2.6).

use std::cmp::Ordering;

use proptest::prelude::*;

use super::*;
use crate::value::{from_text, to_text};

fn duration(text: &str) -> Duration {
    from_text(text).expect("a valid row")
}

/// Lexical form, written form.
const VALID: &[(&str, &str)] = &[
    ("P1Y2M3DT10H30M", "P1Y2M3DT10H30M"),
    ("-P120D", "-P120D"),
    ("P1347Y", "P1347Y"),
    ("P1347M", "P112Y3M"),
    ("P1Y2MT2H", "P1Y2MT2H"),
    ("P0Y1347M", "P112Y3M"),
    ("P0Y1347M0D", "P112Y3M"),
    ("-P1347M", "-P112Y3M"),
    ("P0D", "PT0S"),
    ("-PT0S", "PT0S"),
    ("PT0.000S", "PT0S"),
    ("PT36H", "P1DT12H"),
    ("PT90M", "PT1H30M"),
    ("PT86400S", "P1D"),
    ("PT0.5S", "PT0.5S"),
    ("-PT1M0.500S", "-PT1M0.5S"),
    ("PT1.000000000000000001S", "PT1.000000000000000001S"),
    ("P0001Y", "P1Y"),
    (" P1M ", "P1M"),
    ("PT1M", "PT1M"),
    ("PT18446744073709551615S", "P213503982334601DT7H15S"),
    ("P18446744073709551615M", "P1537228672809129301Y3M"),
];

const INVALID: &[&str] = &[
    "",
    "P",
    "-P",
    "PT",
    "P1YT",
    "P-1Y",
    "P1Y-2M",
    "+P1Y",
    "1Y",
    "P1",
    "PY",
    "PTS",
    "P1S",
    "P1H",
    "PT1Y",
    "PT1D",
    "P1M1Y",
    "PT1S1M",
    "P1Y1Y",
    "P1.5Y",
    "PT1.5H",
    "PT.5S",
    "PT1.S",
    "PT1.5",
    "P1YT.S",
    "PT1.5.5S",
    "P1W",
    "p1Y",
    "P1y",
    "P 1Y",
    "P1Y T1S",
    "P1YT1ST1S",
    "--P1Y",
    "PT1.5SS",
    "PT1.5S1S",
    "P1_0Y",
    "PT1e3S",
    "PT0.0000000000000000001S",
    "PT18446744073709551616S",
    "P18446744073709551615Y",
    "P18446744073709551615D",
    "PT18446744073709551615S1M",
    "P٣Y",
    "P1DT18446744073709551615S",
];

#[test]
fn lexical_forms_and_what_is_written() {
    for &(text, written) in VALID {
        assert_eq!(to_text(&duration(text)), written, "{text:?}");
        assert_eq!(duration(written), duration(text), "{text:?}");
    }
    for &text in INVALID {
        assert!(from_text::<Duration>(text).is_err(), "{text:?}");
    }
}

#[test]
fn order_is_that_of_four_dates() {
    use Ordering::{Equal, Greater, Less};
    let rows = [
        // The table of section 3.2.6.2.
        ("P1Y", "P364D", Some(Greater)),
        ("P1Y", "P365D", None),
        ("P1Y", "P366D", None),
        ("P1Y", "P367D", Some(Less)),
        ("P1M", "P27D", Some(Greater)),
        ("P1M", "P28D", None),
        ("P1M", "P29D", None),
        ("P1M", "P30D", None),
        ("P1M", "P31D", None),
        ("P1M", "P32D", Some(Less)),
        ("P5M", "P149D", Some(Greater)),
        ("P5M", "P150D", None),
        ("P5M", "P153D", None),
        ("P5M", "P154D", Some(Less)),
        ("P1D", "PT24H", Some(Equal)),
        ("-P1M", "P1M", Some(Less)),
        ("-P2D", "-P1D", Some(Less)),
        ("-PT0.5S", "PT0S", Some(Less)),
        ("-PT1.25S", "-PT1.5S", Some(Greater)),
        ("PT0S", "-P1Y", Some(Greater)),
        ("P18446744073709551615M", "PT18446744073709551615S", Some(Greater)),
        ("-P18446744073709551615M", "-PT18446744073709551615S", Some(Less)),
    ];
    for (a, b, order) in rows {
        let (a, b) = (duration(a), duration(b));
        assert_eq!(a.partial_cmp(&b), order, "{a} {b}");
        assert_eq!(b.partial_cmp(&a), order.map(Ordering::reverse), "{a} {b}");
        assert_eq!(a == b, order == Some(Equal), "{a} {b}");
    }
}

#[test]
fn conversions_are_exact_or_errors() -> Result<(), ValueError> {
    let std_duration = std::time::Duration::new(90, 5);
    assert_eq!(Duration::from(std_duration).to_string(), "PT1M30.000000005S");
    assert_eq!(std::time::Duration::try_from(Duration::from(std_duration))?, std_duration);
    for text in ["P1M", "-PT1S", "PT0.0000000001S"] {
        assert!(std::time::Duration::try_from(duration(text)).is_err(), "{text}");
    }
    let half = Duration::ZERO.with_attosecond(500_000_000_000_000_000)?;
    assert_eq!((-half).to_string(), "-PT0.5S");
    assert_eq!((-half).with_attosecond(0)?, Duration::ZERO);
    assert_eq!(-Duration::ZERO, Duration::ZERO);
    assert!(half.with_attosecond(1_000_000_000_000_000_000).is_err());
    Ok(())
}

proptest! {
    #[test]
    fn what_is_written_is_read(
        months: u64,
        seconds: u64,
        attosecond in 0_u64..1_000_000_000_000_000_000,
        negative: bool,
    ) {
        let value = Duration { months, seconds, attosecond, negative: false }.signed(negative);
        let text = to_text(&value);
        prop_assert_eq!(duration(&text), value);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in "-?P?[0-9YMDTHS.é]{0,20}") {
        if let Ok(value) = from_text::<Duration>(&text) {
            prop_assert_eq!(duration(&to_text(&value)), value);
        }
    }
}
