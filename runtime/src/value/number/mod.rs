//! Numbers: machine words, floats, and exact integers and decimals of any size.

mod decimal;
mod derived;
mod digits;
mod float;
mod integer;
mod machine;
mod parts;

pub use decimal::Decimal;
pub use derived::{NegativeInteger, NonNegativeInteger, NonPositiveInteger, PositiveInteger};
pub use integer::Integer;

pub(crate) use digits::{count, push_padded, push_unsigned};
