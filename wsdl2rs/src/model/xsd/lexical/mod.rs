//! Lexical forms of the built-in simple types and the order of their values (XSD 1.0 Part 2,
//! section 3), as far as a contract itself is checked: facet values, defaults, fixed values.

mod binary;
mod date_time;
mod decimal;
mod duration;
mod float;
mod name;
mod pattern;

use std::borrow::Cow;
use std::cmp::Ordering;

use super::{Builtin, WhiteSpace};
pub(crate) use date_time::Moment;
pub(crate) use decimal::Decimal;
pub(crate) use duration::Duration;
pub(crate) use pattern::{Alternatives, Counted, Matcher, Pattern, Translation};

/// A value of a primitive type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// A value of `string`, `anyURI`, `QName`, `NOTATION` or `anySimpleType`.
    Text(String),
    /// A value of `boolean`.
    Boolean(bool),
    /// A value of `decimal`.
    Decimal(Decimal),
    /// A value of `float` or `double`.
    Float(f64),
    /// A value of `duration`.
    Duration(Duration),
    /// A value of `dateTime`, `time`, `date` or one of the `g` types.
    Moment(Moment),
    /// A value of `hexBinary` or `base64Binary`.
    Binary(Vec<u8>),
}

impl Value {
    /// The order of two values of one type; none where there is none.
    pub(crate) fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Decimal(left), Self::Decimal(right)) => Some(left.cmp(right)),
            (Self::Float(left), Self::Float(right)) => left.partial_cmp(right),
            (Self::Duration(left), Self::Duration(right)) => left.compare(right),
            (Self::Moment(left), Self::Moment(right)) => left.compare(right),
            _ => (self == other).then_some(Ordering::Equal),
        }
    }

    /// The number that the length facets count: characters or octets; none for other types.
    pub(crate) fn length(&self) -> Option<u64> {
        match self {
            Self::Text(text) => Some(text.chars().count() as u64),
            Self::Binary(octets) => Some(octets.len() as u64),
            Self::Boolean(_)
            | Self::Decimal(_)
            | Self::Float(_)
            | Self::Duration(_)
            | Self::Moment(_) => None,
        }
    }

    /// A text that two values of one type share exactly when they are equal.
    pub(crate) fn key(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Boolean(value) => value.to_string(),
            Self::Decimal(value) => value.to_string(),
            Self::Float(value) if *value == 0.0 => "0".to_owned(),
            Self::Float(value) => value.to_string(),
            Self::Duration(value) => value.key(),
            Self::Moment(value) => value.key(),
            Self::Binary(octets) => octets.iter().map(|octet| format!("{octet:02X}")).collect(),
        }
    }
}

/// Applies `whiteSpace` (Part 2, section 4.3.6).
pub(crate) fn normalize(white_space: WhiteSpace, text: &str) -> Cow<'_, str> {
    let is_other_space = |character| matches!(character, '\t' | '\n' | '\r');
    match white_space {
        WhiteSpace::Preserve => Cow::Borrowed(text),
        WhiteSpace::Replace if text.contains(is_other_space) => {
            Cow::Owned(text.replace(is_other_space, " "))
        }
        WhiteSpace::Replace => Cow::Borrowed(text),
        WhiteSpace::Collapse => {
            let trimmed = text.trim_matches([' ', '\t', '\n', '\r']);
            if trimmed.contains(is_other_space) || trimmed.contains("  ") {
                Cow::Owned(items(trimmed).collect::<Vec<_>>().join(" "))
            } else {
                Cow::Borrowed(trimmed)
            }
        }
    }
}

/// The items of a list (Part 2, section 2.5.1.2).
pub(crate) fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '\t', '\n', '\r']).filter(|item| !item.is_empty())
}

