//! Placeholders of the value types, which the reader fills before the value escapes.

use super::{
    AnyUri, Attachment, Base64Binary, Date, DateTime, Decimal, Duration, Entity, GDay, GMonth,
    GMonthDay, GYear, GYearMonth, HexBinary, Id, IdRef, Integer, Language, NcName, NegativeInteger,
    NmToken, NonNegativeInteger, NonPositiveInteger, NormalizedString, PositiveInteger, TextList,
    Time, Token, Word, XmlName,
};
use crate::QName;
use crate::codec::Blank;
use crate::list::List;

macro_rules! blanks {
    ($($type:ty: $value:expr;)+) => {$(
        impl Blank for $type {
            fn blank() -> Self {
                $value
            }
        }
    )+};
}

blanks! {
    bool: false;
    i8: 0;
    i16: 0;
    i32: 0;
    i64: 0;
    u8: 0;
    u16: 0;
    u32: 0;
    u64: 0;
    f32: 0.0;
    f64: 0.0;
    String: Self::new();
    Integer: Self::new(0);
    NonNegativeInteger: Self::unchecked(0);
    PositiveInteger: Self::unchecked(1);
    NonPositiveInteger: Self::unchecked(0);
    NegativeInteger: Self::unchecked(-1);
    Decimal: Self::from_scaled(0, 0);
    NormalizedString: Self::blank_text();
    Token: Self::blank_text();
    AnyUri: Self::blank_text();
    Word: Self::blank_text();
    Language: Self::blank_text();
    NmToken: Self::blank_text();
    XmlName: Self::blank_text();
    NcName: Self::blank_text();
    Id: Self::blank_text();
    IdRef: Self::blank_text();
    Entity: Self::blank_text();
    QName: Self::from_static("", "");
    HexBinary: Self(Vec::new());
    Base64Binary: Self::new();
    Attachment: Self::default();
    DateTime: Self::blank();
    Date: Self::from_parts(1, 1, 1, None);
    Time: Self::blank();
    GYearMonth: Self::blank();
    GYear: Self::blank();
    GMonthDay: Self::blank();
    GDay: Self::blank();
    GMonth: Self::blank();
    Duration: Self::ZERO;
}

impl<T, L: List<Item = T>> Blank for TextList<T, L> {
    fn blank() -> Self {
        Self::new(L::blank())
    }
}
