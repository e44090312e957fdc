//! A fixed value cannot be set to another one.

use cases::values::attribute_fixed::Item;

fn main() {
    let _ = Item { version: "2" };
}
