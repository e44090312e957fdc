//! The head alone, as a plain field.

use cases::types::final_substitution::Order;

pub fn main() {
    assert_eq!(Order::new("a").note, "a");
}
