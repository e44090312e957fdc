//! From bytes to characters (XML 1.0, section 4.3.3 and appendix F; RFC 7303, section 3).
//!
//! UTF-8, and UTF-16 with a byte order mark, are read, and ISO-8859-1 and windows-1252 where
//! they are named. Every other encoding is refused, and so is a document whose declaration or
//! Content-Type names another encoding than the bytes are in.

use std::borrow::Cow;
use std::str::Utf8Error;

use super::declaration;
use super::error::{ErrorKind, ReadError};
use super::place::{Locator, Place};
use super::{Limits, document_type, error};

/// The encodings that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Encoding {
    Utf8,
    /// With a byte order mark, so that ASCII alone is not ISO-8859-1 as well.
    MarkedUtf8,
    Utf16Le,
    Utf16Be,
    Latin1,
    Windows1252,
}

/// The characters of a document, without its byte order mark.
///
/// `charset` is the parameter of that name in the Content-Type of the bytes, if there is one.
///
/// # Errors
/// When the bytes are neither UTF-8 nor UTF-16 with a byte order mark nor what the XML declaration
/// and `charset` say, when one of these names another encoding (US-ASCII, ISO-8859-1 and
/// windows-1252 are taken for bytes that are ASCII), or when the bytes or the characters in UTF-8 are more than `Limits::decoded_body`. If such a document has a
/// document type declaration, that is the error; one that has no other fault the reader refuses.
pub fn decode<'a>(
    bytes: &'a [u8],
    charset: Option<&str>,
    limits: &Limits,
) -> Result<Cow<'a, str>, ReadError> {
    if bytes.len() > limits.decoded_body {
        return Err(too_large(limits));
    }
    characters(bytes, charset, limits).map_err(|error| {
        // Without the zeros of UTF-16 and UTF-32, ASCII is readable in all three.
        let legible: Vec<u8> = bytes.iter().copied().filter(|&byte| byte != 0).collect();
        document_type::first(&String::from_utf8_lossy(&legible), error)
    })
}

fn characters<'a>(
    bytes: &'a [u8],
    charset: Option<&str>,
    limits: &Limits,
) -> Result<Cow<'a, str>, ReadError> {
    let (encoding, text) = match bytes {
        [0, 0, 0xFE, 0xFF, ..] | [0xFF, 0xFE, 0, 0, ..] => {
            return Err(refused("UTF-32 is not read"));
        }
        [0xEF, 0xBB, 0xBF, content @ ..] => match std::str::from_utf8(content) {
            Ok(text) => (Encoding::MarkedUtf8, Cow::Borrowed(text)),
            Err(error) => return Err(not_utf_8(content, error, None)),
        },
        [0xFF, 0xFE, content @ ..] => {
            (Encoding::Utf16Le, utf_16(content, u16::from_le_bytes)?.into())
        }
        [0xFE, 0xFF, content @ ..] => {
            (Encoding::Utf16Be, utf_16(content, u16::from_be_bytes)?.into())
        }
        [b'<', 0, ..] | [0, b'<', ..] => {
            return Err(refused("UTF-16 is read only with a byte order mark"));
        }
        content => match std::str::from_utf8(content) {
            Ok(text) => (Encoding::Utf8, Cow::Borrowed(text)),
            Err(error) => match single_byte(content, charset) {
                Some((encoding, text)) => (encoding, text.into()),
                None => return Err(not_utf_8(content, error, charset)),
            },
        },
    };
    if text.len() > limits.decoded_body {
        return Err(too_large(limits));
    }
    if let Some(charset) = charset
        && !agrees(charset, encoding, &text)
        && !agrees(unquoted(charset), encoding, &text)
    {
        return Err(refused(format!(
            "Content-Type says charset {}, the bytes are {}",
            error::excerpt(unquoted(charset)),
            encoding.name()
        )));
    }
    check_declared(&text, encoding)?;
    Ok(text)
}

/// Checks that `text` declares no other encoding than UTF-8, which a `str` is.
pub(crate) fn check_str(text: &str) -> Result<(), ReadError> {
    check_declared(text, Encoding::Utf8).map_err(|error| document_type::first(text, error))
}

