//! One item where two are required.

use cases::occurs::bounded::Order;

fn main() {
    let _ = Order { line: [1].into(), mark: [].into(), seal: [1, 2].into() };
}
