//! Why a call has no answer, told so that the caller can decide about trying again.

use std::error::Error;
use std::fmt::{self, Write as _};
use std::ops::Deref;
use std::time::Duration;

use http::StatusCode;

use super::endpoint::EndpointError;
use super::intercept::InterceptError;
use super::operation::FaultDetail;
use crate::security::SignError;
use crate::soap;
use crate::transport::TransportError;
use crate::xml::{Escaped, ReadError, ReadOptions, WriteError};

/// Why a call has no answer. `F` holds the faults that the operation declares.
///
/// Texts in it never show credentials, nor user information or query of the endpoint.
#[derive(Debug)]
#[non_exhaustive]
pub enum CallError<F> {
    /// The request could not be made. It was never sent.
    Build(BuildError),
    /// The request got no answer, or no whole one.
    Transport(TransportError),
    /// The server answered by HTTP, but not by SOAP.
    Http(HttpError),
    /// The answer is SOAP, but not the one that the contract promises.
    Decode(ReadError),
    /// The service answered that it failed.
    Fault(Fault<F>),
}

impl<F> CallError<F> {
    /// Whether the server can have seen the request. `false` is a promise: sending it again
    /// cannot make it act twice.
    #[must_use]
    pub fn may_have_been_sent(&self) -> bool {
        match self {
            Self::Build(_) => false,
            Self::Transport(error) => error.may_have_been_sent(),
            Self::Http(_) | Self::Decode(_) | Self::Fault(_) => true,
        }
    }
}

impl<F> fmt::Display for CallError<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Build(_) => f.write_str("the request was not sent"),
            Self::Transport(_) => f.write_str("the exchange failed"),
            Self::Http(_) => f.write_str("the answer is not a SOAP message"),
            Self::Decode(_) => f.write_str("the answer is not the expected one"),
            Self::Fault(_) => f.write_str("the service answered with a fault"),
        }?;
        let below: &dyn fmt::Display = match self {
            Self::Build(error) => error,
            Self::Transport(error) => error,
            Self::Http(error) => error,
            Self::Decode(error) => error,
            Self::Fault(fault) => fault,
        };
        write!(f, ": {below}")
    }
}

impl<F: fmt::Debug> Error for CallError<F> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        // Each is part of the message above, so the chain goes on below it.
        match self {
            Self::Build(error) => error.source(),
            Self::Transport(error) => error.source(),
            Self::Http(error) => error.source(),
            Self::Decode(error) => error.source(),
            Self::Fault(_) => None,
        }
    }
}

impl<F> From<BuildError> for CallError<F> {
    fn from(error: BuildError) -> Self {
        Self::Build(error)
    }
}

impl<F> From<TransportError> for CallError<F> {
    fn from(error: TransportError) -> Self {
        Self::Transport(error)
    }
}

/// Why a request could not be made.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// The endpoint is not one that a request can go to.
    Endpoint(EndpointError),
    /// The `soapAction` holds something else than visible ASCII, or `"` or `\`.
    SoapAction {
        /// The operation.
        operation: &'static str,
    },
    /// The client sends addressing headers, and neither contract nor client has an action for the
    /// operation.
    NoAction {
        /// The operation.
        operation: &'static str,
    },
    /// The request cannot be written as XML.
    Write(WriteError),
    /// The operation is signed, and the client has no signer.
    NoSigner {
        /// The operation.
        operation: &'static str,
    },
    /// The signer failed.
    Sign(SignError),
    /// An interceptor gave the call up.
    Interceptor {
        /// The operation.
        operation: &'static str,
        /// Why it did.
        source: InterceptError,
    },
    /// The operation is signed, and the request has no place for the signature, such as a batch
    /// of no requests.
    NotSigned {
        /// The operation.
        operation: &'static str,
    },
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Endpoint(error) => write!(f, "endpoint: {error}"),
            Self::SoapAction { operation } => {
                write!(f, "the soapAction of {operation} is not visible ASCII without \" and \\")
            }
            Self::NoAction { operation } => {
                write!(
                    f,
                    "the contract has no action for {operation}; `Addressing::with_actions` gives one"
                )
            }
            Self::Write(error) => write!(f, "{error}"),
            Self::NoSigner { operation } => {
                write!(f, "{operation} is a signed operation, and the client has no signer")
            }
            Self::Sign(error) => write!(f, "{error}"),
            Self::Interceptor { operation, source } => {
                write!(f, "an interceptor refused a call of {operation}: {source}")
            }
            Self::NotSigned { operation } => {
                write!(f, "{operation} is a signed operation, and the request cannot carry one")
            }
        }
    }
}

