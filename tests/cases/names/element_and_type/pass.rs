//! Symbol spaces of the schema that are one in Rust.

use cases::names::element_and_type::{Quote, QuoteElement, elements};
use wsdl2rs_runtime::Element;
use wsdl2rs_runtime::value::Decimal;

pub fn main() {
    let quote: <elements::Quote as Element>::Value = QuoteElement::new(Quote::new(Decimal::from(1)));
    assert_eq!(quote.quote.price, Decimal::from(1));
}
