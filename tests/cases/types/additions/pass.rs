//! As the configuration says.

use std::collections::HashSet;

use cases::types::additions::{Quotes, Symbol};

pub fn main() {
    let symbols = [Symbol::new("B"), Symbol::new("A")].map(|symbol| symbol.expect("short"));
    assert_eq!(symbols.iter().min(), symbols.last());
    let quotes = HashSet::from([Quotes::new(), Quotes::default()]);
    assert_eq!(quotes.len(), 1);
}
