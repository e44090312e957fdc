//! A required attribute cannot be left out.

use cases::attributes::usage::Item;

fn main() {
    let _ = Item { note: None, plain: None };
}
