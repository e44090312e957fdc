//! A required member cannot be left out.

use cases::content::sequence::Path;

fn main() {
    let _ = Path { a: String::new(), c: None };
}
