//! What can be wrong with a document, and where.

use std::fmt::{self, Write};

pub use super::error_kind::ErrorKind;
use super::place::Place;

/// Why a document could not be read, and at which place.
///
/// Displays as one line, `PATH, line L, column C: MESSAGE`, with control characters escaped.
pub struct ReadError(Box<Inner>);

struct Inner {
    kind: ErrorKind,
    place: Place,
}

impl ReadError {
    #[cold]
    #[inline(never)]
    pub(crate) fn new(kind: ErrorKind, place: Place) -> Self {
        Self(Box::new(Inner { kind, place }))
    }

    /// What is wrong.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// The element at fault as local names from the root on, such as `/Envelope/Body/Item[2]`.
    ///
    /// An element has its number among the siblings of the same local name when it is not the
    /// first of them, or when it is an item of a list. An attribute ends the path as `/@name`.
    /// A fault outside the root element has the path `/`.
    #[must_use]
    pub fn path(&self) -> String {
        self.0.place.path()
    }

    /// The line of the fault, from 1.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.0.place.line
    }

    /// The column of the fault in characters, from 1.
    #[must_use]
    pub fn column(&self) -> u32 {
        self.0.place.column
    }

    /// The fault's distance from the start of the document in bytes of UTF-8, a byte order mark
    /// not counted.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.0.place.offset
    }

    /// The same error, with the number shown for the element at `depth` (1 is the root element)
    /// even when it is the first of its name: for items of a list.
    #[must_use]
    #[cold]
    pub fn numbered_at(mut self, depth: usize) -> Self {
        self.0.place.number_at(depth);
        self
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner { kind, place } = &*self.0;
        write!(Escaped(f), "{}, line {}, column {}: ", place.path(), place.line, place.column)?;
        write!(f, "{kind}")
    }
}

impl fmt::Debug for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReadError")
            .field("kind", &self.0.kind)
            .field("path", &self.path())
            .field("line", &self.line())
            .field("column", &self.column())
            .finish()
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        if let ErrorKind::Io(error) = &self.0.kind {
            Some(error)
        } else if let ErrorKind::InvalidValue { error, .. } = &self.0.kind {
            Some(error)
        } else {
            None
        }
    }
}

/// Writes through with control characters, line separators and characters that turn the
/// direction of writing as `\u{…}`, so that a document cannot draw on a terminal.
pub(crate) struct Escaped<'a, 'b>(pub(crate) &'a mut fmt::Formatter<'b>);

impl Write for Escaped<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            if is_unprintable(c) {
                write!(self.0, "{}", c.escape_unicode())?;
            } else {
                self.0.write_char(c)?;
            }
        }
        Ok(())
    }
}

fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// The first 64 characters of `text`.
pub(crate) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(64) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::QName;
    use crate::value::ValueError;

    #[test]
    fn a_result_is_one_register() {
        assert_eq!(size_of::<Result<(), ReadError>>(), size_of::<usize>());
    }

    #[test]
    fn messages() {
        let name = || QName::from_static("urn:x", "a");
        let excerpt = || "t\n".to_owned();
        for (kind, message) in [
            (ErrorKind::NotWellFormed("why".into()), "not well-formed: why"),
            (ErrorKind::DocumentType, "document type declarations are refused"),
            (ErrorKind::Version("1.1".into()), "XML 1.1 is refused, XML 1.0 is read"),
            (ErrorKind::Limit { limit: "depth", value: 7 }, "over the limit `depth` of 7"),
            (
                ErrorKind::UnexpectedElement { found: name(), expected: vec![] },
                "unexpected element {urn:x}a",
            ),
            (
                ErrorKind::UnexpectedElement { found: name(), expected: vec![name(), name()] },
                "unexpected element {urn:x}a, expected one of {urn:x}a, {urn:x}a",
            ),
            (
                ErrorKind::MissingChoice { names: vec![name(), name()], type_name: "T" },
                "missing one of {urn:x}a, {urn:x}a in T",
            ),
            (ErrorKind::UnexpectedText { excerpt: excerpt() }, "unexpected text \"t\\u{a}\""),
            (
                ErrorKind::InvalidValue {
                    error: ValueError::new("xs:int", "too large"),
                    excerpt: excerpt(),
                },
                "\"t\\u{a}\" is not a valid xs:int: too large",
            ),
            (ErrorKind::Expired { excerpt: excerpt() }, "the message expired at t\\u{a}"),
            (
                ErrorKind::Early { excerpt: excerpt() },
                "the message is of t\\u{a}, which is yet to come",
            ),
            (
                ErrorKind::Unrelated { excerpt: excerpt() },
                "the message answers another one, \"t\\u{a}\"",
            ),
            (
                ErrorKind::Occurrence { name: "a".into(), found: 1, min: 2, max: Some(3) },
                "count of a is 1, expected 2 to 3",
            ),
            (
                ErrorKind::Occurrence { name: "a".into(), found: 1, min: 2, max: None },
                "count of a is 1, expected at least 2",
            ),
        ] {
            assert_eq!(kind.to_string(), message);
        }
    }

    #[test]
    fn excerpts_are_64_characters() {
        for (length, expected) in [(63, 63), (64, 64), (65, 65), (1_000, 65)] {
            assert_eq!(super::excerpt(&"\u{E9}".repeat(length)).chars().count(), expected);
        }
        assert!(super::excerpt(&"x".repeat(65)).ends_with("x…"));
    }
}
