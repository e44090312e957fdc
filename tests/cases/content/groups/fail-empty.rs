//! A group that occurs at least once occurs at least once.

use cases::content::groups::Tour;

fn main() {
    let _ = Tour::new([]);
}
