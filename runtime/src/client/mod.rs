//! From a typed request to a typed answer.
//!
//! [`Settings`] holds what a client does and does no I/O: it makes an HTTP request of a typed one
//! and a typed answer of an HTTP one. [`Client`] and [`blocking::Client`] put a transport between.
//!
//! `GetPrice` stands for an [`Operation`] of a generated module:
//!
//! ```
//! # use wsdl2rs_runtime::client::{NoDeclaredFault, Operation};
//! # use wsdl2rs_runtime::codec::{Binding, Tag};
//! # use wsdl2rs_runtime::value::Decimal;
//! # use wsdl2rs_runtime::xml::FIRST_GENERATED;
//! # use wsdl2rs_runtime::{Element, QName};
//! # use wsdl2rs_runtime::soap::Version;
//! # struct Price;
//! # impl Element for Price {
//! #     type Value = Decimal;
//! #     const NAME: QName = QName::from_static("urn:quotes", "Price");
//! #     const BINDING: Binding = Binding {
//! #         namespaces: &["urn:quotes"],
//! #         namespace: FIRST_GENERATED,
//! #         tag: &Tag { start: "<q:Price>", end: "</q:Price>" },
//! #         declarations: " xmlns:q=\"urn:quotes\"",
//! #     };
//! # }
//! # struct Symbol;
//! # impl Element for Symbol {
//! #     type Value = String;
//! #     const NAME: QName = QName::from_static("urn:quotes", "Symbol");
//! #     const BINDING: Binding = Binding {
//! #         namespaces: &["urn:quotes"],
//! #         namespace: FIRST_GENERATED,
//! #         tag: &Tag { start: "<q:Symbol>", end: "</q:Symbol>" },
//! #         declarations: " xmlns:q=\"urn:quotes\"",
//! #     };
//! # }
//! # struct GetPrice;
//! # impl Operation for GetPrice {
//! #     const NAME: &'static str = "GetPrice";
//! #     const SOAP_ACTION: &'static str = "urn:quotes#GetPrice";
//! #     const VERSION: Version = Version::V11;
//! #     type Input = Symbol;
//! #     type Output = Price;
//! #     type Fault = NoDeclaredFault;
//! # }
//! use wsdl2rs_runtime::client::{CallError, Client};
//! use wsdl2rs_runtime::transport::recorded::Recorded;
//!
//! # let runtime = tokio::runtime::Builder::new_current_thread().build()?;
//! # runtime.block_on(async {
//! let answer = "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>\
//!     <Price xmlns='urn:quotes'>9.5</Price></e:Body></e:Envelope>";
//! let transport =
//!     Recorded::default().answer(200, "text/xml", answer).answer(502, "text/html", "Sorry");
//! let client = Client::new(transport, "https://quotes.example/")
//!     .configure(|settings| settings.trace(|text| eprint!("{text}")));
//!
//! let price = client.call::<GetPrice>(&"RUST".to_owned()).await?;
//! assert_eq!(price.to_string(), "9.5");
//!
//! match client.call::<GetPrice>(&"RUST".to_owned()).await {
//!     Err(CallError::Http(error)) => assert_eq!(error.status(), 502),
//!     Err(CallError::Fault(fault)) => panic!("the service says: {}", fault.reason()),
//!     Err(error) if !error.may_have_been_sent() => panic!("safe to send again: {error}"),
//!     other => panic!("{other:?}"),
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! # })?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod attempt;
pub mod blocking;
mod body;
mod conclude;
mod content;
#[cfg(feature = "cookies")]
mod cookies;
mod endpoint;
mod error;
mod extensions;
mod intercept;
mod mtom;
mod operation;
mod pace;
mod prepare;
mod received;
mod reply;
mod retry;
mod settings;
mod spans;
mod state;
mod trace;

use std::fmt;
use std::sync::Arc;

use crate::security::SignMessage;
use crate::soap::Headers;
use crate::transport::{Transport, TransportError};

use attempt::Attempts;

#[doc(hidden)]
pub use body::Shape;
pub use body::{
    BodyContent, Contents, Encoded, EncodedContents, Input, NoParts, OneWay, Output, Wrapper,
};
pub use endpoint::EndpointError;
pub use error::{BuildError, CallError, Fault, HttpError};
pub(crate) use extensions::Extensions;
pub use intercept::{AttemptInfo, InterceptError, Interceptor};
pub use mtom::Mtom;
pub use operation::{Answer, FaultDetail, NoDeclaredFault, Operation, Request};
#[doc(hidden)]
pub use operation::{read_detail, read_typed_detail};
pub use received::Received;
#[doc(hidden)]
pub use reply::read_header;
pub use reply::{ReadHeaders, Reply, WithHeaders};
pub use retry::RetryPolicy;
pub use settings::Settings;

/// Calls the operations of one endpoint, asynchronously. Clones share transport and settings.
pub struct Client<T> {
    transport: Arc<T>,
    settings: Arc<Settings>,
}

