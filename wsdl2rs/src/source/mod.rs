//! The documents as read: their addresses, their text, and places in them.

pub(crate) mod catalog;
mod decode;
pub(crate) mod limits;
pub(crate) mod loader;
pub(crate) mod prescan;
pub(crate) mod span;
pub(crate) mod uri;
pub(crate) mod well_known;

use std::sync::Arc;

pub(crate) use catalog::Catalog;
pub(crate) use decode::{Decoded, decode};
pub(crate) use limits::Limits;
pub(crate) use loader::Loader;
#[cfg(test)]
pub(crate) use loader::{FileLoader, MemoryLoader};
pub(crate) use span::{SourceId, Span, Spanned};
pub(crate) use uri::Location;

/// One document as read.
#[derive(Debug)]
pub(crate) struct Source {
    /// Where it was read from.
    location: Location,
    /// Its decoded text, without a byte order mark.
    text: Arc<str>,
    /// The offset of each line's first byte.
    lines: Vec<u32>,
}

/// All documents of a run. A `SourceId` is an index.
#[derive(Debug, Default)]
pub(crate) struct SourceMap {
    sources: Vec<Source>,
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
        let id = SourceId::new(self.sources.len());
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = std::iter::once(0).chain(starts.map(|(at, _)| at as u32 + 1)).collect();
        self.sources.push(Source { location, text: Arc::from(text), lines });
        id
    }

    /// The documents in the order in which they were read.
    pub(crate) fn iter(&self) -> impl Iterator<Item = SourceId> + use<> {
        (0..self.sources.len()).map(SourceId::new)
    }

    /// The address for people, as `FILE` of a finding: the path as the user wrote it, or joined
    /// from such a path and a document's reference.
    pub(crate) fn uri(&self, id: SourceId) -> &str {
        self.location(id).path()
    }

    /// The address for generated text: relative to the entry document's folder, or the URI that
    /// the catalog maps. It never tells where on a machine a file lies.
    pub(crate) fn name(&self, id: SourceId) -> &str {
        self.location(id).name()
    }

    /// Where the document was read from.
    pub(crate) fn location(&self, id: SourceId) -> &Location {
        &self.sources[id.index()].location
    }

    /// The decoded text.
    pub(crate) fn text(&self, id: SourceId) -> &Arc<str> {
        &self.sources[id.index()].text
    }

    /// The files on disk that were read, for `cargo::rerun-if-changed`.
    pub(crate) fn files(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().filter(|source| source.location.is_file()).map(|s| s.location.path())
    }

    /// Where a place begins.
    pub(crate) fn position(&self, span: Span) -> Position {
        let source = &self.sources[span.source.index()];
        let start = span.range().start.min(source.text.len());
        let line = source.lines.partition_point(|first| *first as usize <= start);
        let first = source.lines[line - 1] as usize;
        let column = source.text.get(first..start).map_or(1, |text| text.chars().count() + 1);
        Position { line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_counts_lines_and_characters() {
        let mut sources = SourceMap::default();
        let id = sources.add(Location::entry("a.wsdl"), "ab\n\u{e9}\u{4e00}c\n".to_owned());
        for (offset, line, column) in
            [(0, 1, 1), (2, 1, 3), (3, 2, 1), (5, 2, 2), (8, 2, 3), (10, 3, 1)]
        {
            let position = sources.position(Span::new(id, offset..offset));
            assert_eq!(position, Position { line, column }, "offset {offset}");
        }
    }
}
