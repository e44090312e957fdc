//! Places in documents.

use std::ops::Range;

/// A document of the source map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SourceId(u32);

impl SourceId {
    /// The document with this index in the source map.
    pub(crate) fn new(index: usize) -> Self {
        Self(u32::try_from(index).expect("the number of documents is limited"))
    }

    /// The index in the source map.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A range of bytes in a document. Ordered by document, then by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    /// The document.
    pub(crate) source: SourceId,
    start: u32,
    end: u32,
}

impl Span {
    /// The place of `range`, in bytes of the document's text.
    pub(crate) fn new(source: SourceId, range: Range<usize>) -> Self {
        let offset = |at: usize| u32::try_from(at).expect("the size of a document is limited");
        Self { source, start: offset(range.start), end: offset(range.end) }
    }

    /// The bytes of the document's text.
    pub(crate) fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spanned<T> {
    /// The value.
    pub(crate) value: T,
    /// Where it stands: the attribute's value, or the element's start tag.
    pub(crate) span: Span,
}

impl<T> Spanned<T> {
    /// A value at a place.
    pub(crate) fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}
