//! The first keeps the name.

use cases::names::case_only::{Order, OrderElement, Order2, Unit};

pub fn main() {
    let (_, _) = (Order {}, Order2 {});
    let value = OrderElement { id: "a".into(), id_2: 1, id_3: true, i_d: 2.into() };
    assert!(value.id_3);
    assert_eq!(Unit::Kg3.as_str(), "Kg");
}
