//! The derived type.

use cases::types::abstract_type::{Circle, Drawing};

pub fn main() {
    let _ = Drawing::new(Circle::new(1).into());
}
