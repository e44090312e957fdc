//! A client is made with the headers that the contract requires.

use std::sync::Arc;

use cases::clients::required_header::{ServiceHeaders, blocking::Port};
use wsdl2rs_runtime::transport::recorded::Recorded;

pub fn main() {
    let answer = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>\
                  <Answer xmlns=\"urn:case\">yes</Answer></s:Body></s:Envelope>";
    let transport = Arc::new(Recorded::default().answer(200, "text/xml", answer));
    let client = Port::new(transport.clone(), ServiceHeaders::new("me".to_owned()))
        .configure(|settings| settings.attempts(1));
    let client = client.with_headers(|headers| headers.with_trace(1));
    assert!(client.ask(&"really?".to_owned()).is_ok());
    let sent = transport.requests();
    let text = String::from_utf8_lossy(sent[0].body());
    assert!(
        text.contains(
            "<soap:Header><tns:Caller xmlns:tns=\"urn:case\">me</tns:Caller>\
             <tns:Trace xmlns:tns=\"urn:case\">1</tns:Trace></soap:Header>"
        ),
        "{text}"
    );
}
