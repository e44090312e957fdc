//! Requests say their types; answers are read with references and by local names.

use std::sync::Arc;

use cases::clients::document_encoded::{Host, In, blocking::Port};
use wsdl2rs_runtime::transport::recorded::Recorded;

fn answer(body: &str) -> String {
    format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>{body}</s:Body>\
         </s:Envelope>"
    )
}

pub fn main() {
    let transport = Recorded::default()
        .answer(200, "text/xml", answer("<b:day xmlns:b='urn:body'>Monday</b:day>"))
        .answer(200, "text/xml", answer("<day href='#d'/><e id='d'>Sunday</e>"));
    let transport = Arc::new(transport);
    let client = Port::new(transport.clone());
    let request = In::new(Host::new("a"), 5);
    for expected in ["Monday", "Sunday"] {
        let answer = client.ask(&request).expect("an answer");
        assert_eq!(answer.day.as_deref(), Some(expected));
    }
    let sent = transport.requests();
    let text = String::from_utf8_lossy(sent[0].body());
    let body = "<body:host xsi:type=\"tns:Host\"><tns:Name xsi:type=\"xsd:string\">a</tns:Name></body:host>\
         <body:limit xsi:type=\"xsd:int\">5</body:limit></soap:Body>";
    assert!(text.contains(body), "{text}");
    assert!(text.contains("<soap:Body soap:encodingStyle=\"http"), "{text}");
}
