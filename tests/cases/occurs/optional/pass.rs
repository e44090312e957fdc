//! Absent by default, and set by a method of its own.

use cases::occurs::optional::Order;

pub fn main() {
    assert_eq!(Order::default(), Order { note: None });
    assert_eq!(Order::new().with_note("soon").note.as_deref(), Some("soon"));
}
