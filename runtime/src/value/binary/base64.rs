//! `xs:base64Binary` (XML Schema Part 2, section 3.2.16; RFC 2045, section 6.8).
//!
//! White space may stand between any two characters. Padding and the unused bits of the last
//! character are as the grammar of Part 2 has them; written is the canonical form, without spaces.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;

use super::octet_access;
use crate::transport::Piece;
use crate::value::white_space::is_space;
use crate::value::{TextValue, ValueError};

/// Octets in base64, or, in a message of several parts, octets as they are (XOP 1.0).
///
/// Clones share the octets, which are not copied from the part that they came in; they turn into a
/// `Vec` without being copied where nobody else holds them.
///
/// ```
/// use wsdl2rs_runtime::value::Base64Binary;
///
/// let octets: Base64Binary = "aGVs\n bG8=".parse()?;
/// assert_eq!(*octets, *b"hello");
/// assert_eq!(octets.to_string(), "aGVsbG8=");
/// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Base64Binary(Bytes);

impl Base64Binary {
    /// No octets.
    #[must_use]
    pub const fn new() -> Self {
        Self(Bytes::new())
    }

    /// The octets, which clones share.
    #[must_use]
    pub const fn as_bytes(&self) -> &Bytes {
        &self.0
    }
}

octet_access!(Base64Binary);

impl From<Bytes> for Base64Binary {
    fn from(octets: Bytes) -> Self {
        Self(octets)
    }
}

impl From<Base64Binary> for Bytes {
    fn from(value: Base64Binary) -> Self {
        value.0
    }
}

impl TextValue for Base64Binary {
    const TYPE_NAME: &'static str = "xs:base64Binary";
    const PLAIN: bool = true;
    const OCTETS: bool = true;

    fn parse(text: &str) -> Result<Self, ValueError> {
        let decoded = if text.contains(is_space) {
            STANDARD.decode(text.replace(is_space, ""))
        } else {
            STANDARD.decode(text)
        };
        match decoded {
            Ok(octets) => Ok(Self::from(octets)),
            Err(error) => Err(refusal(error)),
        }
    }

    fn from_octets(octets: Bytes) -> Result<Self, ValueError> {
        Ok(Self(octets))
    }

    fn octets(&self) -> Option<Piece> {
        Some(Piece::Bytes(self.0.clone()))
    }

    fn write(&self, out: &mut String) {
        STANDARD.encode_string(&self.0, out);
    }
}

#[cold]
fn refusal(error: base64::DecodeError) -> ValueError {
    use base64::DecodeError::{InvalidByte, InvalidLastSymbol, InvalidLength, InvalidPadding};
    let reason = match error {
        InvalidByte(..) => "expected only letters, digits, +, / and = at the end",
        InvalidLength(_) => "expected groups of four characters",
        InvalidLastSymbol { .. } => "expected the unused bits of the last character to be zero",
        InvalidPadding => "expected = to fill the last group of four",
    };
    ValueError::new(Base64Binary::TYPE_NAME, reason)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::{from_text, to_text};

    #[test]
    fn lexical_forms() {
        let rows: [(&str, Option<&[u8]>); 18] = [
            ("", Some(b"")),
            ("AA==", Some(b"\0")),
            ("YQ==", Some(b"a")),
            ("YWI=", Some(b"ab")),
            ("YWJj", Some(b"abc")),
            (" Y W\tJ\r\nj ", Some(b"abc")),
            ("Y Q = =", Some(b"a")),
            ("+/+/", Some(b"\xfb\xff\xbf")),
            ("YQ", None),
            ("YQ=", None),
            ("YQ===", None),
            ("YR==", None),
            ("YWJ=", None),
            ("=", None),
            ("YQ==YQ==", None),
            ("YWJj=", None),
            ("-_-_", None),
            ("YW\u{a0}Jj", None),
        ];
        for (text, octets) in rows {
            assert_eq!(from_text::<Base64Binary>(text).ok().as_deref(), octets, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(octets: Vec<u8>) {
            let value = Base64Binary::from(octets);
            prop_assert_eq!(from_text(&to_text(&value)), Ok(value));
        }
    }
}
