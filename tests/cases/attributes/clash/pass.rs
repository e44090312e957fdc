//! The element, or the text, keeps the name.

use cases::attributes::clash::{Item, Price};
use wsdl2rs_runtime::value::Decimal;

pub fn main() {
    assert_eq!(Item::new("a").with_id_attribute(1).id, "a");
    assert_eq!(Price::new(Decimal::from(2)).with_value_attribute(1).value, Decimal::from(2));
}
