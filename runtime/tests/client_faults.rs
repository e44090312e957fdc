//! Faults of both versions, well made and otherwise.

mod support;

use support::exchange::{XML, error, head, settings};
use support::{QuoteFault, Text, envelope, envelope_12, operations};
use wsdl2rs_runtime::QName;
use wsdl2rs_runtime::client::{CallError, FaultDetail, NoDeclaredFault};
use wsdl2rs_runtime::soap::FaultKind;
use wsdl2rs_runtime::xml::{Limits, ReadOptions};

fn fault(status: u16, body: &str) -> wsdl2rs_runtime::client::Fault<QuoteFault> {
    let error = error::<operations::GetQuote>(status, XML, body);
    let CallError::Fault(fault) = error else { panic!("{body}: {error}") };
    fault
}

#[test]
fn a_fault_of_soap_1_1_has_its_declared_detail() {
    let body = envelope(
        "<s:Fault><faultcode>s:Client.Symbol</faultcode><faultstring xml:lang='en'>No such\
         </faultstring><faultactor>urn:me</faultactor><detail>\n <o:Other xmlns:o='urn:o'>x</o:Other>\
         <UnknownSymbol xmlns='urn:quotes'>RSUT</UnknownSymbol></detail></s:Fault>",
    );
    for status in [200, 400, 500] {
        let fault = fault(status, &body);
        assert_eq!(fault.kind(), FaultKind::Sender);
        assert_eq!(
            fault.code.to_string(),
            "{http://schemas.xmlsoap.org/soap/envelope/}Client.Symbol"
        );
        assert_eq!((fault.reason(), fault.node.as_deref()), ("No such", Some("urn:me")));
        assert_eq!(fault.detail(), Some(&QuoteFault::UnknownSymbol(Text("RSUT".to_owned()))));
        let names: Vec<String> = fault.detail.iter().map(|entry| entry.name.to_string()).collect();
        assert_eq!(names, ["{urn:o}Other", "{urn:quotes}UnknownSymbol"]);
        assert_eq!(fault.detail[0].xml.as_str(), "<o:Other xmlns:o='urn:o'>x</o:Other>");
        assert_eq!(
            fault.to_string(),
            "fault {http://schemas.xmlsoap.org/soap/envelope/}Client.Symbol: No such; \
             detail {urn:quotes}UnknownSymbol"
        );
        assert!(fault.into_detail().is_some());
    }
}

const FAULT_12: &str = "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value xmlns:q='urn:q'>\
    q:Outer</s:Value><s:Subcode><s:Value>Inner</s:Value></s:Subcode></s:Subcode></s:Code><s:Reason>\
    <s:Text xml:lang='de-AT'>Nein</s:Text><s:Text xml:lang='en-GB'>No</s:Text></s:Reason>\
    <s:Node>urn:node</s:Node><s:Role>urn:role</s:Role><s:Detail><UnknownSymbol xmlns='urn:quotes'>\
    RSUT</UnknownSymbol></s:Detail></s:Fault>";

#[test]
fn a_fault_of_soap_1_2_has_all_its_parts_in_either_envelope() {
    for body in [envelope(FAULT_12), envelope_12(FAULT_12)] {
        let fault = fault(500, &body);
        assert_eq!(fault.kind(), FaultKind::Sender);
        assert_eq!(
            fault.subcodes,
            [QName::from_static("urn:q", "Outer"), QName::from_static("", "Inner")]
        );
        assert_eq!(fault.reason(), "No");
        assert_eq!(fault.reason_in("DE").map(|reason| reason.text.as_str()), Some("Nein"));
        assert_eq!(fault.reason_in("d").map(|reason| reason.text.as_str()), None);
        assert_eq!(
            (fault.node.as_deref(), fault.role.as_deref()),
            (Some("urn:node"), Some("urn:role"))
        );
        assert!(fault.detail().is_some());
    }
    // A server of SOAP 1.1 says so to a client of SOAP 1.2.
    let body = envelope("<s:Fault><faultcode>s:VersionMismatch</faultcode></s:Fault>");
    let error = error::<operations::GetQuote12>(500, XML, &body);
    let CallError::Fault(fault) = error else { panic!("{error}") };
    assert_eq!(fault.kind(), FaultKind::VersionMismatch);
}

