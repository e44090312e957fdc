//! The proleptic Gregorian calendar of XML Schema 1.0: the year before 0001 is -0001.
//!
//! Part 2 leaves open which years before the common era have a leap day. Here the cycle of four
//! years goes on without a break: -0001, -0005 and so on have one.

use super::fault::Fault;

/// Seconds in a day.
pub(super) const DAY: i64 = 86_400;

/// Fails for a month that is not 1 to 12, or a day that the month never has.
pub(super) fn check_day(year: i32, month: u8, day: u8) -> Result<(), Fault> {
    if !(1..=12).contains(&month) {
        return Err(Fault::Month);
    }
    // The first 28 days need no look at the year.
    if day == 0 || (day > 28 && day > month_length(year, month)) {
        return Err(Fault::Day);
    }
    Ok(())
}

/// Fails for the year 0, which XML Schema 1.0 does not have.
pub(super) fn check_year(year: i32) -> Result<(), Fault> {
    if year == 0 { Err(Fault::YearZero) } else { Ok(()) }
}

/// How many days a month from 1 to 12 has.
fn month_length(year: i32, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: i32) -> bool {
    let year = astronomical(year);
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// The year counted through 0, which stands for the year -0001.
fn astronomical(year: i32) -> i64 {
    i64::from(year) + i64::from(year < 0)
}

/// Days from 1970-01-01 to a day.
pub(super) fn days(year: i32, month: u8, day: u8) -> i64 {
    days_since_epoch(astronomical(year), month, day)
}

/// Days from 1970-01-01 to a day of a year that is counted through 0.
///
/// Years are taken to start in March, so that the leap day is their last and months before a day
/// have `(153 * month + 2) / 5` days; 400 years have 146,097 days.
pub(super) fn days_since_epoch(year: i64, month: u8, day: u8) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let month = i64::from(month + 9) % 12;
    let (cycle, year) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * month + 2) / 5 + i64::from(day) - 1;
    let day_of_cycle = year * 365 + year / 4 - year / 100 + day_of_year;
    cycle * 146_097 + day_of_cycle - 719_468
}

/// The year, month and day that come so many days after 1970-01-01; nothing where the year does
/// not fit.
pub(super) fn from_days(days: i64) -> Option<(i32, u8, u8)> {
    let days = days.checked_add(719_468)?;
    let (cycle, day_of_cycle) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (day_of_cycle - day_of_cycle / 1_460 + day_of_cycle / 36_524
        - day_of_cycle / 146_096)
        / 365;
    let day_of_year = day_of_cycle - (365 * year + year / 4 - year / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = cycle * 400 + year + i64::from(month <= 2);
    let year = if year <= 0 { year - 1 } else { year };
    Some((i32::try_from(year).ok()?, month as u8, day as u8))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn days_of_months() {
        let rows = [
            (2005, 1, 31, true),
            (2005, 4, 31, false),
            (2005, 2, 28, true),
            (2005, 2, 29, false),
            (2004, 2, 29, true),
            (2004, 2, 30, false),
            (1900, 2, 29, false),
            (2000, 2, 29, true),
            (-1, 2, 29, true),
            (-4, 2, 29, false),
            (-5, 2, 29, true),
            (2005, 12, 32, false),
            (2005, 12, 0, false),
            (2005, 0, 1, false),
            (2005, 13, 1, false),
        ];
        for (year, month, day, valid) in rows {
            assert_eq!(check_day(year, month, day).is_ok(), valid, "{year} {month} {day}");
        }
    }

    #[test]
    fn days_are_counted_from_1970() {
        let rows = [
            ((1970, 1, 1), 0),
            ((1969, 12, 31), -1),
            ((2000, 2, 29), 11_016),
            ((2000, 3, 1), 11_017),
            ((1, 1, 1), -719_162),
            ((-1, 12, 31), -719_163),
            ((-1, 2, 29), -719_469),
        ];
        for ((year, month, day), count) in rows {
            assert_eq!(days(year, month, day), count);
            assert_eq!(from_days(count), Some((year, month, day)));
        }
        assert_eq!(from_days(i64::MAX), None);
        assert_eq!(from_days(i64::MIN), None);
    }

    proptest! {
        #[test]
        fn days_and_dates_are_one_to_one(count in -800_000_000_000_i64..800_000_000_000) {
            if let Some((year, month, day)) = from_days(count) {
                prop_assert!(check_day(year, month, day).is_ok() && year != 0);
                prop_assert_eq!(days(year, month, day), count);
            }
        }
    }
}
