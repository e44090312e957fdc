//! How a document is read: tolerant or strict, within which limits, and who hears of what was
//! skipped.

use std::fmt;
use std::sync::Arc;

use super::Limits;
use crate::QName;

type Observer = Arc<dyn Fn(&Skipped) + Send + Sync>;

/// How a document is read.
///
/// The default is tolerant: what the schema does not know is skipped and reported to
/// [`on_skipped`](Self::on_skipped). Whether a document is well-formed is judged the same in both.
#[derive(Clone, Default)]
pub struct ReadOptions {
    strict: bool,
    limits: Limits,
    observer: Option<Observer>,
}

impl ReadOptions {
    /// Refuses all that the schema refuses.
    #[must_use]
    pub fn strict() -> Self {
        Self { strict: true, ..Self::default() }
    }

    /// Whether all is refused that the schema refuses.
    #[must_use]
    pub fn is_strict(&self) -> bool {
        self.strict
    }

    /// The limits that are kept while reading.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// The same options with other limits.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// The same options with `observer` called once for each thing that is skipped, in document
    /// order. It has no effect on strict reading, which skips nothing.
    #[must_use]
    pub fn on_skipped(mut self, observer: impl Fn(&Skipped) + Send + Sync + 'static) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    pub(crate) fn observer(&self) -> Option<&Observer> {
        self.observer.as_ref()
    }
}

impl fmt::Debug for ReadOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReadOptions")
            .field("strict", &self.strict)
            .field("limits", &self.limits)
            .field("on_skipped", &self.observer.is_some())
            .finish()
    }
}

/// Something in a document that tolerant reading passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Skipped {
    /// The path of the element that was skipped, or that holds what was skipped; made as the path
    /// of a [`ReadError`](super::ReadError).
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
    /// What was skipped.
    pub item: SkippedItem,
}

/// What was skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SkippedItem {
    /// An element with all its content.
    Element(QName),
    /// An attribute.
    Attribute(QName),
    /// Text where the schema has elements only: its first 64 characters.
    Text(String),
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = super::error::Escaped(f);
        fmt::write(
            &mut out,
            format_args!("{}, line {}, column {}: skipped ", self.path, self.line, self.column),
        )?;
        match &self.item {
            SkippedItem::Element(name) => fmt::write(&mut out, format_args!("element {name}")),
            SkippedItem::Attribute(name) => fmt::write(&mut out, format_args!("attribute {name}")),
            SkippedItem::Text(text) => fmt::write(&mut out, format_args!("text \"{text}\"")),
        }
    }
}
