//! Why a value could not be written, and at which place of the document.

use std::borrow::Cow;
use std::fmt::{self, Write};

use super::error::Escaped;

/// Why a value could not be written. Displays as one line, `PATH: MESSAGE`.
pub struct WriteError(Box<Inner>);

struct Inner {
    kind: WriteErrorKind,
    path: String,
}

/// What is wrong with a value.
#[derive(Debug)]
#[non_exhaustive]
pub enum WriteErrorKind {
    /// A text has a character that XML 1.0 forbids (production 2).
    ForbiddenCharacter(char),
    /// A value that its type does not allow; the detail says why.
    InvalidValue(Cow<'static, str>),
    /// The output failed.
    Io(std::io::Error),
}

impl WriteError {
    #[cold]
    #[inline(never)]
    pub(crate) fn new(kind: WriteErrorKind, path: String) -> Self {
        Self(Box::new(Inner { kind, path }))
    }

    #[cold]
    pub(crate) fn io(error: std::io::Error) -> Self {
        Self::new(WriteErrorKind::Io(error), "/".to_owned())
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> &WriteErrorKind {
        &self.0.kind
    }

    /// The element or attribute being written, as in [`ReadError::path`](super::ReadError::path).
    #[must_use]
    pub fn path(&self) -> &str {
        &self.0.path
    }
}

impl fmt::Display for WriteErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = Escaped(f);
        match self {
            Self::ForbiddenCharacter(c) => {
                write!(out, "the character U+{:04X} cannot be written in XML 1.0", u32::from(*c))
            }
            Self::InvalidValue(detail) => out.write_str(detail),
            Self::Io(error) => write!(out, "writing failed: {error}"),
        }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(Escaped(f), "{}: ", self.0.path)?;
        write!(f, "{}", self.0.kind)
    }
}

impl fmt::Debug for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WriteError")
            .field("kind", &self.0.kind)
            .field("path", &self.0.path)
            .finish()
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        if let WriteErrorKind::Io(error) = &self.0.kind { Some(error) } else { None }
    }
}
