//! A choice of those that may stand there.

use cases::types::substitution::{Note, Order, Payment};

pub fn main() {
    let order = Order::new(Payment::Card("1".into())).with_note(vec![Note::LongNote("a".into())]);
    assert!(matches!(&order.note[0], Note::LongNote(_)));
}
