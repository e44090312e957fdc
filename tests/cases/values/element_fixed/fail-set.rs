//! A fixed value cannot be set to another one.

use cases::values::element_fixed::Order;

fn main() {
    let _ = Order { version: 2, urgent: None, tick: Vec::new() };
}
