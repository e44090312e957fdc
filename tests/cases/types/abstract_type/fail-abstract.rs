//! The abstract type has no place.

use cases::types::abstract_type::{Drawing, Shape};

fn main() {
    let _ = Drawing::new(Shape::default().into());
}
