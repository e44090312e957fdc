//! Headers of answers are not sent, and a header has the type that the contract gives it.

use cases::clients::headers::{Port, StoreHeaders, StoreReplyHeaders};
use wsdl2rs_runtime::transport::recorded::Recorded;

pub fn main() {
    let client = Port::new(Recorded::default());
    let _ = client.with_headers(|_| StoreReplyHeaders::default());
    let _ = StoreHeaders::new().with_session("an id");
}
