//! quick-xml with serde: mirrors of the generated types that derive `Deserialize` and `Serialize`.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};
use wsdl2rs_runtime::value::{Date, DateTime, Decimal, TextValue, from_text, to_text};

use crate::Error;
use crate::records::Monitoring;

/// Reads an answer of `ListRecords`.
///
/// # Errors
/// When it is not one.
pub fn decode(message: &str) -> Result<Envelope, Error> {
    Ok(quick_xml::de::from_str(message)?)
}

/// Writes an answer of `ListRecords`.
///
/// # Errors
/// When a value cannot be written.
pub fn encode(message: &Envelope) -> Result<String, Error> {
    Ok(quick_xml::se::to_string(message)?)
}

/// A whole message.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename(serialize = "soap:Envelope"))]
pub struct Envelope {
    #[serde(rename(serialize = "@xmlns:soap"), skip_deserializing, default = "soap")]
    soap: &'static str,
    #[serde(rename(serialize = "@xmlns:xsi"), skip_deserializing, default = "xsi")]
    xsi: &'static str,
    #[serde(rename(serialize = "soap:Body", deserialize = "Body"))]
    body: Body,
}

fn soap() -> &'static str {
    "http://schemas.xmlsoap.org/soap/envelope/"
}

fn xsi() -> &'static str {
    "http://www.w3.org/2001/XMLSchema-instance"
}

fn records() -> &'static str {
    crate::NAMESPACE
}

#[derive(Debug, Deserialize, Serialize)]
struct Body {
    #[serde(rename = "ListRecordsResponse")]
    list: RecordList,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct RecordList {
    #[serde(rename = "@xmlns", skip_deserializing, default = "records")]
    namespace: &'static str,
    request_id: String,
    #[serde(default)]
    record: Vec<Record>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_token: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct Record {
    #[serde(rename = "@id")]
    id: String,
    #[serde(rename = "@version")]
    version: i32,
    #[serde(rename = "@active", skip_serializing_if = "Option::is_none")]
    active: Option<bool>,
    name: String,
    image_id: String,
    state: State,
    launch_time: Lexical<DateTime>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<Lexical<Date>>,
    price: Price,
    cpu_count: i32,
    memory_bytes: i64,
    load: f64,
    monitoring: Lexical<Monitoring>,
    encrypted: bool,
    #[serde(serialize_with = "nillable")]
    kernel_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    #[serde(default)]
    interface: Vec<Interface>,
    #[serde(default)]
    label: Vec<Label>,
}

#[derive(Debug, Deserialize, Serialize)]
struct State {
    #[serde(rename = "@code")]
    code: i32,
    #[serde(rename = "$text")]
    value: String,
}

#[derive(Debug, Deserialize, Serialize)]
struct Price {
    #[serde(rename = "@currency")]
    currency: String,
    #[serde(rename = "$text")]
    value: Lexical<Decimal>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct Interface {
    interface_id: String,
    private_ip: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    public_ip: Option<String>,
    mac: String,
    mtu: i32,
    #[serde(default)]
    group: Vec<Group>,
}

#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
struct Group {
    group_id: String,
    group_name: String,
}

#[derive(Debug, Deserialize, Serialize)]
struct Label {
    key: String,
    value: String,
}

/// An element with `xsi:nil` for no value.
fn nillable<S: Serializer>(value: &Option<String>, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Nil {
        #[serde(rename = "@xsi:nil")]
        nil: bool,
    }
    match value {
        Some(value) => serializer.serialize_str(value),
        None => Nil { nil: true }.serialize(serializer),
    }
}

/// A value that stands as text.
#[derive(Debug)]
struct Lexical<T>(T);

impl<'de, T: TextValue> Deserialize<'de> for Lexical<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text<T>(PhantomData<T>);

        impl<T: TextValue> Visitor<'_> for Text<T> {
            type Value = Lexical<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(T::TYPE_NAME)
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
                from_text(text).map(Lexical).map_err(E::custom)
            }
        }

        deserializer.deserialize_str(Text(PhantomData))
    }
}

impl<T: TextValue> Serialize for Lexical<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&to_text(&self.0))
    }
}
