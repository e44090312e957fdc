//! The abstract head is none of them.

use cases::types::substitution::{Order, Payment};

fn main() {
    let _ = Order::new(Payment::Payment("1".to_owned()));
}
