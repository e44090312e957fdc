//! Parts of a date that recur or last longer than a day: `xs:gYearMonth`, `xs:gYear`,
//! `xs:gMonthDay`, `xs:gDay`, `xs:gMonth` (XML Schema Part 2, sections 3.2.10 to 3.2.14).

use super::fault::Fault;
use super::order::{Start, order_by_start};
use super::scan::Scan;
use super::{Offset, calendar, write};
use crate::value::{TextValue, ValueError};

/// Parts that are missing in a type do not count in a comparison; a leap year stands for the year.
const ANY_YEAR: i32 = 1972;

macro_rules! date_parts {
    ($(
        $(#[$doc:meta])*
        $type:ident, $name:literal, $form:literal,
        [$($part:ident: $part_type:ty, $part_doc:literal;)+],
        $check:expr, $scan:expr, $write:expr, $day:expr;
    )+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $type {
            $($part: $part_type,)+
            offset: Option<Offset>,
        }

        impl $type {
            /// The value without a zone.
            ///
            /// # Errors
            /// When there is none with these numbers.
            pub fn new($($part: $part_type),+) -> Result<Self, ValueError> {
                let check: fn($($part_type),+) -> Result<(), Fault> = $check;
                match check($($part),+) {
                    Ok(()) => Ok(Self { $($part,)+ offset: None }),
                    Err(fault) => Err(fault.error($name, $form)),
                }
            }

            $(
                #[doc = $part_doc]
                #[must_use]
                pub fn $part(&self) -> $part_type {
                    self.$part
                }
            )+

            /// How far the clock is ahead of UTC; nothing for a value without a zone.
            #[must_use]
            pub fn offset(&self) -> Option<Offset> {
                self.offset
            }

            /// The same in another zone, or in none.
            #[must_use]
            pub fn with_offset(self, offset: impl Into<Option<Offset>>) -> Self {
                Self { offset: offset.into(), ..self }
            }

            pub(in crate::value) const fn blank() -> Self {
                Self { $($part: 1,)+ offset: None }
            }

            fn scan(text: &str) -> Result<Self, Fault> {
                let mut scan = Scan::new(text);
                let parts: fn(&mut Scan<'_>) -> Result<($($part_type,)+), Fault> = $scan;
                let ($($part,)+) = parts(&mut scan)?;
                let check: fn($($part_type),+) -> Result<(), Fault> = $check;
                check($($part),+)?;
                Ok(Self { $($part,)+ offset: scan.zone()? })
            }

            fn start(&self) -> Start {
                let day: fn(&Self) -> (i32, u8, u8) = $day;
                let (year, month, day) = day(self);
                let seconds = calendar::days(year, month, day) * calendar::DAY;
                Start { seconds, attosecond: 0, offset: self.offset }
            }
        }

        impl TextValue for $type {
            const TYPE_NAME: &'static str = $name;
            const PLAIN: bool = true;

            fn parse(text: &str) -> Result<Self, ValueError> {
                Self::scan(text).map_err(|fault| fault.error($name, $form))
            }

            fn write(&self, out: &mut String) {
                let write_parts: fn(&Self, &mut String) = $write;
                write_parts(self, out);
                write::zone(out, self.offset);
            }
        }

        order_by_start!($type);
    )+};
}

date_parts! {
    /// A month of one year, such as `1999-05`.
    GYearMonth, "xs:gYearMonth", "the form YYYY-MM, with or without a zone",
    [year: i32, "The year; there is none before 1 and after -1."; month: u8, "The month, 1 to 12.";],
    |year, month| calendar::check_year(year).and_then(|()| calendar::check_day(year, month, 1)),
    |scan| {
        let year = scan.year()?;
        scan.literal(b'-')?;
        Ok((year, scan.two()?))
    },
    |value, out| {
        write::year(out, value.year);
        out.push('-');
        write::two(out, value.month);
    },
    |value| (value.year, value.month, 1);

    /// A year, such as `1999`.
    ///
    /// ```
    /// use wsdl2rs_runtime::value::GYear;
    ///
    /// assert_eq!(GYear::new(-44)?.to_string(), "-0044");
    /// assert_eq!("12004".parse::<GYear>()?.year(), 12004);
    /// assert!("0000".parse::<GYear>().is_err());
    /// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
    /// ```
    GYear, "xs:gYear", "the form YYYY, with or without a zone",
    [year: i32, "The year; there is none before 1 and after -1.";],
    calendar::check_year,
    |scan| Ok((scan.year()?,)),
    |value, out| write::year(out, value.year),
    |value| (value.year, 1, 1);

    /// A day of every year, such as `--09-15`; `--02-29` is one too.
    GMonthDay, "xs:gMonthDay", "the form --MM-DD, with or without a zone",
    [month: u8, "The month, 1 to 12."; day: u8, "The day of the month, from 1.";],
    |month, day| calendar::check_day(ANY_YEAR, month, day),
    |scan| {
        scan.literal(b'-')?;
        scan.literal(b'-')?;
        let month = scan.two()?;
        scan.literal(b'-')?;
        Ok((month, scan.two()?))
    },
    |value, out| {
        out.push_str("--");
        write::two(out, value.month);
        out.push('-');
        write::two(out, value.day);
    },
    |value| (ANY_YEAR, value.month, value.day);

    /// A day of every month, such as `---15`.
    GDay, "xs:gDay", "the form ---DD, with or without a zone",
    [day: u8, "The day of the month, 1 to 31.";],
    |day| calendar::check_day(ANY_YEAR, 1, day),
    |scan| {
        scan.literal(b'-')?;
        scan.literal(b'-')?;
        scan.literal(b'-')?;
        Ok((scan.two()?,))
    },
    |value, out| {
        out.push_str("---");
        write::two(out, value.day);
    },
    |value| (ANY_YEAR, 1, value.day);

    /// A month of every year, such as `--05`.
    GMonth, "xs:gMonth", "the form --MM, with or without a zone",
    [month: u8, "The month, 1 to 12.";],
    |month| calendar::check_day(ANY_YEAR, month, 1),
    |scan| {
        scan.literal(b'-')?;
        scan.literal(b'-')?;
        Ok((scan.two()?,))
    },
    |value, out| {
        out.push_str("--");
        write::two(out, value.month);
    },
    |value| (ANY_YEAR, value.month, 1);
}
