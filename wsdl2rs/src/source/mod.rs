//! The documents as read: their addresses, their text, and places in them.

pub(crate) mod span;

pub(crate) use span::{SourceId, Span, Spanned};

/// The documents of a run. (Filled by the loader.)
#[derive(Debug, Default)]
pub(crate) struct SourceMap {}

impl SourceMap {
    /// The address.
    pub(crate) fn uri(&self, _id: SourceId) -> &str {
        ""
    }
    /// Line and column.
    pub(crate) fn position(&self, _span: Span) -> (usize, usize) {
        (0, 0)
    }
}
