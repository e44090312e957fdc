//! What all crates of dates need: years with a zero, fractions in nanoseconds, no zone where the
//! other type has none.

use crate::value::{Date, Duration, Offset, Time, ValueError};

const ATTOSECONDS: u64 = 1_000_000_000;

/// The year as ISO 8601 counts: 0 is the year before 1, which XML Schema 1.0 calls -1
/// (XML Schema Part 2, section 3.2.7).
pub(super) fn astronomical(year: i32) -> i32 {
    if year < 0 { year + 1 } else { year }
}

/// The year as XML Schema 1.0 counts.
pub(super) fn historical(year: i32, target: &'static str) -> Result<i32, ValueError> {
    let year = if year > 0 { Some(year) } else { year.checked_sub(1) };
    year.ok_or_else(|| out_of_range(target))
}

/// The whole nanoseconds of a fraction of a second.
pub(super) fn nanoseconds(attosecond: u64, target: &'static str) -> Result<u32, ValueError> {
    match (u32::try_from(attosecond / ATTOSECONDS), attosecond % ATTOSECONDS) {
        (Ok(nanoseconds), 0) => Ok(nanoseconds),
        _ => Err(ValueError::new(target, "expected no more than nine digits of a fraction")),
    }
}

/// Nothing, for a value without a zone.
pub(super) fn no_zone(offset: Option<Offset>, target: &'static str) -> Result<(), ValueError> {
    match offset {
        None => Ok(()),
        Some(_) => Err(ValueError::new(target, "expected no zone")),
    }
}

/// The zone of a value that must have one.
pub(super) fn zone(offset: Option<Offset>, target: &'static str) -> Result<Offset, ValueError> {
    offset.ok_or_else(|| ValueError::new(target, "expected a zone"))
}

/// A zone by its seconds; XML Schema knows whole minutes only.
#[cfg(any(feature = "chrono", feature = "time"))]
pub(super) fn offset_of(seconds: i32, target: &'static str) -> Result<Offset, ValueError> {
    let minutes = if seconds % 60 == 0 { i16::try_from(seconds / 60).ok() } else { None };
    let offset = minutes.and_then(|minutes| Offset::from_minutes(minutes).ok());
    offset.ok_or_else(|| ValueError::new(target, "expected a zone of whole minutes up to 14:00"))
}

/// A day by a year that ISO 8601 counts.
pub(super) fn date(year: i32, month: u8, day: u8) -> Result<Date, ValueError> {
    Date::new(historical(year, "xs:date")?, month, day)
}

/// A time of day; a leap second is refused.
pub(super) fn time((hour, minute, second): (u8, u8, u8), nanos: u32) -> Result<Time, ValueError> {
    Time::new(hour, minute, second)?.with_attosecond(u64::from(nanos) * ATTOSECONDS)
}

/// The seconds and nanoseconds of a duration without months, both of its sign.
pub(super) fn seconds(duration: Duration, target: &'static str) -> Result<(i64, i32), ValueError> {
    if duration.months() != 0 {
        return Err(ValueError::new(target, "expected no months"));
    }
    let nanos = nanoseconds(duration.attosecond(), target)?.cast_signed();
    let seconds = i64::try_from(duration.seconds()).map_err(|_| out_of_range(target))?;
    Ok(if duration.is_negative() { (-seconds, -nanos) } else { (seconds, nanos) })
}

/// A duration of seconds and nanoseconds, which have one sign.
pub(super) fn duration(seconds: i64, nanos: i32) -> Result<Duration, ValueError> {
    let fraction = u64::from(nanos.unsigned_abs()) * ATTOSECONDS;
    let duration = Duration::new(0, seconds.unsigned_abs()).with_attosecond(fraction)?;
    Ok(if seconds < 0 || nanos < 0 { -duration } else { duration })
}

#[cold]
pub(super) fn out_of_range(target: &'static str) -> ValueError {
    ValueError::new(target, "expected a value in its range")
}
