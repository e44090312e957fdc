//! Conversions to and from the usual crates of dates and numbers, each behind a feature of the
//! crate's name.
//!
//! No conversion rounds, drops a zone or invents one: what the other type cannot hold is a
//! [`ValueError`](super::ValueError) that names that type. To leave a zone out on purpose, say
//! `with_offset(None)` first.

#[cfg(feature = "bigdecimal")]
mod bigdecimal;
#[cfg(feature = "chrono")]
mod chrono;
#[cfg(any(feature = "chrono", feature = "jiff", feature = "time"))]
mod dates;
#[cfg(feature = "jiff")]
mod jiff;
#[cfg(feature = "num-bigint")]
mod num_bigint;
#[cfg(feature = "rust_decimal")]
mod rust_decimal;
#[cfg(feature = "time")]
mod time;
