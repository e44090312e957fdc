//! By a check.

use cases::occurs::large_bounds::Order;
use wsdl2rs_runtime::list::Bounded;

pub fn main() {
    let line = Bounded::try_from(vec![7; 100]).expect("it is within the bounds");
    assert_eq!(Order { line }.line.len(), 100);
    assert!(Bounded::<i32, 1, 100>::try_from(vec![7; 101]).is_err());
    assert!(Bounded::<i32, 1, 100>::try_from(Vec::new()).is_err());
}