/// The length of the byte order mark at the start of a document that is read as it comes.
///
/// # Errors
/// When the first four bytes show that the document is not in UTF-8.
pub(crate) fn mark_of_utf_8(bytes: &[u8]) -> Result<usize, ReadError> {
    match bytes {
        [0xEF, 0xBB, 0xBF, ..] => Ok(3),
        [0, 0, 0xFE, 0xFF, ..] | [0xFF, 0xFE, 0, 0, ..] => Err(refused("UTF-32 is not read")),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b'<', 0, ..] | [0, b'<', ..] => {
            Err(refused("UTF-16 is not read as it comes, only as a whole"))
        }
        _ => Ok(0),
    }
}

/// Whether `text`, of which more may come, declares an encoding of which only ASCII is UTF-8.
///
/// # Errors
/// When it declares an encoding that is not read as it comes.
pub(crate) fn declares_ascii(text: &str) -> Result<bool, ReadError> {
    let Ok(Some(declaration)) = declaration::parse(text) else { return Ok(false) };
    let error = |error| document_type::first(text, error);
    check_declared(&text[..declaration.length], Encoding::Utf8).map_err(error)?;
    // What agrees with ASCII and not with all characters.
    Ok(declaration.encoding.is_some_and(|name| !agrees(name, Encoding::Utf8, "\u{80}")))
}

/// Checks that the encoding that `text` declares, if any, is `encoding`.
fn check_declared(text: &str, encoding: Encoding) -> Result<(), ReadError> {
    let declared = declaration::parse(text)
        .map_err(|(offset, kind)| ReadError::new(kind, Locator::new(text).place(offset)))?
        .and_then(|declaration| declaration.encoding);
    match declared {
        Some(name) if !agrees(name, encoding, text) => {
            let offset = text.find(name).unwrap_or(0);
            let detail = format!(
                "the document declares {}, it is {}",
                error::excerpt(name),
                encoding.name()
            );
            let place = Locator::new(text).place(offset);
            Err(ReadError::new(ErrorKind::Encoding(detail.into()), place))
        }
        _ => Ok(()),
    }
}

impl Encoding {
    fn name(self) -> &'static str {
        match self {
            Self::Utf8 | Self::MarkedUtf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Latin1 => "ISO-8859-1",
            Self::Windows1252 => "windows-1252",
        }
    }
}

fn unquoted(charset: &str) -> &str {
    charset.trim().trim_matches('"')
}

fn agrees(name: &str, encoding: Encoding, text: &str) -> bool {
    let is = |known: &str| name.eq_ignore_ascii_case(known);
    match encoding {
        Encoding::Utf8 | Encoding::MarkedUtf8 if is("UTF-8") || is("UTF8") => true,
        Encoding::MarkedUtf8 => (is("US-ASCII") || is("ASCII")) && text.is_ascii(),
        Encoding::Utf8 => {
            let has_ascii = is("US-ASCII") || is("ASCII") || of_single_bytes(name).is_some();
            has_ascii && text.is_ascii()
        }
        Encoding::Utf16Le => is("UTF-16") || is("UTF-16LE"),
        Encoding::Utf16Be => is("UTF-16") || is("UTF-16BE"),
        Encoding::Latin1 | Encoding::Windows1252 => of_single_bytes(name) == Some(encoding),
    }
}

/// The encoding of one byte a character that has this name, if it is one that is read.
fn of_single_bytes(name: &str) -> Option<Encoding> {
    let is_one_of = |known: &[&str]| known.iter().any(|known| name.eq_ignore_ascii_case(known));
    if is_one_of(&["ISO-8859-1", "ISO_8859-1", "Latin1"]) {
        Some(Encoding::Latin1)
    } else if is_one_of(&["windows-1252", "CP1252"]) {
        Some(Encoding::Windows1252)
    } else {
        None
    }
}

