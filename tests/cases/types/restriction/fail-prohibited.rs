//! A prohibited attribute has no name.

use cases::types::restriction::Strict;

fn main() {
    let _ = Strict::new(1, [1]).with_by("me");
}
