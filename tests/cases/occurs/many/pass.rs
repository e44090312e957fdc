//! Vectors, empty by default.

use cases::occurs::many::Order;
use wsdl2rs_runtime::value::Nillable;

pub fn main() {
    let order = Order::new().with_line(vec![1, 2]).with_gap(vec![Nillable::nil(), 3.into()]);
    assert_eq!(order, Order { line: vec![1, 2], gap: vec![Nillable::nil(), Nillable::Value(3)] });
    assert!(Order::default().line.is_empty());
}
