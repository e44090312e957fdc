//! The asynchronous transport over `reqwest`. It needs a `tokio` runtime around it.
//!
//! The only file that names `reqwest` and `hyper`.

use std::error::Error;
use std::io;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use ::reqwest::redirect::Policy;
use ::reqwest::{Client, ClientBuilder, retry};
use bytes::Bytes;
use http::uri::{Authority, Scheme};

use super::streamed::Streamed;
use super::{
    Body, Chunks, RequestBody, Transport, TransportError, TransportErrorKind as Kind, https_error,
};
use crate::xml::Limits;

/// Sends requests by a `reqwest::Client`. Clones share its connections.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    client: Client,
    /// The time for one attempt, where it is known.
    attempt_timeout: Option<Duration>,
    /// Whether the client is known to have no TLS.
    plain_only: bool,
}

impl ReqwestTransport {
    /// A transport with the default time limits.
    ///
    /// # Errors
    /// When TLS cannot be set up on this machine.
    pub fn new() -> Result<Self, TransportError> {
        Self::with_limits(&Limits::default())
    }

    /// A transport with the time limits of `limits`.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn with_limits(limits: &Limits) -> Result<Self, TransportError> {
        Self::build(limits, Self::builder(limits).no_proxy())
    }

    /// A transport that goes through the proxies that the environment names (`HTTPS_PROXY`,
    /// `HTTP_PROXY`, `ALL_PROXY`, without `NO_PROXY`).
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn with_system_proxy(limits: &Limits) -> Result<Self, TransportError> {
        Self::build(limits, Self::builder(limits))
    }

    /// A transport over a client with settings of the caller's, such as a client certificate, trusted
    /// authorities or a proxy, and with the defaults of this transport in all that keeps a request
    /// from going elsewhere or taking for ever: no redirects, no `Referer`, no repetitions,
    /// HTTP/1.1, no decompression of its own, and the time limits of `limits`.
    ///
    /// As `reqwest` has it, the builder takes the system's proxies unless it is told `proxy(…)` or
    /// `no_proxy()`.
    ///
    /// ```
    /// use wsdl2rs_runtime::limits::Limits;
    /// use wsdl2rs_runtime::transport::ReqwestTransport;
    ///
    /// let builder = reqwest::Client::builder()
    ///     .proxy(reqwest::Proxy::https("http://proxy.example:3128")?.basic_auth("me", "password"));
    /// # #[cfg(all(feature = "rustls", not(feature = "native-tls")))]
    /// # let builder = {
    /// # let pem = concat!(
    /// #     include_str!("../../tests/tls/client.pem"),
    /// #     include_str!("../../tests/tls/client.key")
    /// # );
    /// // The certificate of this client, and its key, in one PEM text.
    /// let builder = builder.identity(reqwest::Identity::from_pem(pem.as_bytes())?);
    /// # builder };
    /// let transport = ReqwestTransport::from_builder(builder, &Limits::default())?;
    /// # let _ = transport;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// When the settings of the caller contradict each other, or TLS cannot be set up.
    pub fn from_builder(builder: ClientBuilder, limits: &Limits) -> Result<Self, TransportError> {
        Self::build(limits, Self::with_defaults(builder, limits))
    }

    /// A builder with the defaults of this transport; the client that it makes is for
    /// [`from_client`](Self::from_client). It takes the system's proxies unless it is told
    /// `no_proxy()`.
    pub fn builder(limits: &Limits) -> ClientBuilder {
        Self::with_defaults(Client::builder(), limits)
    }

    fn with_defaults(builder: ClientBuilder, limits: &Limits) -> ClientBuilder {
        builder
            .redirect(Policy::none())
            .referer(false)
            .retry(retry::never())
            .http1_only()
            .no_gzip()
            .no_brotli()
            .no_zstd()
            .no_deflate()
            .connect_timeout(limits.connect_timeout)
            .timeout(limits.attempt_timeout)
    }

    /// A transport over the caller's own client, whose settings hold: of the defaults of this
    /// transport it has only what the caller gave it, so that the time for a call ends no attempt
    /// early. Redirects above all should be off, for
    /// `reqwest` sends the body, credentials and all, to wherever a 307 or 308 points.
    #[must_use]
    pub fn from_client(client: Client) -> Self {
        Self { client, attempt_timeout: None, plain_only: false }
    }

    fn build(limits: &Limits, builder: ClientBuilder) -> Result<Self, TransportError> {
        let plain_only = !cfg!(any(feature = "rustls", feature = "native-tls"));
        let client = builder.build().map_err(|error| transport_error(None, error))?;
        Ok(Self { client, attempt_timeout: Some(limits.attempt_timeout), plain_only })
    }
}

