//! Why nothing was generated, for those who called.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::{Finding, Severity, Style, render};

/// Why nothing was generated or written.
///
/// `Debug` is the report itself, as `Display` is: a build script whose `main` returns this error
/// shows the documents' faults with their places, since Rust prints `Debug` there.
pub struct Error(Box<Reason>);

/// What went wrong.
enum Reason {
    /// The input is at fault; at least one finding is an error.
    Input(Vec<Finding>),
    /// What was written before is not what would be written now; the difference.
    Differs { path: PathBuf, diff: String },
    /// A file or folder could not be read or written.
    Io { doing: &'static str, path: PathBuf, error: io::Error },
    /// A build script's environment lacks a variable.
    Environment(&'static str),
    /// The configuration names no document.
    NoSource,
}

impl Error {
    /// The input is at fault.
    pub(crate) fn input(findings: Vec<Finding>) -> Self {
        Self(Box::new(Reason::Input(findings)))
    }

    /// The file at `path` is not what would be written.
    pub(crate) fn differs(path: &Path, diff: String) -> Self {
        Self(Box::new(Reason::Differs { path: path.to_owned(), diff }))
    }

    /// `doing` (such as "read") did not work on the file at `path`.
    pub(crate) fn io(doing: &'static str, path: &Path, error: io::Error) -> Self {
        Self(Box::new(Reason::Io { doing, path: path.to_owned(), error }))
    }

    /// The variable is set by Cargo for build scripts, and is not set here.
    pub(crate) fn environment(variable: &'static str) -> Self {
        Self(Box::new(Reason::Environment(variable)))
    }

    /// The configuration names no document, so that nothing could come of it.
    pub(crate) fn no_source() -> Self {
        Self(Box::new(Reason::NoSource))
    }

    /// Whether the input is at fault, or what was written before: correcting a document, an option
    /// or the checked-in code helps. Otherwise a file could not be read or written.
    #[must_use]
    pub fn is_input(&self) -> bool {
        match &*self.0 {
            Reason::Input(findings) => !findings.iter().any(|finding| finding.is_unreadable()),
            Reason::Differs { .. } | Reason::NoSource => true,
            Reason::Io { .. } | Reason::Environment(_) => false,
        }
    }

    /// What was found in the input, errors and what is merely worth knowing, by place.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        match &*self.0 {
            Reason::Input(findings) => findings,
            Reason::Differs { .. }
            | Reason::Io { .. }
            | Reason::Environment(_)
            | Reason::NoSource => &[],
        }
    }

    /// The report, without the findings' own.
    pub(crate) fn summary(&self) -> String {
        match &*self.0 {
            Reason::Input(findings) => {
                format!("nothing is generated: {}", super::render::count(findings))
            }
            Reason::Differs { path, .. } => {
                format!("{} is not what would be written", path.display())
            }
            Reason::Io { doing, path, error } => {
                format!("cannot {doing} `{}`: {error}", path.display())
            }
            Reason::Environment(variable) => {
                format!("{variable} is not set: call this from a build script")
            }
            Reason::NoSource => "no document is named: neither by `Config::source` nor under \
                                 `source` of a configuration file"
                .to_owned(),
        }
    }

    /// The difference between what was written before and what would be written.
    pub(crate) fn diff(&self) -> Option<&str> {
        match &*self.0 {
            Reason::Differs { diff, .. } => Some(diff),
            Reason::Input(_) | Reason::Io { .. } | Reason::Environment(_) | Reason::NoSource => {
                None
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.summary())?;
        match &*self.0 {
            Reason::Input(findings) => {
                debug_assert!(findings.iter().any(|f| f.severity == Severity::Error));
                write!(f, "\n\n{}", render(findings, Style::Plain).trim_end())
            }
            Reason::Differs { diff, .. } => write!(f, "\n\n{}", diff.trim_end()),
            Reason::Io { .. } | Reason::Environment(_) | Reason::NoSource => Ok(()),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &*self.0 {
            Reason::Io { error, .. } => Some(error),
            Reason::Input(_)
            | Reason::Differs { .. }
            | Reason::Environment(_)
            | Reason::NoSource => None,
        }
    }
}
