//! What may be absent may still not be nil.

use cases::occurs::optional::Order;
use wsdl2rs_runtime::value::Nillable;

fn main() {
    let _ = Order { note: Some(Nillable::nil()) };
}
