//! At least once.

use cases::content::repeated_group::Map;

fn main() {
    let _ = Map::new([]);
}
