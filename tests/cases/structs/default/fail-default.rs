//! A default could only invent the attribute.

use cases::structs::default::Closed;

fn main() {
    let _ = Closed::default();
}
