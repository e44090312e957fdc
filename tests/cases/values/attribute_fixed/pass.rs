//! Nothing to choose.

use cases::values::attribute_fixed::{Item, elements};

pub fn main() {
    let text = wsdl2rs_runtime::xml::to_string::<elements::Item>(&Item {}).expect("it is writable");
    assert!(text.contains(r#" version="1.0""#), "{text}");
}
