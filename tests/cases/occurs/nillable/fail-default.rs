//! Nor is nil a default.

use cases::occurs::nillable::Order;

fn main() {
    let _ = Order::default();
}
