//! Which value belongs to which key is not lost.

use cases::content::repeated_group::{Map, MapKeyAndValue, Pairs, PairsXAndY};

pub fn main() {
    let map = Map::new([MapKeyAndValue::new("a").with_value(1), MapKeyAndValue::new("b")]);
    assert_eq!(map.key_and_value.first().value, Some(1));
    let pair = PairsXAndY { x: 1, y: 2 };
    assert_eq!(Pairs::new([pair.clone(), pair]).x_and_y.len(), 2);
}
