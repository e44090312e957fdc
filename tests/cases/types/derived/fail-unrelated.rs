//! A type that is not derived from the declared one cannot stand there.

use cases::types::derived::{Drawing, Unrelated};

fn main() {
    let _ = Drawing::new([Unrelated {}.into()]);
}
