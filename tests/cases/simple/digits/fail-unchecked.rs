//! No value is made unchecked.

use cases::simple::digits::Amount;
use wsdl2rs_runtime::value::Decimal;

fn main() {
    let _ = Amount(Decimal::from(1_000_000));
}
