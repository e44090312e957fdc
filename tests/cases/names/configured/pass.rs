//! As the configuration says.

use cases::names::configured::quotes::Quote;
use wsdl2rs_runtime::value::Decimal;

pub fn main() {
    let _ = Quote::new(Decimal::from(1));
}
