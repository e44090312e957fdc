//! Nor are the branches fields.

use cases::content::choice::Order;

fn main() {
    let _ = Order { id: "1".to_owned(), card: Some("4000".to_owned()), cash: None };
}
