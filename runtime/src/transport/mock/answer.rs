//! What a mock answers: a value, a fault, any HTTP answer, or none.

use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName};
use http::{HeaderValue, Request, Response, StatusCode};

use crate::Element;
use crate::client::{Answer, Operation};
use crate::soap::{FaultKind, FaultText, Version, write_answer, write_fault};
use crate::transport::{TransportError, TransportErrorKind};
use crate::xml::RawXml;

/// One answer of a [`Mock`](super::Mock), or its failure to give one.
#[derive(Clone, Debug)]
pub struct MockAnswer {
    what: What,
    headers: Vec<(HeaderName, HeaderValue)>,
    pub(super) delay: Duration,
}

#[derive(Clone, Debug)]
enum What {
    Http { status: StatusCode, content_type: Option<HeaderValue>, body: Bytes },
    Fault(MockFault),
    Failure { kind: TransportErrorKind, sent: bool },
}

impl MockAnswer {
    /// The answer to `O` with this value, status 200.
    ///
    /// # Panics
    /// When the value cannot be written as XML: it is the test's own.
    #[must_use]
    pub fn reply<O: Operation>(value: &Answer<O>) -> Self {
        let text = write_answer::<O::Output>(O::VERSION, value).expect("the test's value");
        Self::http(200, content_type(O::VERSION), text)
    }

    /// A fault in the version of SOAP that the request speaks, status 500.
    #[must_use]
    pub fn fault(fault: MockFault) -> Self {
        Self::new(What::Fault(fault))
    }

    /// Any HTTP answer with a body.
    ///
    /// # Panics
    /// When `status` is not a status or `content_type` not a header value: both are the test's own.
    #[must_use]
    pub fn http(status: u16, content_type: &str, body: impl Into<Bytes>) -> Self {
        let status = StatusCode::from_u16(status).expect("the test's status");
        let content_type = HeaderValue::from_str(content_type).expect("the test's media type");
        Self::new(What::Http { status, content_type: Some(content_type), body: body.into() })
    }

    /// An HTTP answer without a body, such as the 202 for a one-way message.
    ///
    /// # Panics
    /// When `status` is not a status: it is the test's own.
    #[must_use]
    pub fn empty(status: u16) -> Self {
        let status = StatusCode::from_u16(status).expect("the test's status");
        Self::new(What::Http { status, content_type: None, body: Bytes::new() })
    }

    /// No answer, after a request that the server may have processed.
    #[must_use]
    pub fn lost(kind: TransportErrorKind) -> Self {
        Self::new(What::Failure { kind, sent: true })
    }

    /// No answer, for the request was never sent.
    #[must_use]
    pub fn not_sent(kind: TransportErrorKind) -> Self {
        Self::new(What::Failure { kind, sent: false })
    }

    /// The same with an HTTP header.
    ///
    /// # Panics
    /// When `value` is not a header value: it is the test's own.
    #[must_use]
    pub fn header(mut self, name: HeaderName, value: &str) -> Self {
        self.headers.push((name, HeaderValue::from_str(value).expect("the test's header value")));
        self
    }

    /// The same after so much time. A call that has less of it ends with
    /// [`Timeout`](TransportErrorKind::Timeout) when that is over.
    #[must_use]
    pub fn after(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    fn new(what: What) -> Self {
        Self { what, headers: Vec::new(), delay: Duration::ZERO }
    }

    pub(super) fn give(self, request: &Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let (status, content_type, body) = match self.what {
            What::Http { status, content_type, body } => (status, content_type, body),
            What::Fault(fault) => {
                let version = spoken(request);
                let text = fault.write(version).into();
                let content_type = HeaderValue::from_static(content_type(version));
                (StatusCode::INTERNAL_SERVER_ERROR, Some(content_type), text)
            }
            What::Failure { kind, sent } => {
                let error = TransportError::new(kind, "the mock says so");
                return Err(if sent { error } else { error.not_sent() });
            }
        };
        let mut response = Response::new(body);
        *response.status_mut() = status;
        let headers = response.headers_mut();
        headers.extend(content_type.map(|value| (CONTENT_TYPE, value)));
        for (name, value) in self.headers {
            headers.append(name, value);
        }
        Ok(response)
    }
}

/// The version of a request.
fn spoken(request: &Request<Bytes>) -> Version {
    let value = request.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes).unwrap_or_default();
    let media_type = Version::V12.media_type().as_bytes();
    if value.starts_with(media_type) { Version::V12 } else { Version::V11 }
}

fn content_type(version: Version) -> &'static str {
    match version {
        Version::V11 => "text/xml; charset=utf-8",
        Version::V12 => "application/soap+xml; charset=utf-8",
    }
}

/// A fault that a mock answers.
///
/// ```
/// use wsdl2rs_runtime::soap::FaultKind;
/// use wsdl2rs_runtime::transport::mock::{Mock, MockFault};
///
/// let mock = Mock::new().fault(MockFault::new(FaultKind::Sender, "no such symbol"));
/// # let _ = mock;
/// ```
#[derive(Clone, Debug)]
pub struct MockFault {
    kind: FaultKind,
    reason: String,
    detail: Vec<RawXml>,
}

impl MockFault {
    /// A fault with the standard code of this kind; with that of the server for
    /// [`FaultKind::Other`].
    #[must_use]
    pub fn new(kind: FaultKind, reason: impl Into<String>) -> Self {
        Self { kind, reason: reason.into(), detail: Vec::new() }
    }

    /// The same with the element `E` in its detail, such as the element of a declared fault.
    ///
    /// # Panics
    /// When the value cannot be written as XML: it is the test's own.
    #[must_use]
    pub fn detail<E: Element>(mut self, value: &E::Value) -> Self {
        self.detail.push(RawXml::encode::<E>(value).expect("the test's value"));
        self
    }

    fn write(&self, version: Version) -> String {
        let Self { kind, reason, detail } = self;
        let fault = FaultText { kind: *kind, reason, detail };
        write_fault(version, &fault).expect("the test's reason")
    }
}
