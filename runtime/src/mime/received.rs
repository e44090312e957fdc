//! What became of an HTTP body of several parts.

use std::sync::Arc;

use http::HeaderMap;
use http::header::CONTENT_TYPE;

use super::{MediaType, MimeError, Multipart, Part, Parts, Related};
use crate::limits::Limits;

/// An answer of several parts, among the extensions of the head of the HTTP answer that a client
/// has read. Clones share it.
#[derive(Clone, Debug)]
pub struct Received(Arc<Result<Related, MimeError>>);

impl Received {
    pub(crate) fn new(read: Result<Related, MimeError>) -> Self {
        Self(Arc::new(read))
    }

    /// Reads a body that is there as a whole; `None` where its headers do not say that it has
    /// several parts.
    pub(crate) fn read(headers: &HeaderMap, body: &[u8], limits: &Limits) -> Option<Self> {
        let content_type = headers.get(CONTENT_TYPE)?.to_str().ok()?;
        let essence = MediaType::parse(content_type.split(';').next()?)?;
        essence.is("multipart/related").then(|| Self::new(read(content_type, body, limits)))
    }

    /// The message, or what is wrong with it.
    ///
    /// # Errors
    /// When it cannot be taken apart.
    pub fn message(&self) -> Result<&Related, &MimeError> {
        (*self.0).as_ref()
    }

    /// The part that is read as the envelope, where the message can be taken apart.
    #[must_use]
    pub fn root(&self) -> Option<&Part> {
        self.message().ok().map(Related::root)
    }

    /// The other parts.
    #[must_use]
    pub fn parts(&self) -> Option<&Parts> {
        self.message().ok().map(Related::parts)
    }
}

fn read(content_type: &str, body: &[u8], limits: &Limits) -> Result<Related, MimeError> {
    let mut multipart = Multipart::new(content_type, limits)?;
    if body.len() > limits.mime_message {
        return Err(MimeError::Limit { limit: "mime_message", value: limits.mime_message });
    }
    multipart.push(body)?;
    multipart.finish()
}
