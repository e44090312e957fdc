//! There is no empty default.

use cases::occurs::non_empty::Order;

fn main() {
    let _ = Order::default();
}
