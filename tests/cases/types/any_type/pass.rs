//! Places for any type.

use cases::types::any_type::{Point, Setting, elements};
use wsdl2rs_runtime::any::AnyType;
use wsdl2rs_runtime::xml;

pub fn main() -> Result<(), Box<dyn std::error::Error>> {
    let point = Point { x: 1, y: 2 };
    let setting = Setting::new("origin", AnyType::encode(&point)?);
    let text = xml::to_string::<elements::Setting>(&setting)?;
    assert!(text.contains("xsi:type=\"tns:Point\""), "{text}");
    let read = xml::from_str::<elements::Setting>(&text)?;
    assert_eq!(read.value.decode::<Point>()?, point);

    let retries = Setting::new("retries", AnyType::encode(&3_i32)?);
    assert!(xml::to_string::<elements::Setting>(&retries)?.contains("xsi:type=\"xsd:int\">3<"));
    let _ = Setting::new("text", "plain");
    Ok(())
}
