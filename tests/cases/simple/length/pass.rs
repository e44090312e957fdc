//! A bad value never reaches the wire.

use cases::simple::length::{Code, Key, Name, ShortName};
use wsdl2rs_runtime::value::{HexBinary, Token};

pub fn main() {
    assert!(Code::new("abc").is_ok());
    let error = Code::new("ab").expect_err("it is too short");
    assert_eq!(error.to_string(), "not a valid Code: expected a length of 3 (length), found 2");
    assert!(Name::new(Token::from("")).is_err());
    assert!(ShortName::new("abc").is_err() && ShortName::new("").is_err());
    assert!(Key::new(HexBinary::from(vec![1, 2])).is_ok());
}
