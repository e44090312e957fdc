//! `duration` (XSD 1.0 Part 2, section 3.2.6): months and seconds, partially ordered.

use std::cmp::Ordering;

use super::date_time::{Moment, add_months};
use super::decimal::Decimal;

/// A duration; both numbers have the duration's sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Duration {
    months: i64,
    seconds: i64,
    /// The digits after the point of the seconds, without trailing zeros.
    fraction: String,
    negative: bool,
}

impl Duration {
    /// The duration that `text` is a lexical form of; numbers beyond 10^10 have none.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (negative, text) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let text = text.strip_prefix('P')?;
        let (date, time) = match text.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        if time == Some("") || (date.is_empty() && time.is_none()) {
            return None;
        }
        let ([years, months, days], _) = fields(date, ['Y', 'M', 'D'])?;
        let ([hours, minutes, seconds], fraction) = match time {
            Some(time) => fields(time, ['H', 'M', 'S'])?,
            None => ([0; 3], String::new()),
        };
        let months = years * 12 + months;
        let seconds = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
        let negative = negative && (months, seconds, fraction.as_str()) != (0, 0, "");
        Some(Self { months, seconds, fraction, negative })
    }

    /// A text that equal durations share.
    pub(super) fn key(&self) -> String {
        let sign = if self.negative { "-" } else { "" };
        format!("{sign}P{}M{}.{}S", self.months, self.seconds, self.fraction)
    }

    /// The order, where it is the same from each of the four reference instants.
    pub(super) fn compare(&self, other: &Self) -> Option<Ordering> {
        let references = [(1696, 9), (1697, 2), (1903, 3), (1903, 7)];
        let mut orders = references.iter().map(|(year, month)| {
            let left = self.end_from(*year, *month);
            let right = other.end_from(*year, *month);
            left.cmp(&right)
        });
        let first = orders.next()?;
        orders.all(|order| order == first).then_some(first)
    }

    /// Seconds since year 1 when the duration ends that begins on the first day of a month.
    fn end_from(&self, year: i64, month: i64) -> Decimal {
        let sign = if self.negative { -1 } else { 1 };
        let (year, month) = add_months(year, month, sign * self.months);
        let start = Moment::seconds_at(year, month, 1);
        let (start, span) = (i128::from(start), i128::from(sign * self.seconds));
        let total = start + span;
        let text = match (self.negative, self.fraction.is_empty()) {
            (_, true) => total.to_string(),
            (false, false) => with_fraction(total, &self.fraction),
            (true, false) => with_fraction(total - 1, &complement(&self.fraction)),
        };
        Decimal::parse(&text).expect("digits make a decimal number")
    }
}

/// `whole` + 0.`fraction`, also where `whole` is negative.
pub(super) fn with_fraction(whole: i128, fraction: &str) -> String {
    if whole >= 0 {
        format!("{whole}.{fraction}")
    } else {
        format!("-{}.{}", -(whole + 1), complement(fraction))
    }
}

/// The digits of 1 - 0.`fraction`; `fraction` ends in no zero and is not empty.
fn complement(fraction: &str) -> String {
    let last = fraction.len().saturating_sub(1);
    let digit = |(index, byte): (usize, u8)| {
        let digit = byte - b'0';
        char::from(b'0' + if index == last { 10 - digit } else { 9 - digit })
    };
    fraction.bytes().enumerate().map(digit).collect()
}

/// The three numbers before the designators, each optional, in order; and the digits after the
/// point of the number before `S`.
fn fields(mut text: &str, designators: [char; 3]) -> Option<([i64; 3], String)> {
    let mut numbers = [0; 3];
    let mut fraction = String::new();
    for (number, designator) in numbers.iter_mut().zip(designators) {
        let Some((digits, rest)) = text.split_once(designator) else { continue };
        let whole = match digits.split_once('.') {
            Some((whole, part)) if designator == 'S' && !part.is_empty() => {
                part.bytes().all(|byte| byte.is_ascii_digit()).then_some(())?;
                fraction = part.trim_end_matches('0').to_owned();
                whole
            }
            Some(_) => return None,
            None => digits,
        };
        let is_number = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
        *number = if is_number { whole.parse().ok()? } else { return None };
        if *number > 10_000_000_000 {
            return None;
        }
        text = rest;
    }
    text.is_empty().then_some((numbers, fraction))
}
