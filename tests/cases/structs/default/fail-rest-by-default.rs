//! Nor can it be hidden in the rest of a literal.

use cases::structs::default::Closed;

fn main() {
    let _ = Closed { a: Some("a".to_owned()), ..Default::default() };
}
