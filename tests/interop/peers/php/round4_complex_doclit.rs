//! SoapBuilders round 4, group H: declared faults with structured and derived details.

use interop::round4_complex_doclit::blocking::ComplexDocLitPort;
use interop::round4_complex_doclit::requestresponse::{
    EchoMultipleFaults1Request, EchoMultipleFaults2Request,
};
use interop::round4_complex_doclit::types::{
    AnyBaseStruct, AnyExtendedStruct, BaseStruct, ExtendedStruct, MoreExtendedStruct, SoapStruct,
    SoapStructFault,
};
use interop::round4_complex_doclit::{
    EchoBaseStructFaultFault, EchoExtendedStructFaultFault, EchoMultipleFaults1Fault,
    EchoMultipleFaults2Fault, EchoSoapStructFaultFault,
};
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::soap::FaultKind;
use wsdl2rs_runtime::transport::UreqTransport;

pub(crate) const CHECKS: &[Check] = &[
    ("simple_struct", simple_struct),
    ("base_struct", base_struct),
    ("extended_struct", extended_struct),
    ("several_faults", several_faults),
    ("several_derived_faults", several_derived_faults),
];

fn port(peer: &Peer) -> ComplexDocLitPort<Recording<UreqTransport>> {
    ComplexDocLitPort::new(peer.transport()).configure(peer.at("/round4_groupH_complex_doclit"))
}

fn simple() -> SoapStruct {
    SoapStruct::new("a & b", -3, 0.5)
}

fn base() -> BaseStruct {
    BaseStruct::new(simple(), 7)
}

fn extended() -> ExtendedStruct {
    ExtendedStruct {
        struct_message: simple(),
        short_message: 7,
        string_message: "text".to_owned(),
        int_message: 1,
        another_int_message: 2,
    }
}

fn more() -> MoreExtendedStruct {
    MoreExtendedStruct {
        struct_message: simple(),
        short_message: 7,
        string_message: "text".to_owned(),
        int_message: 1,
        another_int_message: 2,
        boolean_message: true,
    }
}

/// The declared detail of the fault that came instead of an answer.
fn detail<T, F: Clone + std::fmt::Debug>(result: Result<T, CallError<F>>) -> F {
    let Err(CallError::Fault(fault)) = result else { panic!("no fault") };
    assert_eq!(fault.kind(), FaultKind::Receiver);
    fault.detail().unwrap_or_else(|| panic!("{fault:?}")).clone()
}

fn simple_struct(peer: &Peer) {
    let detail = detail(port(peer).echo_soap_struct_fault(&simple()));
    let expected = SoapStructFault::new(simple());
    assert_eq!(detail, EchoSoapStructFaultFault::ComplexFault(expected));
}

fn base_struct(peer: &Peer) {
    let value = AnyBaseStruct::from(base());
    let detail = detail(port(peer).echo_base_struct_fault(&value));
    assert_eq!(detail, EchoBaseStructFaultFault::ComplexFault(value));
}

fn extended_struct(peer: &Peer) {
    let value = AnyExtendedStruct::from(extended());
    let detail = detail(port(peer).echo_extended_struct_fault(&value));
    assert_eq!(detail, EchoExtendedStructFaultFault::ComplexFault(value));
}

fn several_faults(peer: &Peer) {
    let request = |which| EchoMultipleFaults1Request::new(which, simple(), base().into());
    let detail = |which| detail(port(peer).echo_multiple_faults1(&request(which)));
    let first = SoapStructFault::new(simple());
    assert_eq!(detail(1), EchoMultipleFaults1Fault::ComplexFault1(first));
    assert_eq!(detail(2), EchoMultipleFaults1Fault::ComplexFault2(base().into()));
}

fn several_derived_faults(peer: &Peer) {
    let request =
        |which| EchoMultipleFaults2Request::new(which, base().into(), extended().into(), more());
    let detail = |which| detail(port(peer).echo_multiple_faults2(&request(which)));
    assert_eq!(detail(1), EchoMultipleFaults2Fault::ComplexFault1(base().into()));
    assert_eq!(detail(2), EchoMultipleFaults2Fault::ComplexFault2(extended().into()));
}
