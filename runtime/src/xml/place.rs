//! Where in a document an offset is: path, line and column, found by scanning the document again.
//!
//! Reading keeps none of this, so that it costs nothing until something is reported. The document
//! up to the offset has been read and found well-formed; beyond that nothing is relied on.

use std::collections::HashMap;

use super::items::Origin;

/// A place in a document.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) offset: usize,
    pub(crate) line: u32,
    pub(crate) column: u32,
    steps: Vec<Step>,
    attribute: Option<Box<str>>,
}

#[derive(Clone, Debug)]
struct Step {
    local: Box<str>,
    /// The number among the siblings of the same local name, from 1.
    ordinal: u32,
    /// Whether the number is shown even when it is 1.
    numbered: bool,
}

impl Place {
    /// The start of the document.
    pub(crate) fn start() -> Self {
        Self { offset: 0, line: 1, column: 1, steps: Vec::new(), attribute: None }
    }

    pub(crate) fn path(&self) -> String {
        let mut path = String::new();
        for step in &self.steps {
            path.push('/');
            path.push_str(&step.local);
            if step.numbered || step.ordinal > 1 {
                path.push_str(&format!("[{}]", step.ordinal));
            }
        }
        if let Some(attribute) = &self.attribute {
            path.push_str("/@");
            path.push_str(attribute);
        }
        if path.is_empty() {
            path.push('/');
        }
        path
    }

    /// The local name and the number of the element at `depth`, which is 0 for the root.
    pub(crate) fn step_mut(&mut self, depth: usize) -> Option<(&str, &mut u32)> {
        let step = self.steps.get_mut(depth)?;
        Some((&step.local, &mut step.ordinal))
    }

    /// Moves the place as `from`, before it in the same text, is moved to `to`.
    pub(crate) fn move_by(&mut self, from: Position, to: Position) {
        let Position { offset, line, column } = to;
        self.column = match self.line.checked_sub(from.line) {
            Some(0) => column.saturating_add(self.column.saturating_sub(from.column)),
            _ => self.column,
        };
        self.line = line.saturating_add(self.line.saturating_sub(from.line));
        self.offset = offset + self.offset.saturating_sub(from.offset);
    }

    pub(crate) fn number_at(&mut self, depth: usize) {
        if let Some(step) = depth.checked_sub(1).and_then(|at| self.steps.get_mut(at)) {
            step.numbered = true;
        }
    }

    pub(crate) fn with_attribute(mut self, name: &str) -> Self {
        self.attribute = Some(name.into());
        self
    }

    /// The same place seen from the parent of the innermost element.
    pub(crate) fn of_parent(mut self) -> Self {
        self.steps.pop();
        self
    }
}

/// The place of one offset in a document.
#[cold]
pub(crate) fn place_of(input: &str, offset: usize) -> Place {
    Locator::new(input).place(offset)
}

/// Finds places in one document. Asked again, it goes on from where it was.
#[derive(Debug)]
pub(crate) struct Locator<'a> {
    input: &'a str,
    /// Where `input` stands in the document, if it is a part of one.
    origin: Option<&'a Origin>,
    /// How far the document has been scanned: always a position between two pieces of markup.
    at: Position,
    elements: Vec<Element<'a>>,
    /// The innermost open element at `at`.
    open: Option<usize>,
    /// For each open element, and before them the document, how many children had which name.
    counts: Vec<HashMap<&'a str, u32>>,
    depth: usize,
    /// The position found last, from which the next one is often near.
    last: Position,
}

/// A position between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    offset: usize,
    line: u32,
    column: u32,
}

const START: Position = Position::START;

impl Position {
    /// The start of a document.
    pub(crate) const START: Self = Self { offset: 0, line: 1, column: 1 };

    /// The position after `text`, which stands at this one. No line feed follows a carriage return
    /// at its end.
    pub(crate) fn after(self, text: &str) -> Self {
        let (lines, column) = if text.contains('\r') {
            let end = advance(START, text, text);
            (end.line - 1, end.column)
        } else {
            let lines = text.bytes().filter(|&byte| byte == b'\n').count();
            let line = text.rfind('\n').map_or(0, |at| at + 1);
            (lines as u32, text[line..].chars().count() as u32 + 1)
        };
        Self {
            offset: self.offset + text.len(),
            line: self.line.saturating_add(lines),
            column: if lines == 0 { self.column.saturating_add(column - 1) } else { column },
        }
    }
}

#[derive(Debug)]
struct Element<'a> {
    local: &'a str,
    start: Position,
    /// The offset after the end tag, or `usize::MAX` while that has not been scanned.
    end: usize,
    parent: Option<usize>,
    ordinal: u32,
}

impl<'a> Locator<'a> {
    pub(crate) fn new(input: &'a str) -> Self {
        Self::within(input, None)
    }

    /// A locator of a part of a document, which stands at `origin`.
    pub(crate) fn within(input: &'a str, origin: Option<&'a Origin>) -> Self {
        Self {
            input,
            origin,
            at: START,
            elements: Vec::new(),
            open: None,
            counts: vec![HashMap::new()],
            depth: 0,
            last: START,
        }
    }

