//! Nor be absent.

use cases::attributes::usage::Item;

fn main() {
    let _ = Item { id: None, note: None, plain: None };
}
