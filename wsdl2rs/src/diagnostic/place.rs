//! Where a finding points: into a document, or at an option of the configuration.

use std::ops::Range;
use std::panic::Location;
use std::sync::Arc;

use crate::source::Span;

/// A place that a finding can point at. Options come before documents when findings are sorted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// An option.
    Option(Origin),
    /// A range of a document.
    Document(Span),
}

/// Where an option was set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Origin {
    /// A call of the builder, in a build script.
    Caller(&'static Location<'static>),
    /// An entry of a configuration file.
    File {
        /// The file.
        file: Arc<OptionFile>,
        /// The bytes of its text.
        start: usize,
        /// The end of the bytes.
        end: usize,
    },
}

/// A configuration file, kept for its findings.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct OptionFile {
    /// Its path, as given.
    pub(crate) name: String,
    /// Its text.
    pub(crate) text: String,
}

impl Origin {
    /// The place of `range`, in bytes of the file's text.
    pub(crate) fn file(file: &Arc<OptionFile>, range: Range<usize>) -> Self {
        Self::File { file: Arc::clone(file), start: range.start, end: range.end }
    }
}

impl From<Span> for Place {
    fn from(span: Span) -> Self {
        Self::Document(span)
    }
}

impl From<&Origin> for Place {
    fn from(origin: &Origin) -> Self {
        Self::Option(origin.clone())
    }
}
