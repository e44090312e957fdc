//! A whole element of a complex type: attributes, then content.

use super::{Complex, Content, Tag, attributes, content, mixed};
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
