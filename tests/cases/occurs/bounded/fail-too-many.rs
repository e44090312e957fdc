//! Four items where three are allowed.

use cases::occurs::bounded::Order;

fn main() {
    let _ = Order { line: [1, 2, 3, 4].into(), mark: [].into(), seal: [1, 2].into() };
}
