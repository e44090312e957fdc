//! Why a request got no answer.

use std::error::Error;
use std::fmt::{self, Write as _};

use crate::xml::Escaped;

/// What kind of failure kept the answer away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// The transport cannot send this request at all, such as `https` without a TLS feature.
    Unsupported,
    /// No connection: the name does not resolve, or nobody listens.
    Connect,
    /// The TLS handshake failed: an unknown issuer, a wrong host name.
    Tls,
    /// A time limit passed.
    Timeout,
    /// The exchange was given up before it was complete.
    Canceled,
    /// The other side closed the connection.
    Reset,
    /// The answer ended before its end.
    Truncated,
    /// The answer is longer, or expands further, than [`Limits`](crate::xml::Limits) allow.
    Limit,
    /// The answer is compressed in a way that was not asked for, or badly.
    Encoding,
    /// The answer is not HTTP.
    Protocol,
    /// What was to be sent could not be read, such as a file.
    Source,
    /// A recorded exchange expected another request.
    Mismatch,
    /// Anything else.
    Other,
}

impl TransportErrorKind {
    fn describe(self) -> &'static str {
        match self {
            Self::Unsupported => "the transport cannot send this request",
            Self::Connect => "no connection",
            Self::Tls => "the TLS handshake failed",
            Self::Timeout => "a time limit passed",
            Self::Canceled => "the exchange was canceled",
            Self::Reset => "the connection was closed",
            Self::Truncated => "the answer is cut off",
            Self::Limit => "the answer exceeds a limit",
            Self::Encoding => "the content encoding of the answer cannot be undone",
            Self::Protocol => "the answer is not HTTP",
            Self::Source => "what was to be sent cannot be read",
            Self::Mismatch => "the request is not the recorded one",
            Self::Other => "the transport failed",
        }
    }
}

/// A request that got no answer, or no whole one.
///
/// Texts in it come from the transport and name neither header values nor the query of the URL.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    may_have_been_sent: bool,
    detail: Box<str>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl TransportError {
    /// An error after which the server may or may not have acted on the request; an empty `detail`
    /// says nothing beyond the kind.
    #[must_use]
    #[cold]
    pub fn new(kind: TransportErrorKind, detail: impl Into<Box<str>>) -> Self {
        Self { kind, may_have_been_sent: true, detail: detail.into(), source: None }
    }

    /// An error of a library below a transport: its text says the host and what lay at the bottom.
    #[cfg(any(feature = "reqwest", feature = "blocking"))]
    #[cold]
    pub(super) fn below<E: Error>(
        kind: TransportErrorKind,
        authority: Option<&http::uri::Authority>,
        error: &E,
    ) -> Self {
        let mut bottom: &dyn Error = error;
        while let Some(below) = bottom.source() {
            bottom = below;
        }
        let Some(authority) = authority else { return Self::new(kind, bottom.to_string()) };
        // User information is the caller's secret.
        let host = authority.as_str().rsplit('@').next().unwrap_or_default();
        Self::new(kind, format!("{host}: {bottom}"))
    }

    /// The same, where it is certain that not a whole request left this machine.
    #[must_use]
    pub fn not_sent(mut self) -> Self {
        self.may_have_been_sent = false;
        self
    }

    /// The same, with the error below it. It must not show secrets or whole URLs.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// What kind of failure it is.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether the server can have seen the request. `false` is a promise: sending it again
    /// cannot make it act twice.
    #[must_use]
    pub fn may_have_been_sent(&self) -> bool {
        self.may_have_been_sent
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.describe())?;
        if !self.detail.is_empty() {
            write!(Escaped(f), ": {}", self.detail)?;
        }
        Ok(())
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
