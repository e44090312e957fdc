//! The part's type is sent and received without an element of its own.

use std::sync::Arc;

use cases::clients::body_of_a_type::{Order, ReceiptNumberOrRefusal, blocking::Port, operations};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::transport::mock::Mock;
use wsdl2rs_runtime::transport::recorded::Recorded;

fn envelope(body: &str) -> String {
    format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns=\"urn:case\">\
         <s:Body id=\"a\">{body}</s:Body></s:Envelope>"
    )
}

pub fn main() {
    let transport = Recorded::default()
        .answer(200, "text/xml", envelope("<Number>1</Number>"))
        .answer(200, "text/xml", envelope("<!-- none --> "));
    let transport = Arc::new(transport);
    let client = Port::new(transport.clone());
    let order = Order::new(["tea".to_owned(), "salt & pepper".to_owned()]);
    let receipt = client.submit(&order).expect("a receipt");
    assert_eq!(receipt.number_or_refusal, ReceiptNumberOrRefusal::Number(1));
    assert!(matches!(client.submit(&order), Err(CallError::Decode(_))));
    let sent = transport.requests();
    let text = String::from_utf8_lossy(sent[0].body());
    assert!(
        text.contains("<tns:Line>tea</tns:Line><tns:Line>salt &amp; pepper</tns:Line></soap:Body>")
    );
    assert!(text.contains("<soap:Body xmlns:tns=\"urn:case\""), "{text}");

    // A service that is played has the same types on both sides.
    let mock = Arc::new(Mock::new().reply::<operations::Submit>(&receipt));
    assert_eq!(Port::new(mock.clone()).submit(&order).expect("a receipt"), receipt);
    assert_eq!(mock.requests::<operations::Submit>(), [order]);
}
