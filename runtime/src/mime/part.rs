//! The parts of a message, as they are handed on.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;

use super::MimeError;
use super::content_id::of_field;
use super::header::{self, Fields};
use super::transfer;

/// One part of a message, its transfer encoding undone.
///
/// Clones share the octets. They are held apart from those of other parts.
#[derive(Clone, PartialEq, Eq)]
pub struct Part {
    fields: Fields,
    octets: Bytes,
}

impl Part {
    /// # Errors
    /// When the header is none, or the content is not in the encoding that it names.
    pub(super) fn new(fields: Fields, content: Vec<u8>) -> Result<Self, MimeError> {
        let part = Self { fields, octets: Bytes::new() };
        let octets = transfer::decode(part.header("Content-Transfer-Encoding"), content)?;
        Ok(Self { octets: octets.into(), ..part })
    }

    /// The octets.
    #[must_use]
    pub fn octets(&self) -> &Bytes {
        &self.octets
    }

    /// The octets, taken out.
    #[must_use]
    pub fn into_octets(self) -> Bytes {
        self.octets
    }

    /// The media type as the sender wrote it.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.header("Content-Type")
    }

    /// The identifier, without the angle brackets around it (RFC 2045, section 7).
    #[must_use]
    pub fn content_id(&self) -> Option<&str> {
        self.header("Content-ID").map(of_field)
    }

    /// The URI that the part has beside its identifier (RFC 2557, section 4).
    #[must_use]
    pub fn content_location(&self) -> Option<&str> {
        self.header("Content-Location")
    }

    /// The value of the first field of this name, in whichever case.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        header::find(&self.fields, name)
    }

    /// All fields in order, continued lines joined.
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (&**name, &**value))
    }
}

/// Shows how many octets there are, not which.
impl fmt::Debug for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Part")
            .field("content_type", &self.content_type())
            .field("content_id", &self.content_id())
            .field("octets", &self.octets.len())
            .finish()
    }
}

/// The parts of a message that are not its root, in order. Clones share them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts(Arc<[Part]>);

impl Parts {
    pub(super) fn new(parts: Vec<Part>) -> Self {
        Self(parts.into())
    }

    /// The part with this `Content-ID`, given without angle brackets. There are no two.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<&Part> {
        self.0.iter().find(|part| part.content_id() == Some(id))
    }

    /// The first part with this `Content-Location`.
    #[must_use]
    pub fn by_location(&self, location: &str) -> Option<&Part> {
        self.0.iter().find(|part| part.content_location() == Some(location))
    }

    /// The part that a URL names: a `cid` URL (RFC 2392, section 2) by its identifier, another one
    /// by its location.
    #[must_use]
    pub fn by_url(&self, url: &str) -> Option<&Part> {
        match super::of_url(url) {
            Some(id) => self.by_id(&id),
            None => self.by_location(url),
        }
    }

    /// The parts.
    pub fn iter(&self) -> std::slice::Iter<'_, Part> {
        self.0.iter()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Default for Parts {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl<'p> IntoIterator for &'p Parts {
    type Item = &'p Part;
    type IntoIter = std::slice::Iter<'p, Part>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
