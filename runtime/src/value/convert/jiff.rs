//! Conversions to and from the types of jiff. An instant is a `Timestamp`, which has no zone of its
//! own.

use jiff::tz::Offset as ZoneOffset;
use jiff::{SignedDuration, Timestamp, civil};

use super::dates;
use crate::value::{Date, DateTime, Duration, Offset, Time, ValueError};

impl TryFrom<Date> for civil::Date {
    type Error = ValueError;

    fn try_from(date: Date) -> Result<Self, ValueError> {
        const TARGET: &str = "jiff::civil::Date";
        dates::no_zone(date.offset(), TARGET)?;
        let year = i16::try_from(dates::astronomical(date.year()));
        let year = year.map_err(|_| dates::out_of_range(TARGET))?;
        Self::new(year, date.month().cast_signed(), date.day().cast_signed())
            .map_err(|_| dates::out_of_range(TARGET))
    }
}

impl TryFrom<civil::Date> for Date {
    type Error = ValueError;

    fn try_from(date: civil::Date) -> Result<Self, ValueError> {
        dates::date(date.year().into(), date.month().cast_unsigned(), date.day().cast_unsigned())
    }
}

impl TryFrom<Time> for civil::Time {
    type Error = ValueError;

    fn try_from(time: Time) -> Result<Self, ValueError> {
        const TARGET: &str = "jiff::civil::Time";
        dates::no_zone(time.offset(), TARGET)?;
        let nanos = dates::nanoseconds(time.attosecond(), TARGET)?.cast_signed();
        let (hour, minute, second) = (time.hour(), time.minute(), time.second());
        Self::new(hour.cast_signed(), minute.cast_signed(), second.cast_signed(), nanos)
            .map_err(|_| dates::out_of_range(TARGET))
    }
}

impl TryFrom<civil::Time> for Time {
    type Error = ValueError;

    fn try_from(time: civil::Time) -> Result<Self, ValueError> {
        let [hour, minute, second] =
            [time.hour(), time.minute(), time.second()].map(i8::cast_unsigned);
        dates::time((hour, minute, second), time.subsec_nanosecond().cast_unsigned())
    }
}

impl TryFrom<DateTime> for civil::DateTime {
    type Error = ValueError;

    fn try_from(instant: DateTime) -> Result<Self, ValueError> {
        dates::no_zone(instant.offset(), "jiff::civil::DateTime")?;
        let date = civil::Date::try_from(instant.date())?;
        Ok(date.to_datetime(instant.time().try_into()?))
    }
}

impl TryFrom<civil::DateTime> for DateTime {
    type Error = ValueError;

    fn try_from(instant: civil::DateTime) -> Result<Self, ValueError> {
        Self::from_date_time(instant.date().try_into()?, instant.time().try_into()?)
    }
}

/// The same instant; the zone that it was told in is not kept.
impl TryFrom<DateTime> for Timestamp {
    type Error = ValueError;

    fn try_from(instant: DateTime) -> Result<Self, ValueError> {
        const TARGET: &str = "jiff::Timestamp";
        let offset = dates::zone(instant.offset(), TARGET)?;
        let local = civil::DateTime::try_from(instant.with_offset(None))?;
        let zone = ZoneOffset::from_seconds(i32::from(offset.minutes()) * 60);
        zone.and_then(|zone| zone.to_timestamp(local)).map_err(|_| dates::out_of_range(TARGET))
    }
}

/// The instant in UTC.
impl TryFrom<Timestamp> for DateTime {
    type Error = ValueError;

    fn try_from(instant: Timestamp) -> Result<Self, ValueError> {
        let local = ZoneOffset::UTC.to_datetime(instant);
        Ok(Self::try_from(local)?.with_offset(Offset::UTC))
    }
}

impl TryFrom<Duration> for SignedDuration {
    type Error = ValueError;

    fn try_from(duration: Duration) -> Result<Self, ValueError> {
        let (seconds, nanos) = dates::seconds(duration, "jiff::SignedDuration")?;
        Ok(Self::new(seconds, nanos))
    }
}

impl TryFrom<SignedDuration> for Duration {
    type Error = ValueError;

    fn try_from(duration: SignedDuration) -> Result<Self, ValueError> {
        dates::duration(duration.as_secs(), duration.subsec_nanos())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_there_and_back() -> Result<(), ValueError> {
        for text in ["2004-02-29", "0001-01-01", "-0001-12-31", "-0044-03-15", "9999-12-31"] {
            let date: Date = text.parse()?;
            assert_eq!(Date::try_from(civil::Date::try_from(date)?)?.to_string(), text);
        }
        assert_eq!(civil::Date::try_from(Date::new(-1, 12, 31)?)?.year(), 0);
        for text in ["2004-02-29T12:00:00.123456789+05:30", "-0001-12-31T23:59:59Z"] {
            let instant: DateTime = text.parse()?;
            assert_eq!(DateTime::try_from(Timestamp::try_from(instant)?)?, instant);
            let local = instant.with_offset(None);
            assert_eq!(DateTime::try_from(civil::DateTime::try_from(local)?)?, local);
        }
        for text in ["PT0S", "P1DT0.5S", "-PT1.000000001S", "-PT0.9S"] {
            let duration: Duration = text.parse()?;
            assert_eq!(Duration::try_from(SignedDuration::try_from(duration)?)?.to_string(), text);
        }
        Ok(())
    }

    #[test]
    fn what_does_not_fit_is_refused() -> Result<(), ValueError> {
        assert!(civil::Date::try_from("2004-02-29Z".parse::<Date>()?).is_err());
        assert!(civil::Date::try_from(Date::new(10_000, 1, 1)?).is_err());
        assert!(civil::Time::try_from("12:00:00.0000000001".parse::<Time>()?).is_err());
        assert!(Timestamp::try_from("2004-02-29T12:00:00".parse::<DateTime>()?).is_err());
        assert!(SignedDuration::try_from("P1M".parse::<Duration>()?).is_err());
        assert!(SignedDuration::try_from(Duration::new(0, u64::MAX)).is_err());
        Ok(())
    }
}
