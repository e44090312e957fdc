//! Any of the types.

use cases::types::derived::{AnyShape, Circle, Drawing, Shape};

pub fn main() {
    let drawing = Drawing::new([Shape::new().into(), Circle::new(1).into()]);
    assert!(matches!(&drawing.shape[1], AnyShape::Circle(circle) if circle.radius == 1));
}
