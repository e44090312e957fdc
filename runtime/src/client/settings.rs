//! What a client does with each call, whichever transport it has.

use std::fmt;
use std::io;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, COOKIE, PROXY_AUTHORIZATION};
use http::{HeaderMap, HeaderName, HeaderValue};

use super::Mtom;
use super::endpoint::Endpoint;
use super::extensions::Extensions;
use super::intercept::Interceptor;
use super::pace::Pace;
use super::state::HttpState;
use super::trace::Trace;
use crate::mime::Parts;
use crate::secret::Secret;
use crate::security::{Redaction, SignMessage};
use crate::soap::{HeaderBlock, KeptBlock};
use crate::xml::{Limits, RawXml, ReadOptions};
use crate::{Element, QName};

/// The settings of a client.
///
/// `Debug` shows the endpoint without its query, the names of headers, and no credentials.
#[derive(Clone)]
pub struct Settings {
    pub(super) endpoint: Endpoint,
    pub(super) options: ReadOptions,
    pub(super) signer: Option<Arc<dyn SignMessage>>,
    pub(super) trace: Option<Trace>,
    pub(super) pace: Pace,
    pub(super) headers: HeaderMap,
    pub(super) allow_plain_http: bool,
    pub(super) understood: Vec<QName>,
    pub(super) on_parts: Option<OnParts>,
    pub(super) mtom: Option<Mtom>,
    pub(super) soap_headers: Vec<KeptBlock>,
    pub(super) interceptors: Vec<Arc<dyn Interceptor>>,
    pub(super) state: HttpState,
    pub(super) extensions: Extensions,
}

/// Who hears of the parts of answers.
type OnParts = Arc<dyn Fn(&Parts) + Send + Sync>;

impl Settings {
    /// The defaults for an endpoint, an `http` or `https` URL. It is checked at the first call.
    #[must_use]
    pub fn new(endpoint: &str) -> Self {
        Self {
            endpoint: Endpoint::new(endpoint),
            options: ReadOptions::default(),
            signer: None,
            trace: None,
            pace: Pace::default(),
            headers: HeaderMap::new(),
            allow_plain_http: false,
            understood: Vec::new(),
            on_parts: None,
            mtom: None,
            soap_headers: Vec::new(),
            interceptors: Vec::new(),
            state: HttpState::default(),
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

    /// Sends this header block with every request, be it declared or not, after those that the
    /// client sends by itself (SOAP 1.1, section 4.2; SOAP 1.2, section 5.2).
    #[must_use]
    pub fn soap_header<E: Element>(mut self, block: impl Into<HeaderBlock<E::Value>>) -> Self
    where
        E::Value: Send + Sync + 'static,
    {
        self.soap_headers.push(KeptBlock::new::<E>(block.into()));
        self
    }

    /// Sends this element as a header block with every request, as it is.
    #[must_use]
    pub fn soap_header_xml(mut self, block: RawXml) -> Self {
        self.soap_headers.push(KeptBlock::of_xml(block));
        self
    }

    /// Takes an answer with this header although it says that it must be understood: the caller
    /// knows what it means.
    #[must_use]
    pub fn understand(mut self, header: QName) -> Self {
        self.understood.push(header);
        self
    }

    /// Hands the parts of an answer beside its envelope to `observer`, before the envelope is read:
    /// those that elements stand for (MTOM), and attachments that they name or that nothing names
    /// (SOAP Messages with Attachments). Not called for an answer that is an envelope alone.
    ///
    /// ```
    /// # use std::sync::{Arc, Mutex};
    /// # use wsdl2rs_runtime::client::Settings;
    /// # use wsdl2rs_runtime::mime::Parts;
    /// let attachments = Arc::new(Mutex::new(Parts::default()));
    /// let kept = Arc::clone(&attachments);
    /// let settings = Settings::new("https://quotes.example/").on_parts(move |parts| {
    ///     if let Ok(mut kept) = kept.lock() {
    ///         *kept = parts.clone();
    ///     }
    /// });
    /// # let _ = settings;
    /// ```
    #[must_use]
    pub fn on_parts(mut self, observer: impl Fn(&Parts) + Send + Sync + 'static) -> Self {
        self.on_parts = Some(Arc::new(observer));
        self
    }

    /// Sends octets as they are, in parts of the message beside its envelope, and not in base64
    /// (SOAP Message Transmission Optimization Mechanism; XOP 1.0); none ends that. Answers may be
    /// such messages whatever is set.
    ///
    /// ```
    /// # use wsdl2rs_runtime::client::{Mtom, Settings};
    /// let settings = Settings::new("https://files.example/").mtom(Mtom::default());
    /// # let _ = settings;
    /// ```
    #[must_use]
    pub fn mtom(mut self, mtom: impl Into<Option<Mtom>>) -> Self {
        self.mtom = mtom.into();
        self
    }

    pub(crate) fn limits(&self) -> &Limits {
        self.options.limits()
    }

    /// Whether requests carry what must not be seen on the way.
    pub(super) fn holds_credentials(&self) -> bool {
        self.signer.is_some()
            || self.state.holds_credentials()
            || self.extensions.holds_credentials()
            || self.headers.values().any(HeaderValue::is_sensitive)
    }

    pub(super) fn redaction(&self) -> Redaction {
        let elements = self.signer.as_ref().map_or(&[][..], |signer| signer.secret_elements());
        let redaction = elements.iter().fold(Redaction::default(), |all, name| all.element(*name));
        let headers = self.soap_headers.iter().map(|block| block.name.local().to_owned());
        headers.fold(redaction, Redaction::element)
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<_> = self.soap_headers.iter().map(|block| &block.name).collect();
        f.debug_struct("Settings")
            .field("endpoint", &self.endpoint)
            .field("options", &self.options)
            .field("signed", &self.signer.is_some())
            .field("trace", &self.trace.is_some())
            .field("pace", &self.pace)
            .field("headers", &self.headers.keys().collect::<Vec<_>>())
            .field("allow_plain_http", &self.allow_plain_http)
            .field("understood", &self.understood)
            .field("soap_headers", &names)
            .field("interceptors", &self.interceptors.len())
            .field("state", &self.state)
            .field("extensions", &self.extensions)
            .field("mtom", &self.mtom)
            .field("on_parts", &self.on_parts.is_some())
            .finish()
    }
}
