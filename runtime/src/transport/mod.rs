//! One request out, one answer in: the seam between a client and the network.
//!
//! A transport moves bytes and knows nothing of SOAP. The defaults of the ones given here: no
//! redirects, no cookies, no system proxy, HTTP/1.1, limits on time and on every answer.
//!
//! Another transport is one function, here over any HTTP exchange that a closure makes:
//!
//! ```
//! use bytes::Bytes;
//! use http::{Request, Response};
//! use wsdl2rs_runtime::transport::{Body, Transport, TransportError};
//!
//! struct Through<F>(F);
//!
//! impl<F> Transport for Through<F>
//! where
//!     F: Fn(Request<Bytes>) -> Result<Response<Bytes>, TransportError> + Send + Sync,
//! {
//!     async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
//!         Ok((self.0)(request)?.map(Body::from))
//!     }
//! }
//!
//! # let runtime = tokio::runtime::Builder::new_current_thread().build()?;
//! # runtime.block_on(async {
//! let echo = Through(|request: Request<Bytes>| Ok(Response::new(request.into_body())));
//! let answer = echo.send(Request::new(Bytes::from("<ping/>"))).await?;
//! let (head, body) = answer.into_parts();
//! assert_eq!(body.collect(&head.headers, &Default::default()).await?, b"<ping/>");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod body;
mod collect;
mod error;
#[cfg(feature = "test-util")]
pub mod mock;
#[cfg(feature = "test-util")]
pub mod recorded;
mod request;
#[cfg(feature = "reqwest")]
mod reqwest;
mod sleep;
mod source;
#[cfg(feature = "reqwest")]
mod streamed;
#[cfg(feature = "blocking")]
mod ureq;

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

pub use body::{BlockingBody, BlockingChunks, Body, Chunks};
pub use error::{TransportError, TransportErrorKind};
pub use request::{Piece, RequestBody, RequestReader};
pub use source::{File, Once, Source};

#[cfg(feature = "reqwest")]
pub use self::reqwest::ReqwestTransport;
#[cfg(feature = "blocking")]
pub use self::ureq::UreqTransport;

pub(crate) use collect::Collector;

/// What is left of the time for a call ([`Limits::total_timeout`](crate::xml::Limits)), among the
/// extensions of each request that a client makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeLeft(pub Duration);

/// The time for this attempt where the caller has set it (`Settings::timeout`,
/// `Settings::attempt_timeout`), among the extensions of a request. It takes the place of the
/// transport's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AttemptTimeout(pub Duration);

/// The time after which the attempt to send a request is given up; `own` is the transport's.
#[cfg(any(feature = "reqwest", feature = "blocking", feature = "test-util"))]
fn time_for(extensions: &http::Extensions, own: Option<Duration>) -> Option<Duration> {
    let set = extensions.get().map(|AttemptTimeout(time)| *time);
    let time = set.or(own)?;
    Some(extensions.get().map_or(time, |TimeLeft(left)| time.min(*left)))
}

/// Sends requests, asynchronously.
///
/// An implementation sends each request at most once, follows no redirect, answers with whatever
/// status the server gave (an HTTP error status is an answer, not an error), and gives up after
/// [`TimeLeft`], or after [`AttemptTimeout`] where that is shorter.
pub trait Transport: Send + Sync {
    /// Sends one request and waits for the head of its answer.
    ///
    /// # Errors
    /// When there is no answer.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Body>, TransportError>> + Send;

    /// Sends one request whose body is in several pieces: a message with large parts.
    ///
    /// By default the pieces are put into one buffer, and sources are read on the calling thread;
    /// a transport that can do better does.
    ///
    /// # Errors
    /// When there is no answer, or a source fails.
    fn send_pieces(
        &self,
        request: http::Request<RequestBody>,
    ) -> impl Future<Output = Result<http::Response<Body>, TransportError>> + Send {
        async { self.send(joined(request)?).await }
    }

    /// Waits, between two attempts of a call. By default a thread does it, so that no runtime is
    /// needed; a transport that has a timer uses that.
    fn sleep(&self, time: Duration) -> impl Future<Output = ()> + Send {
        sleep::Sleep::new(time)
    }
}

/// Sends requests on the calling thread. The rules are those of [`Transport`].
pub trait BlockingTransport: Send + Sync {
    /// Sends one request and waits for the head of its answer.
    ///
    /// # Errors
    /// When there is no answer.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<BlockingBody>, TransportError>;

    /// Sends one request whose body is in several pieces. By default they are put into one buffer.
    ///
    /// # Errors
    /// When there is no answer, or a source fails.
    fn send_pieces(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<http::Response<BlockingBody>, TransportError> {
        self.send(joined(request)?)
    }

    /// Waits, between two attempts of a call.
    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

/// The request with its body in one buffer.
fn joined(request: http::Request<RequestBody>) -> Result<http::Request<Bytes>, TransportError> {
    let (head, body) = request.into_parts();
    let octets = body.to_bytes().map_err(|error| {
        let kind = TransportErrorKind::Source;
        TransportError::new(kind, error.to_string()).because(error).not_sent()
    })?;
    Ok(http::Request::from_parts(head, octets))
}

impl<T: Transport> Transport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Body>, TransportError>> + Send {
        T::send(self, request)
    }

    fn send_pieces(
        &self,
        request: http::Request<RequestBody>,
    ) -> impl Future<Output = Result<http::Response<Body>, TransportError>> + Send {
        T::send_pieces(self, request)
    }

    fn sleep(&self, time: Duration) -> impl Future<Output = ()> + Send {
        T::sleep(self, time)
    }
}

impl<T: BlockingTransport> BlockingTransport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<BlockingBody>, TransportError> {
        T::send(self, request)
    }

    fn send_pieces(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<http::Response<BlockingBody>, TransportError> {
        T::send_pieces(self, request)
    }

    fn sleep(&self, time: Duration) {
        T::sleep(self, time);
    }
}

/// That a transport without TLS is asked for `https`.
#[cfg(any(feature = "reqwest", feature = "blocking"))]
#[cold]
fn https_error() -> TransportError {
    TransportError::new(
        TransportErrorKind::Unsupported,
        "https needs the feature `rustls` or `native-tls` of wsdl2rs-runtime",
    )
    .not_sent()
}

/// What an error of the operating system says of an exchange; only that a connection was refused
/// says that there never was one.
#[cfg(any(feature = "reqwest", feature = "blocking"))]
fn io_kind(kind: std::io::ErrorKind) -> Option<TransportErrorKind> {
    use std::io::ErrorKind;
    #[expect(clippy::wildcard_enum_match_arm, reason = "the enum is open")]
    match kind {
        ErrorKind::ConnectionRefused => Some(TransportErrorKind::Connect),
        ErrorKind::TimedOut | ErrorKind::WouldBlock => Some(TransportErrorKind::Timeout),
        ErrorKind::UnexpectedEof => Some(TransportErrorKind::Truncated),
        ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::BrokenPipe
        | ErrorKind::NotConnected => Some(TransportErrorKind::Reset),
        _ => None,
    }
}
