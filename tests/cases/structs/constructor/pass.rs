//! Up to four arguments, else a literal.

use cases::structs::constructor::{Alike, Five, Four};

pub fn main() {
    assert!(Four::new("a", 1, "c", true).d);
    let five = Five { a: "a".into(), b: 1, c: "c".into(), d: true, e: "e".into() };
    assert_eq!(five.e, "e");
    let alike = Alike { from: "a".into(), via: Some("c".into()), to: "b".into() };
    assert_eq!(alike.via.as_deref(), Some("c"));
}
