//! All of it, or nothing.

use cases::content::optional_group::{Order, OrderStreetAndCityAndZip};

pub fn main() {
    let place = OrderStreetAndCityAndZip { street: "a".into(), city: "b".into(), zip: None };
    let order = Order::new("1").with_street_and_city_and_zip(place);
    assert!(order.street_and_city_and_zip.is_some());
}
