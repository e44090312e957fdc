//! The attribute and the element of one name are two members, each with its own type.

use cases::attributes::clash::Item;

fn main() {
    let _ = Item { id: 5, id_attribute: Some("a".to_owned()) };
}