impl Error for BuildError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Endpoint(error) => error.source(),
            Self::Write(error) => error.source(),
            Self::Sign(error) => error.source(),
            Self::Interceptor { source, .. } => source.source(),
            Self::SoapAction { .. }
            | Self::NoAction { .. }
            | Self::NoSigner { .. }
            | Self::NotSigned { .. } => None,
        }
    }
}

/// An HTTP answer that is not a SOAP message.
#[derive(Debug)]
pub struct HttpError {
    pub(super) status: StatusCode,
    pub(super) content_type: Option<String>,
    pub(super) snippet: String,
    pub(super) problem: &'static str,
    pub(super) retry_after: Option<Duration>,
    pub(super) source: Option<Box<dyn Error + Send + Sync>>,
}

impl HttpError {
    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The `Content-Type`, where there is one.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }

    /// After which time the server wants to be asked again, where it says so (`Retry-After`).
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// The beginning of the body, at most `Limits::error_snippet` bytes. The credentials of the
    /// request are replaced where the server repeats them.
    #[must_use]
    pub fn snippet(&self) -> &str {
        &self.snippet
    }
}

impl fmt::Display for HttpError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Escaped(f);
        write!(out, "HTTP status {}, ", self.status)?;
        match &self.content_type {
            Some(content_type) => write!(out, "{content_type}, ")?,
            None => out.write_str("no Content-Type, ")?,
        }
        out.write_str(self.problem)?;
        if !self.snippet.is_empty() {
            write!(out, ": {}", self.snippet)?;
        }
        Ok(())
    }
}

impl Error for HttpError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|error| error as _)
    }
}

/// A fault, with the detail that the operation declares where the server sent one.
///
/// It dereferences to the [`soap::Fault`] with code, reasons and the detail as XML.
#[derive(Debug)]
pub struct Fault<F>(Box<Inner<F>>);

#[derive(Debug)]
struct Inner<F> {
    fault: soap::Fault,
    /// The place of the first declared element in the detail and then the header, and what it is.
    detail: Option<(usize, Result<F, ReadError>)>,
}

impl<F: FaultDetail> Fault<F> {
    /// Reads the first element of the detail that is a declared one, or else the first header
    /// block.
    #[must_use]
    pub fn new(fault: soap::Fault, options: &ReadOptions) -> Self {
        let mut entries = fault.detail.iter().chain(&fault.headers).enumerate();
        let detail = entries.find_map(|(at, entry)| Some((at, F::read(entry, options)?)));
        Self(Box::new(Inner { fault, detail }))
    }
}

impl<F> Fault<F> {
    /// The declared fault that the server sent, if it sent one.
    #[must_use]
    pub fn detail(&self) -> Option<&F> {
        self.0.detail.as_ref()?.1.as_ref().ok()
    }

    /// The same, taken out.
    #[must_use]
    pub fn into_detail(self) -> Option<F> {
        self.0.detail?.1.ok()
    }

    /// Why the detail is not there although it has the name of a declared one.
    #[must_use]
    pub fn detail_error(&self) -> Option<&ReadError> {
        self.0.detail.as_ref()?.1.as_ref().err()
    }
}

impl<F> Deref for Fault<F> {
    type Target = soap::Fault;

    fn deref(&self) -> &soap::Fault {
        &self.0.fault
    }
}

impl<F> fmt::Display for Fault<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.fault, f)?;
        let Self(inner) = self;
        let at = inner.detail.as_ref().map_or(0, |(at, _)| *at);
        let fault = &inner.fault;
        if let Some(entry) = fault.detail.get(at) {
            write!(Escaped(f), "; detail {}", entry.name)?;
        } else if let (Some(_), Some(entry)) =
            (&inner.detail, at.checked_sub(fault.detail.len()).and_then(|at| fault.headers.get(at)))
        {
            write!(Escaped(f), "; header {}", entry.name)?;
        }
        match &inner.detail {
            Some((_, Err(error))) => write!(f, ", which cannot be read: {error}"),
            Some((_, Ok(_))) | None => Ok(()),
        }
    }
}
