//! It cannot be named.

use cases::occurs::prohibited::Order;

fn main() {
    let _ = Order { item: "nut".to_owned(), gone: String::new() };
}
