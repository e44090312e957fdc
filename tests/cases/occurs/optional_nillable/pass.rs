//! Three states.

use cases::occurs::optional_nillable::Order;
use wsdl2rs_runtime::value::Nillable;

pub fn main() {
    let absent = Order::new();
    let nil = Order { note: Some(Nillable::nil()) };
    let value = Order { note: Some(Nillable::Value("soon".to_owned())) };
    assert!(absent != nil && nil != value && absent != value);
}
