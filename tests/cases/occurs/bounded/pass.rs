//! Arrays of an allowed length, and vectors by a check.

use cases::occurs::bounded::Order;
use wsdl2rs_runtime::list::Bounded;

pub fn main() {
    let order = Order { line: [1, 2].into(), mark: [].into(), seal: [1, 2, 3, 4].into() };
    assert_eq!(order.line.len(), 2);
    assert!(Bounded::<i32, 2, 3>::try_from(vec![1, 2, 3]).is_ok());
    assert!(Bounded::<i32, 2, 3>::try_from(vec![1, 2, 3, 4]).is_err());
    assert!(Bounded::<i32, 2, 3>::try_from(vec![1]).is_err());
}
