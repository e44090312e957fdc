//! Narrower than the base.

use cases::types::restriction::Strict;

pub fn main() {
    assert_eq!(Strict::new(1, [1, 2]).line.len(), 2);
}
