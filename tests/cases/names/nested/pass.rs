//! `OrderLineNote` is the named type.

use cases::names::nested::{Order, OrderLine, OrderLineNote, OrderLineNote2, OrderLineSize};

pub fn main() {
    let _ = OrderLineNote {};
    let line = OrderLine::new(OrderLineNote2::new().with_by("a"), OrderLineSize::S);
    assert_eq!(Order::new(line).line.size, OrderLineSize::S);
}
