//! A nested type is not the global one whose name it would have.

use cases::names::nested::{OrderLine, OrderLineNote, OrderLineSize};

fn main() {
    let _ = OrderLine { note: OrderLineNote {}, size: OrderLineSize::S };
}