impl Transport for ReqwestTransport {
    async fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<Body>, TransportError> {
        self.run(request).await
    }

    async fn send_pieces(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<http::Response<Body>, TransportError> {
        let failed = Arc::new(OnceLock::new());
        let watch = Arc::clone(&failed);
        let request = request.map(|body| ::reqwest::Body::wrap(Streamed::new(&body, watch)));
        let outcome = self.run(request).await;
        match failed.get() {
            // What the library makes of it does not say that it was the source.
            Some(text) => Err(TransportError::new(Kind::Source, String::as_str(text))),
            None => outcome,
        }
    }

    async fn sleep(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }
}

impl ReqwestTransport {
    async fn run<B: Into<::reqwest::Body>>(
        &self,
        request: http::Request<B>,
    ) -> Result<http::Response<Body>, TransportError> {
        if self.plain_only && request.uri().scheme() == Some(&Scheme::HTTPS) {
            return Err(https_error());
        }
        let authority = request.uri().authority().cloned();
        let failed = |error| transport_error(authority.as_ref(), error);
        let time = super::time_for(request.extensions(), self.attempt_timeout);
        let mut request =
            ::reqwest::Request::try_from(request).map_err(|error| failed(error).not_sent())?;
        if time.is_some() {
            *request.timeout_mut() = time;
        }
        let mut incoming = self.client.execute(request).await.map_err(failed)?;
        let mut response = http::Response::new(());
        *response.status_mut() = incoming.status();
        *response.version_mut() = incoming.version();
        *response.headers_mut() = std::mem::take(incoming.headers_mut());
        Ok(response.map(|()| Body::from_chunks(Incoming(incoming))))
    }
}

struct Incoming(::reqwest::Response);

impl Chunks for Incoming {
    async fn next_chunk(&mut self) -> Result<Option<Bytes>, TransportError> {
        self.0.chunk().await.map_err(|error| transport_error(None, error))
    }
}

#[cold]
fn transport_error(authority: Option<&Authority>, error: ::reqwest::Error) -> TransportError {
    // The URL may hold secrets in its query.
    let error = error.without_url();
    let kind = kind(&error);
    let mapped = TransportError::below(kind, authority, &error);
    // Connecting comes before anything is sent; so does building.
    let not_sent = error.is_connect() || error.is_builder();
    let mapped = if not_sent { mapped.not_sent() } else { mapped };
    mapped.because(error)
}

fn kind(error: &::reqwest::Error) -> Kind {
    if error.is_timeout() {
        return Kind::Timeout;
    }
    if error.is_builder() {
        return Kind::Unsupported;
    }
    let mut below = error.source();
    let mut found = if error.is_connect() { Kind::Connect } else { Kind::Other };
    while let Some(error) = below {
        if found == Kind::Connect {
            // The TLS libraries' own types are not in reach; the kind is for people only.
            let text = error.to_string().to_ascii_lowercase();
            if ["certificate", "tls", "ssl", "handshake"].iter().any(|word| text.contains(word)) {
                return Kind::Tls;
            }
        } else if let Some(error) = error.downcast_ref::<hyper::Error>() {
            found = hyper_kind(error, found);
        } else if let Some(error) = error.downcast_ref::<io::Error>() {
            let otherwise = if is_chunk(error) { Kind::Protocol } else { found };
            found = super::io_kind(error.kind()).unwrap_or(otherwise);
        }
        below = error.source();
    }
    found
}

/// Whether chunks of a body are not as HTTP has them: hyper has no kind for it.
fn is_chunk(error: &io::Error) -> bool {
    let text = error.to_string().to_ascii_lowercase();
    ["chunk", "trailer"].iter().any(|word| text.contains(word))
}

fn hyper_kind(error: &hyper::Error, otherwise: Kind) -> Kind {
    if error.is_parse() {
        Kind::Protocol
    } else if error.is_canceled() {
        Kind::Canceled
    } else if error.is_incomplete_message() || error.is_closed() {
        Kind::Reset
    } else {
        otherwise
    }
}
