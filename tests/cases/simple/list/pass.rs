//! Lists, made of arrays and vectors.

use cases::simple::list::{Numbers, Pair, Row, Sizes, SizesItem};

pub fn main() {
    let numbers: Numbers = [1, 2].into();
    let sizes: Sizes = vec![SizesItem::S].into();
    assert_eq!((numbers.len(), sizes.len()), (2, 1));
    assert!(Pair::new([1, 2]).is_ok());
    assert!(Pair::new([1]).is_err());
    assert_eq!(Row::new([1].into()).of.len(), 1);
}
