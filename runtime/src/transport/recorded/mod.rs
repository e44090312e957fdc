//! Transports without a network: recorded or scripted exchanges are played back, and exchanges of
//! another transport are recorded.

mod compare;
mod exchange;
mod recorder;

use std::collections::VecDeque;
use std::io;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderValue, Request, Response, StatusCode};

use super::{BlockingBody, BlockingTransport, Body, Transport, TransportError, TransportErrorKind};

pub use exchange::Exchange;
pub use recorder::Recorder;

/// Plays exchanges back, in order, each once.
///
/// ```
/// use wsdl2rs_runtime::transport::recorded::Recorded;
///
/// let transport = Recorded::default()
///     .answer(200, "text/xml", "<Envelope/>")
///     .answer(500, "text/html", "<html>Sorry</html>");
/// assert_eq!(transport.remaining(), 2);
/// ```
#[derive(Debug, Default)]
pub struct Recorded {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    steps: VecDeque<Step>,
    requests: Vec<Request<Bytes>>,
    waits: Vec<Duration>,
}

#[derive(Debug)]
struct Step {
    /// What the request must be like; anything where there is none.
    expected: Option<Request<Bytes>>,
    outcome: Result<Response<Bytes>, TransportError>,
}

impl Recorded {
    /// Plays these exchanges back. A request that is not the recorded one fails with
    /// [`TransportErrorKind::Mismatch`] and what differs.
    ///
    /// Compared are the method, the path, `Content-Type`, `SOAPAction`, and the body: as XML, where
    /// prefixes, the order of attributes, comments and white space between elements do not matter;
    /// where the recording has `***`, anything may stand.
    #[must_use]
    pub fn new(exchanges: impl IntoIterator<Item = Exchange>) -> Self {
        let recorded = Self::default();
        for exchange in exchanges {
            let Exchange { request, response } = exchange;
            recorded
                .lock()
                .steps
                .push_back(Step { expected: Some(request), outcome: Ok(response) });
        }
        recorded
    }

    /// Plays back what [`Exchange::read_dir`] finds.
    ///
    /// # Errors
    /// As [`Exchange::read_dir`].
    pub fn from_dir(directory: impl AsRef<Path>) -> io::Result<Self> {
        Exchange::read_dir(directory).map(Self::new)
    }

    /// Then answers the next request, whatever it is.
    ///
    /// # Panics
    /// When `status` is not a status or `content_type` not a header value: both are the test's own.
    #[must_use]
    pub fn answer(self, status: u16, content_type: &str, body: impl Into<Bytes>) -> Self {
        let mut response = Response::new(body.into());
        *response.status_mut() = StatusCode::from_u16(status).expect("the caller's status");
        let content_type = HeaderValue::from_str(content_type).expect("the caller's media type");
        response.headers_mut().insert(CONTENT_TYPE, content_type);
        self.then(Ok(response))
    }

    /// Then gives the next request this outcome, whatever it is.
    #[must_use]
    pub fn then(self, outcome: Result<Response<Bytes>, TransportError>) -> Self {
        self.lock().steps.push_back(Step { expected: None, outcome });
        self
    }

    /// How many exchanges have not been asked for.
    #[must_use]
    pub fn remaining(&self) -> usize {
        self.lock().steps.len()
    }

    /// The requests that have come so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.lock().requests.clone()
    }

    /// How long a client would have waited between its attempts. Nothing waits for a script.
    #[must_use]
    pub fn waits(&self) -> Vec<Duration> {
        self.lock().waits.clone()
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn play(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let mut state = self.lock();
        state.requests.push(request.clone());
        let Some(step) = state.steps.pop_front() else {
            return Err(mismatch("no exchange is left"));
        };
        match step.expected.and_then(|expected| compare::difference(&expected, &request)) {
            Some(difference) => Err(mismatch(difference)),
            None => step.outcome,
        }
    }
}

#[cold]
fn mismatch(detail: impl Into<Box<str>>) -> TransportError {
    TransportError::new(TransportErrorKind::Mismatch, detail).not_sent()
}

impl Transport for Recorded {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        self.play(request).map(|response| response.map(Body::from))
    }

    async fn sleep(&self, time: Duration) {
        self.lock().waits.push(time);
    }
}

impl BlockingTransport for Recorded {
    fn send(&self, request: Request<Bytes>) -> Result<Response<BlockingBody>, TransportError> {
        self.play(request).map(|response| response.map(BlockingBody::from))
    }

    fn sleep(&self, time: Duration) {
        self.lock().waits.push(time);
    }
}
