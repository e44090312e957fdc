//! `xs:dateTime` (XML Schema Part 2, section 3.2.7).

use std::time::{Duration, SystemTime};

use super::fault::Fault;
use super::order::{Start, order_by_start};
use super::scan::{Clock, Scan};
use super::{Date, Offset, Time, calendar, write};
use crate::value::{TextValue, ValueError};

/// A date with a time of day, with or without a zone.
///
/// Years reach from -2147483648 to 2147483647 without 0; fractions of a second have up to 18
/// digits, all kept. `24:00:00` is read as the start of the next day. The offset is written as it
/// was read, though it does not count in comparisons; `-00:00` is `Z`.
///
/// ```
/// use wsdl2rs_runtime::value::{DateTime, Offset};
///
/// let start: DateTime = "2005-01-31T23:59:59.5+01:00".parse()?;
/// assert_eq!((start.year(), start.month(), start.hour()), (2005, 1, 23));
/// assert_eq!(start, "2005-01-31T22:59:59.50Z".parse()?);
///
/// let noon = DateTime::new(2005, 2, 1, 12, 0, 0)?;
/// assert!(noon.offset().is_none());
/// // Somewhere it is noon already, elsewhere not yet.
/// assert_eq!(noon.partial_cmp(&"2005-02-01T06:00:00Z".parse()?), None);
/// assert_eq!(noon.with_offset(Offset::UTC).to_string(), "2005-02-01T12:00:00Z");
/// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
/// ```
#[derive(Clone, Copy)]
pub struct DateTime {
    attosecond: u64,
    year: i32,
    month: u8,
    day: u8,
    hour: u8,
    minute: u8,
    second: u8,
    offset: Option<Offset>,
}

const FORM: &str = "the form YYYY-MM-DDThh:mm:ss, with or without a fraction and a zone";

impl DateTime {
    /// The instant by these numbers, without a fraction and without a zone.
    ///
    /// # Errors
    /// When there is no such day or no such time; the hour 24 is none.
    pub fn new(
        year: i32,
        month: u8,
        day: u8,
        hour: u8,
        minute: u8,
        second: u8,
    ) -> Result<Self, ValueError> {
        Self::from_date_time(Date::new(year, month, day)?, Time::new(hour, minute, second)?)
    }

    /// A date with a time of day. It has a zone if one of them has.
    ///
    /// # Errors
    /// When both have a zone, and not the same.
    pub fn from_date_time(date: Date, time: Time) -> Result<Self, ValueError> {
        let offset = match (date.offset(), time.offset()) {
            (Some(a), Some(b)) if a != b => {
                return Err(ValueError::new(Self::TYPE_NAME, "expected the two zones to agree"));
            }
            (date, time) => date.or(time),
        };
        Ok(Self {
            attosecond: time.attosecond(),
            year: date.year(),
            month: date.month(),
            day: date.day(),
            hour: time.hour(),
            minute: time.minute(),
            second: time.second(),
            offset,
        })
    }

    /// The instant so many milliseconds after 1970-01-01T00:00:00Z, in UTC.
    ///
    /// ```
    /// use wsdl2rs_runtime::value::DateTime;
    ///
    /// let instant = DateTime::from_unix_millis(1_107_215_999_183);
    /// assert_eq!(instant.to_string(), "2005-01-31T23:59:59.183Z");
    /// assert_eq!(instant.to_unix_millis(), Some(1_107_215_999_183));
    /// ```
    #[must_use]
    pub fn from_unix_millis(millis: i64) -> Self {
        let attosecond = millis.rem_euclid(1_000) as u64 * 1_000_000_000_000_000;
        Self::from_unix(millis.div_euclid(1_000), attosecond)
            .expect("64 bits of milliseconds stay within 300 million years")
    }

    fn from_unix(seconds: i64, attosecond: u64) -> Option<Self> {
        let (year, month, day) = calendar::from_days(seconds.div_euclid(calendar::DAY))?;
        let of_day = seconds.rem_euclid(calendar::DAY);
        Some(Self {
            attosecond,
            year,
            month,
            day,
            hour: (of_day / 3_600) as u8,
            minute: (of_day / 60 % 60) as u8,
            second: (of_day % 60) as u8,
            offset: Some(Offset::UTC),
        })
    }

    /// Whole milliseconds since 1970-01-01T00:00:00Z, rounded down; nothing for a value without a
    /// zone, or where they do not fit.
    #[must_use]
    pub fn to_unix_millis(&self) -> Option<i64> {
        let seconds = self.start().seconds - self.offset?.seconds();
        let millis = (self.attosecond / 1_000_000_000_000_000) as i64;
        seconds.checked_mul(1_000)?.checked_add(millis)
    }

    /// The written form with three digits of the second's fraction, whatever they are: others are
    /// cut off.
    ///
    /// ```
    /// use wsdl2rs_runtime::value::DateTime;
    ///
    /// let instant = DateTime::from_unix_millis(0);
    /// assert_eq!(instant.to_text_millis(), "1970-01-01T00:00:00.000Z");
    /// ```
    #[must_use]
    pub fn to_text_millis(&self) -> String {
        let mut out = String::with_capacity(24);
        self.write_seconds(&mut out);
        write::milliseconds(&mut out, self.attosecond);
        write::zone(&mut out, self.offset);
        out
    }

