//! Each part is an element without a namespace directly in the body.

use std::sync::Arc;

use cases::clients::typed_parts::{Host, Number, Report, blocking::Port};
use wsdl2rs_runtime::transport::recorded::Recorded;
use wsdl2rs_runtime::value::Decimal;

fn envelope(body: &str) -> String {
    format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">\
         <s:Body>{body}</s:Body></s:Envelope>"
    )
}

pub fn main() {
    let host = "<host state='up'><n:Name xmlns:n='urn:case'>a</n:Name></host>";
    let transport = Recorded::default()
        .answer(200, "text/xml", envelope("<number>7</number>"))
        .answer(200, "text/xml", envelope(host));
    let transport = Arc::new(transport);
    let client = Port::new(transport.clone())
        .with_headers(|headers| headers.with_token("secret".to_owned()));
    let report = Report::new(Host::new("a"), "0.5".parse::<Decimal>().expect("a number"), 3);
    assert_eq!(client.send(&report).expect("a number"), Number::new(7));
    let found = client.find(&Number::new(7)).expect("a host");
    assert_eq!(found.host, Host::new("a").with_state("up"));
    let sent = transport.requests();
    let text = String::from_utf8_lossy(sent[0].body());
    let body = "<host><tns:Name>a</tns:Name></host><load>0.5</load><tns:Id>3</tns:Id></soap:Body>";
    assert!(text.contains(body), "{text}");
    assert!(text.contains(":token xmlns:header=\"urn:header\">secret</"), "{text}");
    let text = String::from_utf8_lossy(sent[1].body());
    assert!(text.contains("<soap:Body><number>7</number></soap:Body>"), "{text}");
}