    /// The place of `offset`. An element whose start tag begins at `offset` is in the path, and
    /// so is one whose end tag begins there.
    pub(crate) fn place(&mut self, offset: usize) -> Place {
        let offset = floor_char_boundary(self.input, offset);
        while self.at.offset <= offset && self.scan_markup() {}
        let next = self.elements.partition_point(|element| element.start.offset <= offset);
        let mut element = next.checked_sub(1);
        let mut from = element.map_or(START, |at| self.elements[at].start);
        if (from.offset..=offset).contains(&self.last.offset) {
            from = self.last;
        }
        while let Some(at) = element.filter(|&at| self.elements[at].end <= offset) {
            element = self.elements[at].parent;
        }
        self.last = advance(from, &self.input[from.offset..offset], self.input);
        let mut steps = Vec::new();
        while let Some(at) = element {
            let Element { local, ordinal, parent, .. } = self.elements[at];
            steps.push(Step { local: local.into(), ordinal, numbered: false });
            element = parent;
        }
        steps.reverse();
        let Position { line, column, .. } = self.last;
        let place = Place { offset, line, column, steps, attribute: None };
        match self.origin {
            Some(origin) => {
                let head = self.input.get(..origin.head()).unwrap_or_default();
                origin.in_document(place, head)
            }
            None => place,
        }
    }

    /// Scans to the next piece of markup and over it; `false` at the end of what makes sense.
    fn scan_markup(&mut self) -> bool {
        let input = self.input;
        let rest = &input[self.at.offset..];
        let Some(start) = rest.find('<') else { return false };
        let markup = &rest[start..];
        let Some(length) = markup_length(markup) else { return false };
        let start = advance(self.at, &rest[..start], input);
        let end = advance(start, &markup[..length], input);
        self.at = end;
        if markup.starts_with("</") {
            if let Some(at) = self.open {
                self.close(at, end.offset);
            }
        } else if !markup.starts_with("<!") && !markup.starts_with("<?") {
            self.open(local_name(&markup[1..length]), start);
            if let (true, Some(at)) = (markup[..length].ends_with("/>"), self.open) {
                self.close(at, end.offset);
            }
        }
        true
    }

    fn open(&mut self, local: &'a str, start: Position) {
        let ordinal = self.counts[self.depth].entry(local).or_insert(0);
        *ordinal += 1;
        let (parent, ordinal) = (self.open, *ordinal);
        self.open = Some(self.elements.len());
        self.elements.push(Element { local, start, end: usize::MAX, parent, ordinal });
        self.depth += 1;
        match self.counts.get_mut(self.depth) {
            None => self.counts.push(HashMap::new()),
            // Clearing takes time in proportion to the room, so much room is given back.
            Some(counts) if counts.capacity() > 64 => *counts = HashMap::new(),
            Some(counts) => counts.clear(),
        }
    }

    fn close(&mut self, at: usize, end: usize) {
        self.elements[at].end = end;
        self.open = self.elements[at].parent;
        self.depth -= 1;
    }
}

/// The length of the comment, CDATA section, instruction or tag at the start of `markup`.
fn markup_length(markup: &str) -> Option<usize> {
    let ends_with = |open: &str, close: &str| {
        Some(open.len() + markup[open.len()..].find(close)? + close.len())
    };
    if markup.starts_with("<!--") {
        ends_with("<!--", "-->")
    } else if markup.starts_with("<![CDATA[") {
        ends_with("<![CDATA[", "]]>")
    } else if markup.starts_with("<?") {
        ends_with("<?", "?>")
    } else {
        tag_length(markup)
    }
}

fn tag_length(markup: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in markup.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// The local part of the name at the start of `tag`.
fn local_name(tag: &str) -> &str {
    let end = tag.find(['>', '/', ' ', '\t', '\r', '\n']).unwrap_or(tag.len());
    let name = &tag[..end];
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// The position after `text`, which stands at `from` in `input`.
fn advance(from: Position, text: &str, input: &str) -> Position {
    let Position { offset, mut line, mut column } = from;
    for (at, c) in text.char_indices() {
        let ends_line = match c {
            '\n' => true,
            '\r' => input.as_bytes().get(offset + at + 1) != Some(&b'\n'),
            _ => false,
        };
        if ends_line {
            line += 1;
            column = 1;
        } else {
            column += 1;
        }
    }
    Position { offset: offset + text.len(), line, column }
}

/// The nearest offset at or before `offset` that is not inside a character.
fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = "<?xml version='1.0'?>\r\n<!-- <x> --><a>\n é<p:b k='>'/><b\n/>\
                            <b><![CDATA[</b>]]><c/></b></a>";

    #[test]
    fn places() {
        for (before, path, line, column) in [
            ("?xml", "/", 1, 2),
            ("<a>", "/a", 2, 13),
            ("é", "/a", 3, 2),
            ("<p:b", "/a/b", 3, 3),
            ("'>'", "/a/b", 3, 10),
            ("<b\n", "/a/b[2]", 3, 15),
            ("/><b>", "/a/b[2]", 4, 1),
            ("<b><!", "/a/b[3]", 4, 3),
            ("<c/>", "/a/b[3]/c", 4, 22),
            ("</b></a>", "/a/b[3]", 4, 26),
            ("</a>", "/a", 4, 30),
        ] {
            let offset = DOCUMENT.find(before).expect("each is in the document");
            let place = Locator::new(DOCUMENT).place(offset);
            assert_eq!((place.path().as_str(), place.line, place.column), (path, line, column));
        }
    }

    #[test]
    fn places_do_not_depend_on_the_order_of_asking() {
        let mut shared = Locator::new(DOCUMENT);
        let offsets = (0..=DOCUMENT.len()).rev().chain(0..=DOCUMENT.len());
        for offset in offsets {
            let place = shared.place(offset);
            let fresh = Locator::new(DOCUMENT).place(offset);
            assert_eq!(
                (place.path(), place.line, place.column),
                (fresh.path(), fresh.line, fresh.column)
            );
        }
    }

    #[test]
    fn the_first_of_its_name_is_numbered_on_request() {
        let mut place = Locator::new("<a><b><c>").place(6);
        place.number_at(2);
        place.number_at(9);
        assert_eq!(place.path(), "/a/b[1]/c");
        assert_eq!(place.of_parent().with_attribute("k").path(), "/a/b[1]/@k");
    }
}
