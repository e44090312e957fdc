//! Two arguments of one type could be exchanged.

use cases::structs::constructor::Alike;

fn main() {
    let _ = Alike::new("a", "b");
}
