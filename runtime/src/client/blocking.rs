//! The client that waits on the calling thread.

use std::fmt;
use std::sync::Arc;

use super::attempt::Attempts;
use super::mtom;
use super::{Answer, CallError, Operation, Received, Request, Settings};
use crate::security::SignMessage;
use crate::soap::Headers;
use crate::transport::{BlockingTransport, TransportError};

/// Calls the operations of one endpoint and waits for each answer. Clones share transport and
/// settings.
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
    /// # use wsdl2rs_runtime::client::blocking::Client;
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

impl<T: BlockingTransport> Client<T> {
    /// Calls an operation.
    ///
    /// # Errors
    /// When there is no answer, or not the one that the contract promises.
    pub fn call<O: Operation>(
        &self,
        request: &Request<O>,
    ) -> Result<Answer<O>, CallError<O::Fault>> {
        self.call_with_headers::<O>(request, &Headers::new())
    }

    /// Calls an operation with header blocks in the envelope of the request.
    ///
    /// # Errors
    /// As [`call`](Self::call).
    pub fn call_with_headers<O: Operation>(
        &self,
        request: &Request<O>,
        headers: &Headers<'_>,
    ) -> Result<Answer<O>, CallError<O::Fault>> {
        let mut attempts = Attempts::<O>::new(&self.settings, request, headers);
        let span = attempts.call_span();
        let outcome = span.within(|| {
            let (head, body) = self.answer(&mut attempts)?;
            attempts.conclude(&head, &body)
        });
        attempts.ended(&outcome);
        outcome
    }

    /// Calls an operation and gives the answer with what came around it: HTTP status and headers,
    /// and the SOAP header blocks.
    ///
    /// # Errors
    /// As [`call`](Self::call).
    pub fn exchange<O: Operation>(
        &self,
        request: &Request<O>,
    ) -> Result<Received<Answer<O>>, CallError<O::Fault>> {
        self.exchange_with_headers::<O>(request, &Headers::new())
    }

    /// The same with header blocks in the envelope of the request.
    ///
    /// # Errors
    /// As [`call`](Self::call).
    pub fn exchange_with_headers<O: Operation>(
        &self,
        request: &Request<O>,
        headers: &Headers<'_>,
    ) -> Result<Received<Answer<O>>, CallError<O::Fault>> {
        let mut attempts = Attempts::<O>::new(&self.settings, request, headers);
        let span = attempts.call_span();
        let outcome = span.within(|| {
            let (head, body) = self.answer(&mut attempts)?;
            attempts.receive(head, &body)
        });
        attempts.ended(&outcome);
        outcome
    }

    /// Makes attempts until there is an answer.
    fn answer<O: Operation>(
        &self,
        attempts: &mut Attempts<'_, O>,
    ) -> Result<(http::response::Parts, Vec<u8>), CallError<O::Fault>> {
        loop {
            let request = attempts.next()?;
            let wait = match attempts.span().within(|| self.send(request)) {
                Ok((mut head, mut body)) => match attempts.answered(&mut head, &mut body) {
                    Some(wait) => wait,
                    None => return Ok((head, body)),
                },
                Err(error) => attempts.failed(error)?,
            };
            if !wait.is_zero() {
                self.transport.sleep(wait);
            }
        }
    }

    fn send(
        &self,
        mut request: http::Request<bytes::Bytes>,
    ) -> Result<(http::response::Parts, Vec<u8>), TransportError> {
        let answer = match mtom::pieces(&mut request) {
            Some(body) => self.transport.send_pieces(request.map(|_| body))?,
            None => self.transport.send(request)?,
        };
        let (mut head, body) = answer.into_parts();
        let body = body.receive(&mut head, self.settings.limits())?;
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
