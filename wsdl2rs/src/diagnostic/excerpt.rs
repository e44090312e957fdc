//! The line of a document that a report shows, made fit for a terminal.
//!
//! Lines are cut, and characters that a terminal would obey or hide are written as `\u{…}`: a
//! contract is foreign text, and may try to look different from what it is.

use std::borrow::Cow;
use std::fmt::Write;
use std::ops::Range;

/// How much of a long line is shown on either side of the marked part, in bytes.
const MARGIN: usize = 100;

/// A line, or what is shown of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    /// The text.
    pub(crate) text: String,
    /// The marked bytes of `text`.
    pub(crate) marked: Range<usize>,
    /// Whether the line begins before the text, so that columns of the text are not the line's.
    pub(crate) cut: bool,
}

impl Excerpt {
    /// The line of `text` where `range` begins, with the part of `range` that lies in it marked.
    pub(crate) fn new(text: &str, range: Range<usize>) -> Self {
        let start = boundary(text, range.start);
        let first = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let length = text[start..].find('\n').unwrap_or(text.len() - start);
        let line = &text[first..start + length];
        let line = line.strip_suffix('\r').unwrap_or(line);

        let start = (start - first).min(line.len());
        let end = range.end.saturating_sub(first).clamp(start, line.len());
        let end = boundary(line, end.min(start + 2 * MARGIN));
        let from = if start <= 2 * MARGIN { 0 } else { boundary(line, start - MARGIN) };
        let rest = line.len() - end;
        let to = if rest <= 2 * MARGIN { line.len() } else { boundary(line, end + MARGIN) };

        let mut shown = String::from(if from > 0 { "..." } else { "" });
        shown.push_str(&visible(&line[from..start]));
        let marked = shown.len();
        shown.push_str(&visible(&line[start..end]));
        let marked = marked..shown.len();
        shown.push_str(&visible(&line[end..to]));
        shown.push_str(if to < line.len() { "..." } else { "" });
        Self { text: shown, marked, cut: from > 0 }
    }
}

/// The last character boundary of `text` that is not after `at`.
fn boundary(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// The text with control, direction and invisible characters written out; tabs are kept.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if hidden(c) {
            write!(shown, "\\u{{{:x}}}", u32::from(c)).expect("a string takes what is written");
        } else {
            shown.push(c);
        }
    }
    Cow::Owned(shown)
}

/// Whether a terminal would obey the character, or show nothing for it.
fn hidden(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_shown_with_its_mark() {
        let rows: [(&str, Range<usize>, &str, &str); 8] = [
            ("one\ntwo three\nfour", 8..13, "two three", "three"),
            ("one\r\ntwo\r\n", 5..8, "two", "two"),
            ("<a\n  b>", 0..7, "<a", "<a"),
            ("a", 1..1, "a", ""),
            ("", 0..9, "", ""),
            ("\u{e4}b", 1..2, "\u{e4}b", "\u{e4}"),
            ("\ta\u{202e}b", 1..5, "\ta\\u{202e}b", "a\\u{202e}"),
            ("a\u{9b}31m", 0..1, "a\\u{9b}31m", "a"),
        ];
        for (text, range, line, marked) in rows {
            let excerpt = Excerpt::new(text, range);
            assert_eq!(excerpt.text, line);
            assert_eq!(&excerpt.text[excerpt.marked], marked, "{text:?}");
            assert!(!excerpt.cut);
        }
    }

    #[test]
    fn a_long_line_is_cut_around_its_mark() {
        let line = format!("{}<mark/>{}", "x".repeat(1_000), "y".repeat(1_000));
        let excerpt = Excerpt::new(&line, 1_000..1_007);
        assert!(excerpt.cut);
        assert_eq!(excerpt.text.len(), 3 + 100 + 7 + 100 + 3);
        assert_eq!(&excerpt.text[excerpt.marked], "<mark/>");

        let excerpt = Excerpt::new(&line, 0..1_500);
        assert!(!excerpt.cut);
        assert_eq!(excerpt.marked, 0..200);
    }
}
