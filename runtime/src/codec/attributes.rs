//! Attributes of an element (XML Schema Part 1, section 3.4.4, `cvc-complex-type.3` and `.4`).

use std::borrow::Cow;

use super::table::Table;
use super::{Complex, simple};
use crate::value::TextValue;
use crate::xml::{self, ErrorKind, ReadError, Reader, WriteError, Writer};

/// Reads the attributes of the current start tag into `value`.
pub(super) fn read(
    table: &'static Table,
    value: &mut dyn Complex,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    read_with(table, value, reader, unknown)
}

/// As [`read`], on an element that is known to be nil and may be.
pub(super) fn read_of_nil(
    table: &'static Table,
    value: &mut dyn Complex,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    read_with(table, value, reader, |position, reader| {
        let name = reader.attribute(position).name();
        let is_nil = name.namespace == xml::XSI && name.local == "nil";
        if is_nil { Ok(()) } else { unknown(position, reader) }
    })
}

fn read_with(
    table: &'static Table,
    value: &mut dyn Complex,
    reader: &mut Reader<'_>,
    unknown: impl Fn(usize, &mut Reader<'_>) -> Result<(), ReadError>,
) -> Result<(), ReadError> {
    let mut seen = 0u64;
    let mut next = 0;
    for position in 0..reader.attribute_count() {
        let attribute = reader.attribute(position);
        let name = attribute.name();
        let matches = |index: usize| {
            table
                .attributes
                .get(index)
                .is_some_and(|entry| entry.namespace == name.namespace && entry.local == name.local)
        };
        let found = if matches(next) {
            Some(next)
        } else {
            (0..table.attributes.len()).find(|&i| matches(i))
        };
        let Some(index) = found else {
            unknown(position, reader)?;
            continue;
        };
        next = index + 1;
        seen |= 1u64.checked_shl(index as u32).unwrap_or(0);
        value
            .read_attribute(index, attribute.value(), reader)
            .map_err(|error| reader.at_attribute(error, position))?;
    }
    for (index, entry) in table.attributes.iter().enumerate() {
        if entry.required && !has(seen, index, table, reader) {
            let name = reader.known_name(entry.namespace, entry.local);
            return Err(reader.error(ErrorKind::MissingAttribute { name, type_name: table.name }));
        }
    }
    Ok(())
}

/// Whether the attribute with this index was there; beyond 64 the start tag is asked again.
fn has(seen: u64, index: usize, table: &'static Table, reader: &Reader<'_>) -> bool {
    if index < 64 {
        return seen >> index & 1 == 1;
    }
    let entry = &table.attributes[index];
    (0..reader.attribute_count()).any(|position| {
        let name = reader.attribute(position).name();
        name.namespace == entry.namespace && name.local == entry.local
    })
}

/// Judges the attributes of an element that has none of its own.
#[inline]
pub(super) fn none(reader: &mut Reader<'_>) -> Result<(), ReadError> {
    if reader.attribute_count() == 0 {
        return Ok(());
    }
    all_unknown(reader)
}

#[cold]
#[inline(never)]
fn all_unknown(reader: &mut Reader<'_>) -> Result<(), ReadError> {
    (0..reader.attribute_count()).try_for_each(|position| unknown(position, reader))
}

/// An attribute that the type does not have: those of `xsi` are for every element.
#[cold]
#[inline(never)]
fn unknown(position: usize, reader: &mut Reader<'_>) -> Result<(), ReadError> {
    let attribute = reader.attribute(position);
    if attribute.name().namespace == xml::XSI {
        return match attribute.name().local {
            "nil" if reader.is_nil()? => {
                let name = reader.qname(reader.name());
                Err(reader.error(ErrorKind::NotNillable { name }))
            }
            "nil" | "type" | "schemaLocation" | "noNamespaceSchemaLocation" => Ok(()),
            _ => reader.skip_attribute(position),
        };
    }
    reader.skip_attribute(position)
}

/// A value that an attribute carries: a simple type, or an option of one.
pub trait AttributeValue {
    /// Reads the attribute's text.
    ///
    /// # Errors
    /// When the text is not a value of the type.
    fn read_attribute(
        &mut self,
        text: Cow<'_, str>,
        reader: &mut Reader<'_>,
    ) -> Result<(), ReadError>;

    /// Writes the attribute; `open` is its name with what precedes the value, such as ` id="`.
    ///
    /// # Errors
    /// When the text has a character that XML 1.0 cannot carry.
    fn write_attribute(&self, open: &'static str, writer: &mut Writer) -> Result<(), WriteError>;
}

impl<T: TextValue> AttributeValue for T {
    #[inline(never)]
    fn read_attribute(
        &mut self,
        text: Cow<'_, str>,
        reader: &mut Reader<'_>,
    ) -> Result<(), ReadError> {
        *self = simple::parse(text, reader)?;
        Ok(())
    }

    #[inline(never)]
    fn write_attribute(&self, open: &'static str, writer: &mut Writer) -> Result<(), WriteError> {
        write(self, open, writer)
    }
}

impl<T: TextValue> AttributeValue for Option<T> {
    #[inline(never)]
    fn read_attribute(
        &mut self,
        text: Cow<'_, str>,
        reader: &mut Reader<'_>,
    ) -> Result<(), ReadError> {
        *self = Some(simple::parse(text, reader)?);
        Ok(())
    }

    #[inline(never)]
    fn write_attribute(&self, open: &'static str, writer: &mut Writer) -> Result<(), WriteError> {
        match self {
            Some(value) => write(value, open, writer),
            None => Ok(()),
        }
    }
}

fn write<T: TextValue>(
    value: &T,
    open: &'static str,
    writer: &mut Writer,
) -> Result<(), WriteError> {
    if T::USES_PREFIXES {
        let text = writer.prefixed_text(value);
        writer.declare_prefixes(&text)?;
        writer.raw(open);
        writer.attribute_text(text.as_str())?;
    } else {
        writer.raw(open);
        writer.attribute_value(value)?;
    }
    writer.raw("\"");
    Ok(())
}
