//! A required member cannot be left out of the constructor.

use cases::occurs::required::Order;

fn main() {
    let _ = Order::new("nut");
}
