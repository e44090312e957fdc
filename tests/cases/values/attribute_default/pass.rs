//! What the schema says is what `Default` says.

use cases::values::attribute_default::Item;

pub fn main() {
    let item = Item::default();
    assert_eq!((item.unit.as_str(), item.count), ("kg", 1));
    assert_eq!(Item::new().with_count(2).count, 2);
}
