//! One branch is required.

use cases::content::choice::Order;

fn main() {
    let _ = Order { id: "1".to_owned(), card_or_cash: None };
}
