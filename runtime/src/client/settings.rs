//! What a client does with each call, whichever transport it has.

use std::fmt;
use std::io;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::endpoint::Endpoint;
use super::extensions::Extensions;
use super::trace::Trace;
use crate::QName;
use crate::secret::Secret;
use crate::security::{Redaction, SignMessage};
use crate::xml::{Limits, ReadOptions};

/// The settings of a client.
///
/// `Debug` shows the endpoint without its query, the names of headers, and no credentials.
#[derive(Clone)]
pub struct Settings {
    pub(super) endpoint: Endpoint,
    pub(super) options: ReadOptions,
    pub(super) signer: Option<Arc<dyn SignMessage>>,
    pub(super) trace: Option<Trace>,
    pub(super) attempts: u32,
    pub(super) headers: HeaderMap,
    pub(super) allow_plain_http: bool,
    pub(super) understood: Vec<QName>,
    pub(super) extensions: Extensions,
}

impl Settings {
    /// The defaults for an endpoint, an `http` or `https` URL. It is checked at the first call.
    #[must_use]
    pub fn new(endpoint: &str) -> Self {
        Self {
            endpoint: Endpoint::new(endpoint),
            options: ReadOptions::default(),
            signer: None,
            trace: None,
            attempts: 1,
            headers: HeaderMap::new(),
            allow_plain_http: false,
            understood: Vec::new(),
            extensions: Extensions::default(),
        }
    }

    /// Sends to another endpoint.
    #[must_use]
    pub fn endpoint(mut self, endpoint: &str) -> Self {
        self.endpoint = Endpoint::new(endpoint);
        self
    }

    /// Reads answers in this way: tolerant or strict, and within which limits. The limits hold for
    /// the HTTP body as well; the time limits for one attempt are the transport's.
    #[must_use]
    pub fn read_options(mut self, options: ReadOptions) -> Self {
        self.options = options;
        self
    }

    /// Signs the operations that are to be signed, each attempt anew.
    #[must_use]
    pub fn signer(mut self, signer: impl SignMessage + 'static) -> Self {
        self.signer = Some(Arc::new(signer));
        self
    }

    /// Makes up to so many attempts, one by default.
    ///
    /// Another attempt follows only on a failure of the transport, and only where the request
    /// certainly was not sent, or where the operation is idempotent. It follows at once, and not
    /// after `Limits::total_timeout`.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// Hands requests and answers as they are sent and received to `sink`, for people to read.
    ///
    /// Calls are numbered across all copies of the client, and attempts within a call.
    /// Credentials and the contents of SOAP headers are replaced by `***`; of a body, the first
    /// 64 KiB are shown.
    #[must_use]
    pub fn trace(mut self, sink: impl FnMut(&str) + Send + 'static) -> Self {
        self.trace = Some(Trace::new(Box::new(sink)));
        self
    }

    /// Writes requests and answers as they are sent and received to `output`, as
    /// [`trace`](Self::trace) does. That it fails has no effect on the call.
    #[must_use]
    pub fn trace_to(self, mut output: impl io::Write + Send + 'static) -> Self {
        self.trace(move |text| {
            let _ = output.write_all(text.as_bytes()).and_then(|()| output.flush());
        })
    }

    /// Sends this HTTP header with every request. `Content-Type` and `SOAPAction` are the
    /// binding's and cannot be set.
    ///
    /// `Authorization`, `Proxy-Authorization`, `Cookie` and values marked as sensitive make the
    /// client one that holds credentials.
    #[must_use]
    pub fn header(mut self, name: HeaderName, mut value: HeaderValue) -> Self {
        if [AUTHORIZATION, PROXY_AUTHORIZATION, COOKIE].contains(&name) {
            value.set_sensitive(true);
        }
        self.headers.insert(name, value);
        self
    }

    /// Sends user name and password with every request (RFC 7617).
    #[must_use]
    pub fn basic_auth(self, user: &str, password: &Secret) -> Self {
        let pair = Secret::new(format!("{user}:{}", password.expose()));
        let text = Secret::new(format!("Basic {}", STANDARD.encode(pair.expose())));
        let value = HeaderValue::from_str(text.expose()).expect("base64 is visible ASCII");
        self.header(AUTHORIZATION, value)
    }

    /// Lets a client that holds credentials send them over `http` to other machines than this
    /// one. Whoever is on the way can read and use them.
    #[must_use]
    pub fn allow_plain_http(mut self) -> Self {
        self.allow_plain_http = true;
        self
    }

    /// Takes an answer with this header although it says that it must be understood: the caller
    /// knows what it means.
    #[must_use]
    pub fn understand(mut self, header: QName) -> Self {
        self.understood.push(header);
        self
    }

    pub(crate) fn limits(&self) -> &Limits {
        self.options.limits()
    }

    /// Whether requests carry what must not be seen on the way.
    pub(super) fn holds_credentials(&self) -> bool {
        self.signer.is_some()
            || self.extensions.holds_credentials()
            || self.headers.values().any(HeaderValue::is_sensitive)
    }

    pub(super) fn redaction(&self) -> Redaction {
        let elements = self.signer.as_ref().map_or(&[][..], |signer| signer.secret_elements());
        elements.iter().fold(Redaction::default(), |redaction, name| redaction.element(*name))
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings")
            .field("endpoint", &self.endpoint)
            .field("options", &self.options)
            .field("signed", &self.signer.is_some())
            .field("trace", &self.trace.is_some())
            .field("attempts", &self.attempts)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("allow_plain_http", &self.allow_plain_http)
            .field("understood", &self.understood)
            .field("extensions", &self.extensions)
            .finish()
    }
}
