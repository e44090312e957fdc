//! A required header cannot be forgotten, nor be left empty.

use cases::clients::required_header::{Port, ServiceHeaders};
use wsdl2rs_runtime::transport::recorded::Recorded;

pub fn main() {
    let _ = Port::new(Recorded::default());
    let _ = Port::new(Recorded::default(), ServiceHeaders::default());
    let _ = Port::new(Recorded::default(), ServiceHeaders { trace: None });
}
