//! The documents as read: their addresses, their text, and places in them.

pub(crate) mod span;

pub(crate) use span::{SourceId, Span, Spanned};
