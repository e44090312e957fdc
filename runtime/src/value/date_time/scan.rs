//! Reads the parts of dates and times from the front of a text.

use super::fault::Fault;
use super::{Offset, calendar};

/// What is left of a text.
pub(super) struct Scan<'a>(&'a [u8]);

/// Hour, minute, second, and the fraction of a second in units of 10^-18.
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: u8,
    pub(super) attosecond: u64,
}

/// 10^0 to 10^18.
const POWERS_OF_TEN: [u64; 19] = {
    let mut powers = [1; 19];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};

impl<'a> Scan<'a> {
    #[inline]
    pub(super) fn new(text: &'a str) -> Self {
        Self(text.as_bytes())
    }

    /// Fails unless the byte comes next.
    #[inline]
    pub(super) fn literal(&mut self, expected: u8) -> Result<(), Fault> {
        match self.0 {
            [byte, rest @ ..] if *byte == expected => {
                self.0 = rest;
                Ok(())
            }
            _ => Err(Fault::Form),
        }
    }

    /// Exactly two digits.
    #[inline]
    pub(super) fn two(&mut self) -> Result<u8, Fault> {
        let [high, low, rest @ ..] = self.0 else { return Err(Fault::Form) };
        let (high, low) = (high.wrapping_sub(b'0'), low.wrapping_sub(b'0'));
        if high > 9 || low > 9 {
            return Err(Fault::Form);
        }
        self.0 = rest;
        Ok(high * 10 + low)
    }

    /// A year: at least four digits, no more than needed, and a minus sign where it is negative.
    #[inline]
    pub(super) fn year(&mut self) -> Result<i32, Fault> {
        if let [b'0'..=b'9', _, _, _, b'-', ..] = self.0 {
            let year = i32::from(self.two()?) * 100 + i32::from(self.two()?);
            return if year == 0 { Err(Fault::YearZero) } else { Ok(year) };
        }
        self.unusual_year()
    }

    #[cold]
    fn unusual_year(&mut self) -> Result<i32, Fault> {
        let negative = self.literal(b'-').is_ok();
        let length = self.digits();
        if length < 4 || (length > 4 && self.0[0] == b'0') {
            return Err(Fault::Form);
        }
        let mut year = 0_i32;
        for digit in &self.0[..length] {
            let digit = i32::from(digit - b'0');
            let shifted = year.checked_mul(10).ok_or(Fault::YearRange)?;
            let next =
                if negative { shifted.checked_sub(digit) } else { shifted.checked_add(digit) };
            year = next.ok_or(Fault::YearRange)?;
        }
        self.0 = &self.0[length..];
        if year == 0 { Err(Fault::YearZero) } else { Ok(year) }
    }

    /// A day that there is.
    #[inline]
    pub(super) fn date(&mut self) -> Result<(i32, u8, u8), Fault> {
        let year = self.year()?;
        self.literal(b'-')?;
        let month = self.two()?;
        self.literal(b'-')?;
        let day = self.two()?;
        calendar::check_day(year, month, day)?;
        Ok((year, month, day))
    }

    /// How many digits come next.
    #[inline]
    fn digits(&self) -> usize {
        self.0.iter().take_while(|byte| byte.is_ascii_digit()).count()
    }

    /// A time of day; the hour is 24 where it is the end of the day.
    #[inline]
    pub(super) fn clock(&mut self) -> Result<Clock, Fault> {
        let hour = self.two()?;
        self.literal(b':')?;
        let minute = self.two()?;
        self.literal(b':')?;
        let second = self.two()?;
        let attosecond = if let [b'.', ..] = self.0 { self.fraction()? } else { 0 };
        let end_of_day = hour == 24 && minute == 0 && second == 0 && attosecond == 0;
        if (hour > 23 && !end_of_day) || minute > 59 || second > 59 {
            return Err(Fault::Clock);
        }
        Ok(Clock { hour, minute, second, attosecond })
    }

    /// A point and digits, in units of 10^-18.
    #[inline]
    pub(super) fn fraction(&mut self) -> Result<u64, Fault> {
        self.literal(b'.')?;
        let (mut value, mut length) = (0, 0);
        while let [digit @ b'0'..=b'9', rest @ ..] = self.0 {
            if length == 18 {
                return Err(Fault::Fraction);
            }
            value = value * 10 + u64::from(digit - b'0');
            length += 1;
            self.0 = rest;
        }
        if length == 0 { Err(Fault::Form) } else { Ok(value * POWERS_OF_TEN[18 - length]) }
    }

    /// Fails unless all is read.
    #[inline]
    pub(super) fn end(&self) -> Result<(), Fault> {
        if self.0.is_empty() { Ok(()) } else { Err(Fault::Form) }
    }

    /// The zone, if there is one, up to the end of the text.
    #[inline]
    pub(super) fn zone(mut self) -> Result<Option<Offset>, Fault> {
        let negative = match self.0 {
            [] => return Ok(None),
            [b'Z'] => return Ok(Some(Offset::UTC)),
            [b'+', ..] => false,
            [b'-', ..] => true,
            _ => return Err(Fault::Form),
        };
        self.0 = &self.0[1..];
        let hours = i16::from(self.two()?);
        self.literal(b':')?;
        let minutes = i16::from(self.two()?);
        self.end()?;
        let total = hours * 60 + minutes;
        if minutes > 59 {
            return Err(Fault::Zone);
        }
        Offset::checked(if negative { -total } else { total }).map(Some)
    }
}
