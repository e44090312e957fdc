//! A text of a simple type: the first byte chooses the type. What is read is written, and what is
//! written is read as the same value and written as the same text.

use std::borrow::Cow;
use std::fmt::Debug;

use wsdl2rs_runtime::value::{
    AnyUri, Base64Binary, Date, DateTime, Decimal, Duration, GDay, GMonth, GMonthDay, GYear,
    GYearMonth, HexBinary, Integer, Language, NcName, NegativeInteger, NmTokens,
    NonNegativeInteger, NormalizedString, TextValue, Time, Token, XmlName, normalize,
};

/// The types by number.
const TYPES: [fn(&str); 29] = [
    exchange::<bool>,
    exchange::<i8>,
    exchange::<u8>,
    exchange::<i16>,
    exchange::<u32>,
    exchange::<i64>,
    exchange::<u64>,
    exchange::<f32>,
    exchange::<f64>,
    exchange::<String>,
    exchange::<Integer>,
    exchange::<NonNegativeInteger>,
    exchange::<NegativeInteger>,
    exchange::<Decimal>,
    exchange::<DateTime>,
    exchange::<Date>,
    exchange::<Time>,
    exchange::<Duration>,
    exchange::<GYear>,
    exchange::<GYearMonth>,
    exchange::<GMonth>,
    exchange::<GMonthDay>,
    exchange::<GDay>,
    exchange::<HexBinary>,
    exchange::<Base64Binary>,
    exchange::<NmTokens>,
    exchange::<Token>,
    exchange::<NormalizedString>,
    names,
];

/// Reads and writes a text.
pub(super) fn run(data: &[u8]) {
    let Some((which, text)) = super::split(data) else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    TYPES[usize::from(which) % TYPES.len()](text);
}

fn names(text: &str) {
    exchange::<Language>(text);
    exchange::<NcName>(text);
    exchange::<XmlName>(text);
    exchange::<AnyUri>(text);
}

fn exchange<T: TextValue + Debug>(text: &str) {
    let text = normalize(Cow::Borrowed(text), T::WHITE_SPACE);
    let Ok(value) = T::parse(&text) else { return };
    let written = write(&value);
    let again = T::parse(&written);
    let again = again.unwrap_or_else(|error| panic!("{text:?} is written {written:?}: {error}"));
    assert_eq!(format!("{again:?}"), format!("{value:?}"), "{text:?} is written {written:?}");
    assert_eq!(write(&again), written, "{text:?}");
}

fn write<T: TextValue>(value: &T) -> String {
    let mut written = String::new();
    value.write(&mut written);
    written
}
