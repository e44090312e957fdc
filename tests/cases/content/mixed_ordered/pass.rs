//! Text among elements that have an order.

use cases::content::mixed_ordered::{Letter, LetterContent, elements};
use wsdl2rs_runtime::xml;

pub fn main() -> Result<(), Box<dyn std::error::Error>> {
    let name = || LetterContent::Name("A".into());
    let letter = Letter::new().with_content(vec![name(), LetterContent::Order(1)]);
    assert!(xml::to_string::<elements::Letter>(&letter).is_ok());
    let out_of_order = Letter::new().with_content(vec![LetterContent::Order(1), name()]);
    assert!(xml::to_string::<elements::Letter>(&out_of_order).is_err());
    Ok(())
}
