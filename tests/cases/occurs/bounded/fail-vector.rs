//! A vector has any length, so it is checked by `try_from`.

use cases::occurs::bounded::Order;

fn main() {
    let _ = Order { line: vec![1, 2].into(), mark: [].into(), seal: [1, 2].into() };
}
