//! What a schema leaves open. Elements are their XML; attributes are by name.

use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::text::Text;
use crate::QName;
use crate::any::{AnyAttribute, AnyAttributes, AnyText};
use crate::xml::RawXml;

impl Serialize for RawXml {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for RawXml {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Text::new("an element", str::parse::<Self>))
    }
}

/// A text, and what its prefix means where it has one that was declared.
#[derive(Deserialize, Serialize)]
#[serde(untagged)]
enum TextForm {
    Text(String),
    Prefixed { text: String, namespace: String },
}

impl Serialize for AnyText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.as_str().to_owned();
        let form = match self.namespace() {
            None => TextForm::Text(text),
            Some(namespace) => TextForm::Prefixed { text, namespace: namespace.to_owned() },
        };
        form.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for AnyText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match TextForm::deserialize(deserializer)? {
            TextForm::Text(text) => Ok(text.into()),
            TextForm::Prefixed { text, namespace } => Self::with_namespace(text, namespace)
                .ok_or_else(|| Error::custom("a text without a prefix has no namespace")),
        }
    }
}

impl Serialize for AnyAttributes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|AnyAttribute { name, value }| (name, value)))
    }
}

impl<'de> Deserialize<'de> for AnyAttributes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Attributes)
    }
}

struct Attributes;

impl<'de> Visitor<'de> for Attributes {
    type Value = AnyAttributes;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("attributes by name")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<AnyAttributes, A::Error> {
        let mut attributes = AnyAttributes::new();
        while let Some((name, value)) = map.next_entry::<QName, AnyText>()? {
            if attributes.get(name.namespace(), name.local()).is_some() {
                return Err(Error::custom(format_args!("attribute {name} is there twice")));
            }
            attributes.set(name, value);
        }
        Ok(attributes)
    }
}
