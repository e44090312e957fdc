//! `xs:duration` (XML Schema Part 2, section 3.2.6).
//!
//! A duration is a number of months and a number of seconds, both of one sign; neither can be told
//! in terms of the other. Years count as 12 months, days as 86,400 seconds.

use std::cmp::Ordering;
use std::fmt;
use std::ops::Neg;

use super::fault::Fault;
use super::scan::Scan;
use super::{calendar, write};
use crate::value::forms::text_forms;
use crate::value::number::push_unsigned;
use crate::value::{TextValue, ValueError};

/// A length of time: months and seconds apart, and a sign.
///
/// ```
/// use wsdl2rs_runtime::value::Duration;
///
/// let duration: Duration = "-P1Y2MT36H0.50S".parse()?;
/// assert!(duration.is_negative());
/// assert_eq!((duration.months(), duration.seconds()), (14, 129_600));
/// assert_eq!(duration.to_string(), "-P1Y2M1DT12H0.5S");
/// // A month has 28 to 31 days.
/// assert_eq!("P1M".parse::<Duration>()?.partial_cmp(&"P30D".parse()?), None);
/// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Duration {
    months: u64,
    seconds: u64,
    attosecond: u64,
    /// False where all else is zero.
    negative: bool,
}

const FORM: &str = "the form PnYnMnDTnHnMnS";

impl Duration {
    /// No time at all, `PT0S`.
    pub const ZERO: Self = Self { months: 0, seconds: 0, attosecond: 0, negative: false };

    /// So many months and so many seconds after.
    #[must_use]
    pub const fn new(months: u64, seconds: u64) -> Self {
        Self { months, seconds, attosecond: 0, negative: false }
    }

    /// The same with another fraction of the second, in units of 10^-18 seconds.
    ///
    /// # Errors
    /// When it is a whole second or more.
    pub fn with_attosecond(self, attosecond: u64) -> Result<Self, ValueError> {
        if attosecond < 1_000_000_000_000_000_000 {
            Ok(Self { attosecond, ..self }.signed(self.negative))
        } else {
            Err(ValueError::new(Self::TYPE_NAME, "expected a fraction below one second"))
        }
    }

    /// Whether it leads back in time.
    #[must_use]
    pub const fn is_negative(&self) -> bool {
        self.negative
    }

    /// All months, those of the years included, without the sign.
    #[must_use]
    pub const fn months(&self) -> u64 {
        self.months
    }

    /// All whole seconds, those of the days included, without the sign.
    #[must_use]
    pub const fn seconds(&self) -> u64 {
        self.seconds
    }

    /// The fraction of a second beyond `seconds`, in units of 10^-18 seconds.
    #[must_use]
    pub const fn attosecond(&self) -> u64 {
        self.attosecond
    }

    /// The same amounts with a sign, which zero has not.
    fn signed(self, negative: bool) -> Self {
        let zero = (self.months, self.seconds, self.attosecond) == (0, 0, 0);
        Self { negative: negative && !zero, ..self }
    }

    fn scan(text: &str) -> Result<Self, Fault> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let amounts = unsigned.strip_prefix('P').ok_or(Fault::Form)?;
        let (date, time) = match amounts.split_once('T') {
            Some((_, "")) => return Err(Fault::Form),
            Some(parts) => parts,
            None if amounts.is_empty() => return Err(Fault::Form),
            None => (amounts, ""),
        };
        let mut date = Amounts(date);
        let months = add(0, date.take(b'Y')?, 12)?;
        let months = add(months, date.take(b'M')?, 1)?;
        let seconds = add(0, date.take(b'D')?, 86_400)?;
        date.end()?;
        let mut time = Amounts(time);
        let seconds = add(seconds, time.take(b'H')?, 3_600)?;
        let seconds = add(seconds, time.take(b'M')?, 60)?;
        let (whole, attosecond) = time.take_seconds()?;
        let seconds = add(seconds, whole, 1)?;
        time.end()?;
        let duration = Self { months, seconds, attosecond, negative: false };
        Ok(duration.signed(unsigned.len() < text.len()))
    }

    /// Where a month's start comes to lie when this is added to it, in seconds and 10^-18 seconds
    /// since 1970.
    fn added_to(&self, year: i64, month: u8) -> (i128, i128) {
        let sign = if self.negative { -1 } else { 1 };
        let months = i128::from(year * 12 + i64::from(month) - 1) + sign * i128::from(self.months);
        // After 4,800 months the calendar repeats.
        let (cycles, within) = (months.div_euclid(4_800), months.rem_euclid(4_800) as i64);
        let days = calendar::days_since_epoch(within / 12, (within % 12 + 1) as u8, 1);
        let days = cycles * 146_097 + i128::from(days);
        let seconds = days * i128::from(calendar::DAY) + sign * i128::from(self.seconds);
        let attoseconds = sign * i128::from(self.attosecond);
        if attoseconds < 0 {
            (seconds - 1, attoseconds + 1_000_000_000_000_000_000)
        } else {
            (seconds, attoseconds)
        }
    }
}

