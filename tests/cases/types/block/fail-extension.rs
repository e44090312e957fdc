//! An extension is blocked here.

use cases::types::block::{Circle, Drawing};

fn main() {
    let _ = Drawing::new(Circle::new(1).into());
}