/// Bytes that are not UTF-8 in the encoding that Content-Type names, or else the declaration.
#[cold]
fn single_byte(bytes: &[u8], charset: Option<&str>) -> Option<(Encoding, String)> {
    let ascii = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(bytes.len());
    let start = std::str::from_utf8(&bytes[..ascii]).unwrap_or_default();
    let declared = || declaration::parse(start).ok()??.encoding;
    let encoding = of_single_bytes(charset.map(unquoted).or_else(declared)?)?;
    let character = |&byte: &u8| match byte {
        0x80..=0x9F if encoding == Encoding::Windows1252 => WINDOWS_1252[usize::from(byte) - 0x80],
        // The first 256 characters of Unicode are those of ISO-8859-1.
        byte => char::from(byte),
    };
    Some((encoding, bytes.iter().map(character).collect()))
}

/// The characters from 0x80 to 0x9F, where windows-1252 differs from ISO-8859-1. The five that
/// are not assigned stand for themselves, as the encoding standard of the web has it.
const WINDOWS_1252: [char; 32] = [
    '\u{20AC}', '\u{81}', '\u{201A}', '\u{192}', '\u{201E}', '\u{2026}', '\u{2020}', '\u{2021}',
    '\u{2C6}', '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8D}', '\u{17D}', '\u{8F}',
    '\u{90}', '\u{2018}', '\u{2019}', '\u{201C}', '\u{201D}', '\u{2022}', '\u{2013}', '\u{2014}',
    '\u{2DC}', '\u{2122}', '\u{161}', '\u{203A}', '\u{153}', '\u{9D}', '\u{17E}', '\u{178}',
];

