//! What a message is called (WS-Addressing 1.0 Core, section 3.1; RFC 9562, section 5.4).

use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::process;
use std::time::SystemTime;

/// The `MessageID` of a request, which its answer relates to.
///
/// [`Settings::prepare`](crate::client::Settings::prepare) leaves it among the extensions of the
/// HTTP request; [`Settings::conclude`](crate::client::Settings::conclude) compares it where it is
/// among those of the answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageId(pub(super) String);

impl MessageId {
    /// The id, an IRI.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A random id. It is unique, but no secret: whoever sees a few may guess others.
pub(super) fn random() -> String {
    let bits = u128::from(noise()) << 64 | u128::from(noise());
    // Version 4 of variant 10.
    let bits = bits & !(0xf << 76) | 0x4 << 76;
    let bits = bits & !(0x3 << 62) | 0x2 << 62;
    let digits = format!("{bits:032x}");
    let (a, b, c, d, e) =
        (&digits[..8], &digits[8..12], &digits[12..16], &digits[16..20], &digits[20..]);
    format!("urn:uuid:{a}-{b}-{c}-{d}-{e}")
}

/// The keys of each hasher are others, and come from the system's random numbers. Process and time
/// make them differ in processes that were forked.
fn noise() -> u64 {
    let mut hasher = RandomState::new().build_hasher();
    hasher.write_u32(process::id());
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    hasher.write_u128(since.map_or(0, |since| since.as_nanos()));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_are_uuids_of_version_4_and_differ() {
        let ids: BTreeSet<String> = (0..1_000).map(|_| random()).collect();
        assert_eq!(ids.len(), 1_000);
        for id in &ids {
            let uuid = id.strip_prefix("urn:uuid:").expect("it is a URN").as_bytes();
            assert_eq!(uuid.len(), 36, "{id}");
            for (at, byte) in uuid.iter().enumerate() {
                let fits = match at {
                    8 | 13 | 18 | 23 => *byte == b'-',
                    14 => *byte == b'4',
                    19 => b"89ab".contains(byte),
                    _ => byte.is_ascii_digit() || (b'a'..=b'f').contains(byte),
                };
                assert!(fits, "{id}");
            }
        }
    }
}
