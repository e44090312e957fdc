//! XML kept as text: what a schema leaves open, such as the detail of a fault.

use std::fmt;
use std::str::FromStr;

use super::{ReadError, ReadOptions, Reader, WriteError};
use crate::{Element, QName};

/// One element with its content as text that is well-formed and stands alone: every prefix in it
/// is declared in it.
///
/// It is a type of its own so that a string is never taken for markup by mistake.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RawXml(Box<str>);

impl RawXml {
    /// Text that a reader has copied.
    pub(crate) fn new(text: String) -> Self {
        Self(text.into())
    }

    /// No element: what a place has before it is read.
    pub(crate) fn nothing() -> Self {
        Self(Box::default())
    }

    /// The element `E` with this value.
    ///
    /// # Errors
    /// As [`to_string`](super::to_string).
    pub fn encode<E: Element>(value: &E::Value) -> Result<Self, WriteError> {
        super::to_string::<E>(value).map(Self::new)
    }

    /// The value of the element, which is to be `E`, read tolerantly.
    ///
    /// # Errors
    /// When it is another element, or not one of `E`.
    pub fn decode<E: Element>(&self) -> Result<E::Value, ReadError> {
        self.decode_with::<E>(&ReadOptions::default())
    }

    /// The value of the element, which is to be `E`. Places in errors are those of the element
    /// alone.
    ///
    /// # Errors
    /// As [`decode`](Self::decode).
    pub fn decode_with<E: Element>(&self, options: &ReadOptions) -> Result<E::Value, ReadError> {
        super::from_str_with::<E>(&self.0, options)
    }

    /// The element's name.
    #[must_use]
    pub fn name(&self) -> QName {
        let options = ReadOptions::default();
        let mut reader = Reader::new(&self.0, &[], &options);
        match reader.root() {
            Ok(name) => reader.qname(name),
            Err(_) => QName::from_static("", ""),
        }
    }

    /// The element as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Reads one element, with nothing around it but white space, comments and instructions, which
/// are dropped.
impl FromStr for RawXml {
    type Err = ReadError;

    fn from_str(text: &str) -> Result<Self, ReadError> {
        let mut reader = Reader::new(text, &[], &ReadOptions::strict());
        reader.root()?;
        let raw = reader.raw_element()?;
        reader.finish()?;
        Ok(raw)
    }
}

impl fmt::Display for RawXml {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
