//! A default, and the rest of a literal by it.

use cases::structs::default::Open;

pub fn main() {
    let open = Open { a: Some("a".to_owned()), ..Default::default() };
    assert_eq!(open, Open::new().with_a("a"));
}
