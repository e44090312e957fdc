//! One branch.

use cases::content::choice::{Order, OrderCardOrCash};

pub fn main() {
    let order = Order::new("1", OrderCardOrCash::Card("4000".to_owned()));
    match order.card_or_cash {
        OrderCardOrCash::Card(number) => assert_eq!(number, "4000"),
        OrderCardOrCash::Cash(_) => panic!("it is the other branch"),
    }
}
