//! Between XML and Rust types: what a generated type tells the runtime of itself.
//!
//! A content model is data (a [`Table`] of entries in schema order); one loop walks it for every
//! type, and asks the type only to read one member in place. See `ARCHITECTURE.md`.

use crate::xml::{ReadError, Reader, WriteError, Writer};

/// A value that exists before its content is read. It never escapes unread.
pub trait Blank {
    /// A placeholder: empty text, zero, the first branch of a choice.
    fn blank() -> Self
    where
        Self: Sized;
}

/// Content of an element that can be read in place.
pub trait ReadXml: Blank {
    /// Reads the current element, whose start tag the reader has just passed, to its end tag.
    ///
    /// # Errors
    /// When the content is not well-formed or not what the schema says.
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError>;
}

/// Content of an element that can be written.
pub trait WriteXml {
    /// Writes the element with its tags.
    ///
    /// # Errors
    /// When a text has a character that XML 1.0 cannot carry.
    fn write(&self, tag: &Tag, writer: &mut Writer) -> Result<(), WriteError>;
}

/// The literal start and end tag of an element, prefix included: `<tns:name>` and `</tns:name>`.
#[derive(Clone, Copy, Debug)]
pub struct Tag {
    /// The start tag without attributes, such as `<tns:name>`.
    pub start: &'static str,
    /// The end tag, such as `</tns:name>`.
    pub end: &'static str,
}

/// How a generated module reads and writes a global element.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// The namespaces of the generated module; the first has the number `xml::FIRST_GENERATED`.
    pub namespaces: &'static [&'static str],
    /// The number of the element's namespace.
    pub namespace: u16,
    /// The element's tags.
    pub tag: Tag,
    /// The namespace declarations that the tags below need, such as ` xmlns:tns="urn:x"`.
    pub declarations: &'static str,
}
