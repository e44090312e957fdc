//! What is required is given to the constructor, or all of it in a literal.

use cases::occurs::required::Order;

pub fn main() {
    let made = Order::new("nut", 2);
    let written = Order { item: "nut".to_owned(), count: 2 };
    assert_eq!(made, written);
}