    /// The year; there is none before 1 and after -1.
    #[must_use]
    pub fn year(&self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(&self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(&self) -> u8 {
        self.day
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(&self) -> u8 {
        self.hour
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(&self) -> u8 {
        self.minute
    }

    /// The second, 0 to 59.
    #[must_use]
    pub fn second(&self) -> u8 {
        self.second
    }

    /// The fraction of the second, in units of 10^-18 seconds.
    #[must_use]
    pub fn attosecond(&self) -> u64 {
        self.attosecond
    }

    /// The fraction of the second in whole nanoseconds, rounded down.
    #[must_use]
    pub fn nanosecond(&self) -> u32 {
        (self.attosecond / 1_000_000_000) as u32
    }

    /// How far the clock is ahead of UTC; nothing for a value without a zone.
    #[must_use]
    pub fn offset(&self) -> Option<Offset> {
        self.offset
    }

    /// The date, with the same zone.
    #[must_use]
    pub fn date(&self) -> Date {
        Date::from_parts(self.year, self.month, self.day, self.offset)
    }

    /// The time of day, with the same zone.
    #[must_use]
    pub fn time(&self) -> Time {
        let Self { hour, minute, second, attosecond, offset, .. } = *self;
        Time::from_parts(Clock { hour, minute, second, attosecond }, offset)
    }

    /// The same date and clock time with another zone, or with none.
    #[must_use]
    pub fn with_offset(self, offset: impl Into<Option<Offset>>) -> Self {
        Self { offset: offset.into(), ..self }
    }

    /// The same with another fraction of the second, in units of 10^-18 seconds.
    ///
    /// # Errors
    /// When it is a whole second or more.
    pub fn with_attosecond(self, attosecond: u64) -> Result<Self, ValueError> {
        Self::from_date_time(self.date(), self.time().with_attosecond(attosecond)?)
    }

    pub(in crate::value) const fn blank() -> Self {
        Self {
            attosecond: 0,
            year: 1,
            month: 1,
            day: 1,
            hour: 0,
            minute: 0,
            second: 0,
            offset: None,
        }
    }

    fn scan(text: &str) -> Result<Self, Fault> {
        let mut scan = Scan::new(text);
        let (mut year, mut month, mut day) = scan.date()?;
        scan.literal(b'T')?;
        let Clock { mut hour, minute, second, attosecond } = scan.clock()?;
        let offset = scan.zone()?;
        if hour == 24 {
            hour = 0;
            let next = calendar::days(year, month, day) + 1;
            (year, month, day) = calendar::from_days(next).ok_or(Fault::YearRange)?;
        }
        Ok(Self { attosecond, year, month, day, hour, minute, second, offset })
    }

    fn start(&self) -> Start {
        let days = calendar::days(self.year, self.month, self.day);
        let of_day =
            i64::from(self.hour) * 3_600 + i64::from(self.minute) * 60 + i64::from(self.second);
        let seconds = days * calendar::DAY + of_day;
        Start { seconds, attosecond: self.attosecond, offset: self.offset }
    }

    /// Writes the form up to the whole second.
    #[inline]
    fn write_seconds(&self, out: &mut String) {
        write::date(out, (self.year, self.month, self.day));
        out.push('T');
        write::clock(out, (self.hour, self.minute, self.second));
    }
}

impl TextValue for DateTime {
    const TYPE_NAME: &'static str = "xs:dateTime";
    const PLAIN: bool = true;

    fn parse(text: &str) -> Result<Self, ValueError> {
        Self::scan(text).map_err(|fault| fault.error(Self::TYPE_NAME, FORM))
    }

    fn write(&self, out: &mut String) {
        self.write_seconds(out);
        write::fraction(out, self.attosecond);
        write::zone(out, self.offset);
    }
}

order_by_start!(DateTime);

/// The instant in UTC; an error outside the years that a value can have.
impl TryFrom<SystemTime> for DateTime {
    type Error = ValueError;

    fn try_from(time: SystemTime) -> Result<Self, ValueError> {
        let (seconds, nanos) = match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => (i64::try_from(after.as_secs()).ok(), after.subsec_nanos()),
            Err(error) => {
                let before = error.duration();
                let partial = before.subsec_nanos() > 0;
                let seconds = 0_i64.checked_sub_unsigned(before.as_secs() + u64::from(partial));
                (seconds, if partial { 1_000_000_000 - before.subsec_nanos() } else { 0 })
            }
        };
        seconds
            .and_then(|seconds| Self::from_unix(seconds, u64::from(nanos) * 1_000_000_000))
            .ok_or_else(|| Fault::YearRange.error(Self::TYPE_NAME, FORM))
    }
}

/// An error for a value without a zone, or outside the clock of the system.
impl TryFrom<DateTime> for SystemTime {
    type Error = ValueError;

    fn try_from(value: DateTime) -> Result<Self, ValueError> {
        let Some(offset) = value.offset else {
            return Err(ValueError::new(DateTime::TYPE_NAME, "expected a zone"));
        };
        let seconds = value.start().seconds - offset.seconds();
        let whole = Duration::from_secs(seconds.unsigned_abs());
        let start = if seconds < 0 {
            Self::UNIX_EPOCH.checked_sub(whole)
        } else {
            Self::UNIX_EPOCH.checked_add(whole)
        };
        start
            .and_then(|start| start.checked_add(Duration::from_nanos(value.nanosecond().into())))
            .ok_or_else(|| ValueError::new(DateTime::TYPE_NAME, "expected a year closer to 1970"))
    }
}

#[cfg(test)]
#[path = "date_time_tests.rs"]
mod tests;
