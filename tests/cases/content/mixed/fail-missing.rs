//! A required attribute of mixed content is left out.

use cases::content::mixed::Plain;

fn main() {
    let _ = Plain { text: String::new() };
}