#[test]
fn faults_are_read_leniently() {
    let of = |content: &str| fault(500, &envelope(&format!("<s:Fault>{content}</s:Fault>")));
    let rows = [
        ("<faultcode>Client</faultcode>", "Client", FaultKind::Sender),
        ("<faultcode>soap:Server</faultcode>", "soap:Server", FaultKind::Receiver),
        (
            "<faultcode> s:MustUnderstand </faultcode>",
            "{http://schemas.xmlsoap.org/soap/envelope/}MustUnderstand",
            FaultKind::MustUnderstand,
        ),
        ("<faultcode xmlns:a='urn:a'>a:Client</faultcode>", "{urn:a}Client", FaultKind::Other),
        ("<s:faultcode>Server.x.y</s:faultcode>", "Server.x.y", FaultKind::Receiver),
        ("<faultcode>42</faultcode>", "42", FaultKind::Other),
        ("<faultcode/>", "", FaultKind::Other),
        ("<x/>", "", FaultKind::Other),
        ("", "", FaultKind::Other),
    ];
    for (content, code, kind) in rows {
        let fault = of(content);
        assert_eq!((fault.code.to_string().as_str(), fault.kind()), (code, kind), "{content}");
        assert_eq!(fault.reason(), "");
        assert!(fault.detail.is_empty());
    }
    let fault = of(
        "<faultstring>a <b>c</b> &lt;d&gt;<![CDATA[ & e]]></faultstring><detail> text </detail>",
    );
    assert_eq!(fault.reason(), "a  <d> & e");
    assert_eq!(fault.detail_text.as_deref(), Some("text"));
}

#[test]
fn a_declared_detail_that_cannot_be_read_leaves_the_rest() {
    let fault = fault(
        500,
        &envelope(
            "<s:Fault><faultcode>s:Client</faultcode><detail><UnknownSymbol xmlns='urn:quotes'><x/>\
             </UnknownSymbol></detail></s:Fault>",
        ),
    );
    assert_eq!(fault.detail(), None);
    assert_eq!(fault.detail.len(), 1);
    let error = fault.detail_error().expect("the element has no text").to_string();
    assert!(error.contains("/UnknownSymbol/x"), "{error}");
}

#[test]
fn the_text_of_a_fault_is_bounded_and_cannot_draw_on_a_terminal() {
    let mut limits = Limits::default();
    limits.fault_text = 12;
    let settings = settings().read_options(ReadOptions::default().with_limits(limits));
    let body = envelope(
        "<s:Fault><faultcode>Client</faultcode><faultstring>äääääää</faultstring></s:Fault>",
    );
    let error = settings.conclude::<operations::GetQuote>(&head(500, XML), body.as_bytes());
    let error = error.expect_err("it is a fault");
    let CallError::Fault(cut) = error else { panic!("{error}") };
    assert_eq!((cut.code.local(), cut.reason()), ("Client", "äää"));
    let fault = fault(
        500,
        &envelope("<s:Fault><faultstring>x&#x85;&#x202e;\u{9b}31m</faultstring></s:Fault>"),
    );
    assert_eq!(fault.to_string(), "fault without a code: x\\u{85}\\u{202e}\\u{9b}31m");
}

#[test]
fn nothing_is_declared_by_an_operation_without_faults() {
    let entry = &fault(500, &envelope(FAULT_12)).detail[0].clone();
    let options = ReadOptions::default();
    assert!(NoDeclaredFault::read(entry, &options).is_none());
    assert!(entry.read_as::<support::elements::Session>(&options).is_none());
}
