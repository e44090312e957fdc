//! A required one cannot be left out.

use cases::content::all::Point;

fn main() {
    let _ = Point { x: 1, label: None };
}
