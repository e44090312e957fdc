//! Puts together the written form of a date or time without an allocation.

use super::Offset;

/// The longest form: a year of ten digits with its sign, 18 digits of a fraction, and an offset.
const LENGTH: usize = 56;

/// One written form in the making.
pub(super) struct Line {
    bytes: [u8; LENGTH],
    length: usize,
}

impl Line {
    pub(super) fn new() -> Self {
        Self { bytes: [0; LENGTH], length: 0 }
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).expect("only ASCII bytes are put in")
    }

    pub(super) fn byte(&mut self, byte: u8) {
        self.bytes[self.length] = byte;
        self.length += 1;
    }

    /// Two digits of a number below 100.
    pub(super) fn two(&mut self, value: u8) {
        self.byte(b'0' + value / 10 % 10);
        self.byte(b'0' + value % 10);
    }

    /// At least four digits, and a minus sign where the year is negative.
    pub(super) fn year(&mut self, year: i32) {
        if year < 0 {
            self.byte(b'-');
        }
        let year = year.unsigned_abs();
        let high = year / 100;
        if high < 100 {
            self.two(high as u8);
        } else {
            self.long(u64::from(high));
        }
        self.two((year % 100) as u8);
    }

    #[cold]
    fn long(&mut self, value: u64) {
        let mut digits = [b'0'; 20];
        let start = crate::value::number::fill(&mut digits, value);
        digits[start..].iter().for_each(|digit| self.byte(*digit));
    }

    pub(super) fn date(&mut self, year: i32, month: u8, day: u8) {
        self.year(year);
        self.byte(b'-');
        self.two(month);
        self.byte(b'-');
        self.two(day);
    }

    pub(super) fn clock(&mut self, hour: u8, minute: u8, second: u8) {
        self.two(hour);
        self.byte(b':');
        self.two(minute);
        self.byte(b':');
        self.two(second);
    }

    /// A point and the digits of 10^-18, without trailing zeros; nothing for zero.
    pub(super) fn fraction(&mut self, attosecond: u64) {
        if attosecond != 0 {
            self.fraction_digits(attosecond, 18);
            while self.bytes[self.length - 1] == b'0' {
                self.length -= 1;
            }
        }
    }

    /// A point and the first digits of 10^-18, as many as asked for.
    pub(super) fn fraction_digits(&mut self, attosecond: u64, count: usize) {
        let mut digits = [b'0'; 18];
        crate::value::number::fill(&mut digits, attosecond);
        self.byte(b'.');
        digits[..count].iter().for_each(|digit| self.byte(*digit));
    }

    pub(super) fn zone(&mut self, offset: Option<Offset>) {
        let Some(offset) = offset else { return };
        let minutes = offset.minutes();
        if minutes == 0 {
            return self.byte(b'Z');
        }
        self.byte(if minutes < 0 { b'-' } else { b'+' });
        self.two((minutes.unsigned_abs() / 60) as u8);
        self.byte(b':');
        self.two((minutes.unsigned_abs() % 60) as u8);
    }
}
