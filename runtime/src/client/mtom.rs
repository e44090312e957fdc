//! Requests of several parts (SOAP Message Transmission Optimization Mechanism, sections 3.2 and
//! 4.2; XOP 1.0, section 4.1; RFC 2387).

use std::hash::{BuildHasher as _, Hasher as _, RandomState};

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Request};

use crate::soap::Version;
use crate::transport::{Piece, RequestBody};
use crate::xml::{OutgoingPart, OutgoingParts};

/// Octets from which a value is sent as a part, unless it is said otherwise: the header of a part
/// takes about as much as base64 adds.
const THRESHOLD: usize = 1_024;

/// How values of `xs:base64Binary` are sent in parts of the message of their own.
///
/// All requests are messages of several parts then, for services that ask for that take no others;
/// those without such a value have the envelope alone.
///
/// A part has the media type that its element gives in `xmime:contentType`, or else
/// `application/octet-stream`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mtom {
    threshold: usize,
}

impl Mtom {
    /// Values with so many octets and more are parts, by default 1,024; smaller ones stay in the
    /// envelope. Values that come from a source are parts whatever they have.
    #[must_use]
    pub const fn threshold(mut self, octets: usize) -> Self {
        self.threshold = octets;
        self
    }
}

impl Default for Mtom {
    fn default() -> Self {
        Self { threshold: THRESHOLD }
    }
}

/// A message of several parts that is being made.
pub(super) struct Package {
    mtom: Mtom,
    version: Version,
    /// Stands in no part: nobody can know it beforehand.
    boundary: String,
}

impl Package {
    pub(super) fn new(mtom: Mtom, version: Version) -> Self {
        // The keys of these come from the operating system.
        let half = || RandomState::new().build_hasher().finish();
        Self { mtom, version, boundary: format!("{:016x}{:016x}", half(), half()) }
    }

    /// The parts beside the root.
    pub(super) fn parts(&self) -> OutgoingParts {
        OutgoingParts::new(self.mtom.threshold, format!("{}@wsdl2rs", self.boundary))
    }

    /// Puts envelope and parts into a request.
    pub(super) fn close(
        &self,
        envelope: Bytes,
        parts: Vec<OutgoingPart>,
        action: &str,
        request: &mut Request<Bytes>,
    ) {
        request.headers_mut().insert(CONTENT_TYPE, self.content_type(action));
        let Self { boundary, .. } = self;
        let mut body = RequestBody::from(format!(
            "--{boundary}\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"{}\"\r\n\
             Content-Transfer-Encoding: binary\r\nContent-ID: <{}>\r\n\r\n",
            self.version.media_type(),
            self.root()
        ));
        body.push(Piece::Bytes(envelope));
        for OutgoingPart { id, content_type, octets } in parts {
            body.push(Piece::Bytes(Bytes::from(format!(
                "\r\n--{boundary}\r\nContent-Type: {content_type}\r\n\
                 Content-Transfer-Encoding: binary\r\nContent-ID: <{id}>\r\n\r\n"
            ))));
            body.push(octets);
        }
        body.push(Piece::Bytes(Bytes::from(format!("\r\n--{boundary}--\r\n"))));
        match body.whole() {
            Some(octets) => *request.body_mut() = octets,
            None => {
                request.extensions_mut().insert(body);
            }
        }
    }

    fn root(&self) -> String {
        format!("root.{}@wsdl2rs", self.boundary)
    }

    /// The media type of the message. Of SOAP 1.2 it carries the action, as a parameter of its own:
    /// receivers compare `start-info` as a whole.
    fn content_type(&self, action: &str) -> HeaderValue {
        let action = match self.version {
            Version::V12 if !action.is_empty() => format!("; action=\"{action}\""),
            Version::V11 | Version::V12 => String::new(),
        };
        let text = format!(
            "multipart/related; type=\"application/xop+xml\"; boundary=\"{}\"; start=\"<{}>\"; \
             start-info=\"{}\"{action}",
            self.boundary,
            self.root(),
            self.version.media_type(),
        );
        HeaderValue::try_from(text).expect("the action has been found to be visible ASCII")
    }
}

/// The body of the request in pieces, where it has one.
pub(super) fn pieces(request: &mut Request<Bytes>) -> Option<RequestBody> {
    request.extensions_mut().remove()
}
