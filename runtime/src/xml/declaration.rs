//! The XML declaration (XML 1.0, productions 23 to 32 and 80 to 81).

use super::chars::{self, SPACE};
use super::error::ErrorKind;

/// What an XML declaration says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Declaration<'a> {
    pub(crate) encoding: Option<&'a str>,
    /// The length of the declaration in bytes.
    pub(crate) length: usize,
}

/// Reads the declaration at the start of `input`, if one is there.
///
/// # Errors
/// The fault and its offset: what the grammar refuses, and any version but 1.0.
pub(crate) fn parse(input: &str) -> Result<Option<Declaration<'_>>, (usize, ErrorKind)> {
    let is_declaration = input.starts_with("<?xml")
        && input.as_bytes().get(5).is_some_and(|&byte| chars::is(byte, SPACE));
    if !is_declaration {
        return Ok(None);
    }
    if let Some(usual) = usual(input) {
        return Ok(Some(usual));
    }
    let mut parser = Parser { input, at: 5 };
    let version = parser.next()?.filter(|part| part.name == "version");
    let version =
        version.ok_or_else(|| malformed(5, "the XML declaration does not begin with a version"))?;
    if version.value != "1.0" {
        return Err((version.at, ErrorKind::Version(super::error::excerpt(version.value))));
    }
    let mut next = parser.next()?;
    let encoding = next.filter(|part| part.name == "encoding");
    if let Some(encoding) = encoding {
        if !is_encoding_name(encoding.value) {
            return Err(malformed(encoding.at, "the encoding's name is not one"));
        }
        next = parser.next()?;
    }
    if let Some(standalone) = next.filter(|part| part.name == "standalone") {
        if !matches!(standalone.value, "yes" | "no") {
            return Err(malformed(standalone.at, "standalone is neither `yes` nor `no`"));
        }
        next = parser.next()?;
    }
    if let Some(part) = next {
        return Err(malformed(
            part.at,
            "the XML declaration has a part that does not belong there",
        ));
    }
    if !input[parser.at..].starts_with("?>") {
        return Err(malformed(parser.at, "the XML declaration does not end with `?>`"));
    }
    Ok(Some(Declaration { encoding: encoding.map(|part| part.value), length: parser.at + 2 }))
}

/// The declaration, if it is written as most documents have it.
fn usual(input: &str) -> Option<Declaration<'_>> {
    const VERSION: &str = "<?xml version=\"1.0\"";
    const ENCODING: &str = " encoding=\"UTF-8\"";
    let rest = input.strip_prefix(VERSION)?;
    if rest.starts_with("?>") {
        return Some(Declaration { encoding: None, length: VERSION.len() + 2 });
    }
    let (encoding, rest) = rest.split_at_checked(ENCODING.len())?;
    let is_usual = encoding.eq_ignore_ascii_case(ENCODING) && encoding.starts_with(" encoding");
    (is_usual && rest.starts_with("?>")).then(|| Declaration {
        encoding: Some(&encoding[" encoding=\"".len()..ENCODING.len() - 1]),
        length: VERSION.len() + ENCODING.len() + 2,
    })
}

fn malformed(at: usize, detail: &'static str) -> (usize, ErrorKind) {
    (at, ErrorKind::NotWellFormed(detail.into()))
}

/// Production 81, `EncName`.
fn is_encoding_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

struct Parser<'a> {
    input: &'a str,
    at: usize,
}

/// ` name="value"`, and where the value stands.
#[derive(Clone, Copy)]
struct Part<'a> {
    name: &'a str,
    at: usize,
    value: &'a str,
}

impl<'a> Parser<'a> {
    /// The next part; `None` before `?>`.
    fn next(&mut self) -> Result<Option<Part<'a>>, (usize, ErrorKind)> {
        let spaced = self.skip_space();
        if self.input[self.at..].starts_with('?') {
            return Ok(None);
        }
        if !spaced {
            return Err(malformed(self.at, "white space is missing in the XML declaration"));
        }
        let start = self.at;
        self.at = chars::scan(self.input.as_bytes(), start, chars::NAME);
        let name = &self.input[start..self.at];
        self.skip_space();
        if !self.input[self.at..].starts_with('=') {
            return Err(malformed(self.at, "`=` is missing in the XML declaration"));
        }
        self.at += 1;
        self.skip_space();
        let rest = &self.input[self.at..];
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''));
        let value = quote.and_then(|quote| rest[1..].split_once(quote));
        let Some((value, _)) = value else {
            return Err(malformed(self.at, "a value in the XML declaration is not quoted"));
        };
        let at = self.at + 1;
        self.at = at + value.len() + 1;
        Ok(Some(Part { name, at, value }))
    }

    fn skip_space(&mut self) -> bool {
        let start = self.at;
        self.at = chars::scan(self.input.as_bytes(), start, SPACE);
        self.at > start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declarations() {
        for (input, expected) in [
            ("<a/>", Ok(None)),
            ("<?xml-stylesheet ?><a/>", Ok(None)),
            ("<?xml version='1.0'?><a/>", Ok(Some((None, 21)))),
            ("<?xml version=\"1.0\"?><a/>", Ok(Some((None, 21)))),
            ("<?xml version=\"1.0\" encoding=\"utf-8\"?>", Ok(Some((Some("utf-8"), 38)))),
            ("<?xml version=\"1.0\" Encoding=\"utf-8\"?>", Err(30)),
            ("<?xml version=\"1.0\" encoding='UTF-8' ?>", Ok(Some((Some("UTF-8"), 39)))),
            ("<?xml version = '1.0' standalone = 'no'?>", Ok(Some((None, 41)))),
            ("<?xml version='1.0' encoding='a' standalone='yes'?>", Ok(Some((Some("a"), 51)))),
            ("<?xml version='1.1'?>", Err(15)),
            ("<?xml version='1.00'?>", Err(15)),
            ("<?xml ?>", Err(5)),
            ("<?xml encoding='UTF-8'?>", Err(5)),
            ("<?xml version='1.0'encoding='UTF-8'?>", Err(19)),
            ("<?xml version='1.0' encoding=UTF-8?>", Err(29)),
            ("<?xml version='1.0' encoding=''?>", Err(30)),
            ("<?xml version='1.0' encoding='8'?>", Err(30)),
            ("<?xml version='1.0' encoding='\u{e9}'?>", Err(30)),
            ("<?xml version='1.0' standalone='maybe'?>", Err(32)),
            ("<?xml version='1.0' standalone='yes' encoding='a'?>", Err(47)),
            ("<?xml version='1.0' version='1.0'?>", Err(29)),
            ("<?xml version='1.0\"?>", Err(14)),
            ("<?xml version='1.0' ?", Err(20)),
            ("<?xml version", Err(13)),
        ] {
            let found = parse(input)
                .map(|found| found.map(|found| (found.encoding, found.length)))
                .map_err(|(at, _)| at);
            assert_eq!(found, expected, "{input}");
        }
    }
}
