//! The default is what is read, nil stays nil.

use cases::values::element_default_of_text::elements;
use wsdl2rs_runtime::value::Nillable;
use wsdl2rs_runtime::xml;

pub fn main() {
    let read = |text: &str| xml::from_str::<elements::Offer>(text).expect("a valid message");
    let offer = read(r#"<Offer xmlns="urn:case"><Count/><Rate/></Offer>"#);
    assert_eq!(offer.count, Nillable::Value(1));
    let offer = read(
        r#"<Offer xmlns="urn:case"><Count x:nil="true"
            xmlns:x="http://www.w3.org/2001/XMLSchema-instance"/><Rate/></Offer>"#,
    );
    assert!(offer.count.is_nil());
}
