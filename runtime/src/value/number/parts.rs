//! A number as its canonical digits, for comparing across representations.

use std::cmp::Ordering;

/// Sign, digits before the point without leading zeros (`0` for none), digits after it without
/// trailing zeros. Zero has no sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parts<'a> {
    pub(crate) negative: bool,
    pub(crate) whole: &'a str,
    pub(crate) fraction: &'a str,
}

impl<'a> Parts<'a> {
    /// The parts of a canonical text.
    pub(crate) fn of(text: &'a str) -> Self {
        let (negative, unsigned) = super::digits::split_sign(text);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        Self { negative, whole, fraction }
    }

    fn cmp_magnitude(&self, other: &Self) -> Ordering {
        // A fraction without trailing zeros compares as text: a longer one is greater.
        let whole = self.whole.len().cmp(&other.whole.len());
        whole
            .then_with(|| self.whole.cmp(other.whole))
            .then_with(|| self.fraction.cmp(other.fraction))
    }
}

impl Ord for Parts<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.negative, other.negative) {
            (false, false) => self.cmp_magnitude(other),
            (true, true) => other.cmp_magnitude(self),
            (false, true) => Ordering::Greater,
            (true, false) => Ordering::Less,
        }
    }
}

impl PartialOrd for Parts<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
