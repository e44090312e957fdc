//! The wire, written down for people to read, with credentials replaced by `***`.

use std::error::Error;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{HeaderMap, response};

use super::endpoint::without_query;
use crate::security::Redaction;
use crate::soap::prefix;
use crate::transport::TransportError;

/// Bytes of a body that are shown.
const SHOWN: usize = 64 * 1024;

/// The ruler before each part.
const RULER: &str = "_________________________________";

type Sink = dyn FnMut(&str) + Send;

/// Where a client writes what it sends and receives. Each part is one call of the sink.
#[derive(Clone)]
pub(super) struct Trace(Arc<Mutex<Box<Sink>>>);

impl Trace {
    pub(super) fn new(sink: Box<Sink>) -> Self {
        Self(Arc::new(Mutex::new(sink)))
    }

    pub(super) fn request(
        &self,
        attempt: u32,
        request: &http::Request<Bytes>,
        redaction: &Redaction,
    ) {
        let line = format!("{} {} HTTP/1.1", request.method(), without_query(request.uri()));
        let text = part("REQUEST", attempt, &line, request.headers(), request.body(), redaction);
        self.write(&text);
    }

    pub(super) fn response(
        &self,
        attempt: u32,
        head: &response::Parts,
        body: &[u8],
        redaction: &Redaction,
    ) {
        let line = format!("{:?} {}", head.version, head.status);
        self.write(&part("RESPONSE", attempt, &line, &head.headers, body, redaction));
    }

    pub(super) fn failure(&self, attempt: u32, error: &TransportError) {
        let mut text = format!("{RULER} NO RESPONSE {attempt}:\n{error}\n");
        let mut below = error.source();
        while let Some(error) = below {
            text.push_str("  because: ");
            text.push_str(&error.to_string());
            text.push('\n');
            below = error.source();
        }
        self.write(&text);
    }

    fn write(&self, text: &str) {
        // A sink that panicked in another call may be called again: it is the caller's.
        let mut sink = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        sink(text);
    }
}

fn part(
    title: &str,
    attempt: u32,
    first_line: &str,
    headers: &HeaderMap,
    body: &[u8],
    redaction: &Redaction,
) -> String {
    let mut text = format!("{RULER} {title} {attempt}:\n{first_line}\n");
    for (name, value) in headers {
        let value = redaction.header(name, value);
        let _ = writeln!(text, "{name}: {value}");
    }
    text.push('\n');
    let body = redaction.body(body);
    let shown = prefix(&body, SHOWN);
    text.push_str(shown);
    if shown.len() < body.len() {
        let _ = write!(text, "\n({} more bytes)", body.len() - shown.len());
    }
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}
