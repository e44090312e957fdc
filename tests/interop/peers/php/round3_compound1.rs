//! SoapBuilders round 3, group D: document style, bare; attributes and simple content.

use interop::round3_compound1::blocking::SoapInteropCompound1Port;
use interop::round3_compound1::soapinterop::{Document, Person};
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::transport::UreqTransport;

pub(crate) const CHECKS: &[Check] =
    &[("echo_person", echo_person), ("echo_document", echo_document)];

fn port(peer: &Peer) -> SoapInteropCompound1Port<Recording<UreqTransport>> {
    SoapInteropCompound1Port::new(peer.transport()).configure(peer.at("/round3_groupD_compound1"))
}

fn echo_person(peer: &Peer) {
    for person in
        [Person::new(36.5, -2.0), Person::new(0.0, 1.0).with_name("A & B").with_male(true)]
    {
        assert_eq!(port(peer).echo_person(&person).expect("an answer"), person);
    }
}

fn echo_document(peer: &Peer) {
    for document in [Document::new("text"), Document::new(" <t> ").with_id("1\"2")] {
        assert_eq!(port(peer).echo_document(&document).expect("an answer"), document);
    }
}
