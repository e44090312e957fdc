//! The numbers that nobody can guess: nonces, and how long to wait before trying again.

use std::fmt;

/// Gives random bytes.
pub trait Random: Send + Sync {
    /// Fills `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

/// The random bytes of the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system has random bytes");
    }
}

/// Gives the same byte again and again, for tests and for replaying recorded exchanges.
#[derive(Clone, Copy)]
pub struct FixedRandom(u8);

impl FixedRandom {
    /// Bytes that are all `byte`.
    #[must_use]
    pub fn new(byte: u8) -> Self {
        Self(byte)
    }
}

impl Random for FixedRandom {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(self.0);
    }
}

impl fmt::Debug for FixedRandom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("FixedRandom")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_system_gives_other_bytes_each_time() {
        let mut first = [0; 16];
        let mut second = [0; 16];
        SystemRandom.fill(&mut first);
        SystemRandom.fill(&mut second);
        assert_ne!(first, second);
        FixedRandom::new(7).fill(&mut first);
        assert_eq!(first, [7; 16]);
    }
}
