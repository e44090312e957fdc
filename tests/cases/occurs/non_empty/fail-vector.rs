//! A vector may be empty, so it is checked by `try_from`.

use cases::occurs::non_empty::Order;

fn main() {
    let _ = Order { line: vec![1] };
}
