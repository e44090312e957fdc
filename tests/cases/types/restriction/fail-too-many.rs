//! Three are the base's.

use cases::types::restriction::Strict;

fn main() {
    let _ = Strict::new(1, [1, 2, 3]);
}
