//! Document style over SOAP 1.2; faults with subcodes, also with a prefix that nobody
//! declares.

use interop::device::blocking::Device;
use interop::device::{Name, Scopes};
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::soap::{Fault, FaultKind};
use wsdl2rs_runtime::transport::UreqTransport;

pub(crate) const CHECKS: &[Check] = &[
    ("lists", lists),
    ("texts", texts),
    ("sender_fault", sender_fault),
    ("receiver_fault", receiver_fault),
];

fn port(peer: &Peer) -> Device<Recording<UreqTransport>> {
    Device::new(peer.transport()).configure(peer.at("/"))
}

fn lists(peer: &Peer) {
    for count in [0, 1, 3] {
        let scopes = port(peer).scopes(&Scopes::new(count)).expect("an answer").scope;
        let found: Vec<_> =
            scopes.iter().map(|scope| (scope.fixed, scope.uri.clone().expect("a URI"))).collect();
        let uri = |number| format!("onvif://www.example.com/type/{number}?a&b");
        let expected: Vec<_> = (0..count).map(|number| (number % 2 == 0, uri(number))).collect();
        assert_eq!(found, expected);
    }
}

fn texts(peer: &Peer) {
    for text in ["", "<a>&\"'", "é\u{20AC}\u{1F600}"] {
        let answer = port(peer).name(&Name::new().with_name(text)).expect("an answer");
        assert_eq!(answer.result.as_deref(), Some(text));
    }
}

/// The names below the code of a fault, and the rest of it.
fn fault<T: std::fmt::Debug, F: std::fmt::Debug>(
    outcome: Result<T, CallError<F>>,
) -> (Vec<String>, Fault) {
    match outcome {
        Err(CallError::Fault(fault)) => {
            let subcodes = fault.subcodes.iter().map(|code| code.to_string()).collect();
            (subcodes, Fault::clone(&fault))
        }
        other => panic!("{other:?}"),
    }
}

fn sender_fault(peer: &Peer) {
    let (subcodes, fault) = fault(port(peer).name(&Name::new().with_name("a b")));
    assert_eq!((fault.kind(), fault.reason()), (FaultKind::Sender, "The name <is> not valid"));
    assert_eq!(subcodes, ["{urn:peer:errors}InvalidName"]);
    assert_eq!(fault.detail[0].name.to_string(), "{urn:peer:errors}reason");
}

fn receiver_fault(peer: &Peer) {
    let (subcodes, fault) = fault(port(peer).scopes(&Scopes::new(-1)));
    let expected = (FaultKind::Receiver, "Optional action not implemented");
    assert_eq!((fault.kind(), fault.reason()), expected);
    assert_eq!(subcodes, ["ter:ActionNotSupported"]);
}
