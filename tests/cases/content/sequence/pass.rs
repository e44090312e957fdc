//! The order of a literal does not matter, that of the document is the schema's.

use cases::content::sequence::{Path, elements};

pub fn main() {
    let path = Path { c: None, b: "2".into(), a: "1".into() };
    let text = wsdl2rs_runtime::xml::to_string::<elements::Path>(&path).expect("it is writable");
    assert!(text.contains("<tns:A>1</tns:A><tns:B>2</tns:B>"), "{text}");
}
