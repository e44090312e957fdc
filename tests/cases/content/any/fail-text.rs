//! A string is not taken for markup.

use cases::content::any::Envelope;

fn main() {
    let _ = Envelope::new("<not-markup/>");
}
