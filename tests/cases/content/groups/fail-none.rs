//! A choice in a group that occurs once is required.

use cases::content::groups::Order;

fn main() {
    let _ = Order { street: String::new(), city: String::new(), payment: None };
}
