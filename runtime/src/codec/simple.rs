//! Elements and text of simple types.

use std::borrow::Cow;

use super::{Blank, ReadXml, Tag, WriteXml, attributes};
use crate::value::{self, TextValue};
use crate::xml::{ErrorKind, ReadError, Reader, WriteError, Writer};

/// Reads the current element of a simple type: it has text, and no attributes of its own.
///
/// # Errors
/// When the text is not a value of the type, or there is more than text.
#[inline(never)]
pub fn read_simple<T: TextValue>(target: &mut T, reader: &mut Reader<'_>) -> Result<(), ReadError> {
    attributes::none(reader)?;
    read_text(target, reader)
}

/// Reads the text of the current element, whose attributes have been judged, to its end tag.
///
/// # Errors
/// When the text is not a value of the type.
#[inline]
pub fn read_text<T: TextValue>(target: &mut T, reader: &mut Reader<'_>) -> Result<(), ReadError> {
    let text = reader.text()?;
    *target = parse(text, reader)?;
    Ok(())
}

/// The value of a text, white space treated as its type says.
#[inline]
pub(super) fn parse<T: TextValue>(text: Cow<'_, str>, reader: &Reader<'_>) -> Result<T, ReadError> {
    let text = value::normalize(text, T::WHITE_SPACE);
    match T::parse_in(&text, reader) {
        Ok(value) => Ok(value),
        Err(error) => Err(invalid(error, &text, reader)),
    }
}

#[cold]
#[inline(never)]
fn invalid(error: value::ValueError, text: &str, reader: &Reader<'_>) -> ReadError {
    reader.error(ErrorKind::InvalidValue { error, excerpt: crate::xml::excerpt(text) })
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
    writer.start(tag);
    writer.value(value)?;
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
    let text = writer.prefixed_text(value);
    writer.start_open(tag);
    writer.declare_prefixes(&text)?;
    writer.close_start();
    writer.text(text.as_str())?;
    writer.end(tag);
    Ok(())
}

/// Declares how a built-in simple type is blank, read and written.
macro_rules! simple_types {
    ($($ty:ty = $blank:expr;)*) => {$(
        impl Blank for $ty {
            #[inline]
            fn blank() -> Self {
                $blank
            }
        }

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
    String = String::new();
    bool = false;
    i8 = 0;
    i16 = 0;
    i32 = 0;
    i64 = 0;
    u8 = 0;
    u16 = 0;
    u32 = 0;
    u64 = 0;
    f32 = 0.0;
    f64 = 0.0;
}
