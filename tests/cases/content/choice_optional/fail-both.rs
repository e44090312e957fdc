//! Two branches at once have no value.

use cases::content::choice_optional::OrderCardOrCash;
use wsdl2rs_runtime::value::Decimal;

fn main() {
    let _ = OrderCardOrCash::Card("4000".to_owned(), Decimal::from(2));
}
