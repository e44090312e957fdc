//! An element that is not nillable cannot be nil.

use cases::occurs::required::Order;
use wsdl2rs_runtime::value::Nillable;

fn main() {
    let _ = Order { item: "nut".to_owned(), count: Nillable::nil() };
}
