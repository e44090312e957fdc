//! `xs:anyType`: any attributes, any elements, any text (XML Schema Part 1, section 3.4.7).

use super::attributes::check_free;
use super::{AnyAttributes, AnyText};
use crate::QName;
use crate::codec::{Blank, ReadXml, Tag, WriteXml};
use crate::xml::{RawXml, ReadError, Reader, WriteError, Writer};

/// The content of an element of `xs:anyType`, kept as XML.
///
/// Where it is known what it holds, [`decode`](Self::decode) reads it as a type, and
/// [`encode`](Self::encode) makes one of a value.
///
/// ```
/// use wsdl2rs_runtime::any::AnyType;
///
/// let retries = AnyType::encode(&3_i32)?;
/// assert_eq!(retries.type_name.as_ref().map(|name| name.local()), Some("int"));
/// assert_eq!(retries.text(), Some("3"));
/// assert_eq!(retries.decode::<i32>()?, 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
pub struct AnyType {
    /// The type that `xsi:type` names.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub type_name: Option<QName>,
    /// The attributes, those of `xsi` left out.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "AnyAttributes::is_empty"))]
    pub attributes: AnyAttributes,
    /// Text and elements in document order.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub content: Vec<AnyNode>,
}

/// A part of the content of [`AnyType`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Deserialize, serde::Serialize))]
pub enum AnyNode {
    /// Text.
    Text(AnyText),
    /// An element.
    Element(RawXml),
}

impl AnyType {
    /// No content.
    #[must_use]
    pub const fn new() -> Self {
        Self { type_name: None, attributes: AnyAttributes::new(), content: Vec::new() }
    }

    /// The text, if there is no element: empty for no content.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self.content.as_slice() {
            [] => Some(""),
            [AnyNode::Text(text)] => Some(text.as_str()),
            _ => None,
        }
    }

    /// The elements.
    pub fn elements(&self) -> impl Iterator<Item = &RawXml> {
        self.content.iter().filter_map(|node| match node {
            AnyNode::Element(element) => Some(element),
            AnyNode::Text(_) => None,
        })
    }
}

/// Text without attributes and `xsi:type`.
impl From<&str> for AnyType {
    fn from(text: &str) -> Self {
        Self { content: vec![AnyNode::Text(text.into())], ..Self::new() }
    }
}

/// An element as the whole content.
impl From<RawXml> for AnyType {
    fn from(element: RawXml) -> Self {
        Self { content: vec![AnyNode::Element(element)], ..Self::new() }
    }
}

impl Blank for AnyType {
    fn blank() -> Self {
        Self::new()
    }
}

impl ReadXml for AnyType {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        self.type_name = super::typed::type_name(reader);
        read_attributes(&mut self.attributes, reader)?;
        loop {
            let mut text = String::new();
            // Prefixes in the text mean what they mean in this element, not in the child before.
            let scope = reader.scope();
            let child = reader.next_mixed_child(&mut text)?;
            if !text.is_empty() {
                let text = AnyText::read(text.into(), &reader.prefixes_in(scope));
                self.content.push(AnyNode::Text(text));
            }
            match child {
                Some(_) => self.content.push(AnyNode::Element(reader.raw_element()?)),
                None => return Ok(()),
            }
        }
    }
}

/// All attributes but those of `xsi`.
fn read_attributes(
    attributes: &mut AnyAttributes,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    crate::codec::judge_nil(reader)?;
    for position in 0..reader.attribute_count() {
        let is_own =
            |attribute: crate::xml::Attribute<'_>| attribute.name().namespace != crate::xml::XSI;
        if reader.attribute(position).is_some_and(is_own) {
            attributes.read(position, reader);
        }
    }
    Ok(())
}

impl WriteXml for AnyType {
    fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError> {
        // A place for several types writes which one it is by itself.
        let is_written = writer.has_type();
        writer.start_open(tag);
        if let Some(name) = &self.type_name
            && !is_written
        {
            writer.type_attribute(name)?;
        }
        check_free(&self.attributes, writer)?;
        self.attributes.write(writer)?;
        let texts: Vec<_> = self
            .content
            .iter()
            .map(|node| match node {
                AnyNode::Text(text) => Some(text.for_writer(writer)),
                AnyNode::Element(_) => None,
            })
            .collect();
        writer.close_start();
        for (node, text) in self.content.iter().zip(texts) {
            match (node, text) {
                (AnyNode::Element(element), _) => writer.raw_xml(element),
                (AnyNode::Text(_), text) => writer.text(&text.unwrap_or_default())?,
            }
        }
        writer.end(tag);
        Ok(())
    }
}
