//! A service that is played in a test: answers as typed values, in order or by operation, and the
//! requests that came, typed as well.
//!
//! `GetPrice` stands for an operation of a generated module:
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
//! use std::sync::Arc;
//! use wsdl2rs_runtime::client::{CallError, blocking::Client};
//! use wsdl2rs_runtime::soap::FaultKind;
//! use wsdl2rs_runtime::transport::TransportErrorKind;
//! use wsdl2rs_runtime::transport::mock::{Mock, MockAnswer, MockFault};
//!
//! let mock = Arc::new(
//!     Mock::new()
//!         .reply::<GetPrice>(&"9.5".parse()?)
//!         .fault(MockFault::new(FaultKind::Sender, "no such symbol"))
//!         .then(MockAnswer::lost(TransportErrorKind::Timeout)),
//! );
//! let client = Client::new(Arc::clone(&mock), "https://quotes.example/");
//!
//! assert_eq!(client.call::<GetPrice>(&"RUST".to_owned())?.to_string(), "9.5");
//! let Err(CallError::Fault(fault)) = client.call::<GetPrice>(&"?".to_owned()) else {
//!     panic!("the second answer is a fault");
//! };
//! assert_eq!(fault.reason(), "no such symbol");
//! assert!(client.call::<GetPrice>(&"RUST".to_owned()).is_err());
//!
//! assert_eq!(mock.requests::<GetPrice>(), ["RUST", "?", "RUST"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod answer;
mod request;

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};

use super::sleep::Sleep;
use super::{
    BlockingBody, BlockingTransport, Body, Transport, TransportError, TransportErrorKind, time_for,
};
use crate::client::{self, Answer, Operation, Output};

pub use answer::{MockAnswer, MockFault};

/// Answers as a test says.
///
/// A request is answered by the first rule that it meets ([`on`](Self::on),
/// [`when`](Self::when)); each of a rule's answers is given once, and the last one again and again.
/// What meets no rule is answered in order ([`then`](Self::then)), each answer once. Where nothing is
/// left, the call fails with [`TransportErrorKind::Mismatch`].
#[derive(Debug, Default)]
pub struct Mock {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    rules: Vec<Rule>,
    script: VecDeque<MockAnswer>,
    requests: Vec<Request<Bytes>>,
    waits: Vec<Duration>,
}

type Matcher = dyn Fn(&Request<Bytes>) -> bool + Send + Sync;

struct Rule {
    /// The operation, where the rule is for one.
    operation: Option<&'static str>,
    is_met: Box<Matcher>,
    answers: VecDeque<MockAnswer>,
}

impl Rule {
    /// The next answer; the last one stays.
    fn answer(&mut self) -> Option<MockAnswer> {
        if self.answers.len() > 1 {
            self.answers.pop_front()
        } else {
            self.answers.front().cloned()
        }
    }
}

impl Mock {
    /// A service that has no answers yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Then gives this answer, whatever is asked.
    #[must_use]
    pub fn then(self, answer: MockAnswer) -> Self {
        self.lock().script.push_back(answer);
        self
    }

    /// Then answers `O` with this value: [`MockAnswer::reply`].
    #[must_use]
    pub fn reply<O: Operation>(self, value: &Answer<O>) -> Self {
        self.then(MockAnswer::reply::<O>(value))
    }

    /// Then answers with this fault.
    #[must_use]
    pub fn fault(self, fault: MockFault) -> Self {
        self.then(MockAnswer::fault(fault))
    }

    /// Gives this answer whenever `O` is asked; several of them one after the other.
    ///
    /// A request is one of `O` if it has its action and can be read as one.
    #[must_use]
    pub fn on<O: Operation>(self, answer: MockAnswer) -> Self
    where
        O::Input: Output<Value = client::Request<O>>,
    {
        let mut state = self.lock();
        let known = state.rules.iter_mut().find(|rule| rule.operation == Some(O::NAME));
        match known {
            Some(rule) => rule.answers.push_back(answer),
            None => state.rules.push(Rule {
                operation: Some(O::NAME),
                is_met: Box::new(|request| request::read::<O>(request).is_some()),
                answers: VecDeque::from([answer]),
            }),
        }
        drop(state);
        self
    }

    /// Gives this answer whenever a request is as `is_met` says.
    #[must_use]
    pub fn when(
        self,
        is_met: impl Fn(&Request<Bytes>) -> bool + Send + Sync + 'static,
        answer: MockAnswer,
    ) -> Self {
        let answers = VecDeque::from([answer]);
        self.lock().rules.push(Rule { operation: None, is_met: Box::new(is_met), answers });
        self
    }

    /// The requests of `O` that have come so far.
    #[must_use]
    pub fn requests<O: Operation>(&self) -> Vec<client::Request<O>>
    where
        O::Input: Output<Value = client::Request<O>>,
    {
        self.lock().requests.iter().filter_map(request::read::<O>).collect()
    }

    /// All requests that have come so far, as they came.
    #[must_use]
    pub fn http_requests(&self) -> Vec<Request<Bytes>> {
        self.lock().requests.clone()
    }

    /// How many answers of the script have not been asked for.
    #[must_use]
    pub fn remaining(&self) -> usize {
        self.lock().script.len()
    }

    /// How long a client would have waited between its attempts. Nothing waits for a mock.
    #[must_use]
    pub fn waits(&self) -> Vec<Duration> {
        self.lock().waits.clone()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The answer to a request, and how long it takes.
    fn play(&self, request: Request<Bytes>) -> (Duration, Result<Response<Bytes>, TransportError>) {
        let mut state = self.lock();
        let met = state.rules.iter_mut().find(|rule| (rule.is_met)(&request));
        let answer = met.and_then(Rule::answer).or_else(|| state.script.pop_front());
        state.requests.push(request.clone());
        drop(state);
        let Some(answer) = answer else {
            let error = TransportError::new(TransportErrorKind::Mismatch, "no answer is left");
            return (Duration::ZERO, Err(error.not_sent()));
        };
        let delay = answer.delay;
        match time_for(request.extensions(), Some(Duration::MAX)) {
            Some(time) if time < delay => {
                let text = "the mock takes longer";
                (time, Err(TransportError::new(TransportErrorKind::Timeout, text)))
            }
            Some(_) | None => (delay, answer.give(&request)),
        }
    }
}

impl Transport for Mock {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let (delay, outcome) = self.play(request);
        Sleep::new(delay).await;
        outcome.map(|response| response.map(Body::from))
    }

    async fn sleep(&self, time: Duration) {
        self.lock().waits.push(time);
    }
}

impl BlockingTransport for Mock {
    fn send(&self, request: Request<Bytes>) -> Result<Response<BlockingBody>, TransportError> {
        let (delay, outcome) = self.play(request);
        std::thread::sleep(delay);
        outcome.map(|response| response.map(BlockingBody::from))
    }

    fn sleep(&self, time: Duration) {
        self.lock().waits.push(time);
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("State")
            .field("rules", &self.rules.len())
            .field("script", &self.script.len())
            .field("requests", &self.requests.len())
            .finish_non_exhaustive()
    }
}
