//! `Content-Transfer-Encoding` (RFC 2045, section 6). Binary content is not copied.

use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::MimeError;

/// Undoes the encoding that a part names; the default is `7bit`.
///
/// # Errors
/// When the encoding is unknown, or the content is not in it.
pub(super) fn decode(encoding: Option<&str>, content: Vec<u8>) -> Result<Vec<u8>, MimeError> {
    let encoding = encoding.unwrap_or("7bit").trim();
    // What claims to be 7bit and is not does no harm: nothing is done with it.
    if ["binary", "8bit", "7bit", ""].iter().any(|name| encoding.eq_ignore_ascii_case(name)) {
        Ok(content)
    } else if encoding.eq_ignore_ascii_case("base64") {
        base64(content)
    } else if encoding.eq_ignore_ascii_case("quoted-printable") {
        quoted_printable(&content)
    } else {
        Err(MimeError::TransferEncoding(format!("{encoding} is not known").into()))
    }
}

/// Section 6.8: what is no character of the alphabet is passed over.
fn base64(mut content: Vec<u8>) -> Result<Vec<u8>, MimeError> {
    let padded = DecodePaddingMode::Indifferent;
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(padded);
    content.retain(|byte| byte.is_ascii_alphanumeric() || b"+/=".contains(byte));
    let engine = GeneralPurpose::new(&base64::alphabet::STANDARD, config);
    let decoded = engine.decode(&content);
    decoded.map_err(|_| MimeError::TransferEncoding("the content is not base64".into()))
}

/// Section 6.7.
fn quoted_printable(content: &[u8]) -> Result<Vec<u8>, MimeError> {
    let refused = || MimeError::TransferEncoding("the content is not quoted-printable".into());
    let mut octets = Vec::with_capacity(content.len());
    for line in content.split_inclusive(|byte| *byte == b'\n') {
        // White space at the end of a line was added on the way, rule 3.
        let text = line.trim_ascii_end();
        let (text, end) = match text.strip_suffix(b"=") {
            Some(text) => (text, &[][..]),
            None => (text, line_end(line)),
        };
        unescape(text, &mut octets).ok_or_else(refused)?;
        octets.extend_from_slice(end);
    }
    Ok(octets)
}

fn unescape(text: &[u8], octets: &mut Vec<u8>) -> Option<()> {
    let mut rest = text;
    while let [first, others @ ..] = rest {
        rest = others;
        if *first != b'=' {
            octets.push(*first);
            continue;
        }
        let [high, low, others @ ..] = rest else { return None };
        rest = others;
        octets.push(
            16 * super::content_id::hexadecimal(*high)? + super::content_id::hexadecimal(*low)?,
        );
    }
    Some(())
}

fn line_end(line: &[u8]) -> &[u8] {
    let text = line.strip_suffix(b"\n").unwrap_or(line);
    let text = text.strip_suffix(b"\r").unwrap_or(text);
    &line[text.len()..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_undone() {
        type Row<'t> = (Option<&'t str>, &'t [u8], Option<&'t [u8]>);
        let rows: [Row<'_>; 22] = [
            (None, b"\0\xff\r\n", Some(b"\0\xff\r\n")),
            (Some("binary"), b"\0\xff=41", Some(b"\0\xff=41")),
            (Some("8bit"), b"\xff", Some(b"\xff")),
            (Some(" 7BIT "), b"a", Some(b"a")),
            (Some("base64"), b"", Some(b"")),
            (Some("Base64"), b"aGVs\r\nbG8=\r\n", Some(b"hello")),
            (Some("base64"), b"aGVsbG8", Some(b"hello")),
            (Some("base64"), b"-aGVs*bG8=", Some(b"hello")),
            (Some("base64"), b"a", None),
            (Some("base64"), b"aG=VsbG8=", None),
            (Some("quoted-printable"), b"", Some(b"")),
            (Some("quoted-printable"), b"a=3Db", Some(b"a=b")),
            (Some("QUOTED-PRINTABLE"), b"a=ff=0a", Some(b"a\xff\n")),
            (Some("quoted-printable"), b"a=\r\nb", Some(b"ab")),
            (Some("quoted-printable"), b"a= \r\nb", Some(b"ab")),
            (Some("quoted-printable"), b"a \t\r\nb\n", Some(b"a\r\nb\n")),
            (Some("quoted-printable"), b"a=", Some(b"a")),
            (Some("quoted-printable"), b"=4", None),
            (Some("quoted-printable"), b"=4g", None),
            (Some("quoted-printable"), b"a==", None),
            (Some("gzip"), b"", None),
            (Some("x-uuencode"), b"", None),
        ];
        for (encoding, content, expected) in rows {
            let found = decode(encoding, content.to_vec()).ok();
            assert_eq!(found.as_deref(), expected, "{encoding:?} {content:?}");
        }
    }

    #[test]
    fn binary_content_is_not_copied() {
        let content = vec![1; 100];
        let place = content.as_ptr();
        assert_eq!(decode(Some("binary"), content).map(|same| same.as_ptr()), Ok(place));
    }
}
