//! The blocking transport over `ureq`. The only file that names it.

use std::io::{self, Read as _};
use std::sync::{Arc, OnceLock};

use ::ureq::config::{Config, ConfigBuilder};
use ::ureq::typestate::AgentScope;
use ::ureq::{Agent, AsSendBody, Error, SendBody, Timeout};
use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::uri::{Authority, Scheme};

use super::{
    BlockingBody, BlockingChunks, BlockingTransport, RequestBody, RequestReader, TimeLeft,
    TransportError, TransportErrorKind as Kind, https_error,
};
use crate::xml::Limits;

/// Bytes that are read at a time.
const CHUNK: usize = 16 * 1024;

/// Sends requests by a `ureq::Agent`. Clones share its connections.
#[derive(Clone, Debug)]
pub struct UreqTransport {
    agent: Agent,
    /// Whether the agent is known to have no TLS.
    plain_only: bool,
}

impl UreqTransport {
    /// A transport with the default time limits.
    #[must_use]
    pub fn new() -> Self {
        Self::with_limits(&Limits::default())
    }

    /// A transport with the time limits of `limits`.
    #[must_use]
    pub fn with_limits(limits: &Limits) -> Self {
        Self::build(Self::builder(limits).proxy(None))
    }

    /// A transport that goes through the proxies that the environment names (`ALL_PROXY`,
    /// `HTTPS_PROXY`, `HTTP_PROXY`, without `NO_PROXY`).
    #[must_use]
    pub fn with_system_proxy(limits: &Limits) -> Self {
        Self::build(Self::builder(limits))
    }

    /// A transport over an agent with settings of the caller's, such as a client certificate, trusted
    /// authorities or a proxy, and with the defaults of this transport in all that keeps a request
    /// from going elsewhere or taking for ever: no redirects, answers whatever their status, no
    /// headers of its own, and the time limits of `limits`.
    ///
    /// Best begun by [`builder`](Self::builder), which has set up TLS already. As `ureq` has it, the
    /// builder takes the system's proxies unless it is told `proxy(…)`.
    ///
    /// ```
    /// use wsdl2rs_runtime::limits::Limits;
    /// use wsdl2rs_runtime::transport::UreqTransport;
    ///
    /// let limits = Limits::default();
    /// let builder = UreqTransport::builder(&limits)
    ///     .proxy(Some(ureq::Proxy::new("http://me:password@proxy.example:3128")?));
    /// # #[cfg(feature = "rustls")]
    /// # let builder = {
    /// # let certificate = include_bytes!("../../tests/tls/client.pem");
    /// # let key = include_bytes!("../../tests/tls/client.key");
    /// use ureq::tls::{Certificate, ClientCert, PrivateKey, RootCerts, TlsConfig};
    ///
    /// // The certificate of this client, and its key, as PEM texts.
    /// let identity = ClientCert::new_with_certs(
    ///     &[Certificate::from_pem(certificate)?],
    ///     PrivateKey::from_pem(key)?,
    /// );
    /// let tls = TlsConfig::builder()
    ///     .root_certs(RootCerts::PlatformVerifier)
    ///     .client_cert(Some(identity));
    /// let builder = builder.tls_config(tls.build());
    /// # builder };
    /// let transport = UreqTransport::from_builder(builder, &limits);
    /// # let _ = transport;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn from_builder(builder: ConfigBuilder<AgentScope>, limits: &Limits) -> Self {
        Self::build(with_defaults(builder, limits))
    }

    /// A builder with the defaults of this transport; the agent that it makes is for
    /// [`from_agent`](Self::from_agent). It takes the system's proxies unless it is told
    /// `proxy(None)`.
    #[must_use]
    pub fn builder(limits: &Limits) -> ConfigBuilder<AgentScope> {
        with_tls(with_defaults(Agent::config_builder(), limits))
    }

    /// A transport over the caller's own agent, whose settings hold: of the defaults of this
    /// transport it has only what the caller gave it. `http_status_as_error` must be off, or
    /// faults with an error status are lost.
    #[must_use]
    pub fn from_agent(agent: Agent) -> Self {
        Self { agent, plain_only: false }
    }

    fn build(builder: ConfigBuilder<AgentScope>) -> Self {
        let plain_only = !cfg!(any(feature = "rustls", feature = "native-tls"));
        let config: Config = builder.build();
        Self { agent: config.new_agent(), plain_only }
    }
}

fn with_defaults(builder: ConfigBuilder<AgentScope>, limits: &Limits) -> ConfigBuilder<AgentScope> {
    builder
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .accept_encoding("")
        .accept("")
        .user_agent("")
        .timeout_connect(Some(limits.connect_timeout))
        .timeout_global(Some(limits.attempt_timeout))
}

impl Default for UreqTransport {
    fn default() -> Self {
        Self::new()
    }
}

/// The certificates that this machine trusts, by the TLS library that is enabled; by rustls where
/// both are.
#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn with_tls(builder: ConfigBuilder<AgentScope>) -> ConfigBuilder<AgentScope> {
    use ::ureq::tls::{RootCerts, TlsConfig, TlsProvider};
    let provider =
        if cfg!(feature = "rustls") { TlsProvider::Rustls } else { TlsProvider::NativeTls };
    let config = TlsConfig::builder().provider(provider).root_certs(RootCerts::PlatformVerifier);
    builder.tls_config(config.build())
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
fn with_tls(builder: ConfigBuilder<AgentScope>) -> ConfigBuilder<AgentScope> {
    builder
}

