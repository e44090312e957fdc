//! Boxes in the cycle alone.

use cases::types::recursion::{Chain, Expression, ExpressionNumberOrSum as Branch, Node, Pair};
use wsdl2rs_runtime::value::Nillable;

pub fn main() {
    let node = Node::new(1).with_left(Box::new(Node::new(2))).with_child(vec![Node::new(3)]);
    assert_eq!(node.left.expect("it is set").value, 2);
    let number = || Box::new(Expression::new(Branch::Number(1)));
    let pair = Pair { a: number(), b: number() };
    let _ = Expression::new(Branch::Sum(Box::new(pair)));
    let _ = Chain::new(Nillable::Value(Box::new(Chain::new(Nillable::nil()))));
}
