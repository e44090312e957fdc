//! Required and optional members as in a sequence; all of them optional together.

use cases::content::all::{Maybe, MaybeXAndY, Point};

pub fn main() {
    let point = Point { x: 1, y: 2, label: None };
    assert!(point.label.is_none());
    let both = MaybeXAndY { x: 1, y: 2 };
    assert_eq!(Maybe::new().with_x_and_y(both.clone()).x_and_y, Some(both));
}
