//! A fault about a header is as typed as one about the body.

use cases::clients::header_faults::blocking::Port;
use cases::clients::header_faults::{AskFault, elements};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::transport::recorded::Recorded;
use wsdl2rs_runtime::xml::ReadOptions;

fn fault(header: &str, detail: &str) -> String {
    format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" xmlns:c=\"urn:case\">\
         <s:Header><c:Session>s1</c:Session>{header}</s:Header><s:Body><s:Fault>\
         <faultcode>s:Client</faultcode><faultstring>no</faultstring><detail>{detail}</detail>\
         </s:Fault></s:Body></s:Envelope>"
    )
}

pub fn main() {
    let expired = "<c:SessionExpired><c:At>2024-05-06T07:08:09Z</c:At></c:SessionExpired>";
    let unknown = "<c:Unknown>?</c:Unknown>";
    let transport = Recorded::default()
        .answer(500, "text/xml", fault(expired, ""))
        .answer(500, "text/xml", fault(expired, unknown))
        .answer(500, "text/xml", fault("", ""));
    let client = Port::new(transport);
    let ask = || {
        let Err(CallError::Fault(fault)) = client.ask(&"?".to_owned()) else { panic!("a fault") };
        fault
    };
    let fault = ask();
    let Some(AskFault::SessionExpired(expired)) = fault.detail() else { panic!("{fault}") };
    assert_eq!(expired.at.to_string(), "2024-05-06T07:08:09Z");
    // What the body says comes first; the header is there, too.
    let fault = ask();
    assert!(matches!(fault.detail(), Some(AskFault::Unknown(text)) if text == "?"), "{fault}");
    let options = ReadOptions::default();
    let header = fault.header::<elements::SessionExpired>(&options);
    assert!(matches!(header, Some(Ok(_))), "{header:?}");
    let session = fault.header::<elements::Session>(&options);
    assert_eq!(session.and_then(Result::ok).as_deref(), Some("s1"));
    assert!(ask().detail().is_none());
}
