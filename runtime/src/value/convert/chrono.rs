//! Conversions to and from the types of chrono.

use chrono::{
    DateTime as ZonedDateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime,
    TimeDelta, Timelike, Utc,
};

use super::dates;
use crate::value::{Date, DateTime, Duration, Offset, Time, ValueError};

impl TryFrom<Date> for NaiveDate {
    type Error = ValueError;

    fn try_from(date: Date) -> Result<Self, ValueError> {
        const TARGET: &str = "chrono::NaiveDate";
        dates::no_zone(date.offset(), TARGET)?;
        let year = dates::astronomical(date.year());
        Self::from_ymd_opt(year, date.month().into(), date.day().into())
            .ok_or_else(|| dates::out_of_range(TARGET))
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = ValueError;

    fn try_from(date: NaiveDate) -> Result<Self, ValueError> {
        dates::date(date.year(), date.month() as u8, date.day() as u8)
    }
}

impl TryFrom<Time> for NaiveTime {
    type Error = ValueError;

    fn try_from(time: Time) -> Result<Self, ValueError> {
        const TARGET: &str = "chrono::NaiveTime";
        dates::no_zone(time.offset(), TARGET)?;
        let nanos = dates::nanoseconds(time.attosecond(), TARGET)?;
        let (hour, minute, second) = (time.hour(), time.minute(), time.second());
        Self::from_hms_nano_opt(hour.into(), minute.into(), second.into(), nanos)
            .ok_or_else(|| dates::out_of_range(TARGET))
    }
}

/// A leap second is refused.
impl TryFrom<NaiveTime> for Time {
    type Error = ValueError;

    fn try_from(time: NaiveTime) -> Result<Self, ValueError> {
        let clock = (time.hour() as u8, time.minute() as u8, time.second() as u8);
        dates::time(clock, time.nanosecond())
    }
}

impl TryFrom<DateTime> for NaiveDateTime {
    type Error = ValueError;

    fn try_from(instant: DateTime) -> Result<Self, ValueError> {
        dates::no_zone(instant.offset(), "chrono::NaiveDateTime")?;
        Ok(Self::new(instant.date().try_into()?, instant.time().try_into()?))
    }
}

impl TryFrom<NaiveDateTime> for DateTime {
    type Error = ValueError;

    fn try_from(instant: NaiveDateTime) -> Result<Self, ValueError> {
        Self::from_date_time(instant.date().try_into()?, instant.time().try_into()?)
    }
}

impl TryFrom<DateTime> for ZonedDateTime<FixedOffset> {
    type Error = ValueError;

    fn try_from(instant: DateTime) -> Result<Self, ValueError> {
        const TARGET: &str = "chrono::DateTime<FixedOffset>";
        let offset = dates::zone(instant.offset(), TARGET)?;
        let local = NaiveDateTime::try_from(instant.with_offset(None))?;
        let zone = FixedOffset::east_opt(i32::from(offset.minutes()) * 60);
        let zoned = zone.and_then(|zone| local.and_local_timezone(zone).single());
        zoned.ok_or_else(|| dates::out_of_range(TARGET))
    }
}

impl TryFrom<ZonedDateTime<FixedOffset>> for DateTime {
    type Error = ValueError;

    fn try_from(instant: ZonedDateTime<FixedOffset>) -> Result<Self, ValueError> {
        let offset = dates::offset_of(instant.offset().local_minus_utc(), "xs:dateTime")?;
        Ok(Self::try_from(instant.naive_local())?.with_offset(offset))
    }
}

/// The same instant; the zone that it was told in is not kept.
impl TryFrom<DateTime> for ZonedDateTime<Utc> {
    type Error = ValueError;

    fn try_from(instant: DateTime) -> Result<Self, ValueError> {
        ZonedDateTime::<FixedOffset>::try_from(instant).map(|instant| instant.to_utc())
    }
}

impl TryFrom<ZonedDateTime<Utc>> for DateTime {
    type Error = ValueError;

    fn try_from(instant: ZonedDateTime<Utc>) -> Result<Self, ValueError> {
        Ok(Self::try_from(instant.naive_utc())?.with_offset(Offset::UTC))
    }
}

impl TryFrom<Duration> for TimeDelta {
    type Error = ValueError;

    fn try_from(duration: Duration) -> Result<Self, ValueError> {
        const TARGET: &str = "chrono::TimeDelta";
        let (seconds, nanos) = dates::seconds(duration, TARGET)?;
        let whole = Self::try_seconds(seconds);
        let sum = whole.and_then(|whole| whole.checked_add(&Self::nanoseconds(nanos.into())));
        sum.ok_or_else(|| dates::out_of_range(TARGET))
    }
}

impl TryFrom<TimeDelta> for Duration {
    type Error = ValueError;

    fn try_from(delta: TimeDelta) -> Result<Self, ValueError> {
        dates::duration(delta.num_seconds(), delta.subsec_nanos())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_there_and_back() -> Result<(), ValueError> {
        for text in ["2004-02-29", "0001-01-01", "-0001-12-31", "-0044-03-15", "12004-01-01"] {
            let date: Date = text.parse()?;
            let there = NaiveDate::try_from(date)?;
            assert_eq!(Date::try_from(there)?.to_string(), text);
        }
        assert_eq!(NaiveDate::try_from(Date::new(-1, 12, 31)?)?.year(), 0);
        for text in ["2004-02-29T12:00:00.123456789+05:30", "-0001-12-31T23:59:59Z"] {
            let instant: DateTime = text.parse()?;
            let there = ZonedDateTime::<FixedOffset>::try_from(instant)?;
            assert_eq!(DateTime::try_from(there)?.to_string(), text);
            let utc = ZonedDateTime::<Utc>::try_from(instant)?;
            assert_eq!(DateTime::try_from(utc)?, instant);
            let local = NaiveDateTime::try_from(instant.with_offset(None))?;
            assert_eq!(DateTime::try_from(local)?.with_offset(instant.offset()), instant);
        }
        for text in ["PT0S", "P1DT0.5S", "-PT1.000000001S", "-PT0.9S"] {
            let duration: Duration = text.parse()?;
            assert_eq!(Duration::try_from(TimeDelta::try_from(duration)?)?.to_string(), text);
        }
        Ok(())
    }

    #[test]
    fn what_does_not_fit_is_refused() -> Result<(), ValueError> {
        let leap = NaiveTime::from_hms_nano_opt(23, 59, 59, 1_500_000_000).expect("a leap second");
        assert!(Time::try_from(leap).is_err());
        assert!(NaiveDate::try_from("2004-02-29Z".parse::<Date>()?).is_err());
        assert!(NaiveDate::try_from(Date::new(i32::MAX, 1, 1)?).is_err());
        assert!(NaiveTime::try_from("12:00:00.0000000001".parse::<Time>()?).is_err());
        let local: DateTime = "2004-02-29T12:00:00".parse()?;
        assert!(ZonedDateTime::<Utc>::try_from(local).is_err());
        assert!(TimeDelta::try_from("P1M".parse::<Duration>()?).is_err());
        assert!(TimeDelta::try_from(Duration::new(0, u64::MAX)).is_err());
        Ok(())
    }
}
