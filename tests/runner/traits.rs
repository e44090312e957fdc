//! Takes the messages of one element through JSON, for the test of the traits.

use std::fmt::Debug;
use std::fs;
use std::path::Path;

use wsdl2rs_runtime::Element;
use wsdl2rs_runtime::codegen::v1::serde::{Deserialize, Serialize};
use wsdl2rs_runtime::xml;

/// Reads the document at `from` as the element, and writes the document that is written of its
/// value after JSON to `to`.
pub(crate) fn exchange<E: Element>(from: &Path, to: &Path)
where
    E::Value: Debug + PartialEq + Serialize + for<'de> Deserialize<'de>,
{
    let text = fs::read(from).expect("the message can be read");
    let value = xml::from_slice::<E>(&text).expect("the message is good");
    let json = serde_json::to_string_pretty(&value).expect("a value has a form");
    let read: E::Value = serde_json::from_str(&json)
        .unwrap_or_else(|error| panic!("{error}\n{json}"));
    assert_eq!(read, value, "{json}");
    let written = xml::to_string::<E>(&read).expect("the value is good");
    fs::write(to, written).expect("the document can be written");
}
