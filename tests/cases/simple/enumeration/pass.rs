//! Values in the order of the schema.

use cases::simple::enumeration::Size;

pub fn main() {
    assert_eq!(Size::ALL, [Size::Large, Size::Small, Size::ExtraLarge, Size::Empty]);
    assert_eq!(Size::ExtraLarge.to_string(), "extra large");
}
