//! `xs:time` (XML Schema Part 2, section 3.2.8).

use super::fault::Fault;
use super::order::{Start, order_by_start};
use super::scan::{Clock, Scan};
use super::{Offset, write};
use crate::value::{TextValue, ValueError};

/// A time of day, with or without a zone.
///
/// Times are compared on one day: `23:00:00-02:00` is after `00:30:00Z`, not half an hour before.
/// `24:00:00` is read as `00:00:00`.
///
/// ```
/// use wsdl2rs_runtime::value::Time;
///
/// let time: Time = "13:20:00-05:00".parse()?;
/// assert_eq!(time.minute(), 20);
/// assert_eq!(time, "18:20:00Z".parse()?);
/// assert!("13:60:00".parse::<Time>().is_err());
/// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Time {
    attosecond: u64,
    hour: u8,
    minute: u8,
    second: u8,
    offset: Option<Offset>,
}

const FORM: &str = "the form hh:mm:ss, with or without a fraction and a zone";

impl Time {
    /// The time without a fraction and without a zone.
    ///
    /// # Errors
    /// When there is no such time; the hour 24 is none.
    pub fn new(hour: u8, minute: u8, second: u8) -> Result<Self, ValueError> {
        if hour > 23 || minute > 59 || second > 59 {
            return Err(Fault::Clock.error(Self::TYPE_NAME, FORM));
        }
        Ok(Self::from_parts(Clock { hour, minute, second, attosecond: 0 }, None))
    }

    /// A time that is known to exist.
    pub(super) const fn from_parts(clock: Clock, offset: Option<Offset>) -> Self {
        let Clock { hour, minute, second, attosecond } = clock;
        Self { attosecond, hour, minute, second, offset }
    }

    pub(in crate::value) const fn blank() -> Self {
        Self::from_parts(Clock { hour: 0, minute: 0, second: 0, attosecond: 0 }, None)
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

    /// The same clock time in another zone, or in none.
    #[must_use]
    pub fn with_offset(self, offset: impl Into<Option<Offset>>) -> Self {
        Self { offset: offset.into(), ..self }
    }

    /// The same with another fraction of the second, in units of 10^-18 seconds.
    ///
    /// # Errors
    /// When it is a whole second or more.
    pub fn with_attosecond(self, attosecond: u64) -> Result<Self, ValueError> {
        if attosecond < 1_000_000_000_000_000_000 {
            Ok(Self { attosecond, ..self })
        } else {
            Err(ValueError::new(Self::TYPE_NAME, "expected a fraction below one second"))
        }
    }

    fn start(&self) -> Start {
        let seconds =
            i64::from(self.hour) * 3_600 + i64::from(self.minute) * 60 + i64::from(self.second);
        Start { seconds, attosecond: self.attosecond, offset: self.offset }
    }
}

impl TextValue for Time {
    const TYPE_NAME: &'static str = "xs:time";
    const PLAIN: bool = true;

    fn parse(text: &str) -> Result<Self, ValueError> {
        let mut scan = Scan::new(text);
        scan.clock()
            .and_then(|clock| {
                let clock = Clock { hour: clock.hour % 24, ..clock };
                Ok(Self::from_parts(clock, scan.zone()?))
            })
            .map_err(|fault| fault.error(Self::TYPE_NAME, FORM))
    }

    fn write(&self, out: &mut String) {
        write::clock(out, (self.hour, self.minute, self.second));
        write::fraction(out, self.attosecond);
        write::zone(out, self.offset);
    }
}

order_by_start!(Time);
