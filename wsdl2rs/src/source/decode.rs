//! Bytes to text (XML 1.0, section 4.3.3 and appendix F).
//!
//! Vendors publish UTF-8, UTF-16 with a byte order mark, and the encodings of Western Windows.
//! ISO-8859-1 is read as windows-1252, which has letters where ISO-8859-1 has control characters.

/// A document's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Decoded {
    /// The text.
    Text(String),
    /// The text, though the XML declaration names another encoding than its bytes have.
    Mislabelled(String, String),
    /// A byte that the encoding has no character for.
    Malformed {
        /// The text with U+FFFD in place of what cannot be read.
        text: String,
        /// The offset of the first of these.
        at: usize,
        /// The encoding.
        encoding: String,
    },
    /// An encoding that is not supported, by name.
    Unsupported(String),
}

/// Decodes a document. A byte order mark is no part of the text.
pub(crate) fn decode(bytes: Vec<u8>) -> Decoded {
    match bytes.as_slice() {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Decoded::Unsupported("UTF-32".into()),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0, b'<', 0, _, ..] => utf16(&bytes, u16::from_be_bytes),
        [b'<', 0, _, 0, ..] => utf16(&bytes, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest.to_vec()),
        _ => declared(bytes),
    }
}

/// Decodes a document whose first characters are those of ASCII.
fn declared(bytes: Vec<u8>) -> Decoded {
    let Some(name) = declared_encoding(&bytes) else { return utf8(bytes) };
    match name.to_ascii_lowercase().as_str() {
        "utf-8" | "utf8" | "us-ascii" | "ascii" => utf8(bytes),
        "iso-8859-1" | "latin1" | "windows-1252" | "cp1252" => {
            Decoded::Text(bytes.iter().map(|byte| windows_1252(*byte)).collect())
        }
        _ if bytes.is_ascii() && extends_ascii(&name) => utf8(bytes),
        "utf-16" | "utf-16le" | "utf-16be" => match utf8(bytes) {
            Decoded::Text(text) => Decoded::Mislabelled(text, name),
            malformed @ (Decoded::Mislabelled(..)
            | Decoded::Malformed { .. }
            | Decoded::Unsupported(_)) => malformed,
        },
        _ => Decoded::Unsupported(name),
    }
}

/// Whether an encoding has ASCII as its first half.
fn extends_ascii(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    ["iso-8859-", "windows-125", "cp125", "koi8-"].iter().any(|prefix| name.starts_with(prefix))
}

/// `encoding` of the XML declaration.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(256)];
    let end = head.windows(2).position(|pair| pair == b"?>")?;
    let declaration = std::str::from_utf8(&head[..end]).ok()?.strip_prefix("<?xml")?;
    let (_, rest) = declaration.split_once("encoding")?;
    let value = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value[1..].split_once(quote).map(|(name, _)| name.trim().to_owned())
}

fn utf8(bytes: Vec<u8>) -> Decoded {
    match String::from_utf8(bytes) {
        Ok(text) => Decoded::Text(text),
        Err(error) => Decoded::Malformed {
            at: error.utf8_error().valid_up_to(),
            text: String::from_utf8_lossy(error.as_bytes()).into_owned(),
            encoding: "UTF-8".into(),
        },
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(pairs.len());
    let mut malformed = None;
    for character in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        if character.is_err() {
            malformed.get_or_insert(text.len());
        }
        text.push(character.unwrap_or(char::REPLACEMENT_CHARACTER));
    }
    if !rest.is_empty() {
        malformed.get_or_insert(text.len());
        text.push(char::REPLACEMENT_CHARACTER);
    }
    match malformed {
        None => Decoded::Text(text),
        Some(at) => Decoded::Malformed { text, at, encoding: "UTF-16".into() },
    }
}

/// The characters of windows-1252 for 0x80 to 0x9F; the five that it leaves out stay controls.
const WINDOWS_1252: [char; 32] = [
    '\u{20AC}', '\u{81}', '\u{201A}', '\u{192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{2C6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8D}', '\u{17D}', '\u{8F}',
    '\u{90}', '\u{2018}', '\u{2019}', '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{2DC}', '\u{2122}', '\u{161}', '\u{203A}', '\u{153}', '\u{9D}', '\u{17E}', '\u{178}',
];

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Decoded {
        Decoded::Text(text.to_owned())
    }

    fn labelled(encoding: &str, rest: &[u8]) -> Vec<u8> {
        let mut bytes = format!("<?xml version='1.0' encoding='{encoding}'?>").into_bytes();
        bytes.extend_from_slice(rest);
        bytes
    }

    #[test]
    fn encodings_of_real_documents() {
        let utf16le: Vec<u8> =
            "\u{feff}<a>\u{e9}</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let utf16be: Vec<u8> =
            "\u{feff}<a>\u{1F600}</a>".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let rows = [
            (b"<a/>".to_vec(), text("<a/>")),
            (b"\xEF\xBB\xBF<a/>".to_vec(), text("<a/>")),
            (utf16le, text("<a>\u{e9}</a>")),
            (utf16be, text("<a>\u{1F600}</a>")),
            (b"<\0a\0/\0>\0".to_vec(), text("<a/>")),
            (Vec::new(), text("")),
        ];
        for (bytes, expected) in rows {
            assert_eq!(decode(bytes), expected);
        }
    }

    #[test]
    fn the_declaration_names_the_encoding() {
        let rows: [(&str, &[u8], &str); 6] = [
            ("UTF-8", "<a>\u{e9}</a>".as_bytes(), "<a>\u{e9}</a>"),
            ("ISO-8859-1", b"<a>\xE9</a>", "<a>\u{e9}</a>"),
            ("iso-8859-1", b"<a>\x93\xE9\x94</a>", "<a>\u{201c}\u{e9}\u{201d}</a>"),
            ("Windows-1252", b"<a>\x80</a>", "<a>\u{20ac}</a>"),
            ("windows-1257", b"<a/>", "<a/>"),
            ("us-ascii", b"<a/>", "<a/>"),
        ];
        for (encoding, bytes, expected) in rows {
            let expected = format!("<?xml version='1.0' encoding='{encoding}'?>{expected}");
            assert_eq!(decode(labelled(encoding, bytes)), Decoded::Text(expected), "{encoding}");
        }
    }

    #[test]
    fn what_cannot_be_read_says_where() {
        let malformed = decode(b"<a>\xE9</a>".to_vec());
        let expected = "<a>\u{fffd}</a>".to_owned();
        assert_eq!(
            malformed,
            Decoded::Malformed { text: expected, at: 3, encoding: "UTF-8".into() }
        );
        let unsupported = decode(labelled("shift_jis", b"<a/>"));
        assert_eq!(unsupported, Decoded::Unsupported("shift_jis".into()));
        let mislabelled = decode(labelled("utf-16", b"<a/>"));
        assert!(matches!(mislabelled, Decoded::Mislabelled(_, name) if name == "utf-16"));
        assert!(matches!(decode(b"\xFF\xFE<\0a".to_vec()), Decoded::Malformed { at: 1, .. }));
    }
}
