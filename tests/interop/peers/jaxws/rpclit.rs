//! rpc style, literal: numbers, structs, arrays of types that JAX-WS names.

use interop::rpclit::blocking::RpcLiteralPort;
use interop::rpclit::{Add, EchoPerson, Employee, Evens, Person};
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::transport::UreqTransport;
use wsdl2rs_runtime::value::Nillable;

pub(crate) const CHECKS: &[Check] = &[("add", add), ("struct", structure), ("array", array)];

fn port(peer: &Peer) -> RpcLiteralPort<Recording<UreqTransport>> {
    RpcLiteralPort::new(peer.transport()).configure(peer.at("/rpclit"))
}

fn add(peer: &Peer) {
    assert_eq!(port(peer).add(&Add { a: 2, b: -44 }).expect("an answer").r#return, -42);
}

fn structure(peer: &Peer) {
    for person in [Person::new("Ada").with_age(36).into(), Employee::new("Bob").with_age(36).into()]
    {
        let request = EchoPerson::new(person);
        let answer = port(peer).echo_person(&request).expect("an answer");
        assert_eq!(answer.r#return, request.p);
    }
}

fn array(peer: &Peer) {
    let evens = |end| port(peer).evens(&Evens::new(end)).expect("an answer").r#return.item;
    assert_eq!(evens(7), [2, 4, 6].map(Nillable::Value));
    assert_eq!(evens(0), []);
}
