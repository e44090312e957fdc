//! A default cannot hide what is missing.

use cases::occurs::required::Order;

fn main() {
    let _ = Order { item: "nut".to_owned(), ..Default::default() };
}
