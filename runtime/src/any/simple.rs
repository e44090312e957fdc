//! `xs:anySimpleType` as the type of an element: a text of whatever simple type `xsi:type` names
//! (XML Schema Part 1, section 3.14.7).

use super::AnyText;
use crate::QName;
use crate::codec::{self, Blank, ReadXml, Tag, WriteXml};
use crate::xml::{ReadError, Reader, WriteError, Writer};

/// A text, and the simple type that `xsi:type` names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
pub struct AnySimpleType {
    /// The type, where `xsi:type` names one.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub type_name: Option<QName>,
    /// The text.
    pub text: AnyText,
}

impl AnySimpleType {
    /// The text of a type.
    #[must_use]
    pub fn new(type_name: QName, text: impl Into<AnyText>) -> Self {
        Self { type_name: Some(type_name), text: text.into() }
    }
}

/// A text of no certain type.
impl From<&str> for AnySimpleType {
    fn from(text: &str) -> Self {
        Self { type_name: None, text: text.into() }
    }
}

impl Blank for AnySimpleType {
    fn blank() -> Self {
        Self::default()
    }
}

impl ReadXml for AnySimpleType {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        codec::no_attributes(reader)?;
        self.type_name = super::typed::type_name(reader);
        let text = reader.text()?;
        let text = if text.is_empty() { reader.default_text() } else { text };
        self.text = AnyText::read(text, reader);
        Ok(())
    }
}

impl WriteXml for AnySimpleType {
    fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError> {
        writer.start_open(tag);
        if let Some(name) = &self.type_name {
            writer.type_attribute(name)?;
        }
        let text = self.text.for_writer(writer);
        writer.close_start();
        writer.text(&text)?;
        writer.end(tag);
        Ok(())
    }
}
