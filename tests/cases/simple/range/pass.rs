//! Within or not at all.

use cases::simple::range::{LessThanHalf, Percent};

pub fn main() {
    assert_eq!(Percent::new(100).map(Percent::into_inner), Ok(100));
    assert!(Percent::new(-1).is_err());
    assert!(LessThanHalf::new(50).is_err() && LessThanHalf::new(-1).is_err());
}
