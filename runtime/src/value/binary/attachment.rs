//! Octets that need not be in memory when they are sent: a value of `xs:base64Binary` whose octets
//! come from a file or a reader.

use std::fmt;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;

use super::Base64Binary;
use crate::transport::{File, Once, Piece, Source};
use crate::value::{TextValue, ValueError};

/// Octets in an element: in memory, or from a source that is read while they are sent.
///
/// It stands for a simple type of the contract over `xs:base64Binary` where `wsdl2rs::Config::replace`
/// says so. In a message of several parts
/// ([`Settings::mtom`](crate::client::Settings::mtom)) a source is a part of its own and never in
/// memory as a whole; elsewhere it is read when the message is written. What is received is in
/// memory.
///
/// It is a value of elements. In an attribute or a list a source cannot be written, which is an
/// error then.
///
/// ```
/// use wsdl2rs_runtime::value::Attachment;
///
/// let small = Attachment::from(b"octets");
/// assert_eq!(small.octets().map(|octets| octets.len()), Some(6));
/// let file = Attachment::from_file(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))?;
/// assert!(file.octets().is_none() && file.length() > Some(1_000));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone)]
pub struct Attachment(Piece);

impl Attachment {
    /// The file at `path`, read anew for each attempt to send it.
    ///
    /// # Errors
    /// When it is not there.
    pub fn from_file(path: impl AsRef<Path>) -> io::Result<Self> {
        File::new(path).map(Self::from_source)
    }

    /// What `reader` gives, and how many octets that is where it is known. It is read once: a call
    /// with it is not tried again once that has begun.
    #[must_use]
    pub fn from_reader(reader: impl Read + Send + 'static, length: Option<u64>) -> Self {
        Self::from_source(Once::new(reader, length))
    }

    /// What `source` gives.
    #[must_use]
    pub fn from_source(source: impl Source + 'static) -> Self {
        Self(Piece::Source(Arc::new(source)))
    }

    /// The octets, unless they are still to come from a source.
    #[must_use]
    pub fn octets(&self) -> Option<&Bytes> {
        match &self.0 {
            Piece::Bytes(octets) => Some(octets),
            Piece::Source(_) => None,
        }
    }

    /// How many octets there are; `None` where a source cannot tell.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        self.0.length()
    }
}

impl<T: Into<Base64Binary>> From<T> for Attachment {
    fn from(octets: T) -> Self {
        Self(Piece::Bytes(octets.into().into()))
    }
}

impl Default for Attachment {
    /// No octets.
    fn default() -> Self {
        Self(Piece::Bytes(Bytes::new()))
    }
}

/// Octets are equal as octets; a source is equal to itself alone.
impl PartialEq for Attachment {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Piece::Bytes(octets), Piece::Bytes(others)) => octets == others,
            (Piece::Source(source), Piece::Source(other)) => Arc::ptr_eq(source, other),
            (Piece::Bytes(_), Piece::Source(_)) | (Piece::Source(_), Piece::Bytes(_)) => false,
        }
    }
}

impl fmt::Debug for Attachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Attachment").field(&self.0).finish()
    }
}

impl TextValue for Attachment {
    const TYPE_NAME: &'static str = "xs:base64Binary";
    const OCTETS: bool = true;

    fn parse(text: &str) -> Result<Self, ValueError> {
        Base64Binary::parse(text).map(Self::from)
    }

    fn from_octets(octets: Bytes) -> Result<Self, ValueError> {
        Ok(Self(Piece::Bytes(octets)))
    }

    fn octets(&self) -> Option<Piece> {
        Some(self.0.clone())
    }

    fn write(&self, out: &mut String) {
        match &self.0 {
            Piece::Bytes(octets) => STANDARD.encode_string(octets, out),
            // No document can have this character, so that the writer refuses the value.
            Piece::Source(_) => out.push('\u{FFFE}'),
        }
    }
}
