//! It cannot be absent.

use cases::values::attribute_default::Item;

fn main() {
    let _ = Item { unit: None, count: 1 };
}
