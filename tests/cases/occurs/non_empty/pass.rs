//! From arrays that are not empty, and from vectors by a check.

use cases::occurs::non_empty::Order;
use wsdl2rs_runtime::list::NonEmpty;

pub fn main() {
    let order = Order::new([1, 2]);
    assert_eq!(order.line.first(), &1);
    assert!(NonEmpty::<i32>::try_from(Vec::new()).is_err());
}
