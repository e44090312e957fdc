//! Two branches at once have no value.

use cases::content::choice::{Order, OrderCardOrCash};
use wsdl2rs_runtime::value::Decimal;

fn main() {
    let card = OrderCardOrCash::Card("4000".to_owned());
    let cash = OrderCardOrCash::Cash(Decimal::from(2));
    let _ = Order { id: "1".to_owned(), card_or_cash: card, card_or_cash: cash };
}
