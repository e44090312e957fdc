//! The parts of a message are the fields of a struct, which both ports share.

use std::sync::Arc;

use cases::clients::several_elements_in_the_body::{
    self as case, Answer, Ask, blocking::Port, operations,
};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::transport::mock::Mock;
use wsdl2rs_runtime::transport::recorded::Recorded;

fn envelope(body: &str) -> String {
    format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns=\"urn:case\">\
         <s:Body>{body}</s:Body></s:Envelope>"
    )
}

/// Both ports have the trait.
fn is_service<S: case::Service>() {}

pub fn main() {
    is_service::<case::Port<Recorded>>();
    is_service::<case::Port12<Recorded>>();
    let fault = "<s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault>";
    let transport = Recorded::default()
        .answer(200, "text/xml", envelope("<Limit>1</Limit> <Symbol>RUST</Symbol>"))
        .answer(200, "text/xml", envelope("<Limit>1</Limit><Other/>"))
        .answer(200, "text/xml", envelope(""))
        .answer(500, "text/xml", envelope(fault));
    let transport = Arc::new(transport);
    let client = Port::new(transport.clone());
    let ask = Ask::new("RUST", 5);
    let answer = client.ask(&ask).expect("an answer");
    assert_eq!(answer, Answer::new(1, "RUST"));
    for _ in 0..2 {
        assert!(matches!(client.ask(&ask), Err(CallError::Decode(_))));
    }
    assert!(matches!(client.ask(&ask), Err(CallError::Fault(_))));
    let sent = transport.requests();
    let text = String::from_utf8_lossy(sent[0].body());
    let body = "<soap:Body xmlns:tns=\"urn:case\"><tns:Symbol>RUST</tns:Symbol>\
                <tns:Limit>5</tns:Limit></soap:Body></soap:Envelope>";
    assert!(text.ends_with(body), "{text}");

    // A service that is played has the same types on both sides.
    let mock = Arc::new(Mock::new().reply::<operations::Ask>(&answer));
    assert_eq!(Port::new(mock.clone()).ask(&ask).expect("an answer"), answer);
    assert_eq!(mock.requests::<operations::Ask>(), [ask]);
}
