//! `dateTime`, `time`, `date` and the `g` types (XSD 1.0 Part 2, sections 3.2.7 to 3.2.14).

use std::cmp::Ordering;

use super::decimal::Decimal;
use super::duration::with_fraction;

/// A value of one of the eight types: the seconds of its start, and its zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    /// Seconds since year 1 in its own zone.
    seconds: i64,
    /// The digits of the second's fraction, without trailing zeros.
    fraction: String,
    /// Minutes east of UTC; none where the zone is absent.
    zone: Option<i64>,
}

const DAY: i64 = 86_400;

/// A time without zone is somewhere within this many minutes of UTC.
const WIDEST_ZONE: i64 = 14 * 60;

impl Moment {
    /// `YYYY-MM-DDThh:mm:ss`. Years beyond 11 digits have no value, here and below.
    pub(super) fn date_time(text: &str) -> Option<Self> {
        let (text, zone) = split_zone(text)?;
        let (date, time) = text.split_once('T')?;
        let (second, fraction) = time_parts(time)?;
        Some(Self { seconds: day_of(date)? + second, fraction, zone })
    }

    /// `hh:mm:ss`. The hour 24 is the hour 0.
    pub(super) fn time(text: &str) -> Option<Self> {
        let (text, zone) = split_zone(text)?;
        let (second, fraction) = time_parts(text)?;
        Some(Self { seconds: second.rem_euclid(DAY), fraction, zone })
    }

    /// `YYYY-MM-DD`.
    pub(super) fn date(text: &str) -> Option<Self> {
        Self::starting(text, day_of)
    }

    /// `YYYY-MM`.
    pub(super) fn year_month(text: &str) -> Option<Self> {
        Self::starting(text, |text| day_of(&format!("{text}-01")))
    }

    /// `YYYY`.
    pub(super) fn year(text: &str) -> Option<Self> {
        Self::starting(text, |text| day_of(&format!("{text}-01-01")))
    }

    /// `--MM-DD`, in a leap year.
    pub(super) fn month_day(text: &str) -> Option<Self> {
        Self::starting(text, |text| day_of(&format!("1972-{}", text.strip_prefix("--")?)))
    }

    /// `---DD`, in a long month.
    pub(super) fn day(text: &str) -> Option<Self> {
        Self::starting(text, |text| day_of(&format!("1972-01-{}", text.strip_prefix("---")?)))
    }

    /// `--MM`.
    pub(super) fn month(text: &str) -> Option<Self> {
        Self::starting(text, |text| day_of(&format!("1972-{}-01", text.strip_prefix("--")?)))
    }

    /// The start of a day, with a zone.
    fn starting(text: &str, start: impl FnOnce(&str) -> Option<i64>) -> Option<Self> {
        let (text, zone) = split_zone(text)?;
        Some(Self { seconds: start(text)?, fraction: String::new(), zone })
    }

    /// Seconds from the start of year 1 to the start of a day, by the Gregorian calendar.
    pub(super) fn seconds_at(year: i64, month: i64, day: i64) -> i64 {
        let elapsed = year - 1;
        let leap_days = elapsed.div_euclid(4) - elapsed.div_euclid(100) + elapsed.div_euclid(400);
        let in_year: i64 = (1..month).map(|month| days_in(year, month)).sum();
        (elapsed * 365 + leap_days + in_year + day - 1) * DAY
    }

    /// A text that equal values share.
    pub(super) fn key(&self) -> String {
        let zone = if self.zone.is_some() { "Z" } else { "" };
        format!("{}{zone}", self.instant(self.zone.unwrap_or(0)))
    }

    /// The order (section 3.2.7.3), which is none where a missing zone could change it.
    pub(super) fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self.zone, other.zone) {
            (Some(left), Some(right)) => Some(self.instant(left).cmp(&other.instant(right))),
            (None, None) => Some(self.instant(0).cmp(&other.instant(0))),
            (Some(_), None) => other.compare(self).map(Ordering::reverse),
            (None, Some(zone)) => {
                let fixed = other.instant(zone);
                if self.instant(-WIDEST_ZONE) < fixed {
                    Some(Ordering::Less)
                } else if self.instant(WIDEST_ZONE) > fixed {
                    Some(Ordering::Greater)
                } else {
                    None
                }
            }
        }
    }

    /// Seconds in UTC if the zone is `zone` minutes east.
    fn instant(&self, zone: i64) -> Decimal {
        let seconds = i128::from(self.seconds - zone * 60);
        let text = if self.fraction.is_empty() {
            seconds.to_string()
        } else {
            with_fraction(seconds, &self.fraction)
        };
        Decimal::parse(&text).expect("digits make a decimal number")
    }
}

/// The month that is `months` after another.
pub(super) fn add_months(year: i64, month: i64, months: i64) -> (i64, i64) {
    let total = year * 12 + (month - 1) + months;
    (total.div_euclid(12), total.rem_euclid(12) + 1)
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The text before the zone, and the zone in minutes.
fn split_zone(text: &str) -> Option<(&str, Option<i64>)> {
    if let Some(rest) = text.strip_suffix('Z') {
        return Some((rest, Some(0)));
    }
    let Some(start) = text.len().checked_sub(6).filter(|start| text.is_char_boundary(*start))
    else {
        return Some((text, None));
    };
    let (rest, zone) = text.split_at(start);
    let sign = match zone.as_bytes() {
        [b'+', _, _, b':', ..] => 1,
        [b'-', _, _, b':', ..] => -1,
        _ => return Some((text, None)),
    };
    let (hours, minutes) = (two_digits(&zone[1..3])?, two_digits(&zone[4..])?);
    let total = hours * 60 + minutes;
    (minutes < 60 && total <= WIDEST_ZONE).then_some((rest, Some(sign * total)))
}

/// The first second of the day `YYYY-MM-DD`; none where there is no such day.
fn day_of(text: &str) -> Option<i64> {
    let (rest, day) = text.rsplit_once('-')?;
    let (year, month) = rest.rsplit_once('-')?;
    let (year, month, day) = (parse_year(year)?, two_digits(month)?, two_digits(day)?);
    let exists = (1..=12).contains(&month) && day >= 1 && day <= days_in(year, month);
    exists.then(|| Moment::seconds_at(year, month, day))
}

/// Four digits or more, no leading zero beyond four, not the year 0000. Years before the common
/// era are counted from 0, so that the calendar has no gap.
fn parse_year(text: &str) -> Option<i64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, text),
    };
    let well_formed = (4..=11).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && !(digits.len() > 4 && digits.starts_with('0'));
    let year: i64 = if well_formed { digits.parse().ok()? } else { return None };
    match (negative, year) {
        (_, 0) => None,
        (true, year) => Some(1 - year),
        (false, year) => Some(year),
    }
}

fn two_digits(text: &str) -> Option<i64> {
    let is_number = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok())?
}

/// Second of the day and the digits of the fraction.
fn time_parts(text: &str) -> Option<(i64, String)> {
    let (hours, rest) = text.split_once(':')?;
    let (minutes, seconds) = rest.split_once(':')?;
    let (seconds, fraction) = match seconds.split_once('.') {
        Some((_, "")) => return None,
        Some((seconds, fraction)) => (seconds, fraction),
        None => (seconds, ""),
    };
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let fraction = fraction.trim_end_matches('0').to_owned();
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    let seconds = two_digits(seconds)?;
    let midnight = hours == 24 && minutes == 0 && seconds == 0 && fraction.is_empty();
    let valid = (hours < 24 || midnight) && minutes < 60 && seconds < 60;
    valid.then_some(((hours * 60 + minutes) * 60 + seconds, fraction))
}
