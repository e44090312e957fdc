//! The members have the types that the configuration names.

use cases::types::replaced::{AnyShape, Circle, Order};
use wsdl2rs_runtime::any::AnyType;
use wsdl2rs_runtime::value::{NcName, NmToken};

pub fn main() {
    let circle = Circle { radius: Some(3), ..Circle::default() };
    let name: NcName = "n".parse().expect("a name");
    let code: NmToken = "abc".parse().expect("a token");
    let order = Order::new(name, code, [AnyShape::from(circle)]);
    assert_eq!(order.details, None::<AnyType>);
}
