//! A prohibited attribute has no name.

use cases::attributes::usage::Item;

fn main() {
    let _ = Item { id: 1, note: None, plain: None, gone: None };
}
