//! Document style, bare: the body is a value.

use interop::docbare::blocking::DocumentBarePort;
use interop::docbare::{AnyPerson, Employee, Person};
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::transport::UreqTransport;
use wsdl2rs_runtime::value::Nillable;

pub(crate) const CHECKS: &[Check] = &[("struct", structure), ("nil", nil), ("number", number)];

fn port(peer: &Peer) -> DocumentBarePort<Recording<UreqTransport>> {
    DocumentBarePort::new(peer.transport()).configure(peer.at("/docbare"))
}

fn structure(peer: &Peer) {
    for person in [
        Person::new("Ada").with_age(36).with_id("1").into(),
        Employee::new("Bob").with_age(36).into(),
    ] {
        let person: Nillable<AnyPerson, _> = Nillable::Value(person);
        assert_eq!(port(peer).take(&person).expect("an answer"), person);
    }
}

fn nil(peer: &Peer) {
    assert_eq!(port(peer).take(&Nillable::nil()).expect("an answer"), Nillable::nil());
}

fn number(peer: &Peer) {
    assert_eq!(port(peer).twice(&-21).expect("an answer"), -42);
    assert_eq!(port(peer).twice(&i32::MIN).expect("an answer"), 0);
}
