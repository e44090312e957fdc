//! Which types can be items of a list value (XML Schema Part 2, section 2.5.1.2).

use super::{Entity, Id, IdRef, Language, NcName, NmToken, Word, XmlName};
use crate::QName;
use crate::value::{
    Date, DateTime, Decimal, Duration, GDay, GMonth, GMonthDay, GYear, GYearMonth, Integer,
    NegativeInteger, NonNegativeInteger, NonPositiveInteger, PositiveInteger, TextValue, Time,
};

/// A type whose written forms are one word each: not empty, and without white space.
///
/// Generated types that are items of lists implement it. `String`, `Token`, `AnyUri` and the binary
/// types do not: an item that holds a space, or nothing, would read as two items or as none.
/// [`Word`] stands for them in lists.
pub trait ListItem: TextValue {}

macro_rules! items {
    ($($type:ty),+ $(,)?) => {
        $(impl ListItem for $type {})+
    };
}

items!(bool, i8, i16, i32, i64, u8, u16, u32, u64, f32, f64, Integer, Decimal);
items!(NonNegativeInteger, PositiveInteger, NonPositiveInteger, NegativeInteger);
items!(DateTime, Date, Time, GYearMonth, GYear, GMonthDay, GDay, GMonth, Duration);
items!(Word, Language, NmToken, XmlName, NcName, Id, IdRef, Entity, QName);
