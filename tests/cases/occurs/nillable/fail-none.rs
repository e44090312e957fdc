//! Nil is not the same as absent.

use cases::occurs::nillable::Order;

fn main() {
    let _ = Order { price: None };
}
