use cases::attributes::any::Open;
use wsdl2rs_runtime::any::AnyAttributes;

fn main() {
    let _ = Open { any_attributes: AnyAttributes::new() };
}
