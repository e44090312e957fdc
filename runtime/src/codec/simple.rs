//! Elements and text of simple types.

use std::borrow::Cow;

use super::{ReadXml, Tag, WriteXml, attributes, declared_type};
use crate::list::List;
use crate::value::{self, TextList, TextValue};
use crate::xml::{ReadError, Reader, SimpleContent, WriteError, Writer};

/// Reads the current element of a simple type: it has text, and no attributes of its own.
///
/// # Errors
/// When the text is not a value of the type, or there is more than text.
#[inline(never)]
pub fn read_simple<T: TextValue>(target: &mut T, reader: &mut Reader<'_>) -> Result<(), ReadError> {
    if reader.attribute_count() > 0 {
        judge_attributes(T::TYPE_NAME, reader)?;
    }
    read_text(target, reader)
}

#[cold]
#[inline(never)]
fn judge_attributes(type_name: &'static str, reader: &mut Reader<'_>) -> Result<(), ReadError> {
    if reader.is_strict() {
        declared_type::judge_simple(type_name, reader)?;
    }
    attributes::none(reader)
}

/// Reads the text of the current element, whose attributes have been judged, to its end tag.
///
/// # Errors
/// When the text is not a value of the type.
#[inline]
pub fn read_text<T: TextValue>(target: &mut T, reader: &mut Reader<'_>) -> Result<(), ReadError> {
    if T::OCTETS {
        return read_octets(target, reader);
    }
    let text = reader.text()?;
    let text = if text.is_empty() { reader.default_text() } else { text };
    *target = parse(text, reader)?;
    Ok(())
}

/// Reads octets: their base64, or a reference to the part of the message that they are.
#[inline(never)]
fn read_octets<T: TextValue>(target: &mut T, reader: &mut Reader<'_>) -> Result<(), ReadError> {
    *target = match reader.simple_content()? {
        SimpleContent::Text(text) if text.is_empty() => parse(reader.default_text(), reader)?,
        SimpleContent::Text(text) => parse(text, reader)?,
        SimpleContent::Octets(octets) => {
            T::from_octets(octets).map_err(|error| reader.invalid_value(error, "octets"))?
        }
    };
    Ok(())
}

/// The value of a text, white space treated as its type says.
#[inline]
pub(super) fn parse<T: TextValue>(text: Cow<'_, str>, reader: &Reader<'_>) -> Result<T, ReadError> {
    let text = value::normalize(text, T::WHITE_SPACE);
    match T::parse_in(&text, reader) {
        Ok(value) => Ok(value),
        Err(error) => Err(reader.invalid_value(error, &text)),
    }
}

/// Writes an element of a simple type.
///
/// # Errors
/// When the text has a character that XML 1.0 cannot carry.
#[inline(never)]
pub fn write_simple<T: TextValue>(
    value: &T,
    tag: &'static Tag,
    writer: &mut Writer,
) -> Result<(), WriteError> {
    if T::USES_PREFIXES {
        return write_named(value, tag, writer);
    }
    if T::OCTETS {
        return write_octets(value, tag, writer);
    }
    writer.element(tag, value)
}

/// Writes the text of a complex type with simple content.
///
/// # Errors
/// When the text has a character that XML 1.0 cannot carry.
pub fn write_text<T: TextValue>(value: &T, writer: &mut Writer) -> Result<(), WriteError> {
    if T::USES_PREFIXES {
        let mut text = String::new();
        writer.reopen_start();
        value.write_in(&mut text, writer);
        writer.close_start();
        return write_names(&text, writer);
    }
    if let Some(octets) = value.octets() {
        return writer.octets(octets);
    }
    writer.value(value)
}

/// Writes the content of a type that has a part of the message as its content.
///
/// # Errors
/// When the message can have no parts.
pub fn write_included<T: TextValue>(value: &T, writer: &mut Writer) -> Result<(), WriteError> {
    match value.octets() {
        Some(octets) => writer.part(octets),
        None => writer.value(value),
    }
}

/// Writes an element whose content is octets, or stands for them.
#[inline(never)]
fn write_octets<T: TextValue>(
    value: &T,
    tag: &'static Tag,
    writer: &mut Writer,
) -> Result<(), WriteError> {
    writer.start(tag);
    match value.octets() {
        Some(octets) => writer.octets(octets)?,
        None => writer.value(value)?,
    }
    writer.end(tag);
    Ok(())
}

/// Writes an element whose text has prefixes, which its start tag declares.
#[inline(never)]
fn write_named<T: TextValue>(
    value: &T,
    tag: &'static Tag,
    writer: &mut Writer,
) -> Result<(), WriteError> {
    let mut text = String::new();
    writer.start_open(tag);
    value.write_in(&mut text, writer);
    writer.close_start();
    write_names(&text, writer)?;
    writer.end(tag);
    Ok(())
}

fn write_names(text: &str, writer: &mut Writer) -> Result<(), WriteError> {
    if text.is_empty() { writer.no_text() } else { writer.text(text) }
}

/// Declares that built-in simple types are read and written as text.
macro_rules! simple_types {
    ($($ty:ty)*) => {$(
        impl ReadXml for $ty {
            #[inline]
            fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
                read_simple(self, reader)
            }
        }

        impl WriteXml for $ty {
            #[inline]
            fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError> {
                write_simple(self, tag, writer)
            }
        }
    )*};
}

simple_types! {
    bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 String
    value::Integer value::NonNegativeInteger value::PositiveInteger value::NonPositiveInteger
    value::NegativeInteger value::Decimal
    value::NormalizedString value::Token value::Language value::NmToken value::XmlName
    value::NcName value::Id value::IdRef value::Entity value::AnyUri
    value::HexBinary value::Base64Binary value::Attachment
    value::DateTime value::Date value::Time value::GYearMonth value::GYear value::GMonthDay
    value::GDay value::GMonth value::Duration
    crate::QName
}

impl<T: TextValue, L: List<Item = T>> ReadXml for TextList<T, L>
where
    Self: TextValue,
{
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        read_simple(self, reader)
    }
}

impl<T: TextValue, L: List<Item = T>> WriteXml for TextList<T, L>
where
    Self: TextValue,
{
    fn write(&self, tag: &'static Tag, writer: &mut Writer) -> Result<(), WriteError> {
        write_simple(self, tag, writer)
    }
}
