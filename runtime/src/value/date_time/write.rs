//! Writes the parts of dates and times.

use super::Offset;
use crate::value::number::push_padded;

/// The numbers from 00 to 99, one after the other.
static PAIRS: &str = "\
    00010203040506070809101112131415161718192021222324252627282930313233343536373839\
    40414243444546474849505152535455565758596061626364656667686970717273747576777879\
    8081828384858687888990919293949596979899";

/// Two digits of a number below 100.
#[inline]
pub(super) fn two(out: &mut String, value: u8) {
    let at = usize::from(value) * 2;
    out.push_str(&PAIRS[at..at + 2]);
}

/// At least four digits, and a minus sign where the year is negative.
#[inline]
pub(super) fn year(out: &mut String, year: i32) {
    if let 0..=9_999 = year {
        two(out, (year / 100) as u8);
        two(out, (year % 100) as u8);
    } else {
        unusual_year(out, year);
    }
}

#[cold]
fn unusual_year(out: &mut String, year: i32) {
    if year < 0 {
        out.push('-');
    }
    push_padded(out, year.unsigned_abs().into(), 4);
}

#[inline]
pub(super) fn date(out: &mut String, (y, month, day): (i32, u8, u8)) {
    year(out, y);
    out.push('-');
    two(out, month);
    out.push('-');
    two(out, day);
}

#[inline]
pub(super) fn clock(out: &mut String, (hour, minute, second): (u8, u8, u8)) {
    two(out, hour);
    out.push(':');
    two(out, minute);
    out.push(':');
    two(out, second);
}

/// A point and the digits of 10^-18, without trailing zeros; nothing for zero.
#[inline]
pub(super) fn fraction(out: &mut String, attosecond: u64) {
    if attosecond != 0 {
        out.push('.');
        // Most fractions are milliseconds; few are finer than nanoseconds.
        if attosecond.is_multiple_of(1_000_000_000_000_000) {
            push_padded(out, attosecond / 1_000_000_000_000_000, 3);
        } else if attosecond.is_multiple_of(1_000_000_000) {
            push_padded(out, attosecond / 1_000_000_000, 9);
        } else {
            push_padded(out, attosecond, 18);
        }
        while out.ends_with('0') {
            out.pop();
        }
    }
}

/// A point and three digits.
pub(super) fn milliseconds(out: &mut String, attosecond: u64) {
    out.push('.');
    push_padded(out, attosecond / 1_000_000_000_000_000, 3);
}

/// `Z`, such as `+02:00`, or nothing.
#[inline]
pub(super) fn zone(out: &mut String, offset: Option<Offset>) {
    let Some(offset) = offset else { return };
    let minutes = offset.minutes();
    if minutes == 0 {
        return out.push('Z');
    }
    out.push(if minutes < 0 { '-' } else { '+' });
    let minutes = minutes.unsigned_abs();
    two(out, (minutes / 60) as u8);
    out.push(':');
    two(out, (minutes % 60) as u8);
}
