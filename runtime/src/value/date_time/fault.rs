//! What can be wrong with a date, time or duration.

use crate::value::ValueError;

/// One kind of fault; small, so that readers can hand it on cheaply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    Form,
    YearZero,
    YearRange,
    Month,
    Day,
    Clock,
    Fraction,
    Zone,
    Amount,
}

impl Fault {
    /// The error of the named type, whose lexical form is `form`.
    #[cold]
    pub(super) fn error(self, type_name: &'static str, form: &'static str) -> ValueError {
        let reason = match self {
            Self::Form => return ValueError::new(type_name, format!("expected {form}")),
            Self::YearZero => "there is no year 0000",
            Self::YearRange => "expected a year from -2147483648 to 2147483647",
            Self::Month => "expected a month from 01 to 12",
            Self::Day => "expected a day that the month has",
            Self::Clock => "expected a time from 00:00:00 to 23:59:59, or 24:00:00",
            Self::Fraction => "expected at most 18 digits in the fraction of a second",
            Self::Zone => "expected a zone from -14:00 to +14:00, or Z",
            Self::Amount => "expected amounts that fit 64 bits as months and as seconds",
        };
        ValueError::new(type_name, reason)
    }
}