#[cold]
fn not_utf_8(bytes: &[u8], error: Utf8Error, charset: Option<&str>) -> ReadError {
    let before = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
    // What is said of the encoding tells more than the first odd byte.
    if let Err(declared) = check_declared(before, Encoding::Utf8) {
        return declared;
    }
    let detail = match charset.map(unquoted).filter(|name| !agrees(name, Encoding::Utf8, "")) {
        Some(name) => {
            format!("Content-Type says charset {}, which is not read", error::excerpt(name)).into()
        }
        None => "the bytes are not UTF-8".into(),
    };
    ReadError::new(ErrorKind::Encoding(detail), Locator::new(before).place(before.len()))
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ReadError> {
    let mut pairs = bytes.chunks_exact(2);
    let units = pairs.by_ref().map(|pair| unit([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len() / 2);
    for c in char::decode_utf16(units) {
        match c {
            Ok(c) => text.push(c),
            Err(_) => {
                let place = Locator::new(&text).place(text.len());
                let kind = ErrorKind::Encoding("half of a UTF-16 surrogate pair".into());
                return Err(ReadError::new(kind, place));
            }
        }
    }
    if pairs.remainder().is_empty() {
        Ok(text)
    } else {
        Err(refused("UTF-16 ends in the middle of a character"))
    }
}

#[cold]
fn refused(detail: impl Into<Cow<'static, str>>) -> ReadError {
    ReadError::new(ErrorKind::Encoding(detail.into()), Place::start())
}

#[cold]
fn too_large(limits: &Limits) -> ReadError {
    let kind = ErrorKind::Limit { limit: "decoded_body", value: limits.decoded_body };
    ReadError::new(kind, Place::start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn single_bytes_are_read_as_named() {
        let declared = b"<?xml version='1.0' encoding='Windows-1252'?><a>\x80\xE9\x81</a>";
        let limits = Limits::default();
        for (bytes, charset, expected) in [
            (&b"<a>\xE9\x80</a>"[..], Some("\"iso-8859-1\""), Ok("<a>\u{E9}\u{80}</a>")),
            (b"<a>\xE9\x93</a>", Some("cp1252"), Ok("<a>\u{E9}\u{201C}</a>")),
            (&declared[45..], Some("windows-1252"), Ok("<a>\u{20AC}\u{E9}\u{81}</a>")),
            (declared, Some("latin1"), Err("the document declares Windows-1252, it is ISO-8859-1")),
            (declared, Some("koi8-r"), Err("says charset koi8-r, which is not read")),
            (b"<a>\xE9</a>", Some("koi8-r"), Err("says charset koi8-r, which is not read")),
            (b"<a>\xE9</a>", Some("utf-8"), Err("the bytes are not UTF-8")),
        ] {
            match (decode(bytes, charset, &limits), expected) {
                (Ok(found), Ok(expected)) => assert_eq!(found, expected),
                (Err(found), Err(expected)) => {
                    assert!(found.to_string().contains(expected), "{found}");
                }
                (found, expected) => panic!("{found:?} is not {expected:?}"),
            }
        }
        let text = decode(declared, None, &limits).map(Cow::into_owned);
        assert!(text.is_ok_and(|text| text.ends_with("<a>\u{20AC}\u{E9}\u{81}</a>")));
    }

    fn utf_16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(unit).collect()
    }

    #[test]
    fn only_agreeing_encodings_are_decoded() {
        let declared =
            |name: &str, rest: &str| format!("<?xml version='1.0' encoding='{name}'?>{rest}");
        let (le, be) = (u16::to_le_bytes, u16::to_be_bytes);
        let plain = |text: String| text.into_bytes();
        for (bytes, charset, is_read) in [
            (plain("<a>\u{E9}</a>".into()), None, true),
            (plain("\u{FEFF}<a>\u{E9}</a>".into()), Some("utf-8"), true),
            (plain(declared("Utf-8", "<a>\u{E9}</a>")), Some("\"UTF-8\""), true),
            (plain(declared("US-ASCII", "<a/>")), Some("us-ascii"), true),
            (plain(declared("US-ASCII", "<a>\u{E9}</a>")), None, false),
            (plain(declared("ISO-8859-1", "<a/>")), None, true),
            (plain(declared("ISO-8859-1", "<a>\u{E9}</a>")), None, false),
            (plain(declared("ISO-8859-15", "<a/>")), None, false),
            (plain(declared("UTF-16", "<a/>")), None, false),
            (plain("<a/>".into()), Some("utf-16"), false),
            (plain("<a/>".into()), Some("iso-8859-1"), true),
            (plain("<a>\u{E9}</a>".into()), Some("iso-8859-1"), false),
            (plain(declared("UTF-8", "<a/>")), Some("iso-8859-1"), true),
            (b"<a>\xE9</a>".to_vec(), Some("utf-8"), false),
            (b"<a>\xE9</a>".to_vec(), Some("iso-8859-15"), false),
            (b"\xEF\xBB\xBF<a>\xE9</a>".to_vec(), Some("iso-8859-1"), false),
            (plain("<a/>".into()), Some(""), false),
            (b"<a>\xE9</a>".to_vec(), None, false),
            (b"<a>\xC0\xAF</a>".to_vec(), None, false),
            (b"<a>\xED\xA0\x80</a>".to_vec(), None, false),
            (utf_16("<a>\u{E9}\u{10000}</a>", le), None, true),
            (utf_16("<a/>", be), Some("utf-16"), true),
            (utf_16(&declared("UTF-16", "<a/>"), be), Some("UTF-16BE"), true),
            (utf_16(&declared("UTF-16LE", "<a/>"), le), None, true),
            (utf_16(&declared("UTF-16LE", "<a/>"), be), None, false),
            (utf_16(&declared("UTF-8", "<a/>"), le), None, false),
            (utf_16("<a/>", le), Some("utf-8"), false),
            (utf_16("<a/>", le)[2..].to_vec(), None, false),
            (utf_16("<a/>", be)[2..].to_vec(), Some("utf-16"), false),
            (utf_16("<a/>", be)[..9].to_vec(), None, false),
            ([utf_16("<a>", le), vec![0x00, 0xD8], utf_16("</a>", le)].concat(), None, false),
            (b"\xFF\xFE\0\0<\0\0\0".to_vec(), None, false),
            (b"\0\0\xFE\xFF\0\0\0<".to_vec(), None, false),
        ] {
            let found = decode(&bytes, charset, &Limits::default());
            match found {
                Ok(text) => assert!(is_read, "{text}, {charset:?}"),
                Err(error) => {
                    assert!(!is_read, "{bytes:?}, {charset:?}: {error}");
                    assert!(matches!(error.kind(), ErrorKind::Encoding(_)), "{error}");
                }
            }
        }
    }
}
