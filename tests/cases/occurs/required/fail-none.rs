//! A required member cannot be absent.

use cases::occurs::required::Order;

fn main() {
    let _ = Order { item: "nut".to_owned(), count: None };
}
