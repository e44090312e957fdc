//! `xs:hexBinary` (XML Schema Part 2, section 3.2.15).

use super::octet_access;
use crate::value::{TextValue, ValueError};

/// Octets written as two hexadecimal digits each; upper-case, as the canonical form has them.
///
/// ```
/// use wsdl2rs_runtime::value::HexBinary;
///
/// let octets: HexBinary = "0fB7".parse()?;
/// assert_eq!(*octets, [0x0f, 0xb7]);
/// assert_eq!(octets.to_string(), "0FB7");
/// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct HexBinary(pub Vec<u8>);

octet_access!(HexBinary);

impl TextValue for HexBinary {
    const TYPE_NAME: &'static str = "xs:hexBinary";
    const PLAIN: bool = true;

    fn parse(text: &str) -> Result<Self, ValueError> {
        let (pairs, odd) = text.as_bytes().as_chunks::<2>();
        if !odd.is_empty() {
            return Err(ValueError::new(Self::TYPE_NAME, "expected an even number of digits"));
        }
        let octet = |[high, low]: &[u8; 2]| Some(nibble(*high)? << 4 | nibble(*low)?);
        match pairs.iter().map(octet).collect() {
            Some(octets) => Ok(Self(octets)),
            None => Err(ValueError::new(Self::TYPE_NAME, "expected hexadecimal digits")),
        }
    }

    fn write(&self, out: &mut String) {
        const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
        out.reserve(self.0.len() * 2);
        for octet in &self.0 {
            out.push(char::from(DIGITS[usize::from(octet >> 4)]));
            out.push(char::from(DIGITS[usize::from(octet & 15)]));
        }
    }
}

fn nibble(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::{from_text, to_text};

    #[test]
    fn lexical_forms() {
        let rows: [(&str, Option<&[u8]>); 9] = [
            ("", Some(&[])),
            ("0FB7", Some(&[0x0f, 0xb7])),
            (" 0fb7\n", Some(&[0x0f, 0xb7])),
            ("0", None),
            ("0FB", None),
            ("0x0F", None),
            ("0F B7", None),
            ("0G", None),
            ("éé", None),
        ];
        for (text, octets) in rows {
            assert_eq!(from_text::<HexBinary>(text).ok().as_deref(), octets, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(octets: Vec<u8>) {
            let value = HexBinary(octets);
            prop_assert_eq!(from_text(&to_text(&value)), Ok(value));
        }
    }
}