impl BlockingTransport for UreqTransport {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> Result<http::Response<BlockingBody>, TransportError> {
        let (head, body) = request.into_parts();
        self.run(http::Request::from_parts(head, &body[..]))
    }

    fn send_pieces(
        &self,
        request: http::Request<RequestBody>,
    ) -> Result<http::Response<BlockingBody>, TransportError> {
        let (mut head, body) = request.into_parts();
        if let Some(length) = body.length() {
            head.headers.insert(CONTENT_LENGTH, length.into());
        }
        let failed = Arc::new(OnceLock::new());
        let reader = Watched { reader: body.reader(), failed: Arc::clone(&failed) };
        let body = SendBody::from_owned_reader(reader);
        let outcome = self.run(http::Request::from_parts(head, body));
        match failed.get() {
            // What the library makes of it does not say that it was the source.
            Some(text) => Err(TransportError::new(Kind::Source, text.as_str())),
            None => outcome,
        }
    }
}

impl UreqTransport {
    fn run<B: AsSendBody>(
        &self,
        mut request: http::Request<B>,
    ) -> Result<http::Response<BlockingBody>, TransportError> {
        if self.plain_only && request.uri().scheme() == Some(&Scheme::HTTPS) {
            return Err(https_error());
        }
        let own = self.agent.config().timeouts().global;
        let left = request.extensions().get().map(|TimeLeft(left)| *left);
        let time = super::time_for(request.extensions(), own).or(left);
        if time.is_some() {
            request = self.agent.configure_request(request).timeout_global(time).build();
        }
        let authority = request.uri().authority().cloned();
        let failed = |error| transport_error(authority.as_ref(), error);
        let response = self.agent.run(request).map_err(failed)?;
        Ok(response.map(|body| {
            let buffer = vec![0; CHUNK].into_boxed_slice();
            BlockingBody::from_chunks(Incoming { reader: body.into_reader(), buffer })
        }))
    }
}

/// A body that is sent, and the text of its error if it fails.
struct Watched {
    reader: RequestReader,
    failed: Arc<OnceLock<String>>,
}

impl io::Read for Watched {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.reader.read(buffer).inspect_err(|error| {
            let _ = self.failed.set(error.to_string());
        })
    }
}

struct Incoming {
    reader: ::ureq::BodyReader<'static>,
    buffer: Box<[u8]>,
}

impl BlockingChunks for Incoming {
    fn next_chunk(&mut self) -> Result<Option<Bytes>, TransportError> {
        loop {
            return match self.reader.read(&mut self.buffer) {
                Ok(0) => Ok(None),
                Ok(length) => Ok(Some(Bytes::copy_from_slice(&self.buffer[..length]))),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => Err(transport_error(None, Error::from(error))),
            };
        }
    }
}

#[cold]
fn transport_error(authority: Option<&Authority>, error: Error) -> TransportError {
    let (kind, sent) = kind(&error);
    // This one repeats the URL, which may have secrets.
    let mapped = if let Error::BadUri(_) = error {
        TransportError::new(kind, "the URL")
    } else {
        TransportError::below(kind, authority, &error).because(error)
    };
    if sent { mapped } else { mapped.not_sent() }
}

/// The kind of an error, and whether the request may have been sent when it came.
#[allow(clippy::wildcard_enum_match_arm, reason = "the enum is open")]
fn kind(error: &Error) -> (Kind, bool) {
    match error {
        Error::Timeout(Timeout::Resolve | Timeout::Connect) => (Kind::Timeout, false),
        Error::Timeout(_) => (Kind::Timeout, true),
        Error::HostNotFound | Error::ConnectionFailed | Error::ConnectProxyFailed(_) => {
            (Kind::Connect, false)
        }
        Error::TlsRequired | Error::Tls(_) => (Kind::Tls, false),
        #[cfg(feature = "rustls")]
        Error::Rustls(_) => (Kind::Tls, false),
        #[cfg(feature = "native-tls")]
        Error::NativeTls(_) => (Kind::Tls, false),
        Error::Http(_) | Error::BadUri(_) | Error::InvalidProxyUrl => (Kind::Unsupported, false),
        Error::Protocol(_) | Error::LargeResponseHeader(..) => (Kind::Protocol, true),
        Error::Io(error) if is_lookup(error) => (Kind::Connect, false),
        Error::Io(error) => match super::io_kind(error.kind()) {
            Some(Kind::Connect) => (Kind::Connect, false),
            Some(kind) => (kind, true),
            // What rustls refuses. A certificate it refuses before anything is sent; the rest may
            // come later.
            None if error.kind() == io::ErrorKind::InvalidData => {
                (Kind::Tls, !error.to_string().starts_with("invalid peer certificate"))
            }
            None => (Kind::Other, true),
        },
        _ => (Kind::Other, true),
    }
}

/// Whether a name could not be resolved: the standard library has no kind for it.
fn is_lookup(error: &io::Error) -> bool {
    /// `WSAHOST_NOT_FOUND` of Windows.
    const HOST_NOT_FOUND: Option<i32> = Some(11_001);
    (cfg!(windows) && error.raw_os_error() == HOST_NOT_FOUND)
        || error.to_string().starts_with("failed to lookup address information")
}
