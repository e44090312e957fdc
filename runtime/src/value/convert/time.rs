//! Conversions to and from the types of time.

use time::{Date as Day, Month, OffsetDateTime, PrimitiveDateTime, Time as Clock, UtcOffset};

use super::dates;
use crate::value::{Date, DateTime, Duration, Time, ValueError};

impl TryFrom<Date> for Day {
    type Error = ValueError;

    fn try_from(date: Date) -> Result<Self, ValueError> {
        const TARGET: &str = "time::Date";
        dates::no_zone(date.offset(), TARGET)?;
        let month = Month::try_from(date.month());
        let year = dates::astronomical(date.year());
        month
            .and_then(|month| Self::from_calendar_date(year, month, date.day()))
            .map_err(|_| dates::out_of_range(TARGET))
    }
}

impl TryFrom<Day> for Date {
    type Error = ValueError;

    fn try_from(date: Day) -> Result<Self, ValueError> {
        dates::date(date.year(), date.month().into(), date.day())
    }
}

impl TryFrom<Time> for Clock {
    type Error = ValueError;

    fn try_from(time: Time) -> Result<Self, ValueError> {
        const TARGET: &str = "time::Time";
        dates::no_zone(time.offset(), TARGET)?;
        let nanos = dates::nanoseconds(time.attosecond(), TARGET)?;
        Self::from_hms_nano(time.hour(), time.minute(), time.second(), nanos)
            .map_err(|_| dates::out_of_range(TARGET))
    }
}

impl TryFrom<Clock> for Time {
    type Error = ValueError;

    fn try_from(time: Clock) -> Result<Self, ValueError> {
        let (hour, minute, second, nanos) = time.as_hms_nano();
        dates::time((hour, minute, second), nanos)
    }
}

impl TryFrom<DateTime> for PrimitiveDateTime {
    type Error = ValueError;

    fn try_from(instant: DateTime) -> Result<Self, ValueError> {
        dates::no_zone(instant.offset(), "time::PrimitiveDateTime")?;
        Ok(Self::new(instant.date().try_into()?, instant.time().try_into()?))
    }
}

impl TryFrom<PrimitiveDateTime> for DateTime {
    type Error = ValueError;

    fn try_from(instant: PrimitiveDateTime) -> Result<Self, ValueError> {
        Self::from_date_time(instant.date().try_into()?, instant.time().try_into()?)
    }
}

impl TryFrom<DateTime> for OffsetDateTime {
    type Error = ValueError;

    fn try_from(instant: DateTime) -> Result<Self, ValueError> {
        const TARGET: &str = "time::OffsetDateTime";
        let offset = dates::zone(instant.offset(), TARGET)?;
        let local = PrimitiveDateTime::try_from(instant.with_offset(None))?;
        UtcOffset::from_whole_seconds(i32::from(offset.minutes()) * 60)
            .map(|offset| local.assume_offset(offset))
            .map_err(|_| dates::out_of_range(TARGET))
    }
}

impl TryFrom<OffsetDateTime> for DateTime {
    type Error = ValueError;

    fn try_from(instant: OffsetDateTime) -> Result<Self, ValueError> {
        let offset = dates::offset_of(instant.offset().whole_seconds(), "xs:dateTime")?;
        let local = PrimitiveDateTime::new(instant.date(), instant.time());
        Ok(Self::try_from(local)?.with_offset(offset))
    }
}

impl TryFrom<Duration> for time::Duration {
    type Error = ValueError;

    fn try_from(duration: Duration) -> Result<Self, ValueError> {
        let (seconds, nanos) = dates::seconds(duration, "time::Duration")?;
        Ok(Self::new(seconds, nanos))
    }
}

impl TryFrom<time::Duration> for Duration {
    type Error = ValueError;

    fn try_from(duration: time::Duration) -> Result<Self, ValueError> {
        dates::duration(duration.whole_seconds(), duration.subsec_nanoseconds())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_go_there_and_back() -> Result<(), ValueError> {
        for text in ["2004-02-29", "0001-01-01", "-0001-12-31", "-0044-03-15", "9999-12-31"] {
            let date: Date = text.parse()?;
            assert_eq!(Date::try_from(Day::try_from(date)?)?.to_string(), text);
        }
        assert_eq!(Day::try_from(Date::new(-1, 12, 31)?)?.year(), 0);
        for text in ["2004-02-29T12:00:00.123456789+05:30", "-0001-12-31T23:59:59Z"] {
            let instant: DateTime = text.parse()?;
            assert_eq!(DateTime::try_from(OffsetDateTime::try_from(instant)?)?.to_string(), text);
            let local = instant.with_offset(None);
            assert_eq!(DateTime::try_from(PrimitiveDateTime::try_from(local)?)?, local);
        }
        for text in ["PT0S", "P1DT0.5S", "-PT1.000000001S", "-PT0.9S"] {
            let duration: Duration = text.parse()?;
            assert_eq!(Duration::try_from(time::Duration::try_from(duration)?)?.to_string(), text);
        }
        Ok(())
    }

    #[test]
    fn what_does_not_fit_is_refused() -> Result<(), ValueError> {
        assert!(Day::try_from("2004-02-29Z".parse::<Date>()?).is_err());
        assert!(Day::try_from(Date::new(i32::MAX, 1, 1)?).is_err());
        assert!(Clock::try_from("12:00:00.0000000001".parse::<Time>()?).is_err());
        assert!(OffsetDateTime::try_from("2004-02-29T12:00:00".parse::<DateTime>()?).is_err());
        let odd = UtcOffset::from_whole_seconds(3_601).expect("the crate knows seconds");
        assert!(DateTime::try_from(OffsetDateTime::UNIX_EPOCH.to_offset(odd)).is_err());
        assert!(time::Duration::try_from("P1M".parse::<Duration>()?).is_err());
        Ok(())
    }
}
