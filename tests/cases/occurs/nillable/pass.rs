//! Nil and a value are two states, and one of them is chosen.

use cases::occurs::nillable::Order;
use wsdl2rs_runtime::value::{Decimal, Nillable};

pub fn main() {
    let nil = Order { price: Nillable::nil() };
    assert!(nil.price.is_nil());
    let priced = Order::new(Decimal::from(2));
    assert_eq!(priced.price, Nillable::Value(Decimal::from(2)));
}
