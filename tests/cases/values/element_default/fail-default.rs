//! The schema's default is for an empty element, not for an absent one.

use cases::values::element_default::Order;

fn main() {
    let _ = Order::default();
}
