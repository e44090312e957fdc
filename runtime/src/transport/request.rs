//! The body of a request in pieces: octets that are there, and octets that are fetched while they
//! are sent.

use std::fmt;
use std::io::{self, Read};
use std::sync::Arc;

use bytes::{Bytes, BytesMut};

use super::source::{Source, Sourced};

/// Octets below which pieces are joined.
const JOINED: usize = 16 * 1024;

/// The body of a request: pieces in order. Clones share them.
///
/// ```
/// use bytes::Bytes;
/// use wsdl2rs_runtime::transport::RequestBody;
///
/// let body = RequestBody::from(Bytes::from("<ping/>"));
/// assert_eq!(body.length(), Some(7));
/// assert_eq!(body.to_bytes()?, "<ping/>");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct RequestBody {
    pieces: Vec<Piece>,
}

/// A piece of a body.
#[derive(Clone)]
pub enum Piece {
    /// Octets that are there.
    Bytes(Bytes),
    /// Octets that are fetched while they are sent.
    Source(Arc<dyn Source>),
}

impl RequestBody {
    /// A body without octets.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends a piece. Small ones that follow each other are joined, large ones are not copied.
    pub fn push(&mut self, piece: Piece) {
        match (self.pieces.last_mut(), piece) {
            (_, Piece::Bytes(octets)) if octets.is_empty() => {}
            (Some(Piece::Bytes(last)), Piece::Bytes(octets))
                if last.len() + octets.len() <= JOINED =>
            {
                let mut joined = BytesMut::from(std::mem::take(last));
                joined.extend_from_slice(&octets);
                *last = joined.freeze();
            }
            (_, piece) => self.pieces.push(piece),
        }
    }

    /// The pieces.
    #[must_use]
    pub fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// How many octets there are; `None` where a source cannot tell.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        self.pieces.iter().try_fold(0_u64, |sum, piece| sum.checked_add(piece.length()?))
    }

    /// Whether it can be sent: whether no source is used up.
    #[must_use]
    pub fn is_available(&self) -> bool {
        self.pieces.iter().all(|piece| match piece {
            Piece::Bytes(_) => true,
            Piece::Source(source) => source.is_available(),
        })
    }

    /// The octets, if they are there in one piece.
    #[must_use]
    pub fn whole(&self) -> Option<Bytes> {
        match self.pieces.as_slice() {
            [] => Some(Bytes::new()),
            [Piece::Bytes(octets)] => Some(octets.clone()),
            _ => None,
        }
    }

    /// All octets in one buffer. Pieces are copied where there are several, and sources are read
    /// on the calling thread.
    ///
    /// # Errors
    /// When a source fails.
    pub fn to_bytes(&self) -> io::Result<Bytes> {
        if let Some(octets) = self.whole() {
            return Ok(octets);
        }
        let mut octets = Vec::new();
        self.reader().read_to_end(&mut octets)?;
        Ok(octets.into())
    }

    /// Reads the octets on the calling thread, each source being opened when its turn comes.
    #[must_use]
    pub fn reader(&self) -> RequestReader {
        RequestReader { pieces: self.pieces.clone().into_iter(), current: Current::None }
    }
}

impl<T: Into<Bytes>> From<T> for RequestBody {
    fn from(octets: T) -> Self {
        let mut body = Self::new();
        body.push(Piece::Bytes(octets.into()));
        body
    }
}

impl Piece {
    /// How many octets it has; `None` where a source cannot tell.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        match self {
            Self::Bytes(octets) => u64::try_from(octets.len()).ok(),
            Self::Source(source) => source.length(),
        }
    }
}

impl fmt::Debug for Piece {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self {
            Self::Bytes(_) => "Bytes",
            Self::Source(_) => "Source",
        };
        f.debug_tuple(kind).field(&self.length()).finish()
    }
}

/// Reads a [`RequestBody`] on the calling thread.
pub struct RequestReader {
    pieces: std::vec::IntoIter<Piece>,
    current: Current,
}

enum Current {
    None,
    Bytes(Bytes),
    Source(Sourced),
}

impl Read for RequestReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            let length = match &mut self.current {
                Current::None => 0,
                Current::Bytes(octets) => {
                    let part = octets.split_to(buffer.len().min(octets.len()));
                    buffer[..part.len()].copy_from_slice(&part);
                    part.len()
                }
                Current::Source(source) => source.read(buffer)?,
            };
            if length > 0 {
                return Ok(length);
            }
            self.current = match self.pieces.next() {
                None => return Ok(0),
                Some(Piece::Bytes(octets)) => Current::Bytes(octets),
                Some(Piece::Source(source)) => Current::Source(Sourced::open(&*source)?),
            };
        }
    }
}

impl fmt::Debug for RequestReader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RequestReader")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::transport::source::{File, Once};

    #[test]
    fn small_pieces_are_joined_and_large_ones_are_not_copied() {
        let large = Bytes::from(vec![1; JOINED + 1]);
        let mut body = RequestBody::new();
        for octets in ["", "a", "b"].map(Bytes::from).into_iter().chain([large.clone()]) {
            body.push(Piece::Bytes(octets));
        }
        body.push(Piece::Bytes(Bytes::from("c")));
        let found: Vec<&Bytes> = body
            .pieces()
            .iter()
            .filter_map(|piece| match piece {
                Piece::Bytes(octets) => Some(octets),
                Piece::Source(_) => None,
            })
            .collect();
        assert_eq!(found, [&Bytes::from("ab"), &large, &Bytes::from("c")]);
        assert_eq!(found[1].as_ptr(), large.as_ptr());
        assert_eq!(body.length(), Some(JOINED as u64 + 4));
        assert_eq!(body.whole(), None);
        assert_eq!(body.to_bytes().expect("it is in memory").len(), JOINED + 4);
    }

    #[test]
    fn sources_are_read_in_their_turn() -> io::Result<()> {
        let mut body = RequestBody::from("<");
        body.push(Piece::Source(Arc::new(Once::new(&b"abc"[..], Some(3)))));
        body.push(Piece::Bytes(Bytes::from(">")));
        assert_eq!((body.length(), body.is_available()), (Some(5), true));
        assert_eq!(body.to_bytes()?, "<abc>");
        assert!(!body.is_available());
        assert!(body.to_bytes().is_err(), "a reader is read once");
        Ok(())
    }

    #[test]
    fn sources_must_have_the_length_that_they_say() {
        for (length, is_read) in [(None, true), (Some(3), true), (Some(2), false), (Some(4), false)]
        {
            let mut body = RequestBody::new();
            body.push(Piece::Source(Arc::new(Once::new(&b"abc"[..], length))));
            assert_eq!(body.length(), length);
            assert_eq!(body.to_bytes().is_ok(), is_read, "{length:?}");
        }
    }

    #[test]
    fn files_are_read_as_often_as_needed() -> io::Result<()> {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        let mut body = RequestBody::new();
        body.push(Piece::Source(Arc::new(File::new(path)?)));
        let whole = std::fs::read(path)?;
        assert_eq!(body.length(), Some(whole.len() as u64));
        assert_eq!(body.to_bytes()?, whole);
        assert_eq!(body.to_bytes()?, whole);
        assert!(File::new("no such file").is_err());
        Ok(())
    }
}
