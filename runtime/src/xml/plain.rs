//! Whether a text can be written as it is (XML 1.0, productions 2, 10 and 14).
//!
//! Most texts can, so this is asked of every byte that is written: it is done by sixteen bytes at
//! once, in a form that compilers turn into vector instructions, and the table has the last word.

use super::chars::{self, ODD_TEXT, ODD_VALUE, SUSPECT};

/// Whether what `out` has from `start` on needs no look when it is written as text.
#[inline(always)]
pub(super) fn is_plain_text(out: &[u8], start: usize) -> bool {
    seems_plain::<b'&'>(out, start) || !chars::any(out.get(start..).unwrap_or_default(), ODD_TEXT)
}

/// Whether what `out` has from `start` on needs no look when it is written in an attribute value.
#[inline(always)]
pub(super) fn is_plain_value(out: &[u8], start: usize) -> bool {
    seems_plain::<b'"'>(out, start) || !chars::any(out.get(start..).unwrap_or_default(), ODD_VALUE)
}

/// False if there may be a byte that needs a look from `start` on; never true if there is one.
#[inline(always)]
fn seems_plain<const ALSO: u8>(out: &[u8], start: usize) -> bool {
    let (Some(last), Some(bytes)) = (out.last_chunk(), out.get(start..)) else { return false };
    let mut least = [u8::MAX; SIZE];
    if bytes.len() > SIZE {
        for block in bytes.as_chunks().0 {
            note::<ALSO>(&mut least, block, &[0; SIZE]);
        }
    }
    // The last block begins before a short text: what is not the text's is passed over.
    let passed = LAST.get(bytes.len().min(SIZE)..).and_then(|from| from.first_chunk());
    note::<ALSO>(&mut least, last, passed.unwrap_or(&[0; SIZE]));
    least.iter().fold(u8::MAX, |least, &distance| least.min(distance)) > 0
}

/// How many bytes are judged at once.
const SIZE: usize = 16;

/// From the position of a length on: 255 for each byte of a block that comes before the last bytes
/// of that number, 0 for these.
static LAST: [u8; 2 * SIZE] = last();

const fn last() -> [u8; 2 * SIZE] {
    let mut bytes = [0; 2 * SIZE];
    let mut at = 0;
    while at < SIZE {
        bytes[at] = u8::MAX;
        at += 1;
    }
    bytes
}

/// Takes the bytes of a block into account, but for those that are to be passed over.
#[inline(always)]
fn note<const ALSO: u8>(least: &mut [u8; SIZE], block: &[u8; SIZE], passed: &[u8; SIZE]) {
    for ((least, &byte), &passed) in least.iter_mut().zip(block).zip(passed) {
        *least = (*least).min(distance::<ALSO>(byte) | passed);
    }
}

/// Zero for a byte that needs a look: a control character, `<`, `>`, `&`, the first byte of a
/// character that may be forbidden, and `ALSO`.
#[inline(always)]
fn distance<const ALSO: u8>(byte: u8) -> u8 {
    let control = byte.saturating_sub(b' ' - 1);
    // `<` and `>` differ in one bit.
    let markup = ((byte | 2) ^ b'>').min(byte ^ b'&').min(byte ^ ALSO);
    control.min(markup).min(byte ^ SUSPECT)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every byte at every position of texts of every length that takes another way, after markup.
    #[test]
    fn every_byte_is_judged_as_the_table_says() {
        for (before, length) in [0, 5, 16].iter().flat_map(|at| (1..36).map(move |to| (*at, to))) {
            for at in 0..length {
                for byte in 0..=u8::MAX {
                    let mut text = [b'<'; 64];
                    let text = &mut text[..before + length];
                    text[before..].fill(b'a');
                    text[before + at] = byte;
                    let found = [is_plain_text(text, before), is_plain_value(text, before)];
                    let expected = [ODD_TEXT, ODD_VALUE].map(|odd| !chars::is(byte, odd));
                    assert_eq!(found, expected, "{byte:#x} at {at} of {length} after {before}");
                }
            }
        }
        assert!(is_plain_text(b"<a>", 3) && is_plain_value(b"<a b='", 6));
    }
}
