//! The whiteSpace facet (XML Schema Part 2, section 4.3.6).
//!
//! White space is space, tab, line feed and carriage return, nothing else that Unicode counts as
//! such. A text that is normal already is handed back without a copy.

use std::borrow::Cow;

use super::{TextValue, ValueError, WhiteSpace};

/// Applies the whiteSpace facet to a text.
///
/// A borrowed text stays borrowed where nothing but its ends has to go.
///
/// ```
/// use wsdl2rs_runtime::value::{normalize, WhiteSpace};
///
/// assert_eq!(normalize(" a\tb  c ".into(), WhiteSpace::Collapse), "a b c");
/// assert_eq!(normalize(" a\tb ".into(), WhiteSpace::Replace), " a b ");
/// ```
#[must_use]
#[inline]
pub fn normalize(text: Cow<'_, str>, white_space: WhiteSpace) -> Cow<'_, str> {
    match white_space {
        WhiteSpace::Preserve => text,
        WhiteSpace::Replace if !text.bytes().any(is_control_space) => text,
        WhiteSpace::Replace => Cow::Owned(text.replace(['\t', '\n', '\r'], " ")),
        WhiteSpace::Collapse => collapse(text),
    }
}

/// The text with its white space treated.
#[doc(hidden)]
#[must_use]
pub fn normalized(text: String, white_space: WhiteSpace) -> String {
    match normalize(Cow::Borrowed(&text), white_space) {
        Cow::Owned(normal) => normal,
        Cow::Borrowed(normal) if normal.len() == text.len() => text,
        Cow::Borrowed(normal) => normal.to_owned(),
    }
}

/// Reads a value from a text to which the whiteSpace facet has not been applied yet.
///
/// ```
/// use wsdl2rs_runtime::value::from_text;
///
/// assert_eq!(from_text::<i32>(" +042\n"), Ok(42));
/// ```
///
/// # Errors
/// As [`TextValue::parse`].
pub fn from_text<T: TextValue>(text: &str) -> Result<T, ValueError> {
    T::parse(&normalize(Cow::Borrowed(text), T::WHITE_SPACE))
}

/// The lexical form of a value as a text of its own.
///
/// ```
/// use wsdl2rs_runtime::value::to_text;
///
/// assert_eq!(to_text(&f64::INFINITY), "INF");
/// ```
#[must_use]
pub fn to_text<T: TextValue>(value: &T) -> String {
    let mut text = String::new();
    value.write(&mut text);
    text
}

/// Whether a character is white space in XML.
pub(crate) const fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

const fn is_control_space(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\r')
}

#[inline(never)]
fn collapse(text: Cow<'_, str>) -> Cow<'_, str> {
    if is_collapsed(&text) {
        return text;
    }
    if let Cow::Borrowed(text) = text {
        let inner = text.trim_matches(is_space);
        if is_collapsed(inner) {
            return Cow::Borrowed(inner);
        }
    }
    let mut collapsed = String::with_capacity(text.len());
    for word in words(&text) {
        if !collapsed.is_empty() {
            collapsed.push(' ');
        }
        collapsed.push_str(word);
    }
    Cow::Owned(collapsed)
}

/// The parts of a text between white space; none of them is empty.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_space).filter(|word| !word.is_empty())
}

/// No control space, no space at an end, no two spaces in a row.
fn is_collapsed(text: &str) -> bool {
    let mut rest = text.as_bytes();
    // Most texts have no space at all; without an early end the loop takes many bytes at once.
    if !rest.iter().fold(false, |found, byte| found | (*byte <= b' ')) {
        return true;
    }
    if let [b' ', ..] | [.., b' '] = rest {
        return false;
    }
    while let Some(at) = rest.iter().position(|byte| *byte <= b' ') {
        if is_control_space(rest[at]) {
            return false;
        }
        rest = &rest[at + 1..];
        if let [b' ', ..] = rest {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_treated_as_the_facet_says() {
        let rows = [
            ("", "", ""),
            ("a", "a", "a"),
            (" ", " ", ""),
            ("\t\r\n", "   ", ""),
            (" a", " a", "a"),
            ("a ", "a ", "a"),
            ("a b", "a b", "a b"),
            ("a  b", "a  b", "a b"),
            ("\na\tb\r\nc ", " a b  c ", "a b c"),
            ("\u{a0}a\u{2003}", "\u{a0}a\u{2003}", "\u{a0}a\u{2003}"),
            ("é  ü", "é  ü", "é ü"),
        ];
        for (text, replaced, collapsed) in rows {
            assert_eq!(normalize(text.into(), WhiteSpace::Preserve), text);
            assert_eq!(normalize(text.into(), WhiteSpace::Replace), replaced);
            assert_eq!(normalize(text.into(), WhiteSpace::Collapse), collapsed);
            let owned = Cow::Owned(text.to_owned());
            assert_eq!(normalize(owned, WhiteSpace::Collapse), collapsed);
        }
    }

    #[test]
    fn a_text_is_copied_only_where_its_inside_changes() {
        for (text, copied) in [("a b", false), (" a b\n", false), ("a  b", true), ("a\tb", true)] {
            let collapsed = normalize(Cow::Borrowed(text), WhiteSpace::Collapse);
            assert_eq!(matches!(collapsed, Cow::Owned(_)), copied, "{text:?}");
        }
    }
}
