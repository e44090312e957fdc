//! The modules, and types that refer to each other across them.

use cases::names::modules::{Order, common::Person, elements, other_common};
use wsdl2rs_runtime::Element;

pub fn main() {
    let order = Order::new(Person::new("a"), 1);
    assert_eq!(order.by.name, "a");
    assert_eq!(elements::Order::NAME.namespace(), "urn:case");
    assert_eq!(other_common::elements::Person::NAME.namespace(), "urn:other:common");
}
