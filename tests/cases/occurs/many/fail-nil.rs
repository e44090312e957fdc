//! Items that are not nillable cannot be nil.

use cases::occurs::many::Order;
use wsdl2rs_runtime::value::Nillable;

fn main() {
    let _ = Order { line: vec![Nillable::nil()], gap: Vec::new() };
}