/// The value that `text`, with white space normalised, has in an atomic type; none where it is no
/// lexical form of it. The built-in list types are not atomic and have none.
pub(crate) fn parse(builtin: Builtin, text: &str) -> Option<Value> {
    let text_if = |valid: bool| valid.then(|| Value::Text(text.to_owned()));
    match builtin {
        Builtin::AnySimpleType
        | Builtin::String
        | Builtin::NormalizedString
        | Builtin::Token
        | Builtin::AnyUri => text_if(true),
        Builtin::Language => text_if(name::is_language(text)),
        Builtin::NmToken => text_if(name::is_nmtoken(text)),
        Builtin::Name => text_if(name::is_name(text)),
        Builtin::NcName | Builtin::Id | Builtin::IdRef | Builtin::Entity => {
            text_if(name::is_ncname(text))
        }
        Builtin::QName | Builtin::Notation => text_if(name::is_qname(text)),
        Builtin::NmTokens | Builtin::IdRefs | Builtin::Entities => None,
        Builtin::Boolean => match text {
            "true" | "1" => Some(Value::Boolean(true)),
            "false" | "0" => Some(Value::Boolean(false)),
            _ => None,
        },
        Builtin::Float => float::parse_single(text).map(Value::Float),
        Builtin::Double => float::parse_double(text).map(Value::Float),
        Builtin::Duration => Duration::parse(text).map(Value::Duration),
        Builtin::HexBinary => binary::parse_hex(text).map(Value::Binary),
        Builtin::Base64Binary => binary::parse_base64(text).map(Value::Binary),
        Builtin::DateTime => Moment::date_time(text).map(Value::Moment),
        Builtin::Time => Moment::time(text).map(Value::Moment),
        Builtin::Date => Moment::date(text).map(Value::Moment),
        Builtin::GYearMonth => Moment::year_month(text).map(Value::Moment),
        Builtin::GYear => Moment::year(text).map(Value::Moment),
        Builtin::GMonthDay => Moment::month_day(text).map(Value::Moment),
        Builtin::GDay => Moment::day(text).map(Value::Moment),
        Builtin::GMonth => Moment::month(text).map(Value::Moment),
        Builtin::Decimal => Decimal::parse(text).map(Value::Decimal),
        Builtin::Integer
        | Builtin::NonPositiveInteger
        | Builtin::NegativeInteger
        | Builtin::Long
        | Builtin::Int
        | Builtin::Short
        | Builtin::Byte
        | Builtin::NonNegativeInteger
        | Builtin::UnsignedLong
        | Builtin::UnsignedInt
        | Builtin::UnsignedShort
        | Builtin::UnsignedByte
        | Builtin::PositiveInteger => integer(builtin, text).map(Value::Decimal),
    }
}

/// An integer within the bounds of the type.
fn integer(builtin: Builtin, text: &str) -> Option<Decimal> {
    if text.contains('.') {
        return None;
    }
    let value = Decimal::parse(text)?;
    let bounds = BOUNDS.iter().find(|(ty, ..)| *ty == builtin);
    let (min, max) = bounds.map_or((None, None), |(_, min, max)| (*min, *max));
    let bound = |bound: &str| Decimal::parse(bound).expect("the bounds are decimal numbers");
    let fits =
        min.is_none_or(|min| value >= bound(min)) && max.is_none_or(|max| value <= bound(max));
    fits.then_some(value)
}

/// `minInclusive` and `maxInclusive` of the types derived from `integer`.
const BOUNDS: &[(Builtin, Option<&str>, Option<&str>)] = &[
    (Builtin::NonPositiveInteger, None, Some("0")),
    (Builtin::NegativeInteger, None, Some("-1")),
    (Builtin::NonNegativeInteger, Some("0"), None),
    (Builtin::PositiveInteger, Some("1"), None),
    (Builtin::Long, Some("-9223372036854775808"), Some("9223372036854775807")),
    (Builtin::Int, Some("-2147483648"), Some("2147483647")),
    (Builtin::Short, Some("-32768"), Some("32767")),
    (Builtin::Byte, Some("-128"), Some("127")),
    (Builtin::UnsignedLong, Some("0"), Some("18446744073709551615")),
    (Builtin::UnsignedInt, Some("0"), Some("4294967295")),
    (Builtin::UnsignedShort, Some("0"), Some("65535")),
    (Builtin::UnsignedByte, Some("0"), Some("255")),
];

#[cfg(test)]
mod tests;
