//! The names as they are in Rust, and the values as they are on the wire.

use cases::names::characters::Code;

pub fn main() {
    let texts: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(texts, ["1", "1.5", "-1", "a b", "A+", "A-", "<", "€", "名", "nº"]);
}
