//! Values whose lexical form counts: their texts, which patterns have judged. The text of a name
//! has a prefix, which comes with its namespace.

use std::collections::BTreeMap;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::text::Text;
use crate::value::{Prefixes, Spelled, TextValue, from_text, normalize, to_text};

/// A name, or something with names in it.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum Named<T> {
    /// As it was read.
    Text { text: String, prefixes: Scope },
    /// As it was made.
    Value(T),
}

/// The namespaces of prefixes.
#[derive(Deserialize, Serialize)]
#[serde(transparent)]
struct Scope(BTreeMap<String, String>);

impl Prefixes for Scope {
    fn namespace_of(&self, prefix: &str) -> Option<&str> {
        self.0.get(prefix).map(String::as_str)
    }
}

impl<T: TextValue + Serialize> Serialize for Spelled<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !T::USES_PREFIXES {
            return serializer.serialize_str(&to_text(self));
        }
        let named = match self.text() {
            None => Named::Value(self.value()),
            Some((text, prefixes)) => {
                let prefixes = prefixes.map(|(prefix, uri)| (prefix.to_owned(), uri.to_owned()));
                Named::Text { text: text.to_owned(), prefixes: Scope(prefixes.collect()) }
            }
        };
        named.serialize(serializer)
    }
}

impl<'de, T: TextValue + Deserialize<'de>> Deserialize<'de> for Spelled<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !T::USES_PREFIXES {
            return deserializer.deserialize_str(Text::new(T::TYPE_NAME, from_text::<Self>));
        }
        match Named::deserialize(deserializer)? {
            Named::Value(value) => Ok(Self::new(value)),
            Named::Text { text, prefixes } => {
                let text = normalize(text.into(), T::WHITE_SPACE);
                Self::parse_in(&text, &prefixes).map_err(D::Error::custom)
            }
        }
    }
}
