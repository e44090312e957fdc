//! The element is still required or optional.

use cases::values::element_default::Order;

pub fn main() {
    assert_eq!(Order::new(2), Order { count: 2, unit: None });
}
