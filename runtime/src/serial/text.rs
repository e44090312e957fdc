//! Simple types as their lexical forms, and `xs:QName` as `{namespace}local`.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::QName;
use crate::codec::Present;
use crate::value::*;

/// Reads a text by `read`.
pub(super) struct Text<T, F> {
    expected: &'static str,
    read: F,
    value: PhantomData<T>,
}

impl<T, F> Text<T, F> {
    pub(super) fn new(expected: &'static str, read: F) -> Self {
        Self { expected, read, value: PhantomData }
    }
}

impl<T, E: fmt::Display, F: FnOnce(&str) -> Result<T, E>> Visitor<'_> for Text<T, F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the text of {}", self.expected)
    }

    fn visit_str<D: de::Error>(self, text: &str) -> Result<T, D> {
        (self.read)(text).map_err(D::custom)
    }
}

macro_rules! texts {
    ($($ty:ty)*) => {$(
        impl Serialize for $ty {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&to_text(self))
            }
        }

        impl<'de> Deserialize<'de> for $ty {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = Text::new(<Self as TextValue>::TYPE_NAME, from_text::<Self>);
                deserializer.deserialize_str(text)
            }
        }
    )*};
}

texts! {
    AnyUri Base64Binary Date DateTime Decimal Duration Entity GDay GMonth GMonthDay GYear GYearMonth
    HexBinary Id IdRef Integer Language NcName NegativeInteger NmToken NonNegativeInteger
    NonPositiveInteger NormalizedString PositiveInteger Time Token Word XmlName
}

impl Serialize for QName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for QName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text::new("a name, `{namespace}local`", name))
    }
}

/// Reads `{namespace}local`, or `local` alone.
fn name(text: &str) -> Result<QName, ValueError> {
    let (namespace, local) = match text.strip_prefix('{') {
        Some(rest) => rest.rsplit_once('}').unwrap_or(("", "")),
        None => ("", text),
    };
    if is_nc_name(local) {
        return Ok(QName::new(namespace.to_owned(), local.to_owned()));
    }
    Err(ValueError::new(<QName as TextValue>::TYPE_NAME, "expected {namespace}local or local"))
}

/// `true`: that an element with a fixed value is there.
impl Serialize for Present {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(true)
    }
}

impl<'de> Deserialize<'de> for Present {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if bool::deserialize(deserializer)? {
            return Ok(Self);
        }
        Err(de::Error::custom("expected true: what has a fixed value is there, or left out"))
    }
}
