//! A client sends addressing headers where its contract demands them, or where it is told to.

use std::sync::Arc;

use cases::clients::addressing::blocking::{Extended, Offered, Older, Required, Unsaid};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::soap::addressing::Addressing;
use wsdl2rs_runtime::transport::recorded::Recorded;

const V10: &str = "http://www.w3.org/2005/08/addressing";
const OLDER: &str = "http://schemas.xmlsoap.org/ws/2004/08/addressing";

fn answer(header: &str) -> String {
    format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">\
         <s:Header xmlns:a=\"{V10}\">{header}</s:Header>\
         <s:Body><Answer xmlns=\"http://example.com/case\">yes</Answer></s:Body></s:Envelope>"
    )
}

/// The actions of what was sent; empty where there were no addressing headers.
fn actions(transport: &Recorded, namespace: &str) -> Vec<String> {
    let requests = transport.requests();
    let action = requests.iter().map(|request| {
        let text = String::from_utf8_lossy(request.body()).into_owned();
        let start = format!("<wsa:Action xmlns:wsa=\"{namespace}\">");
        let action = text.split_once(&start).and_then(|(_, rest)| rest.split_once('<'));
        action.map_or_else(String::new, |(action, _)| action.to_owned())
    });
    action.collect()
}

macro_rules! sent {
    ($client:ident, $namespace:expr, $settings:expr) => {{
        let script = (0..3).fold(Recorded::default(), |script, _| {
            script.answer(200, "text/xml", answer(""))
        });
        let transport = Arc::new(script.answer(202, "text/xml", ""));
        let client = $client::new(transport.clone()).configure($settings);
        let ask = "?".to_owned();
        assert_eq!(client.given(&ask).ok().as_deref(), Some("yes"));
        assert_eq!(client.same(&ask).ok().as_deref(), Some("yes"));
        assert_eq!(client.made(&ask).ok().as_deref(), Some("yes"));
        assert!(client.note(&ask).is_ok());
        actions(&transport, $namespace)
    }};
}

pub fn main() {
    let made = "http://example.com/case/Book/MadeRequest";
    let note = "http://example.com/case/Book/NoteIt";
    let all = ["urn:given", "urn:same", made, note];
    let none = ["", "", "", ""];
    assert_eq!(sent!(Required, V10, |settings| settings), all);
    assert_eq!(sent!(Extended, V10, |settings| settings), all);
    assert_eq!(sent!(Older, OLDER, |settings| settings), all);
    assert_eq!(sent!(Offered, V10, |settings| settings), none);
    assert_eq!(sent!(Offered, V10, |settings| settings.addressing(Addressing::new())), all);
    assert_eq!(sent!(Unsaid, V10, |settings| settings), none);
    let named = Addressing::new().with_actions(|name| format!("urn:{name}"));
    assert_eq!(
        sent!(Unsaid, V10, |settings| settings.addressing(named)),
        ["urn:given", "urn:same", "urn:Made", "urn:Note"]
    );
    // The answer is to the message that was sent.
    let wrong = answer("<a:RelatesTo>urn:uuid:another</a:RelatesTo>");
    let transport = Recorded::default().answer(200, "text/xml", wrong);
    let error = Required::new(transport).given(&"?".to_owned());
    assert!(matches!(error, Err(CallError::Decode(_))), "{error:?}");
}
