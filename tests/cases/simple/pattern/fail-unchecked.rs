//! There is no way around the constructor.

use cases::simple::pattern::Code;

fn main() {
    let _ = Code("EURO".to_owned());
}
