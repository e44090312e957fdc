//! Nil is written, and not what comes of leaving the member out.

use cases::occurs::nillable::Order;

fn main() {
    let _ = Order {};
}
