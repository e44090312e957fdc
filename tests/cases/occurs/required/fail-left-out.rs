//! A required member cannot be left out of a literal.

use cases::occurs::required::Order;

fn main() {
    let _ = Order { item: "nut".to_owned() };
}
