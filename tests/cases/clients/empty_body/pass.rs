//! An empty body is no argument, or no answer.

use std::sync::Arc;

use cases::clients::empty_body::blocking::Port;
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::transport::recorded::Recorded;
use wsdl2rs_runtime::xml::ReadOptions;

fn envelope(body: &str) -> String {
    format!("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">{body}</s:Envelope>")
}

pub fn main() {
    let nothing = envelope("<s:Body/>");
    let stray = envelope("<s:Body> <SetVersionResponse/> </s:Body>");
    let fault = envelope(
        "<s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>no</faultstring></s:Fault></s:Body>",
    );
    let version = envelope("<s:Body><Version xmlns=\"urn:case\">7</Version></s:Body>");
    let transport = Recorded::default()
        .answer(200, "text/xml", version.clone())
        .answer(200, "text/xml", nothing.clone())
        .answer(202, "text/xml", "")
        .answer(200, "text/xml", stray.clone())
        .answer(500, "text/xml", fault.clone())
        .answer(200, "text/xml", nothing.clone())
        .answer(200, "text/xml", stray.clone());
    let transport = Arc::new(transport);
    let client = Port::new(transport.clone());
    assert_eq!(client.get_version().ok().as_deref(), Some("7"));
    let seven = "7".to_owned();
    assert!(client.set_version(&seven).is_ok());
    assert!(client.ping().is_ok());
    // What an empty body holds is passed over, unless it is a fault.
    assert!(client.set_version(&seven).is_ok());
    assert!(matches!(client.unsaid(), Err(CallError::Fault(_))));
    let strict = client.configure(|settings| settings.read_options(ReadOptions::strict()));
    assert!(strict.set_version(&seven).is_ok());
    assert!(matches!(strict.set_version(&seven), Err(CallError::Decode(_))));
    let sent = transport.requests();
    for index in [0, 2, 4] {
        let text = String::from_utf8_lossy(sent[index].body());
        assert!(text.ends_with("soap/envelope/\"><soap:Body/></soap:Envelope>"), "{text}");
    }
}
