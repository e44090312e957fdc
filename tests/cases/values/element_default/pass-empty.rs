//! An empty element means its default, so an empty text cannot be written.

use cases::values::element_default::{Order, elements};
use wsdl2rs_runtime::xml::to_string;

pub fn main() {
    let order = |unit: &str| Order { unit: Some(unit.to_owned()), ..Order::new(2) };
    assert!(to_string::<elements::Order>(&order("g")).is_ok());
    let error = to_string::<elements::Order>(&order("")).expect_err("it would be read as `kg`");
    let error = error.to_string();
    assert!(error.contains("an empty element means its default `kg` here"), "{error}");
}
