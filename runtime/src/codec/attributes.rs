//! Attributes of an element (XML Schema Part 1, section 3.4.4, `cvc-complex-type.3` and `.4`).

use super::table::{AttributeEntry, Table};
use super::{Complex, declared_type};
use crate::value::{self, TextValue};
use crate::xml::{self, ErrorKind, Name, ReadError, Reader, WriteError, Writer};

/// Reads the attributes of the current start tag into `value`.
pub(super) fn read(
    table: &'static Table,
    value: &mut dyn Complex,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    read_with(table, value, reader, |position, reader| {
        if reader.is_strict() {
            declared_type::judge(position, table, reader)?;
        }
        unknown(position, reader)
    })
}

/// As [`read`], on an element that is known to be nil and may be.
pub(super) fn read_of_nil(
    table: &'static Table,
    value: &mut dyn Complex,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    read_with(table, value, reader, |position, reader| {
        let is_nil =
            |name: Name<'_>| name.namespace == xml::XSI && matches!(name.local, "nil" | "null");
        let is_strict = reader.is_strict();
        let name = reader.attribute(position).map(|attribute| attribute.name());
        if name.is_some_and(|name| is_nil(name) && (name.local == "nil" || !is_strict)) {
            Ok(())
        } else {
            unknown(position, reader)
        }
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
    let mut position = 0;
    while let Some(attribute) = reader.attribute(position) {
        let name = attribute.name();
        let found = match table.attributes.get(next) {
            Some(entry) if entry.is(name) => Some(next),
            _ => table.attributes.iter().position(|entry| entry.is(name)),
        };
        if let Some(index) = found {
            next = index + 1;
            seen |= bit(index);
            value.read_attribute(index, position, reader)?;
        } else if let Some(wildcard) = table.any_attribute
            && name.namespace != xml::XSI
            && wildcard.allows(reader.namespace_uri(name.namespace))
        {
            if reader.is_strict() {
                wildcard.judge_attribute(position, name, reader)?;
            }
            value.read_other_attribute(position, reader);
        } else {
            unknown(position, reader)?;
        }
        position += 1;
    }
    let lacks = |(index, entry): &(usize, &AttributeEntry)| {
        entry.required && !has(seen, *index, entry, reader)
    };
    match table.attributes.iter().enumerate().find(lacks) {
        None => Ok(()),
        Some((_, entry)) => {
            let name = Name { namespace: entry.namespace, local: entry.local };
            Err(reader.missing_attribute(name, table.name))
        }
    }
}

/// The bit of an index; those beyond 64 have none.
fn bit(index: usize) -> u64 {
    if index < 64 { 1 << index } else { 0 }
}

/// Whether the attribute with this index was there; beyond 64 the start tag is asked again.
fn has(seen: u64, index: usize, entry: &AttributeEntry, reader: &Reader<'_>) -> bool {
    if index < 64 {
        return seen & bit(index) != 0;
    }
    let mut attributes = (0..reader.attribute_count()).filter_map(|at| reader.attribute(at));
    attributes.any(|attribute| entry.is(attribute.name()))
}

/// Judges the attributes of an element that has none of its own.
#[inline]
pub(crate) fn none(reader: &mut Reader<'_>) -> Result<(), ReadError> {
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

/// Judges the attributes of a value of the SOAP encoding that has none beyond that
/// (SOAP 1.1, sections 5.1 and 5.4).
pub(crate) fn of_encoded(reader: &mut Reader<'_>) -> Result<(), ReadError> {
    (0..reader.attribute_count()).try_for_each(|position| match reader.attribute(position) {
        Some(attribute) if is_of_encoding(attribute.name()) => Ok(()),
        _ => unknown(position, reader),
    })
}

/// Whether the SOAP encoding has an attribute for any element.
fn is_of_encoding(name: Name<'_>) -> bool {
    match name.namespace {
        xml::NO_NAMESPACE => matches!(name.local, "id" | "href"),
        xml::SOAP_ENCODING => true,
        xml::SOAP_11 => name.local == "encodingStyle",
        _ => false,
    }
}

/// Refuses `xsi:nil` with a true value.
pub(crate) fn judge_nil(reader: &Reader<'_>) -> Result<(), ReadError> {
    if reader.is_nil()? {
        let name = reader.qname(reader.name());
        return Err(reader.error(ErrorKind::NotNillable { name }));
    }
    Ok(())
}

/// An attribute that the type does not have: those of `xsi` are for every element.
#[cold]
#[inline(never)]
fn unknown(position: usize, reader: &mut Reader<'_>) -> Result<(), ReadError> {
    let Some(attribute) = reader.attribute(position) else { return Ok(()) };
    if attribute.name().namespace == xml::XSI {
        match attribute.name().local {
            "nil" => return judge_nil(reader),
            "type" | "schemaLocation" | "noNamespaceSchemaLocation" => return Ok(()),
            _ => {}
        }
    }
    if reader.is_encoded() && is_of_encoding(attribute.name()) {
        return Ok(());
    }
    if reader.is_strict() {
        return Err(reader.unexpected_attribute(position));
    }
    reader.skip_attribute(position);
    Ok(())
}

/// A value that an attribute carries: a simple type, or an option of one.
pub trait AttributeValue {
    /// Reads the attribute at `position` in the start tag.
    ///
    /// # Errors
    /// When its text is not a value of the type.
    fn read_attribute(&mut self, position: usize, reader: &Reader<'_>) -> Result<(), ReadError>;

    /// Writes the attribute; `open` is its name with what precedes the value, such as ` id="`.
    ///
    /// # Errors
    /// When the text has a character that XML 1.0 cannot carry.
    fn write_attribute(&self, open: &'static str, writer: &mut Writer) -> Result<(), WriteError>;
}

impl<T: TextValue> AttributeValue for T {
    #[inline(never)]
    fn read_attribute(&mut self, position: usize, reader: &Reader<'_>) -> Result<(), ReadError> {
        *self = parse(position, reader)?;
        Ok(())
    }

    #[inline(never)]
    fn write_attribute(&self, open: &'static str, writer: &mut Writer) -> Result<(), WriteError> {
        write(self, open, writer)
    }
}

impl<T: TextValue> AttributeValue for Option<T> {
    #[inline(never)]
    fn read_attribute(&mut self, position: usize, reader: &Reader<'_>) -> Result<(), ReadError> {
        *self = Some(parse(position, reader)?);
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

/// Judges the attribute at `position` as a value of `T`.
pub(super) fn judge<T: TextValue>(position: usize, reader: &Reader<'_>) -> Result<(), ReadError> {
    parse::<T>(position, reader).map(|_| ())
}

fn parse<T: TextValue>(position: usize, reader: &Reader<'_>) -> Result<T, ReadError> {
    let text = reader.attribute(position).map(|attribute| attribute.value()).unwrap_or_default();
    let text = value::normalize(text, T::WHITE_SPACE);
    T::parse_in(&text, reader).map_err(|error| reader.invalid_attribute(position, error))
}

/// Checks that the attribute at `position` has the value that the schema fixes.
///
/// # Errors
/// When it has another value, or its text is not a value of the type.
pub fn check_fixed_attribute<T: TextValue + PartialEq>(
    fixed: &'static str,
    position: usize,
    reader: &Reader<'_>,
) -> Result<(), ReadError> {
    let found: T = parse(position, reader)?;
    let expected = value::normalize(fixed.into(), T::WHITE_SPACE);
    if T::parse_in(&expected, reader).is_ok_and(|expected| expected == found) {
        return Ok(());
    }
    let text = reader.attribute(position).map(|attribute| attribute.value()).unwrap_or_default();
    let kind = ErrorKind::FixedValue { expected: fixed.into(), excerpt: xml::excerpt(&text) };
    Err(reader.attribute_error(position, kind))
}

fn write<T: TextValue>(
    value: &T,
    open: &'static str,
    writer: &mut Writer,
) -> Result<(), WriteError> {
    if T::USES_PREFIXES {
        let mut text = String::new();
        value.write_in(&mut text, writer);
        writer.raw(open);
        writer.attribute_text(&text)?;
    } else {
        writer.raw(open);
        writer.attribute_value(value)?;
    }
    writer.raw("\"");
    Ok(())
}
