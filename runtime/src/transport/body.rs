//! The body of an answer as it arrives: chunks, and how they become one buffer under limits.

use std::fmt;
use std::future::Future;
use std::pin::Pin;

use bytes::Bytes;
use http::response;

use super::{Collector, TransportError};
use crate::xml::Limits;

/// A source of chunks, as they come from the wire.
pub trait Chunks: Send {
    /// The next chunk; `None` at the end.
    ///
    /// # Errors
    /// When the answer breaks off.
    fn next_chunk(&mut self) -> impl Future<Output = Result<Option<Bytes>, TransportError>> + Send;
}

/// A source of chunks that is waited for on the calling thread.
pub trait BlockingChunks: Send {
    /// The next chunk; `None` at the end.
    ///
    /// # Errors
    /// When the answer breaks off.
    fn next_chunk(&mut self) -> Result<Option<Bytes>, TransportError>;
}

type Next<'a> = Pin<Box<dyn Future<Output = Result<Option<Bytes>, TransportError>> + Send + 'a>>;

/// [`Chunks`] behind a pointer.
trait DynChunks: Send {
    fn next_boxed(&mut self) -> Next<'_>;
}

impl<C: Chunks> DynChunks for C {
    fn next_boxed(&mut self) -> Next<'_> {
        Box::pin(self.next_chunk())
    }
}

/// The body of an asynchronous answer.
pub struct Body(Box<dyn DynChunks>);

impl Body {
    /// A body that arrives in pieces.
    #[must_use]
    pub fn from_chunks(chunks: impl Chunks + 'static) -> Self {
        Self(Box::new(chunks))
    }

    /// Reads the whole body and undoes its content encoding.
    ///
    /// # Errors
    /// When it breaks off, does not have the length that `headers` announce, exceeds a limit, or is
    /// encoded otherwise than by gzip.
    pub async fn collect(
        mut self,
        headers: &http::HeaderMap,
        limits: &Limits,
    ) -> Result<Vec<u8>, TransportError> {
        let mut collector = Collector::new(headers, limits)?;
        while let Some(chunk) = self.0.next_boxed().await? {
            collector.push(&chunk)?;
        }
        collector.finish()
    }

    /// Reads the whole body as [`collect`](Self::collect) does, but of a message of several parts
    /// the parts, which are left in the extensions of `head`.
    pub(crate) async fn receive(
        mut self,
        head: &mut response::Parts,
        limits: &Limits,
    ) -> Result<Vec<u8>, TransportError> {
        let mut collector = Collector::of_parts(&head.headers, limits)?;
        while let Some(chunk) = self.0.next_boxed().await? {
            collector.push(&chunk)?;
            if collector.is_broken() {
                break;
            }
        }
        keep(collector, head)
    }
}

fn keep(collector: Collector<'_>, head: &mut response::Parts) -> Result<Vec<u8>, TransportError> {
    let (body, received) = collector.finish_parts()?;
    if let Some(received) = received {
        head.extensions.insert(received);
    }
    Ok(body)
}

impl From<Bytes> for Body {
    fn from(whole: Bytes) -> Self {
        Self::from_chunks(Whole(Some(whole)))
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Body")
    }
}

/// The body of a blocking answer.
pub struct BlockingBody(Box<dyn BlockingChunks>);

impl BlockingBody {
    /// A body that arrives in pieces.
    #[must_use]
    pub fn from_chunks(chunks: impl BlockingChunks + 'static) -> Self {
        Self(Box::new(chunks))
    }

    /// Reads the whole body and undoes its content encoding.
    ///
    /// # Errors
    /// As [`Body::collect`].
    pub fn collect(
        mut self,
        headers: &http::HeaderMap,
        limits: &Limits,
    ) -> Result<Vec<u8>, TransportError> {
        let mut collector = Collector::new(headers, limits)?;
        while let Some(chunk) = self.0.next_chunk()? {
            collector.push(&chunk)?;
        }
        collector.finish()
    }

    /// As [`Body::receive`].
    pub(crate) fn receive(
        mut self,
        head: &mut response::Parts,
        limits: &Limits,
    ) -> Result<Vec<u8>, TransportError> {
        let mut collector = Collector::of_parts(&head.headers, limits)?;
        while let Some(chunk) = self.0.next_chunk()? {
            collector.push(&chunk)?;
            if collector.is_broken() {
                break;
            }
        }
        keep(collector, head)
    }
}

impl From<Bytes> for BlockingBody {
    fn from(whole: Bytes) -> Self {
        Self::from_chunks(Whole(Some(whole)))
    }
}

impl fmt::Debug for BlockingBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BlockingBody")
    }
}

/// A body that is there already.
struct Whole(Option<Bytes>);

impl Chunks for Whole {
    async fn next_chunk(&mut self) -> Result<Option<Bytes>, TransportError> {
        Ok(self.0.take())
    }
}

impl BlockingChunks for Whole {
    fn next_chunk(&mut self) -> Result<Option<Bytes>, TransportError> {
        Ok(self.0.take())
    }
}
