//! Numbers that look random and are the same in every run (Steele, Lea and Flood, "Fast splittable
//! pseudorandom number generators", 2014: SplitMix64).

/// A sequence of numbers.
pub(crate) struct Random(u64);

impl Random {
    /// The sequence that `seed` begins.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, of all 64 bits.
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn range(&mut self, low: u64, high: u64) -> u64 {
        low + self.bits() % (high - low + 1)
    }

    /// Whether something happens that happens in so many of a hundred cases.
    pub(crate) fn percent(&mut self, cases: u64) -> bool {
        self.bits() % 100 < cases
    }

    /// One of `items`.
    pub(crate) fn pick<'t>(&mut self, items: &[&'t str]) -> &'t str {
        items[(self.bits() % items.len() as u64) as usize]
    }
}
