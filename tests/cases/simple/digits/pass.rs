//! Digits of the value, not of the text.

use cases::simple::digits::Amount;
use wsdl2rs_runtime::value::Decimal;

pub fn main() {
    let amount = |text: &str| Amount::new(text.parse::<Decimal>().expect("a decimal"));
    assert!(amount("123.4500").is_ok());
    assert!(amount("1.234").is_err());
}
