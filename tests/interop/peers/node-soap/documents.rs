//! Document style, wrapped; faults of the shape of SOAP 1.2 in a message of SOAP 1.1, and with the
//! status of success.

use interop::documents::blocking::DocumentsPort;
use interop::documents::{Item, Items, Notify, Quote};
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::soap::{Fault, FaultKind};
use wsdl2rs_runtime::transport::UreqTransport;

pub(crate) const CHECKS: &[Check] = &[
    ("quote", quote),
    ("lists", lists),
    ("one_way", one_way),
    ("fault", fault),
    ("fault_with_success", fault_with_success),
    ("fault_of_soap_12", fault_of_soap_12),
    ("error", error),
];

fn port(peer: &Peer) -> DocumentsPort<Recording<UreqTransport>> {
    DocumentsPort::new(peer.transport()).configure(peer.at("/documents"))
}

fn quote(peer: &Peer) {
    for symbol in ["RUST", "<a>&\"'", "é\u{20AC}\u{1F600}"] {
        let answer = port(peer).quote(&Quote::new(symbol)).expect("an answer");
        assert_eq!((answer.price, answer.symbol.as_str()), (19.56, symbol));
    }
}

fn lists(peer: &Peer) {
    let items = [Item::new("a").with_count(1), Item::new("b & c")];
    for items in [vec![], vec![items[0].clone()], items.to_vec()] {
        let request = Items::new().with_item(items);
        assert_eq!(port(peer).echo(&request).expect("an answer"), request);
    }
}

fn one_way(peer: &Peer) {
    port(peer).notify(&Notify::new("later")).expect("it is taken");
}

/// The fault that comes for a symbol.
fn fault_of(peer: &Peer, symbol: &str) -> Fault {
    match port(peer).quote(&Quote::new(symbol)) {
        Err(CallError::Fault(fault)) => Fault::clone(&fault),
        other => panic!("{other:?}"),
    }
}

fn fault(peer: &Peer) {
    let fault = fault_of(peer, "v11");
    assert_eq!((fault.kind(), fault.reason()), (FaultKind::Sender, "bad <symbol>"));
    let names: Vec<&str> = fault.detail.iter().map(|entry| entry.name.local()).collect();
    assert_eq!(names, ["code", "why"]);
}

fn fault_with_success(peer: &Peer) {
    let fault = fault_of(peer, "success");
    assert_eq!((fault.kind(), fault.reason()), (FaultKind::Receiver, "with status 200"));
}

fn fault_of_soap_12(peer: &Peer) {
    let fault = fault_of(peer, "v12");
    assert_eq!((fault.kind(), fault.reason()), (FaultKind::Sender, "Processing Error"));
    let subcodes: Vec<&str> = fault.subcodes.iter().map(|code| code.local()).collect();
    assert_eq!(subcodes, ["rpc:BadArguments"]);
}

fn error(peer: &Peer) {
    let fault = fault_of(peer, "plain");
    assert_eq!(fault.reason(), "Error: a plain error");
}
