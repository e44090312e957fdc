//! Half of it is nothing.

use cases::content::optional_group::OrderStreetAndCityAndZip;

fn main() {
    let _ = OrderStreetAndCityAndZip { street: "a".into(), zip: None };
}
