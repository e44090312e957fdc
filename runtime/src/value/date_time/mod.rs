//! Dates, times and durations (XML Schema Part 2, sections 3.2.6 to 3.2.14).
//!
//! Whether a value has a zone is part of it. Two values are equal where they start at the same
//! instant, whatever their offsets; a value with a zone and one without never are.

mod calendar;
#[path = "date_time.rs"]
mod combined;
mod date;
mod duration;
mod fault;
mod gregorian;
mod offset;
mod order;
mod scan;
mod time;
mod write;

pub use combined::DateTime;
pub use date::Date;
pub use duration::Duration;
pub use gregorian::{GDay, GMonth, GMonthDay, GYear, GYearMonth};
pub use offset::Offset;
pub use time::Time;
