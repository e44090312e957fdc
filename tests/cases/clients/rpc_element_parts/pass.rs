//! The element of a part stands within the part.

use std::sync::Arc;

use cases::clients::rpc_element_parts::blocking::Port;
use cases::clients::rpc_element_parts::rpc::{Search, SearchWanted};
use wsdl2rs_runtime::transport::recorded::Recorded;

pub fn main() {
    let answer = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>\
         <r:SearchResponse xmlns:r=\"urn:rpc\"><found><c:Id xmlns:c=\"urn:case\">2</c:Id></found>\
         </r:SearchResponse></s:Body></s:Envelope>";
    let transport = Arc::new(Recorded::default().answer(200, "text/xml", answer));
    let client = Port::new(transport.clone());
    let found = client.search(&Search::new(SearchWanted::new(1), 5)).expect("an answer");
    assert_eq!(found.found.id, 2);
    let sent = transport.requests();
    let text = String::from_utf8_lossy(sent[0].body());
    let body = "<wanted><tns:Id>1</tns:Id></wanted><limit>5</limit></rpc:Search></soap:Body>";
    assert!(text.contains(body), "{text}");
}
