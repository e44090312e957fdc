//! What a content model has had so far.

use super::table::{Entry, Table};

/// Which members have occurred, and how often where that matters.
#[derive(Default)]
pub(super) struct Seen {
    /// The first 64 members, by index.
    pub(super) low: u64,
    /// The members beyond.
    high: Vec<u64>,
    /// How often each has occurred; empty where that does not matter.
    pub(super) counts: Vec<u32>,
}

impl Seen {
    /// Notes an occurrence.
    #[inline]
    pub(super) fn insert(&mut self, index: usize) {
        if index < 64 {
            self.low |= 1 << index;
        } else {
            self.insert_high(index - 64);
        }
    }

    #[cold]
    #[inline(never)]
    fn insert_high(&mut self, index: usize) {
        if self.high.len() <= index / 64 {
            self.high.resize(index / 64 + 1, 0);
        }
        self.high[index / 64] |= 1 << (index % 64);
    }

    /// Whether none of the first 64 members has occurred.
    pub(super) fn is_empty(&self) -> bool {
        self.low == 0
    }

    /// Whether the member has occurred.
    pub(super) fn contains(&self, index: usize) -> bool {
        match index.checked_sub(64) {
            None => self.low >> index & 1 == 1,
            Some(high) => self.high.get(high / 64).is_some_and(|bits| bits >> (high % 64) & 1 == 1),
        }
    }

    /// Whether a member must still occur.
    pub(super) fn lacks(&self, index: usize, entry: &Entry) -> bool {
        match self.counts.get(index) {
            Some(count) => *count < entry.min,
            None => entry.min > 0 && !self.contains(index),
        }
    }

    /// Counts an occurrence; false when it is one too many.
    #[inline(never)]
    pub(super) fn count(&mut self, table: &'static Table, index: usize) -> bool {
        if self.counts.is_empty() {
            self.counts.resize(table.entries.len(), 0);
        }
        let fits = self.counts[index] < table.entries[index].max;
        if fits {
            self.counts[index] += 1;
        }
        fits
    }
}
