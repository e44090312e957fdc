//! The chosen operations have their headers, faults and bodies.

use std::sync::Arc;

use cases::clients::chosen_headers_and_bodies::{
    AnyQuery, Count, Limits, Order, Query, blocking::Search12, blocking::Store11, calls,
};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::soap::Version;
use wsdl2rs_runtime::transport::recorded::Recorded;

fn envelope(version: Version, body: &str) -> String {
    let namespace = version.namespace();
    format!(
        "<s:Envelope xmlns:s=\"{namespace}\" xmlns:t=\"urn:case\"><s:Body>{body}</s:Body></s:Envelope>"
    )
}

pub fn main() {
    let found = "<c:FindResponse xmlns:c=\"urn:case:calls\"><count>2</count></c:FindResponse>";
    let missing = "<s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text \
        xml:lang=\"en\">none</s:Text></s:Reason><s:Detail><t:Missing><t:Text>no such book</t:Text>\
        </t:Missing></s:Detail></s:Fault>";
    let transport = Recorded::default()
        .answer(200, "application/soap+xml", envelope(Version::V12, found))
        .answer(500, "application/soap+xml", envelope(Version::V12, missing));
    let transport = Arc::new(transport);
    let rows = Count::new(5).expect("not negative");
    let client = Search12::new(transport.clone())
        .with_headers(|headers| headers.with_limit(Limits::new(rows)));
    let query = AnyQuery::from(Query::new("rust"));
    let request = calls::Find { query, order: Order::Up };
    assert_eq!(client.find(&request).expect("an answer").count.into_inner(), 2);
    let sent = String::from_utf8_lossy(transport.requests()[0].body()).into_owned();
    assert!(
        sent.contains("<tns:Limit xmlns:tns=\"urn:case\"><tns:Rows>5</tns:Rows></tns:Limit>"),
        "{sent}"
    );
    let Err(CallError::Fault(fault)) = client.find(&request) else { panic!("it is a fault") };
    assert!(format!("{fault:?}").contains("no such book"), "{fault:?}");

    let answer = envelope(Version::V11, "<t:Name>a</t:Name>");
    let transport = Arc::new(Recorded::default().answer(200, "text/xml", answer));
    let put = cases::clients::chosen_headers_and_bodies::Put::new(
        "k".parse::<wsdl2rs_runtime::value::Id>().expect("an ID"),
        "v",
    );
    let content = Store11::new(transport.clone()).put(&put).expect("an answer");
    assert_eq!(content.name.as_str(), "a");
}
