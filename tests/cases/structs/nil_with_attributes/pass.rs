//! The attributes of nil are a struct of their own.

use cases::structs::nil_with_attributes::{Money, MoneyNil, Order};
use wsdl2rs_runtime::value::{Decimal, Nillable};

pub fn main() {
    let nil = Order::new(Nillable::Nil(MoneyNil::new("EUR")));
    let Nillable::Nil(attributes) = &nil.price else { panic!("it is nil") };
    assert_eq!(attributes.currency, "EUR");
    let value = Order::new(Money::new("EUR", Decimal::from(2)));
    assert!(!value.price.is_nil());
}
