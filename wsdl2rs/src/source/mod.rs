//! The documents as read: their addresses, their text, and places in them.

pub(crate) mod span;

use std::sync::Arc;

pub(crate) use span::{SourceId, Span, Spanned};

/// Where a document was read from.
#[derive(Clone, Debug)]
pub(crate) struct Location(String);

impl Location {
    /// A document that the user named.
    pub(crate) fn entry(path: &str) -> Self {
        Self(path.to_owned())
    }
}

/// All documents of a run. A `SourceId` is an index.
#[derive(Debug, Default)]
pub(crate) struct SourceMap {
    sources: Vec<(Location, Arc<str>)>,
}

/// A place for people: line and column, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    /// The line.
    pub(crate) line: usize,
    /// The column.
    pub(crate) column: usize,
}

impl SourceMap {
    /// Adds a document.
    pub(crate) fn add(&mut self, location: Location, text: String) -> SourceId {
        self.sources.push((location, Arc::from(text)));
        SourceId::new(self.sources.len() - 1)
    }

    /// The address for people.
    pub(crate) fn uri(&self, id: SourceId) -> &str {
        &self.sources[id.index()].0.0
    }

    /// The decoded text.
    pub(crate) fn text(&self, id: SourceId) -> &Arc<str> {
        &self.sources[id.index()].1
    }

    /// Where a place begins.
    pub(crate) fn position(&self, span: Span) -> Position {
        let text = &self.sources[span.source.index()].1;
        let before = text.get(..span.range().start).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Position { line, column }
    }
}
