//! Attributes and the text.

use cases::content::simple_content::Price;
use wsdl2rs_runtime::value::Decimal;

pub fn main() {
    assert_eq!(Price::new("EUR", Decimal::from(2)).value, Decimal::from(2));
}
