//! A service without a WSDL, which describes each value by `xsi:type`; and what PHP does to the
//! bytes of an answer.

use interop::loose::blocking::LoosePort;
use interop::loose::{Add, Boom, Crash, Mixed, Nothing, NumbersRequest, Person, Text, Twice};
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::soap::FaultKind;
use wsdl2rs_runtime::transport::UreqTransport;

pub(crate) const CHECKS: &[Check] = &[
    ("add", add),
    ("text", text),
    ("null", null),
    ("array", array),
    ("reference", reference),
    ("anything", anything),
    ("fault", fault),
    ("exception", exception),
    ("byte_order_mark", byte_order_mark),
    ("gzip", gzip),
];

fn port(peer: &Peer) -> LoosePort<Recording<UreqTransport>> {
    LoosePort::new(peer.transport()).configure(peer.at("/loose"))
}

fn add(peer: &Peer) {
    assert_eq!(port(peer).add(&Add { a: 40, b: 2 }).expect("an answer").r#return, Some(42));
}

fn text(peer: &Peer) {
    for text in ["", "<a>&\"'", " two  blanks ", "é\u{20AC}\u{1F600}", "line\nline"] {
        let answer = port(peer).text(&Text::new(text)).expect("an answer");
        assert_eq!(answer.r#return.as_deref(), Some(text));
    }
}

fn null(peer: &Peer) {
    assert_eq!(port(peer).nothing(&Nothing {}).expect("an answer").r#return, None);
}

fn array(peer: &Peer) {
    for count in [0, 1, 5] {
        let answer = port(peer).numbers(&NumbersRequest::new(count)).expect("an answer");
        assert_eq!(
            answer.r#return.expect("a result").0.into_items(),
            (1..=count).collect::<Vec<_>>()
        );
    }
}

fn reference(peer: &Peer) {
    let answer = port(peer).twice(&Twice::new("shared")).expect("an answer");
    let person = Person::new("shared");
    assert_eq!(answer.r#return.expect("a result").0.into_items(), [person.clone(), person]);
}

fn anything(peer: &Peer) {
    let answer = port(peer).mixed(&Mixed {}).expect("an answer");
    assert!(format!("{:?}", answer.r#return).contains("x &amp; y"), "{:?}", answer.r#return);
}

fn fault(peer: &Peer) {
    let Err(CallError::Fault(fault)) = port(peer).boom(&Boom {}) else { panic!("no fault") };
    assert_eq!((fault.kind(), fault.reason()), (FaultKind::Sender, "no good"));
    assert_eq!(fault.node.as_deref(), Some("urn:actor"));
    let names: Vec<&str> = fault.detail.iter().map(|entry| entry.name.local()).collect();
    assert_eq!(names, ["code", "why"]);
}

/// What PHP makes of an exception that nothing catches is no message.
fn exception(peer: &Peer) {
    let Err(CallError::Http(error)) = port(peer).crash(&Crash {}) else { panic!("no error") };
    assert_eq!(error.status(), 500);
}

fn byte_order_mark(peer: &Peer) {
    let port = port(peer).configure(peer.at("/loose?bom"));
    assert_eq!(port.text(&Text::new("é")).expect("an answer").r#return.as_deref(), Some("é"));
}

fn gzip(peer: &Peer) {
    let port = port(peer).configure(peer.at("/loose?gzip"));
    let text = "a long text, ".repeat(10_000);
    assert_eq!(port.text(&Text::new(text.clone())).expect("an answer").r#return, Some(text));
}
