//! `xs:date` (XML Schema Part 2, section 3.2.9).

use super::order::{Start, order_by_start};
use super::scan::Scan;
use super::{Offset, calendar, write};
use crate::value::{TextValue, ValueError};

/// A day, with or without a zone.
///
/// ```
/// use wsdl2rs_runtime::value::Date;
///
/// let day: Date = "2004-02-29".parse()?;
/// assert!(day < Date::new(2004, 3, 1)?);
/// assert!("2005-02-29".parse::<Date>().is_err());
/// assert_eq!("2002-10-10+13:00".parse::<Date>()?, "2002-10-09-11:00".parse()?);
/// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
/// ```
#[derive(Clone, Copy)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
    offset: Option<Offset>,
}

const FORM: &str = "the form YYYY-MM-DD, with or without a zone";

impl Date {
    /// The day without a zone.
    ///
    /// # Errors
    /// When there is no such day; there is no year 0.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, ValueError> {
        calendar::check_year(year)
            .and_then(|()| calendar::check_day(year, month, day))
            .map(|()| Self::from_parts(year, month, day, None))
            .map_err(|fault| fault.error(Self::TYPE_NAME, FORM))
    }

    /// A day that is known to exist.
    pub(in crate::value) const fn from_parts(
        year: i32,
        month: u8,
        day: u8,
        offset: Option<Offset>,
    ) -> Self {
        Self { year, month, day, offset }
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

    /// How far the clock is ahead of UTC; nothing for a value without a zone.
    #[must_use]
    pub fn offset(&self) -> Option<Offset> {
        self.offset
    }

    /// The same day in another zone, or in none.
    #[must_use]
    pub fn with_offset(self, offset: impl Into<Option<Offset>>) -> Self {
        Self { offset: offset.into(), ..self }
    }

    fn start(&self) -> Start {
        let seconds = calendar::days(self.year, self.month, self.day) * calendar::DAY;
        Start { seconds, attosecond: 0, offset: self.offset }
    }
}

impl TextValue for Date {
    const TYPE_NAME: &'static str = "xs:date";
    const PLAIN: bool = true;

    fn parse(text: &str) -> Result<Self, ValueError> {
        let mut scan = Scan::new(text);
        scan.date()
            .and_then(|(year, month, day)| Ok(Self { year, month, day, offset: scan.zone()? }))
            .map_err(|fault| fault.error(Self::TYPE_NAME, FORM))
    }

    fn write(&self, out: &mut String) {
        write::date(out, (self.year, self.month, self.day));
        write::zone(out, self.offset);
    }
}

order_by_start!(Date);
