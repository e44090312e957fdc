//! Nor where it is optional.

use cases::values::element_fixed::Order;

fn main() {
    let _ = Order { urgent: Some(false), tick: Vec::new() };
}
