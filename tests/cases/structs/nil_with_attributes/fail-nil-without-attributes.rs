//! Nil does not excuse from a required attribute.

use cases::structs::nil_with_attributes::Order;
use wsdl2rs_runtime::value::Nillable;

fn main() {
    let _ = Order::new(Nillable::nil());
}
