//! Attributes that a type leaves open.

use cases::attributes::any::{Open, elements};
use wsdl2rs_runtime::any::AnyAttributes;
use wsdl2rs_runtime::{QName, xml};

pub fn main() -> Result<(), Box<dyn std::error::Error>> {
    let source = QName::from_static("urn:audit", "source");
    let open = Open::new("1").with_any_attributes(AnyAttributes::new().with(source, "a & b"));
    let text = xml::to_string::<elements::Open>(&open)?;
    let read = xml::from_str::<elements::Open>(&text)?;
    assert_eq!(read.any_attributes.get("urn:audit", "source"), Some("a & b"));
    assert_eq!(read, open);

    // What the type declares is not open.
    let id = QName::from_static("", "id");
    let twice = Open::new("1").with_any_attributes(AnyAttributes::new().with(id, "2"));
    assert!(xml::to_string::<elements::Open>(&twice).is_err());
    Ok(())
}
