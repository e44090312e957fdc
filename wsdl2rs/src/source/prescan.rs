//! A look at the markup before a tree is built: document type declarations are refused, and what
//! the tree costs is bounded. Building it is quadratic in the attributes of an element and in the
//! namespaces in scope.
//!
//! The look is linear. Markup that it cannot follow is left to the parser, which says what is wrong.

use std::ops::Range;

use super::limits::Limits;

/// Comparisons of namespace prefixes that building a tree may take: a few seconds' worth at most.
const NAMESPACE_WORK: usize = 200_000_000;

/// Why a document is not parsed, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// A document type declaration, or another declaration outside one.
    Doctype(Range<usize>),
    /// XML 1.1.
    Version(Range<usize>),
    /// More elements within elements than the limit.
    Depth(Range<usize>),
    /// More attributes of one element than the limit.
    Attributes(Range<usize>),
    /// More namespace declarations than the limits.
    Namespaces(Range<usize>),
    /// More nodes than the limit.
    Nodes(Range<usize>),
}

/// Looks at a document of at most `nodes` nodes; the number of markup items that it has.
///
/// # Errors
/// When it has a document type declaration, or exceeds a limit.
pub(crate) fn prescan(text: &str, limits: &Limits, nodes: usize) -> Result<usize, Obstacle> {
    let mut scan = Scan { text, at: 0, open: Vec::new(), in_scope: 0, work: 0, limits };
    let mut count = 0;
    while let Some(offset) = memchr(b'<', &text.as_bytes()[scan.at..]) {
        scan.at += offset;
        count += 1;
        if count > nodes {
            return Err(Obstacle::Nodes(scan.at..scan.at + 1));
        }
        if scan.markup()?.is_none() {
            break;
        }
    }
    Ok(count)
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// The number of namespace declarations of each open element.
    open: Vec<usize>,
    in_scope: usize,
    work: usize,
    limits: &'a Limits,
}

/// What a start tag has.
struct StartTag {
    range: Range<usize>,
    attributes: usize,
    namespaces: usize,
    is_empty: bool,
}

impl Scan<'_> {
    /// Passes the markup at the present place; nothing where it has no end.
    fn markup(&mut self) -> Result<Option<()>, Obstacle> {
        let rest = &self.text[self.at..];
        if rest.starts_with("<!--") {
            return Ok(self.skip(4, "-->"));
        }
        if rest.starts_with("<![CDATA[") {
            return Ok(self.skip(9, "]]>"));
        }
        if rest.starts_with("<?") {
            let start = self.at;
            let found = self.skip(2, "?>");
            let passed = &self.text[start..self.at];
            let is_declaration = start == 0 && passed.starts_with("<?xml ");
            if is_declaration && (passed.contains("\"1.1\"") || passed.contains("'1.1'")) {
                return Err(Obstacle::Version(start..self.at));
            }
            return Ok(found);
        }
        if rest.starts_with("<!") {
            let end = rest.find(['>', '[', '\n']).unwrap_or(rest.len());
            return Err(Obstacle::Doctype(self.at..self.at + end));
        }
        if rest.starts_with("</") {
            self.in_scope -= self.open.pop().unwrap_or(0);
            return Ok(self.skip(2, ">"));
        }
        let Some(tag) = start_tag(self.text, self.at) else { return Ok(None) };
        self.at = tag.range.end;
        self.check(tag)?;
        Ok(Some(()))
    }

    fn skip(&mut self, opening: usize, closing: &str) -> Option<()> {
        let found = self.text[self.at + opening..].find(closing)?;
        self.at += opening + found + closing.len();
        Some(())
    }

    fn check(&mut self, tag: StartTag) -> Result<(), Obstacle> {
        if tag.attributes > self.limits.attributes {
            return Err(Obstacle::Attributes(tag.range));
        }
        let in_scope = self.in_scope + tag.namespaces;
        if tag.namespaces > 0 {
            self.work += in_scope * in_scope;
        }
        let too_many = tag.namespaces > self.limits.namespaces
            || in_scope > self.limits.namespaces_in_scope
            || self.work > NAMESPACE_WORK;
        if too_many {
            return Err(Obstacle::Namespaces(tag.range));
        }
        if self.open.len() >= self.limits.depth {
            return Err(Obstacle::Depth(tag.range));
        }
        if !tag.is_empty {
            self.open.push(tag.namespaces);
            self.in_scope = in_scope;
        }
        Ok(())
    }
}

