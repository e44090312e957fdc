//! What is final for substitution has no substitute.

use cases::types::final_substitution::{Order, elements};

fn main() {
    let _ = Order { note: elements::LongNote };
}
