//! Arguments that are told apart by their types cannot be exchanged.

use cases::structs::constructor::Four;

fn main() {
    let _ = Four::new(1, "a", "c", true);
}
