//! Records what goes through a transport, without the secrets in it.

use std::future::Future;
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH, TRANSFER_ENCODING};
use http::{HeaderMap, HeaderValue, Request, Response, Uri, response};

use super::Exchange;
use crate::security::Redaction;
use crate::transport::{BlockingBody, BlockingTransport, Body, Transport, TransportError};
use crate::xml::Limits;

/// Hands requests to another transport and keeps what went to and fro, secrets replaced by `***`.
///
/// A request that gets no answer is not kept.
#[derive(Debug)]
pub struct Recorder<T> {
    transport: T,
    redaction: Redaction,
    exchanges: Mutex<Vec<Exchange>>,
}

impl<T> Recorder<T> {
    /// Records what goes through `transport`, without what `redaction` takes out.
    #[must_use]
    pub fn new(transport: T, redaction: Redaction) -> Self {
        Self { transport, redaction, exchanges: Mutex::new(Vec::new()) }
    }

    /// What was recorded so far.
    #[must_use]
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.exchanges.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Writes what was recorded so far, as [`Exchange::write_dir`] does.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn write_to_dir(&self, directory: impl AsRef<Path>) -> io::Result<()> {
        Exchange::write_dir(&self.exchanges(), directory)
    }

    fn keep(&self, request: Request<Bytes>, head: &response::Parts, body: &[u8]) {
        let mut kept = Response::new(self.body(body));
        *kept.status_mut() = head.status;
        *kept.headers_mut() = self.headers(&head.headers);
        let exchange = Exchange { request, response: kept };
        self.exchanges.lock().unwrap_or_else(PoisonError::into_inner).push(exchange);
    }

    /// The request as it is kept.
    fn request(&self, request: &Request<Bytes>) -> Request<Bytes> {
        let mut kept = Request::new(self.body(request.body()));
        *kept.method_mut() = request.method().clone();
        *kept.uri_mut() = without_query(request.uri());
        *kept.headers_mut() = self.headers(request.headers());
        kept
    }

    fn body(&self, body: &[u8]) -> Bytes {
        if body.is_empty() { Bytes::new() } else { Bytes::from(self.redaction.body(body)) }
    }

    /// The headers as they are kept: without those that say how the body was carried.
    fn headers(&self, headers: &HeaderMap) -> HeaderMap {
        let mut kept = HeaderMap::new();
        for (name, value) in headers {
            if [CONTENT_ENCODING, CONTENT_LENGTH, TRANSFER_ENCODING].contains(name) {
                continue;
            }
            if let Ok(value) = HeaderValue::from_str(&self.redaction.header(name, value)) {
                kept.append(name, value);
            }
        }
        kept
    }
}

/// The URL without its query, which may be secret.
fn without_query(uri: &Uri) -> Uri {
    let text = uri.to_string();
    let end = text.find('?').unwrap_or(text.len());
    text[..end].parse().unwrap_or_default()
}

/// The answer as the client sees it, once its body has been read.
fn answer<B: From<Bytes>>(mut head: response::Parts, body: Vec<u8>) -> Response<B> {
    for name in [CONTENT_ENCODING, CONTENT_LENGTH, TRANSFER_ENCODING] {
        head.headers.remove(name);
    }
    Response::from_parts(head, B::from(Bytes::from(body)))
}

impl<T: Transport> Transport for Recorder<T> {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let kept = self.request(&request);
        let (head, body) = self.transport.send(request).await?.into_parts();
        let body = body.collect(&head.headers, &Limits::default()).await?;
        self.keep(kept, &head, &body);
        Ok(answer(head, body))
    }

    fn sleep(&self, time: Duration) -> impl Future<Output = ()> + Send {
        self.transport.sleep(time)
    }
}

impl<T: BlockingTransport> BlockingTransport for Recorder<T> {
    fn send(&self, request: Request<Bytes>) -> Result<Response<BlockingBody>, TransportError> {
        let kept = self.request(&request);
        let (head, body) = self.transport.send(request)?.into_parts();
        let body = body.collect(&head.headers, &Limits::default())?;
        self.keep(kept, &head, &body);
        Ok(answer(head, body))
    }

    fn sleep(&self, time: Duration) {
        self.transport.sleep(time);
    }
}
