//! Where the next tag, or the next element with its content, ends (XML 1.0, sections 2.4 to 3.1),
//! in bytes that come piece by piece.
//!
//! It judges nothing. Of a well-formed document it finds the ends; of any other the reader finds
//! the fault in what this gives it.

/// What is to be complete before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// What stands before the next tag, and that tag.
    Tag,
    /// The same, and if it is a start tag all up to the end tag.
    Element,
}

/// What the scanner is in the middle of.
#[derive(Clone, Copy, Debug)]
enum Inside {
    Content,
    /// A start tag, and within it perhaps a value in these quotes.
    StartTag(Option<u8>),
    EndTag,
    /// A comment, an instruction or a CDATA section: its end, and the first place that may be
    /// part of it.
    Other(&'static [u8], usize),
}

/// Goes on from where it was when more bytes have come, so each byte is looked at once.
#[derive(Debug)]
pub(super) struct Scanner {
    /// Where the unit begins.
    start: usize,
    /// How far the bytes have been looked at.
    at: usize,
    inside: Inside,
    /// How many elements of the unit are open.
    depth: usize,
    /// The unit that ends at `at`.
    found: Option<Unit>,
    /// How many elements may be open; beyond that the reader reports a fault.
    deepest: usize,
}

/// As long as the longest beginning of what begins with `<!` and is allowed or has its own fault.
const LONGEST: usize = b"<![CDATA[".len();

impl Scanner {
    pub(super) fn new(deepest: usize) -> Self {
        Self { start: 0, at: 0, inside: Inside::Content, depth: 0, found: None, deepest }
    }

    /// Looks for the unit that begins at `start`, unless that is what was done last.
    pub(super) fn begin(&mut self, start: usize) {
        if self.start != start {
            *self = Self { start, at: start, ..Self::new(self.deepest) };
        }
    }

    /// Takes note that the first `count` bytes are gone.
    pub(super) fn pass(&mut self, count: usize) {
        if self.start < count {
            *self = Self::new(self.deepest);
            return;
        }
        self.start -= count;
        self.at -= count;
        if let Inside::Other(_, from) = &mut self.inside {
            *from -= count;
        }
    }

    /// Where the unit ends, if that has been found.
    pub(super) fn end(&self) -> Option<usize> {
        self.found.map(|_| self.at)
    }

    /// Whether the unit, or something that the reader refuses, ends in `bytes`.
    pub(super) fn scan(&mut self, bytes: &[u8], unit: Unit) -> bool {
        if self.at > bytes.len() || self.found.is_some_and(|found| found != unit) {
            *self = Self { start: self.start, at: self.start, ..Self::new(self.deepest) };
        }
        while self.found.is_none() {
            let Some(ends) = self.piece(bytes, unit) else { return false };
            self.found = ends.then_some(unit);
        }
        true
    }

    /// Passes over one piece of text or markup: whether the unit ends with it. `None` when it is
    /// not complete.
    fn piece(&mut self, bytes: &[u8], unit: Unit) -> Option<bool> {
        match self.inside {
            Inside::Content => self.content(bytes),
            Inside::StartTag(quote) => self.start_tag(bytes, quote, unit),
            Inside::EndTag => {
                self.skip_past(bytes, b'>')?;
                self.inside = Inside::Content;
                self.depth = self.depth.saturating_sub(1);
                Some(self.depth == 0)
            }
            Inside::Other(end, from) => {
                self.skip_past(bytes, b'>')?;
                if bytes[from..self.at].ends_with(end) {
                    self.inside = Inside::Content;
                }
                Some(false)
            }
        }
    }

    fn content(&mut self, bytes: &[u8]) -> Option<bool> {
        self.at = find(bytes, self.at, b'<');
        let rest = &bytes[self.at..];
        let (inside, length) = match rest.get(1)? {
            b'/' => (Inside::EndTag, 2),
            b'?' => (Inside::Other(b"?>", self.at + 2), 2),
            b'!' if rest.starts_with(b"<!--") => (Inside::Other(b"-->", self.at + 4), 4),
            b'!' if rest.starts_with(b"<![CDATA[") => (Inside::Other(b"]]>", self.at + 9), 9),
            b'!' => {
                self.at += rest.get(..LONGEST)?.len();
                return Some(true);
            }
            _ => (Inside::StartTag(None), 1),
        };
        self.at += length;
        self.inside = inside;
        Some(false)
    }

