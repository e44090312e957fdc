//! An answer with what came around it: the HTTP head, and the SOAP headers as XML.

use std::fmt;

use http::{HeaderMap, StatusCode};

use crate::Element;
use crate::mime::Parts;
use crate::xml::{RawXml, ReadError, ReadOptions};

/// The answer to an operation, with all that came with it.
///
/// `Debug` shows no values of headers, HTTP's and SOAP's: sessions are there.
#[derive(Clone)]
#[non_exhaustive]
pub struct Received<A> {
    /// The answer, as the operation's own method gives it.
    pub answer: A,
    /// The HTTP status.
    pub status: StatusCode,
    /// The HTTP headers.
    pub http_headers: HeaderMap,
    /// The SOAP header blocks in order, declared or not, with the namespaces that hold for them.
    pub header_blocks: Vec<RawXml>,
    /// The parts of the message beside its envelope: those that elements stand for (MTOM), and
    /// attachments (SOAP Messages with Attachments).
    pub parts: Parts,
    /// How many requests it took.
    pub attempts: u32,
}

impl<A> Received<A> {
    /// Reads the first header block that is the element `E`; `None` where there is none.
    ///
    /// # Errors
    /// Where it is not what its schema says.
    pub fn header<E: Element>(&self, options: &ReadOptions) -> Option<Result<E::Value, ReadError>> {
        let block = self.header_blocks.iter().find(|block| block.name() == E::NAME)?;
        Some(block.decode_with::<E>(options))
    }
}

impl<A: fmt::Debug> fmt::Debug for Received<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let blocks: Vec<_> = self.header_blocks.iter().map(RawXml::name).collect();
        f.debug_struct("Received")
            .field("answer", &self.answer)
            .field("status", &self.status)
            .field("http_headers", &self.http_headers.keys().collect::<Vec<_>>())
            .field("header_blocks", &blocks)
            .field("parts", &self.parts.len())
            .field("attempts", &self.attempts)
            .finish()
    }
}
