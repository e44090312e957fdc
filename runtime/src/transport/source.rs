//! Octets that are fetched while they are sent: from a file, or from any reader.

use std::fmt;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// Where octets come from when they are sent.
///
/// It is read on a thread that may wait: the one that makes the call, or, for an asynchronous
/// transport, one of those that its runtime keeps for this.
pub trait Source: Send + Sync {
    /// Opens it, at the beginning.
    ///
    /// # Errors
    /// When it cannot be opened, or is used up.
    fn open(&self) -> io::Result<Box<dyn Read + Send>>;

    /// How many octets it has, if that is known; then it must have as many. Where it is not, the
    /// request goes in chunks, which not every server takes.
    fn length(&self) -> Option<u64> {
        None
    }

    /// Whether it can be opened. A call is not tried again where its request cannot be sent again.
    fn is_available(&self) -> bool {
        true
    }
}

/// A file, opened anew for each attempt.
#[derive(Clone, Debug)]
pub struct File {
    path: PathBuf,
    length: u64,
}

impl File {
    /// The file at `path`, as long as it is now.
    ///
    /// # Errors
    /// When it is not there.
    pub fn new(path: impl AsRef<Path>) -> io::Result<Self> {
        let path = path.as_ref().to_owned();
        let length = std::fs::metadata(&path)?.len();
        Ok(Self { path, length })
    }
}

impl Source for File {
    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(std::fs::File::open(&self.path)?))
    }

    fn length(&self) -> Option<u64> {
        Some(self.length)
    }
}

/// A reader, which can be read once.
pub struct Once {
    reader: Mutex<Option<Box<dyn Read + Send>>>,
    length: Option<u64>,
}

impl Once {
    /// What `reader` gives, and how many octets that is where it is known.
    #[must_use]
    pub fn new(reader: impl Read + Send + 'static, length: Option<u64>) -> Self {
        Self { reader: Mutex::new(Some(Box::new(reader))), length }
    }
}

impl Source for Once {
    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        let mut reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        reader.take().ok_or_else(|| io::Error::other("a reader that has been read already"))
    }

    fn length(&self) -> Option<u64> {
        self.length
    }

    fn is_available(&self) -> bool {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Once").field("length", &self.length).finish_non_exhaustive()
    }
}

/// A source that is open. It must have as many octets as it said.
pub(super) struct Sourced {
    reader: Box<dyn Read + Send>,
    /// How many octets are still to come, if that is known.
    left: Option<u64>,
}

impl Sourced {
    pub(super) fn open(source: &dyn Source) -> io::Result<Self> {
        let left = source.length();
        Ok(Self { reader: source.open()?, left })
    }
}

impl Read for Sourced {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.reader.read(buffer)?;
        let Some(left) = self.left else { return Ok(length) };
        let left = left.checked_sub(length as u64);
        let Some(left) = left.filter(|left| length > 0 || buffer.is_empty() || *left == 0) else {
            return Err(io::Error::other("a source has another length than it said"));
        };
        self.left = Some(left);
        Ok(length)
    }
}
