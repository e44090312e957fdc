//! Elements and attributes with a default or fixed value
//! (XML Schema Part 1, sections 3.3.1 and 3.2.1).

use super::simple::parse;
use super::{Blank, ReadXml, Tag, WriteXml, attributes};
use crate::value::{TextValue, normalize};
use crate::xml::{ErrorKind, ReadError, Reader, WriteError, Writer, excerpt};

/// An element or attribute whose value the schema fixes is there; the value is not for choosing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Present;

impl Blank for Present {
    fn blank() -> Self {
        Self
    }
}

/// Reads the current element, whose text is `default` where it is empty and not nil: of a simple
/// type, nillable or not, or of a complex type with simple content (section 3.3.4, `cvc-elt.5.1`).
///
/// # Errors
/// As [`ReadXml::read`].
pub fn read_default<T: ReadXml>(
    target: &mut T,
    default: &'static str,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    reader.set_default(Some(default));
    let result = target.read(reader);
    reader.set_default(None);
    result
}

/// Writes elements that, where they are empty and not nil, mean `default`.
///
/// # Errors
/// As [`WriteXml::write`], and for a value whose text is empty: no document can say it
/// (XML Schema Part 1, section 3.3.4, `cvc-elt.5.1`).
pub fn write_default<T: WriteXml>(
    value: &T,
    default: &'static str,
    tag: &'static Tag,
    writer: &mut Writer,
) -> Result<(), WriteError> {
    writer.set_default(Some(default));
    let result = value.write(tag, writer);
    writer.set_default(None);
    result
}

/// Reads the current element of type `T`, whose value must be `fixed` or absent.
///
/// # Errors
/// When the text is another value.
pub fn read_fixed<T: TextValue + PartialEq>(
    fixed: &'static str,
    reader: &mut Reader<'_>,
) -> Result<(), ReadError> {
    attributes::none(reader)?;
    let text = reader.text()?;
    if text.is_empty() {
        return Ok(());
    }
    check_fixed::<T>(&text, fixed, reader)
}

/// Checks the text of an element of type `T` against its fixed value.
fn check_fixed<T: TextValue + PartialEq>(
    text: &str,
    fixed: &'static str,
    reader: &Reader<'_>,
) -> Result<(), ReadError> {
    let found: T = parse(text.into(), reader)?;
    let expected: T = parse(fixed.into(), reader)?;
    if found == expected {
        return Ok(());
    }
    Err(reader.error(ErrorKind::FixedValue { expected: fixed.into(), excerpt: excerpt(text) }))
}

/// Writes an element with its fixed value, which is escaped already.
pub fn write_fixed(text: &'static str, tag: &'static Tag, writer: &mut Writer) {
    writer.start(tag);
    writer.raw(text);
    writer.end(tag);
}

/// The value of a default or bound of the schema, which the generator has checked.
#[must_use]
pub fn default_value<T: TextValue + Blank>(text: &'static str) -> T {
    T::parse(&normalize(text.into(), T::WHITE_SPACE)).unwrap_or_else(|_| T::blank())
}
