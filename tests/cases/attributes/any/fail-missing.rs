//! Other attributes do not stand in for a required one.

use cases::attributes::any::Open;
use wsdl2rs_runtime::any::AnyAttributes;

fn main() {
    let _ = Open { any_attributes: AnyAttributes::new() };
}
