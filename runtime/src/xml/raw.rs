//! XML kept as text: what a schema leaves open, such as the detail of a fault.

use std::fmt;
use std::str::FromStr;

use super::{ReadError, ReadOptions, Reader};

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
