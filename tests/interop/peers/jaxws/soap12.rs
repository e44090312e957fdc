//! Document style over SOAP 1.2.

use interop::soap12::blocking::Soap12Port;
use interop::soap12::{Crash12, Echo12, Fail12, Fail12Fault, Person};
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::soap::FaultKind;
use wsdl2rs_runtime::transport::UreqTransport;
use wsdl2rs_runtime::value::Nillable;

pub(crate) const CHECKS: &[Check] =
    &[("echo", echo), ("declared_fault", declared_fault), ("undeclared_fault", undeclared_fault)];

fn port(peer: &Peer) -> Soap12Port<Recording<UreqTransport>> {
    Soap12Port::new(peer.transport()).configure(peer.at("/soap12"))
}

fn echo(peer: &Peer) {
    let person = Person::new("Ada").with_age(36).into();
    let request = Echo12::new().with_person(person);
    let answer = port(peer).echo12(&request).expect("an answer");
    assert_eq!(answer.person, request.person);
}

fn declared_fault(peer: &Peer) {
    let Err(CallError::Fault(fault)) = port(peer).fail12(&Fail12::new(12)) else {
        panic!("no fault");
    };
    assert_eq!((fault.kind(), fault.reason()), (FaultKind::Receiver, "order refused"));
    let Some(Fail12Fault::OrderException(Nillable::Value(info))) = fault.detail() else {
        panic!("{:?}", fault.detail());
    };
    assert_eq!((info.code, info.hint.as_deref()), (12, None));
}

fn undeclared_fault(peer: &Peer) {
    let Err(CallError::Fault(fault)) = port(peer).crash12(&Crash12 {}) else {
        panic!("no fault");
    };
    assert_eq!((fault.kind(), fault.reason()), (FaultKind::Receiver, "boom"));
}
