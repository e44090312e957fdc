//! Between XML and Rust types: what a generated type tells the runtime of itself.
//!
//! A content model is data (a [`Table`] of entries in schema order); one loop walks it for every
//! type, and asks the type only to read one member in place. See `ARCHITECTURE.md`.

mod attributes;
mod completeness;
mod content;
mod credentials;
mod declared_type;
mod element;
mod fixed;
mod implement;
mod lists;
mod mixed;
mod nillable;
mod optional;
mod order;
mod polymorphic;
mod seen;
mod simple;
mod table;
mod variety;
mod wildcard;

pub use attributes::{AttributeValue, check_fixed_attribute};
pub(crate) use attributes::{judge_nil, none as no_attributes, of_encoded as encoded_attributes};
pub(crate) use content::read_empty as read_no_children;
pub use content::read_part;
pub use credentials::write_credential;
pub(crate) use element::read_content;
pub use element::{Members, read_element, write_element};
pub use fixed::{Present, default_value, read_default, read_fixed, write_default, write_fixed};
pub use mixed::{Model, Particle, check_order, is_in_order};
pub use polymorphic::{Alternatives, Polymorphic, read_as, read_polymorphic, write_as};
pub use simple::{read_simple, read_text, write_included, write_simple, write_text};
pub use table::{AttributeEntry, Content, Entry, First, Open, Table, UNBOUNDED};
pub use variety::{
    NoPrefixes, enumerated_name, enumerated_value, no_union_member, not_enumerated, union_member,
};
pub use wildcard::{
    KnownAttribute, KnownElement, Process, Wildcard, WildcardNamespaces, read_any_attribute,
    write_any, write_any_attributes,
};

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
    /// Whether `xsi:nil` is for the value to judge: [`Nillable`](crate::value::Nillable), and
    /// parts, which have no element of their own.
    const JUDGES_NIL: bool = false;

    /// Reads the current element, whose start tag the reader has just passed, to its end tag.
    ///
    /// # Errors
    /// When the content is not well-formed or not what the schema says.
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError>;
}

/// Content of an element that can be written.
pub trait WriteXml {
    /// Writes the element with its tags. A part writes its members, and no tag.
    ///
    /// # Errors
    /// When a text has a character that XML 1.0 cannot carry.
    fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError>;
}

/// A type with attributes or elements: a struct, or the enum of a choice.
pub trait Complex {
    /// Its content model.
    fn table(&self) -> &'static Table;

    /// Reads the attribute with this index in the table, which stands at `position` in the
    /// start tag.
    ///
    /// # Errors
    /// When the text is not a value of the attribute's type.
    fn read_attribute(
        &mut self,
        index: usize,
        position: usize,
        reader: &Reader<'_>,
    ) -> Result<(), ReadError> {
        let _ = (index, position, reader);
        Ok(())
    }

    /// Keeps the attribute at `position` in the start tag, which the table's wildcard takes.
    fn read_other_attribute(&mut self, position: usize, reader: &Reader<'_>) {
        let _ = (position, reader);
    }

    /// Reads one occurrence of the member with this index in the table.
    ///
    /// # Errors
    /// As [`ReadXml::read`].
    fn read_member(&mut self, index: usize, reader: &mut Reader<'_>) -> Result<(), ReadError>;

    /// Adds text to mixed content.
    fn push_text(&mut self, text: String) {
        let _ = text;
    }

    /// Whether the elements of mixed content are in an order that the content model allows.
    fn is_in_order(&self) -> bool {
        true
    }

    /// The index of the branch that a node of mixed content is; none for text.
    fn branch(&self) -> Option<usize> {
        None
    }

    /// Writes the attributes into the open start tag.
    ///
    /// # Errors
    /// As [`WriteXml::write`].
    fn write_attributes(&self, writer: &mut Writer) -> Result<(), WriteError> {
        let _ = writer;
        Ok(())
    }

    /// Writes the content, in schema order.
    ///
    /// # Errors
    /// As [`WriteXml::write`].
    fn write_content(&self, writer: &mut Writer) -> Result<(), WriteError>;
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
    pub tag: &'static Tag,
    /// The namespace declarations that the tags below need, such as ` xmlns:tns="urn:x"`.
    pub declarations: &'static str,
}
