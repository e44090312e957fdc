//! A text is none of them.

use cases::simple::enumeration::Item;

fn main() {
    let _ = Item::new("Large");
}