/// `sum` + `amount` × `unit`.
fn add(sum: u64, amount: u64, unit: u64) -> Result<u64, Fault> {
    amount.checked_mul(unit).and_then(|product| sum.checked_add(product)).ok_or(Fault::Amount)
}

/// Numbers with a letter after each.
struct Amounts<'a>(&'a str);

impl Amounts<'_> {
    /// The number before `letter` if that comes next, else 0.
    fn take(&mut self, letter: u8) -> Result<u64, Fault> {
        let length = self.digits();
        if self.0.as_bytes().get(length) != Some(&letter) {
            return Ok(0);
        }
        self.whole(length)
    }

    /// The number before `S` with its fraction in units of 10^-18, if that comes next, else 0.
    fn take_seconds(&mut self) -> Result<(u64, u64), Fault> {
        let length = self.digits();
        if self.0.as_bytes().get(length) != Some(&b'.') {
            return Ok((self.take(b'S')?, 0));
        }
        let fraction = self.0[length..].strip_suffix('S').ok_or(Fault::Form)?;
        let mut scan = Scan::new(fraction);
        let attosecond = scan.fraction()?;
        scan.end()?;
        let whole = self.whole(length)?;
        self.0 = "";
        Ok((whole, attosecond))
    }

    fn digits(&self) -> usize {
        self.0.bytes().take_while(u8::is_ascii_digit).count()
    }

    /// The number of so many digits; what follows it by one byte is left.
    fn whole(&mut self, length: usize) -> Result<u64, Fault> {
        if length == 0 {
            return Err(Fault::Form);
        }
        let value = self.0[..length].parse().map_err(|_| Fault::Amount)?;
        self.0 = &self.0[length + 1..];
        Ok(value)
    }

    fn end(&self) -> Result<(), Fault> {
        if self.0.is_empty() { Ok(()) } else { Err(Fault::Form) }
    }
}

impl TextValue for Duration {
    const TYPE_NAME: &'static str = "xs:duration";
    const PLAIN: bool = true;

    fn parse(text: &str) -> Result<Self, ValueError> {
        Self::scan(text).map_err(|fault| fault.error(Self::TYPE_NAME, FORM))
    }

    /// Writes the largest amounts first: at most 11 months, 23 hours, 59 minutes and 59 seconds.
    fn write(&self, out: &mut String) {
        out.push_str(if self.negative { "-P" } else { "P" });
        let of_day = self.seconds % 86_400;
        push_amount(out, self.months / 12, 'Y');
        push_amount(out, self.months % 12, 'M');
        push_amount(out, self.seconds / 86_400, 'D');
        if of_day > 0 || self.attosecond > 0 || *self == Self::ZERO {
            out.push('T');
            push_amount(out, of_day / 3_600, 'H');
            push_amount(out, of_day / 60 % 60, 'M');
            let second = of_day % 60;
            if second > 0 || self.attosecond > 0 || *self == Self::ZERO {
                push_unsigned(out, second);
                write::fraction(out, self.attosecond);
                out.push('S');
            }
        }
    }
}

fn push_amount(out: &mut String, amount: u64, letter: char) {
    if amount > 0 {
        push_unsigned(out, amount);
        out.push(letter);
    }
}

text_forms!(Duration);

impl fmt::Debug for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Duration({self})")
    }
}

/// One is longer than another if it leads further from each of four dates that have months of all
/// lengths before them (Part 2, section 3.2.6.2); nothing where the four disagree.
impl PartialOrd for Duration {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        if self == other {
            return Some(Ordering::Equal);
        }
        let from = [(1696, 9), (1697, 2), (1903, 3), (1903, 7)];
        let order =
            from.map(|(year, month)| self.added_to(year, month).cmp(&other.added_to(year, month)));
        let agreed = order[0] != Ordering::Equal && order.iter().all(|one| *one == order[0]);
        agreed.then_some(order[0])
    }
}

impl Neg for Duration {
    type Output = Self;

    fn neg(self) -> Self {
        self.signed(!self.negative)
    }
}

impl From<std::time::Duration> for Duration {
    fn from(duration: std::time::Duration) -> Self {
        let attosecond = u64::from(duration.subsec_nanos()) * 1_000_000_000;
        Self { months: 0, seconds: duration.as_secs(), attosecond, negative: false }
    }
}

/// An error for one with months or a minus sign; what is below a nanosecond is an error too.
impl TryFrom<Duration> for std::time::Duration {
    type Error = ValueError;

    fn try_from(duration: Duration) -> Result<Self, ValueError> {
        let nanos = duration.attosecond / 1_000_000_000;
        if duration.negative || duration.months > 0 {
            Err(ValueError::new(Duration::TYPE_NAME, "expected no minus sign and no months"))
        } else if !duration.attosecond.is_multiple_of(1_000_000_000) {
            Err(ValueError::new(Duration::TYPE_NAME, "expected at most nine digits of a fraction"))
        } else {
            Ok(Self::new(duration.seconds, nanos as u32))
        }
    }
}

#[cfg(test)]
#[path = "duration_tests.rs"]
mod tests;
