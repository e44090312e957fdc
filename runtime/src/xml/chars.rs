//! Which characters may stand where (XML 1.0, productions 2 to 5), as one table of bytes.
//!
//! The table answers for ASCII; names beyond ASCII are judged character by character, and the
//! two non-characters U+FFFE and U+FFFF are found by their first byte.

/// A byte that may start a name, ASCII only and without the colon.
pub(crate) const NAME_START: u8 = 1;
/// A byte that may stand in a name, ASCII only and without the colon.
pub(crate) const NAME: u8 = 2;
/// A byte that text may be scanned over.
pub(crate) const TEXT: u8 = 4;
/// A byte that an attribute value may be scanned over.
pub(crate) const VALUE: u8 = 8;
/// White space: space, tab, carriage return, line feed.
pub(crate) const SPACE: u8 = 16;
/// A byte that comments, instructions and CDATA sections may be scanned over.
pub(crate) const RAW: u8 = 32;
/// A byte that needs a look when it is written as text.
pub(crate) const ODD_TEXT: u8 = 64;
/// A byte that needs a look when it is written in an attribute value.
pub(crate) const ODD_VALUE: u8 = 128;

/// The first byte of U+FFFE and U+FFFF in UTF-8 (and of much that is legal).
pub(crate) const SUSPECT: u8 = 0xEF;

static CLASSES: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    loop {
        table[byte as usize] = classes_of(byte);
        if byte == u8::MAX {
            return table;
        }
        byte += 1;
    }
}

const fn classes_of(byte: u8) -> u8 {
    let mut classes = 0;
    if byte.is_ascii_alphabetic() || byte == b'_' {
        classes |= NAME_START | NAME;
    }
    if byte.is_ascii_digit() || byte == b'-' || byte == b'.' {
        classes |= NAME;
    }
    if matches!(byte, b' ' | b'\t' | b'\r' | b'\n') {
        classes |= SPACE;
    }
    let legal = byte >= b' ' || matches!(byte, b'\t' | b'\n' | b'\r');
    if legal && byte != SUSPECT {
        classes |= RAW;
        if !matches!(byte, b'<' | b'&' | b']' | b'\r') {
            classes |= TEXT;
        }
        if byte >= b' ' && !matches!(byte, b'<' | b'&' | b'"' | b'\'') {
            classes |= VALUE;
        }
    }
    if byte < b' ' || matches!(byte, b'<' | b'>' | b'&' | SUSPECT) {
        classes |= ODD_VALUE;
        if !matches!(byte, b'\t' | b'\n') {
            classes |= ODD_TEXT;
        }
    }
    if byte == b'"' {
        classes |= ODD_VALUE;
    }
    classes
}

/// Whether any byte is of one of `classes`.
#[inline(always)]
pub(crate) fn any(bytes: &[u8], classes: u8) -> bool {
    bytes.iter().fold(0, |found, &byte| found | CLASSES[byte as usize]) & classes != 0
}

/// Whether `byte` is of one of `classes`.
#[inline(always)]
pub(crate) fn is(byte: u8, classes: u8) -> bool {
    CLASSES[byte as usize] & classes != 0
}

/// The first position from `at` on whose byte is not of `classes`, or the length. Bytes are taken
/// by eights, so that the end is looked for once in eight.
#[inline(always)]
pub(crate) fn scan(bytes: &[u8], mut at: usize, classes: u8) -> usize {
    while let Some(block) = bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()) {
        for (index, &byte) in block.iter().enumerate() {
            if !is(byte, classes) {
                return at + index;
            }
        }
        at += 8;
    }
    while let Some(&byte) = bytes.get(at) {
        if !is(byte, classes) {
            break;
        }
        at += 1;
    }
    at
}

/// Whether the bytes at `at` are U+FFFE or U+FFFF, the only characters that UTF-8 can write and
/// XML cannot carry, control characters apart.
#[inline]
pub(crate) fn is_non_character(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at..at + 3), Some([SUSPECT, 0xBF, 0xBE | 0xBF]))
}

/// The position of the first character in `text` that XML 1.0 forbids (production 2).
pub(crate) fn find_forbidden(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = 0;
    loop {
        at = scan(bytes, at, RAW);
        match bytes.get(at) {
            None => return None,
            Some(&SUSPECT) if !is_non_character(bytes, at) => at += 3,
            Some(_) => return Some(at),
        }
    }
}

/// Whether `c` is a character of XML 1.0 (production 2).
pub(crate) fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

/// Whether `c` may start a name: production 4 without the colon.
pub(crate) fn is_name_start(c: char) -> bool {
    matches!(c,
        'A'..='Z' | '_' | 'a'..='z' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}'
        | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}'
        | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

/// Whether `c` may stand in a name: production 4a without the colon.
pub(crate) fn is_name_char(c: char) -> bool {
    is_name_start(c)
        || matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}'
            | '\u{203F}'..='\u{2040}')
}
