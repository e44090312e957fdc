//! So could two that are both given as text.

use cases::structs::constructor::AlikeAsText;

fn main() {
    let _ = AlikeAsText::new("a", "b");
}
