//! A whole element of a complex type: attributes, then content.

use std::slice;

use super::{Complex, Content, Entry, Table, Tag, WriteXml, attributes, content, mixed};
use crate::xml::{ReadError, Reader, WriteError, Writer};

/// Reads the current element into `value`, to its end tag.
///
/// # Errors
/// When the element is not what the type's table says.
pub fn read_element(value: &mut dyn Complex, reader: &mut Reader<'_>) -> Result<(), ReadError> {
    let table = value.table();
    if reader.attribute_count() > 0 || !table.attributes.is_empty() {
        attributes::read(table, value, reader)?;
    }
    read_content(value, reader)
}

/// Reads the content of the current element into `value`, to its end tag.
///
/// # Errors
/// When the content is not what the type's table says.
pub(crate) fn read_content(
    value: &mut dyn Complex,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    let table = value.table();
    match table.content {
        Content::Text => value.read_member(0, reader),
        Content::Sequence | Content::All => content::read_children(table, value, reader),
        Content::Choice => content::read_choice_element(table, value, reader),
        Content::Empty => content::read_empty(reader),
        Content::Mixed => mixed::read(table, value, reader),
    }
}

/// Writes `value` as an element.
///
/// # Errors
/// When a text has a character that XML 1.0 cannot carry.
pub fn write_element(
    value: &dyn Complex,
    tag: &'static Tag,
    writer: &mut Writer,
) -> Result<(), WriteError> {
    if !value.table().has_attributes() {
        writer.start(tag);
    } else {
        writer.start_open(tag);
        value.write_attributes(writer)?;
        writer.close_start();
    }
    value.write_content(writer)?;
    writer.end(tag);
    Ok(())
}

/// Writes the members of a content model in the order of its table, up to the first error.
///
/// One call a member, and the error is asked for once: the `?` operator at each would be what the
/// compiler spends most of its time on in generated code.
#[derive(Debug)]
pub struct Members<'a> {
    entries: slice::Iter<'static, Entry>,
    writer: &'a mut Writer,
    result: Result<(), WriteError>,
}

impl<'a> Members<'a> {
    /// The members of a table, none of them written.
    #[inline]
    pub fn new(table: &'static Table, writer: &'a mut Writer) -> Self {
        Self { entries: table.entries.iter(), writer, result: Ok(()) }
    }

    /// Writes the next member.
    #[inline(always)]
    pub fn write<T: WriteXml>(&mut self, member: &T) {
        if self.result.is_ok()
            && let Some(entry) = self.entries.next()
        {
            self.result = member.write(&entry.tag, self.writer);
        }
    }

    /// Writes the next member, whose element, where it is empty and not nil, means `default`.
    pub fn write_default<T: WriteXml>(&mut self, member: &T, default: &'static str) {
        if self.result.is_ok()
            && let Some(entry) = self.entries.next()
        {
            self.result = super::write_default(member, default, &entry.tag, self.writer);
        }
    }

    /// The first error.
    ///
    /// # Errors
    /// When a text has a character that XML 1.0 cannot carry.
    #[inline]
    pub fn finish(self) -> Result<(), WriteError> {
        self.result
    }
}
