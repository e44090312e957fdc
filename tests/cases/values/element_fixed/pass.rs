//! Its presence is all that can be chosen.

use cases::values::element_fixed::Order;

pub fn main() {
    let order = Order::new();
    assert!(order.urgent.is_none() && order.tick.is_empty());
}