/// Reads the start tag at `start`; nothing where it has no end.
fn start_tag(text: &str, start: usize) -> Option<StartTag> {
    let bytes = text.as_bytes();
    let mut tag = StartTag { range: start..start, attributes: 0, namespaces: 0, is_empty: false };
    let mut at = start + 1;
    let mut word = at;
    loop {
        match bytes.get(at)? {
            b'>' => break,
            b'=' => {
                tag.attributes += 1;
                tag.namespaces += usize::from(text[word..at].starts_with("xmlns"));
            }
            quote @ (b'"' | b'\'') => {
                at += 1 + memchr(*quote, &bytes[at + 1..])?;
                word = at + 1;
            }
            byte if byte.is_ascii_whitespace() && bytes.get(at + 1).is_some_and(is_name_byte) => {
                word = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    tag.is_empty = bytes[at - 1] == b'/';
    tag.range.end = at + 1;
    Some(tag)
}

fn is_name_byte(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80
}

/// The end of the start tag that begins at `start`, for a document that is well-formed.
pub(crate) fn start_tag_end(text: &str, start: usize) -> usize {
    start_tag(text, start).map_or(start, |tag| tag.range.end)
}

fn memchr(needle: u8, haystack: &[u8]) -> Option<usize> {
    haystack.iter().position(|byte| *byte == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn limits() -> Limits {
        Limits {
            depth: 3,
            attributes: 3,
            namespaces: 2,
            namespaces_in_scope: 3,
            ..Limits::default()
        }
    }

    #[test]
    fn harmless_documents_pass() {
        let rows = [
            ("<a/>", 1),
            ("<?xml version='1.0'?><!-- <!DOCTYPE --><a><![CDATA[<!DOCTYPE]]></a>", 5),
            ("<a b='>' c=\"<'\"><b><c/></b></a>", 5),
            ("<a xmlns='1' xmlns:b='2'><b xmlns:c='3'/><b xmlns:c='3'/></a>", 4),
            ("<a b = '1' c\n=\n'2' d='3'/>", 1),
            ("<a", 1),
            ("text only", 0),
        ];
        for (text, count) in rows {
            assert_eq!(prescan(text, &limits(), 10), Ok(count), "{text}");
        }
    }

    #[test]
    fn obstacles_have_places() {
        let deep = Obstacle::Depth(9..13);
        let rows = [
            ("<!DOCTYPE a><a/>", Obstacle::Doctype(0..11)),
            ("<!-- x --><!DOCTYPE a [\n]><a/>", Obstacle::Doctype(10..22)),
            ("<a/><!ENTITY x 'y'>", Obstacle::Doctype(4..18)),
            ("<?xml version=\"1.1\"?><a/>", Obstacle::Version(0..21)),
            ("<a><b><c><d/></c></b></a>", deep),
            ("<a b='' c='' d='' e=''/>", Obstacle::Attributes(0..24)),
            ("<a xmlns='' xmlns:b='' xmlns:c=''/>", Obstacle::Namespaces(0..35)),
            ("<a xmlns='' xmlns:b=''><b xmlns:c='' xmlns:d=''/></a>", Obstacle::Namespaces(23..49)),
            ("<a><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/></a>", Obstacle::Nodes(39..40)),
        ];
        for (text, obstacle) in rows {
            assert_eq!(prescan(text, &limits(), 10), Err(obstacle), "{text}");
        }
    }

    #[test]
    fn siblings_do_not_share_their_scope_and_still_cost() {
        let declarations: String = (0..60).map(|n| format!(" xmlns:n{n}=''")).collect();
        let text = format!("<a>{}</a>", format!("<b{declarations}/>").repeat(60_000));
        let found = prescan(&text, &Limits::default(), 100_000);
        assert!(matches!(found, Err(Obstacle::Namespaces(_))));
    }
}
