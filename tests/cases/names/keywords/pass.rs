//! Every name can be written.

use cases::names::keywords::{Fn, Self_, Type};

pub fn main() {
    let value = Type::new("a", 1).with_async("b").with_gen("c").with_crate_("d").with_yield("e");
    let Type { r#match, self_, r#async, .. } = value;
    assert_eq!((r#match.as_str(), self_, r#async.as_deref()), ("a", 1, Some("b")));
    assert_eq!(Fn::True.as_str(), "true");
    let _ = Self_ { u5f: "a".into() };
}
