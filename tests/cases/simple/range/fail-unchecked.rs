//! No value is made unchecked.

use cases::simple::range::Percent;

fn main() {
    let _ = Percent(101);
}
