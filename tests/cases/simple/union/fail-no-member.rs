//! A value that no member type has is no value of the union.

use cases::simple::union::{Size, SizeOther};

fn main() {
    let _ = Size::Int(2.5);
    let _ = Size::Other(SizeOther::Huge);
}
