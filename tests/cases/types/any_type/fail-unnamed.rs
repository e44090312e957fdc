//! A type that no schema has.

use wsdl2rs_runtime::any::AnyType;

struct Mine;

fn main() {
    let _ = AnyType::encode(&Mine);
}
