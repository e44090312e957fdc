//! Five arguments are no longer told apart by eye.

use cases::structs::constructor::Five;

fn main() {
    let _ = Five::new("a", 1, "c", true, "e");
}
