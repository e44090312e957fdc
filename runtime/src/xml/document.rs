//! Whole documents: from text to the value of a generated element, and back.

use std::io::{BufRead, Read, Write};

use super::decode;
use super::error::{ErrorKind, ReadError};
use super::place::Place;
use super::{Limits, Name, ReadOptions, Reader, WriteError, Writer};
use crate::codec::{Blank, ReadXml, WriteXml};
use crate::{Element, QName};

/// Reads a document whose root is the element `E`, tolerantly.
///
/// # Errors
/// When the text is not a well-formed document, or not one of `E`.
pub fn from_str<E: Element>(input: &str) -> Result<E::Value, ReadError> {
    from_str_with::<E>(input, &ReadOptions::default())
}

/// Reads a document whose root is the element `E`.
///
/// # Errors
/// When the text is not a well-formed document, not one of `E`, or over a limit. An XML
/// declaration must not name another encoding than UTF-8, which a `str` is.
pub fn from_str_with<E: Element>(
    input: &str,
    options: &ReadOptions,
) -> Result<E::Value, ReadError> {
    let input = input.strip_prefix('\u{FEFF}').unwrap_or(input);
    decode::check_str(input)?;
    read::<E>(input, options)
}

/// Reads a document in UTF-8, or UTF-16 with a byte order mark, or one that declares ISO-8859-1 or
/// windows-1252, tolerantly.
///
/// # Errors
/// As [`from_str`], and for other encodings.
pub fn from_slice<E: Element>(input: &[u8]) -> Result<E::Value, ReadError> {
    from_slice_with::<E>(input, &ReadOptions::default())
}

/// Reads a document in UTF-8, or UTF-16 with a byte order mark, or one that declares ISO-8859-1 or
/// windows-1252.
///
/// # Errors
/// As [`from_str_with`], and for other encodings.
pub fn from_slice_with<E: Element>(
    input: &[u8],
    options: &ReadOptions,
) -> Result<E::Value, ReadError> {
    read::<E>(&decode::decode(input, None, options.limits())?, options)
}

/// Reads a document from a source to its end, tolerantly.
///
/// # Errors
/// As [`from_slice`], and when the source fails.
pub fn from_reader<E: Element>(input: impl BufRead) -> Result<E::Value, ReadError> {
    from_reader_with::<E>(input, &ReadOptions::default())
}

/// Reads a document from a source to its end.
///
/// # Errors
/// As [`from_slice_with`], and when the source fails. No more than `Limits::decoded_body` bytes
/// and one are taken from the source.
pub fn from_reader_with<E: Element>(
    mut input: impl BufRead,
    options: &ReadOptions,
) -> Result<E::Value, ReadError> {
    from_slice_with::<E>(&read_to_limit(&mut input, options.limits())?, options)
}

/// Writes a document whose root is the element `E`, without an XML declaration.
///
/// # Errors
/// When the value has a character that XML 1.0 cannot carry.
pub fn to_string<E: Element>(value: &E::Value) -> Result<String, WriteError> {
    let binding = E::BINDING;
    let mut writer = Writer::new();
    writer.declare(binding.declarations);
    value.write(binding.tag, &mut writer)?;
    Ok(writer.into_string())
}

/// Writes a document whose root is the element `E`, without an XML declaration, in UTF-8.
///
/// # Errors
/// As [`to_string`], and when `output` fails. Nothing is written when the value is refused.
pub fn to_writer<E: Element>(value: &E::Value, mut output: impl Write) -> Result<(), WriteError> {
    let text = to_string::<E>(value)?;
    output.write_all(text.as_bytes()).map_err(WriteError::io)
}

fn read<E: Element>(input: &str, options: &ReadOptions) -> Result<E::Value, ReadError> {
    let binding = E::BINDING;
    let name = E::NAME;
    let mut reader = Reader::new(input, binding.namespaces, options);
    expect_root(&mut reader, binding.namespace, &name)?;
    let mut value = E::Value::blank();
    value.read(&mut reader)?;
    reader.finish()?;
    Ok(value)
}

fn expect_root(reader: &mut Reader<'_>, number: u16, expected: &QName) -> Result<(), ReadError> {
    let found = reader.root()?;
    if found == Name::new(number, expected.local()) {
        return Ok(());
    }
    let found = reader.qname(found);
    Err(reader.error(ErrorKind::WrongRoot { found, expected: expected.clone() }))
}

fn read_to_limit(input: &mut dyn BufRead, limits: &Limits) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limits.decoded_body).unwrap_or(u64::MAX);
    match input.take(most.saturating_add(1)).read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(error) => Err(ReadError::new(ErrorKind::Io(error), Place::start())),
    }
}
