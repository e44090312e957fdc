//! The empty list is none of its values.

use cases::occurs::non_empty::Order;

fn main() {
    let _ = Order::new([]);
}
