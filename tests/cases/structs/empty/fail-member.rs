//! An empty element has no members.

use cases::structs::empty::Ping;

fn main() {
    let _ = Ping { note: None };
}
