//! Not without the check.

use cases::occurs::large_bounds::Order;

fn main() {
    let _ = Order { line: vec![7; 100] };
}