impl<T> Client<T> {
    /// A client that sends to `endpoint`, an `http` or `https` URL.
    #[must_use]
    pub fn new(transport: T, endpoint: &str) -> Self {
        Self { transport: Arc::new(transport), settings: Arc::new(Settings::new(endpoint)) }
    }

    /// A client of a service whose operations are signed.
    #[must_use]
    pub fn signed(transport: T, endpoint: &str, signer: impl SignMessage + 'static) -> Self {
        Self::new(transport, endpoint).configure(|settings| settings.signer(signer))
    }

    /// The client with other settings, made from its present ones.
    #[must_use]
    pub fn configure(mut self, change: impl FnOnce(Settings) -> Settings) -> Self {
        self.settings = Arc::new(change(Arc::unwrap_or_clone(self.settings)));
        self
    }

    /// A client with other settings, made from those of this one, with which it shares the
    /// transport: so that it costs little to make one for a single call.
    ///
    /// ```
    /// # use std::time::Duration;
    /// # use wsdl2rs_runtime::client::Client;
    /// # use wsdl2rs_runtime::transport::recorded::Recorded;
    /// let client = Client::new(Recorded::default(), "https://quotes.example/");
    /// let hurried = client.with(|settings| settings.timeout(Duration::from_secs(2)));
    /// # let _ = hurried;
    /// ```
    #[must_use]
    pub fn with(&self, change: impl FnOnce(Settings) -> Settings) -> Self {
        self.clone().configure(change)
    }

    /// What the client does.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }
}

impl<T: Transport> Client<T> {
    /// Calls an operation.
    ///
    /// # Errors
    /// When there is no answer, or not the one that the contract promises.
    pub async fn call<O: Operation>(
        &self,
        request: &Request<O>,
    ) -> Result<Answer<O>, CallError<O::Fault>> {
        self.call_with_headers::<O>(request, &Headers::new()).await
    }

    /// Calls an operation with header blocks in the envelope of the request.
    ///
    /// # Errors
    /// As [`call`](Self::call).
    pub async fn call_with_headers<O: Operation>(
        &self,
        request: &Request<O>,
        headers: &Headers<'_>,
    ) -> Result<Answer<O>, CallError<O::Fault>> {
        let mut attempts = Attempts::<O>::new(&self.settings, request, headers);
        let span = attempts.call_span();
        let call = async {
            let (head, body) = self.answer(&mut attempts).await?;
            attempts.conclude(&head, &body)
        };
        let outcome = span.around(call).await;
        attempts.ended(&outcome);
        outcome
    }

    /// Calls an operation and gives the answer with what came around it: HTTP status and headers,
    /// and the SOAP header blocks.
    ///
    /// # Errors
    /// As [`call`](Self::call).
    pub async fn exchange<O: Operation>(
        &self,
        request: &Request<O>,
    ) -> Result<Received<Answer<O>>, CallError<O::Fault>> {
        self.exchange_with_headers::<O>(request, &Headers::new()).await
    }

    /// The same with header blocks in the envelope of the request.
    ///
    /// # Errors
    /// As [`call`](Self::call).
    pub async fn exchange_with_headers<O: Operation>(
        &self,
        request: &Request<O>,
        headers: &Headers<'_>,
    ) -> Result<Received<Answer<O>>, CallError<O::Fault>> {
        let mut attempts = Attempts::<O>::new(&self.settings, request, headers);
        let span = attempts.call_span();
        let call = async {
            let (head, body) = self.answer(&mut attempts).await?;
            attempts.receive(head, &body)
        };
        let outcome = span.around(call).await;
        attempts.ended(&outcome);
        outcome
    }

    /// Makes attempts until there is an answer.
    async fn answer<O: Operation>(
        &self,
        attempts: &mut Attempts<'_, O>,
    ) -> Result<(http::response::Parts, Vec<u8>), CallError<O::Fault>> {
        loop {
            let request = attempts.next()?;
            let wait = match attempts.span().around(self.send(request)).await {
                Ok((mut head, mut body)) => match attempts.answered(&mut head, &mut body) {
                    Some(wait) => wait,
                    None => return Ok((head, body)),
                },
                Err(error) => attempts.failed(error)?,
            };
            if !wait.is_zero() {
                self.transport.sleep(wait).await;
            }
        }
    }

    async fn send(
        &self,
        mut request: http::Request<bytes::Bytes>,
    ) -> Result<(http::response::Parts, Vec<u8>), TransportError> {
        let answer = match mtom::pieces(&mut request) {
            Some(body) => self.transport.send_pieces(request.map(|_| body)).await?,
            None => self.transport.send(request).await?,
        };
        let (mut head, body) = answer.into_parts();
        let body = body.receive(&mut head, self.settings.limits()).await?;
        Ok((head, body))
    }
}

impl<T> Clone for Client<T> {
    fn clone(&self) -> Self {
        Self { transport: Arc::clone(&self.transport), settings: Arc::clone(&self.settings) }
    }
}

impl<T> fmt::Debug for Client<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("settings", &self.settings).finish_non_exhaustive()
    }
}
