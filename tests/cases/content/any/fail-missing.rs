//! A wildcard that must be there is left out.

use cases::content::any::Envelope;

fn main() {
    let _ = Envelope { size: None };
}
