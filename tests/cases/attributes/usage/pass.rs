//! The required attribute is an argument, the others are set.

use cases::attributes::usage::Item;

pub fn main() {
    let item = Item::new(1).with_note("soon");
    assert_eq!(item, Item { id: 1, note: Some("soon".to_owned()), plain: None });
}
