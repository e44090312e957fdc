//! Character references and the five predefined entities (XML 1.0, sections 4.1 and 4.6), and the
//! normalisation of line ends (2.11) and attribute values (3.3.3).

use std::borrow::Cow;

use super::chars;

/// The character that the reference at the start of `text` stands for, and the reference's length.
///
/// `text` starts with `&`. `None` when it is no reference to a predefined entity or to a legal
/// character.
pub(crate) fn parse(text: &str) -> Option<(char, usize)> {
    let end = text.find(';')?;
    let c = match &text[1..end] {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        numeric => parse_number(numeric)?,
    };
    Some((c, end + 1))
}

fn parse_number(numeric: &str) -> Option<char> {
    let digits = numeric.strip_prefix('#')?;
    let (digits, radix) = match digits.strip_prefix('x') {
        Some(digits) => (digits, 16),
        None => (digits, 10),
    };
    // `from_str_radix` takes a sign, which a reference must not have.
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let code = u32::from_str_radix(digits, radix).ok()?;
    char::from_u32(code).filter(|&c| chars::is_char(c))
}

/// A value as an application sees it: references resolved, white space turned to spaces.
///
/// `raw` has been checked: every reference in it is one that [`parse`] takes.
#[cold]
#[inline(never)]
pub(crate) fn attribute_value(raw: &str) -> Cow<'_, str> {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find(['&', '\t', '\n', '\r']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match parse(rest) {
            Some((c, length)) if rest.starts_with('&') => {
                out.push(c);
                rest = &rest[length..];
            }
            _ => {
                out.push(' ');
                rest = rest.strip_prefix("\r\n").unwrap_or(&rest[1..]);
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Appends `raw`, which has no references, with its line ends as single line feeds.
pub(crate) fn push_normalised(out: &mut String, raw: &str) {
    let mut rest = raw;
    while let Some(at) = rest.find('\r') {
        out.push_str(&rest[..at]);
        out.push('\n');
        rest = &rest[at + 1..];
        rest = rest.strip_prefix('\n').unwrap_or(rest);
    }
    out.push_str(rest);
}
