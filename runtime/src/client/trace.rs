//! The wire, written down for people to read, with credentials replaced by `***`.

use std::error::Error;
use std::fmt::{self, Write as _};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http::{HeaderMap, response};

use super::endpoint::without_query;
use crate::mime::{Part, Received};
use crate::security::Redaction;
use crate::soap::prefix;
use crate::transport::{Piece, RequestBody, TransportError};
use crate::xml::Escaped;

/// Bytes of a body that are shown.
const SHOWN: usize = 64 * 1024;

/// The ruler before each part.
const RULER: &str = "_________________________________";

type Sink = dyn FnMut(&str) + Send;

/// Where a client writes what it sends and receives. Each part is one call of the sink.
#[derive(Clone)]
pub(super) struct Trace(Arc<Shared>);

/// What all copies of a client have in common.
struct Shared {
    sink: Mutex<Box<Sink>>,
    /// How many calls there were.
    calls: AtomicU64,
}

/// Which call a part belongs to, from 1, and which attempt of it.
#[derive(Clone, Copy)]
pub(super) struct Turn {
    pub(super) call: u64,
    pub(super) attempt: u32,
}

impl fmt::Display for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.attempt {
            0 | 1 => write!(f, "{}", self.call),
            attempt => write!(f, "{}, ATTEMPT {attempt}", self.call),
        }
    }
}

impl Trace {
    pub(super) fn new(sink: Box<Sink>) -> Self {
        Self(Arc::new(Shared { sink: Mutex::new(sink), calls: AtomicU64::new(0) }))
    }

    /// The number of a new call.
    pub(super) fn next_call(&self) -> u64 {
        self.0.calls.fetch_add(1, Ordering::Relaxed) + 1
    }

    pub(super) fn request(
        &self,
        turn: Turn,
        request: &http::Request<Bytes>,
        redaction: &Redaction,
    ) {
        let line = format!("{} {} HTTP/1.1", request.method(), without_query(request.uri()));
        let pieces = request.extensions().get::<RequestBody>().map_or(&[][..], RequestBody::pieces);
        let body = match pieces {
            [Piece::Bytes(root), ..] => root,
            _ => request.body(),
        };
        let mut text = part("REQUEST", turn, &line, request.headers(), body, redaction);
        for piece in pieces.iter().skip(1) {
            let _ = match piece.length() {
                Some(length) => writeln!(text, "({length} more bytes)"),
                None => writeln!(text, "(more bytes)"),
            };
        }
        self.write(&text);
    }

    pub(super) fn response(
        &self,
        turn: Turn,
        head: &response::Parts,
        body: &[u8],
        redaction: &Redaction,
    ) {
        let line = format!("{:?} {}", head.version, head.status);
        let received = head.extensions.get::<Received>();
        let root = received.and_then(Received::root);
        let body = root.map_or(body, |root| root.octets());
        let mut text = part("RESPONSE", turn, &line, &head.headers, body, redaction);
        for other in received.and_then(Received::parts).into_iter().flatten() {
            let _ = writeln!(text, "{}", Attached(other));
        }
        self.write(&text);
    }

    pub(super) fn failure(&self, turn: Turn, error: &TransportError) {
        let mut text = format!("{RULER} NO RESPONSE {turn}:\n{error}\n");
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
        let mut sink = self.0.sink.lock().unwrap_or_else(PoisonError::into_inner);
        sink(text);
    }
}

/// A part of a message, of which people see what it is.
struct Attached<'p>(&'p Part);

impl fmt::Display for Attached<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(part) = self;
        let mut out = Escaped(f);
        write!(out, "(a part")?;
        for name in [part.content_id(), part.content_type()].into_iter().flatten() {
            write!(out, ", {name}")?;
        }
        write!(out, ", of {} bytes)", part.octets().len())
    }
}

fn part(
    title: &str,
    turn: Turn,
    first_line: &str,
    headers: &HeaderMap,
    body: &[u8],
    redaction: &Redaction,
) -> String {
    let mut text = format!("{RULER} {title} {turn}:\n{first_line}\n");
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
