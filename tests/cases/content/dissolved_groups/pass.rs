//! Fields, and no struct between.

use cases::content::dissolved_groups::Order;

pub fn main() {
    let order = Order { a: "".into(), b: "".into(), c: None, d: vec![], e: "".into(), f: None, g: None };
    assert!(order.d.is_empty());
}
