//! Names that differ by namespace alone are two values.

use cases::simple::enumeration_names::{Fault, Picture};
use wsdl2rs_runtime::QName;

pub fn main() {
    assert_eq!(Fault::Sender.name(), QName::from_static("urn:case", "Sender"));
    assert_eq!(Fault::Sender2.name(), QName::from_static("urn:other", "Sender"));
    assert_eq!(Fault::Receiver.to_string(), "{urn:other}Receiver");
    assert_eq!(Picture::Png.name().local(), "png");
}
