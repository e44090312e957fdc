//! It is not there.

use cases::occurs::prohibited::Order;

pub fn main() {
    let Order { item } = Order::new("nut");
    assert_eq!(item, "nut");
}
