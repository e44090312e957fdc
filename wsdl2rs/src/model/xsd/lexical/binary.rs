//! `hexBinary` and `base64Binary` (XSD 1.0 Part 2, sections 3.2.15 and 3.2.16).

/// The octets of a `hexBinary`.
pub(super) fn parse_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let octet = |pair: &[u8; 2]| u8::try_from(digit(pair[0])? * 16 + digit(pair[1])?).ok();
    rest.is_empty().then(|| pairs.iter().map(octet).collect())?
}

/// The octets of a `base64Binary`: groups of four characters, white space anywhere between them,
/// and bits beyond the last octet zero (erratum E2-9).
pub(super) fn parse_base64(text: &str) -> Option<Vec<u8>> {
    let characters: Vec<u8> =
        text.bytes().filter(|byte| !matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).collect();
    let padding = characters.iter().rev().take_while(|byte| **byte == b'=').count();
    let data = &characters[..characters.len() - padding];
    if !characters.len().is_multiple_of(4) || padding > 2 {
        return None;
    }
    let mut octets = Vec::with_capacity(data.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0);
    for character in data {
        bits = (bits << 6) | sextet(*character)?;
        count += 6;
        if count >= 8 {
            count -= 8;
            octets.push(u8::try_from((bits >> count) & 0xFF).ok()?);
            bits &= (1 << count) - 1;
        }
    }
    (bits == 0).then_some(octets)
}

fn sextet(character: u8) -> Option<u32> {
    Some(u32::from(match character {
        b'A'..=b'Z' => character - b'A',
        b'a'..=b'z' => character - b'a' + 26,
        b'0'..=b'9' => character - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}
