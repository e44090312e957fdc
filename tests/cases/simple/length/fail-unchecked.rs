//! There is no way around the constructor.

use cases::simple::length::Code;

fn main() {
    let _ = Code("abcd".to_owned());
}
