//! Which bytes of an HTTP answer are the envelope: the body, or the root of its parts.

use std::borrow::Cow;

use http::HeaderMap;
use http::header::CONTENT_TYPE;
use http::response;

use crate::limits::Limits;
use crate::mime::{MediaType, MimeError, Parts, Received};

/// The bytes of an envelope with what is said of them.
pub(super) struct Content<'b> {
    /// The `Content-Type`; empty where there is none.
    pub(super) content_type: &'b [u8],
    /// The bytes.
    pub(super) body: &'b [u8],
    /// The other parts of the message, if it has several.
    pub(super) parts: Option<&'b Parts>,
}

impl<'b> Content<'b> {
    /// The body as it is.
    pub(super) fn whole(headers: &'b HeaderMap, body: &'b [u8]) -> Self {
        let content_type = headers.get(CONTENT_TYPE).map_or(&b""[..], |value| value.as_bytes());
        Self { content_type, body, parts: None }
    }

    /// The root, where the message has been received in several parts.
    pub(super) fn or_root(self, received: Option<&'b Received>) -> Result<Self, &'b MimeError> {
        let Some(received) = received else { return Ok(self) };
        let message = received.message()?;
        let root = message.root();
        let content_type = root.content_type().unwrap_or_default().as_bytes();
        Ok(Self { content_type, body: root.octets(), parts: Some(message.parts()) })
    }

    /// Whether it says that elements of it may stand for other parts (XOP 1.0, section 5).
    pub(super) fn is_xop(&self) -> bool {
        let text = str::from_utf8(self.content_type).unwrap_or_default();
        MediaType::parse(text).is_some_and(|found| found.is("application/xop+xml"))
    }
}

/// The parts of an answer, if it has several: as they were received, or read now.
pub(super) fn received<'h>(
    head: &'h response::Parts,
    whole: &Content<'_>,
    limits: &Limits,
) -> Option<Cow<'h, Received>> {
    // Most answers are told by the first letter of `multipart`.
    if !matches!(whole.content_type, [b'm' | b'M', ..]) {
        return None;
    }
    match head.extensions.get::<Received>() {
        Some(received) => Some(Cow::Borrowed(received)),
        None => Received::read(&head.headers, whole.body, limits).map(Cow::Owned),
    }
}
