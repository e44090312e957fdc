//! A pattern of XML Schema, and after a line feed a text: the generator takes the text for a
//! default of a type with that pattern just where a slow matcher does that reads the pattern by the
//! letter of Appendix F. Texts of the pattern's own characters are tried beside.

use std::fmt::Write as _;
use std::fs;

use wsdl2rs::Config;

use super::document::in_scratch;
use super::oracle::Expression;

/// The line of the pattern; the texts have those that follow.
const PATTERN: usize = 3;

/// The finding on a default that is not of its type.
const NO_VALUE: &str = "e-props-correct.2";

/// Judges a text both ways.
pub(super) fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (pattern, text) = text.split_once('\n').unwrap_or((text, ""));
    if pattern.len() > 200 || text.len() > 40 || !data.iter().all(|byte| is_legal(*byte)) {
        return;
    }
    let own: String = pattern.chars().filter(|c| c.is_alphanumeric()).take(4).collect();
    let doubled = format!("{own}{own}");
    // More than five findings of a kind are counted, not told.
    let texts = [text, "", "-", &own, &doubled];
    let Some(refused) = refused(pattern, &texts) else { return };
    let expression = Expression::parse(pattern)
        .unwrap_or_else(|| panic!("`{pattern}` is no expression by the letter"));
    for (text, is_refused) in texts.iter().zip(refused) {
        let Some(slowly) = expression.is_match(text) else { continue };
        assert_eq!(!is_refused, slowly, "`{pattern}` on {text:?}");
    }
}

/// Which texts the generator takes for no value; nothing where it refuses the pattern.
fn refused(pattern: &str, texts: &[&str]) -> Option<Vec<bool>> {
    let mut schema = String::from(
        "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>\n\
         <xs:simpleType name='T'><xs:restriction base='xs:string'>\n<xs:pattern value='",
    );
    put(pattern, &mut schema);
    schema.push_str("'/></xs:restriction></xs:simpleType>");
    for (number, text) in texts.iter().enumerate() {
        let _ = write!(schema, "\n<xs:element name='e{number}' type='T' default='");
        put(text, &mut schema);
        schema.push_str("'/>");
    }
    schema.push_str("</xs:schema>\n");
    in_scratch(|folder| {
        let path = folder.join("fuzz.xsd");
        fs::write(&path, &schema).expect("the schema can be written");
        let mut refused = vec![false; texts.len()];
        let Err(error) = Config::new(&path).generate() else { return Some(refused) };
        for finding in error.findings().iter().filter(|finding| finding.is_error()) {
            if finding.line() <= PATTERN {
                return None;
            }
            assert_eq!(finding.code(), NO_VALUE, "{error}");
            refused[finding.line() - PATTERN - 1] = true;
        }
        Some(refused)
    })
}

fn is_legal(byte: u8) -> bool {
    byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r')
}

/// Writes a text as a value of an attribute.
fn put(text: &str, out: &mut String) {
    for character in text.chars() {
        match character {
            '<' | '&' | '\'' | '\t' | '\n' | '\r' | '\u{FFFE}' | '\u{FFFF}' => {
                let _ = write!(out, "&#{};", u32::from(character));
            }
            _ => out.push(character),
        }
    }
}
