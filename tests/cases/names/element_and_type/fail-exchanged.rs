//! The element and the type of one name are two types.

use cases::names::element_and_type::{Quote, elements};
use wsdl2rs_runtime::Element;

fn main() {
    let _: <elements::Quote as Element>::Value = Quote::new(1);
}
