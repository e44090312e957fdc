//! A request body in pieces as an asynchronous one. Sources are read on threads that may wait.
//!
//! The only file that names `http_body` and `tokio`.

use std::future::Future;
use std::io::{self, Read as _};
use std::pin::Pin;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};
use tokio::task::{JoinHandle, spawn_blocking};

use super::source::Sourced;
use super::{Piece, RequestBody};

/// Octets of a source that are read at a time.
const CHUNK: usize = 64 * 1024;

/// The pieces of a body, sent one after the other.
pub(super) struct Streamed {
    pieces: std::vec::IntoIter<Piece>,
    length: Option<u64>,
    source: Reading,
    /// The text of the error of a source that failed.
    failed: Arc<OnceLock<String>>,
}

/// A source between two chunks, or while a thread reads it.
enum Reading {
    Nothing,
    // Behind a lock for being sent between threads only: nobody ever waits for it.
    Open(Mutex<Sourced>),
    Busy(JoinHandle<io::Result<(Bytes, Option<Sourced>)>>),
}

impl Streamed {
    pub(super) fn new(body: &RequestBody, failed: Arc<OnceLock<String>>) -> Self {
        let pieces = body.pieces().to_vec().into_iter();
        Self { pieces, length: body.length(), source: Reading::Nothing, failed }
    }
}

/// Reads a chunk; without the source where it has come to its end.
fn chunk(mut source: Sourced) -> io::Result<(Bytes, Option<Sourced>)> {
    let mut buffer = vec![0; CHUNK];
    let mut length = 0;
    while length < CHUNK {
        match source.read(&mut buffer[length..]) {
            Ok(0) => {
                buffer.truncate(length);
                return Ok((buffer.into(), None));
            }
            Ok(read) => length += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok((buffer.into(), Some(source)))
}

impl Body for Streamed {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        loop {
            match std::mem::replace(&mut self.source, Reading::Nothing) {
                Reading::Nothing => match self.pieces.next() {
                    None => return Poll::Ready(None),
                    Some(Piece::Bytes(octets)) => {
                        return Poll::Ready(Some(Ok(Frame::data(octets))));
                    }
                    Some(Piece::Source(source)) => {
                        let first = move || chunk(Sourced::open(&*source)?);
                        self.source = Reading::Busy(spawn_blocking(first));
                    }
                },
                Reading::Open(source) => {
                    let source = source.into_inner().unwrap_or_else(PoisonError::into_inner);
                    self.source = Reading::Busy(spawn_blocking(move || chunk(source)));
                }
                Reading::Busy(mut handle) => {
                    let Poll::Ready(joined) = Pin::new(&mut handle).poll(context) else {
                        self.source = Reading::Busy(handle);
                        return Poll::Pending;
                    };
                    let (octets, rest) =
                        match joined.unwrap_or_else(|error| Err(io::Error::other(error))) {
                            Ok(read) => read,
                            Err(error) => {
                                let _ = self.failed.set(error.to_string());
                                return Poll::Ready(Some(Err(error)));
                            }
                        };
                    if let Some(rest) = rest {
                        self.source = Reading::Open(Mutex::new(rest));
                    }
                    if !octets.is_empty() {
                        return Poll::Ready(Some(Ok(Frame::data(octets))));
                    }
                }
            }
        }
    }

    fn size_hint(&self) -> SizeHint {
        self.length.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
