//! A list is not absent, only empty.

use cases::occurs::many::Order;

fn main() {
    let _ = Order { line: None, gap: Vec::new() };
}
