//! A required attribute that is declared globally cannot be left out.

use cases::attributes::qualified::Item;

fn main() {
    let _ = Item { own: None, bare: None, lang: None };
}