    fn start_tag(&mut self, bytes: &[u8], mut quote: Option<u8>, unit: Unit) -> Option<bool> {
        while let Some(&byte) = bytes.get(self.at) {
            self.at += 1;
            match (quote, byte) {
                (None, b'>') => {
                    self.inside = Inside::Content;
                    let is_empty = bytes[..self.at].ends_with(b"/>");
                    self.depth += usize::from(!is_empty);
                    let ends = self.depth == 0 || self.depth > self.deepest;
                    return Some(ends || unit == Unit::Tag);
                }
                (None, b'"' | b'\'') => quote = Some(byte),
                (Some(open), _) if open == byte => quote = None,
                _ => {}
            }
        }
        self.inside = Inside::StartTag(quote);
        None
    }

    /// Goes on behind the next `byte`, if there is one.
    fn skip_past(&mut self, bytes: &[u8], byte: u8) -> Option<()> {
        self.at = find(bytes, self.at, byte);
        bytes.get(self.at)?;
        self.at += 1;
        Some(())
    }
}

/// The first position from `at` on that has `byte`, or the length. Bytes are taken by sixteens, in
/// a form that compilers turn into vector instructions.
#[inline]
fn find(bytes: &[u8], mut at: usize, byte: u8) -> usize {
    while let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk::<16>()) {
        if block.iter().fold(false, |found, &other| found | (other == byte)) {
            break;
        }
        at += 16;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|&other| other == byte).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text, and where its first tag and its first element end, if they do.
    const ROWS: &[(&str, Option<usize>, Option<usize>)] = &[
        ("<a>b</a>c", Some(3), Some(8)),
        (" <a/>", Some(5), Some(5)),
        ("</a>b", Some(4), Some(4)),
        ("<a><a></a></a></a>", Some(3), Some(14)),
        ("<a b='>' c=\"'/>\"><d e='\"'/></a>x", Some(17), Some(31)),
        ("x<!-- <a> --><?p <a> ?><![CDATA[<a>]]><a></a>", Some(41), Some(45)),
        ("<!--> --><a/>", Some(13), Some(13)),
        ("<?><a/>?><a/>", Some(13), Some(13)),
        ("<a><![CDATA[]] ></a>]]></a>", Some(3), Some(27)),
        ("<a><!-- > -></a> --></a>", Some(3), Some(24)),
        ("<a", None, None),
        ("<a b='>", None, None),
        ("<a><b>", Some(3), None),
        ("<a><!-- </a>", Some(3), None),
        ("text", None, None),
        ("<", None, None),
        ("<!", None, None),
        ("<!DOCTYP", None, None),
        ("<!DOCTYPE a>", Some(9), Some(9)),
        ("<a><!--", Some(3), None),
        ("<a <b>", Some(6), None),
        ("<a b='<'>", Some(9), None),
        ("<a><a><a><a><a>", Some(3), Some(12)),
    ];

    /// In one piece and byte by byte, also after bytes that are passed.
    #[test]
    fn ends_are_found() {
        for &(text, tag, element) in ROWS {
            for (unit, end) in [(Unit::Tag, tag), (Unit::Element, element)] {
                for passed in [0, 7] {
                    let bytes = [&b"<passed"[..passed], text.as_bytes()].concat();
                    let mut whole = Scanner::new(3);
                    whole.begin(passed);
                    assert_eq!(whole.scan(&bytes, unit), end.is_some(), "{text} {unit:?}");
                    let mut dripped = Scanner::new(3);
                    dripped.begin(passed);
                    let length =
                        (passed..=bytes.len()).find(|&length| dripped.scan(&bytes[..length], unit));
                    assert_eq!(length.map(|length| length - passed), end, "{text} {unit:?}");
                    if let Some(end) = end {
                        assert_eq!((whole.at, dripped.at), (passed + end, passed + end), "{text}");
                    }
                    whole.pass(passed);
                    assert_eq!(whole.scan(&bytes[passed..], unit), end.is_some(), "{text}");
                }
            }
        }
    }

    #[test]
    fn bytes_are_found_at_every_distance() {
        for (length, at) in (0..40).flat_map(|length| (0..=length).map(move |at| (length, at))) {
            let mut bytes = vec![b'x'; length];
            bytes.extend_from_slice(b"<<");
            assert_eq!(find(&bytes, at, b'<'), length);
            assert_eq!(find(&bytes[..length], at, b'<'), length);
        }
    }
}
