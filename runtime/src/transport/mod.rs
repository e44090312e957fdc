//! One request out, one answer in: the seam between a client and the network.
//!
//! A transport moves bytes and knows nothing of SOAP. The defaults of the ones given here: no
//! redirects, no cookies, no system proxy, HTTP/1.1, limits on time and on every answer.

mod body;
mod collect;
mod error;

use std::future::Future;
use std::sync::Arc;

use bytes::Bytes;

pub use body::{BlockingBody, BlockingChunks, Body, Chunks};
pub use error::{TransportError, TransportErrorKind};

pub(crate) use collect::Collector;

/// Sends requests, asynchronously.
///
/// An implementation sends each request at most once, follows no redirect, and answers with
/// whatever status the server gave: an HTTP error status is an answer, not an error.
pub trait Transport: Send + Sync {
    /// Sends one request and waits for the head of its answer.
    ///
    /// # Errors
    /// When there is no answer.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Body>, TransportError>> + Send;
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
}

impl<T: Transport> Transport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> impl Future<Output = Result<http::Response<Body>, TransportError>> + Send {
        T::send(self, request)
    }
}

impl<T: BlockingTransport> BlockingTransport for Arc<T> {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<BlockingBody>, TransportError> {
        T::send(self, request)
    }
}
