//! The first member that takes a text has it.

use cases::simple::union::{Either, Named, Size, elements};
use wsdl2rs_runtime::xml::from_str;

pub fn main() {
    let size = from_str::<elements::Size>(r#"<Size xmlns="urn:case">7</Size>"#).expect("a size");
    assert_eq!(size, Size::Int(7));
    let size = from_str::<elements::Size>(r#"<Size xmlns="urn:case">L</Size>"#).expect("a size");
    assert_eq!(size, Size::Named(Named::L));
    let either = from_str::<elements::Either>(r#"<Either xmlns="urn:case">7</Either>"#);
    assert_eq!(either.expect("a text"), Either::String("7".to_owned()));
}
