//! What is inherited is required as well.

use cases::types::extension::Employee;
use wsdl2rs_runtime::value::Decimal;

fn main() {
    let _ = Employee { since: None, salary: Decimal::from(1) };
}
