//! SoapBuilders round 3, group D: rpc style, encoded, with a qualified schema.

use interop::round3_rpcenc::blocking::WsdlInteropTestRpcEncPort;
use interop::round3_rpcenc::soapinterop::{ArrayOfstring, SoapStruct};
use interop::round3_rpcenc::{EchoString, EchoStringArray, EchoStruct, EchoVoid};
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::transport::UreqTransport;

pub(crate) const CHECKS: &[Check] =
    &[("texts", texts), ("arrays", arrays), ("structs", structs), ("nothing", nothing)];

fn port(peer: &Peer) -> WsdlInteropTestRpcEncPort<Recording<UreqTransport>> {
    WsdlInteropTestRpcEncPort::new(peer.transport()).configure(peer.at("/round3_groupD_rpcenc"))
}

fn texts(peer: &Peer) {
    for text in ["", "é & <t>"] {
        let answer = port(peer).echo_string(&EchoString::new(text)).expect("an answer");
        assert_eq!(answer.r#return.as_deref(), Some(text));
    }
}

fn arrays(peer: &Peer) {
    for texts in [vec![], vec!["a".to_owned(), "b".to_owned()]] {
        let request = EchoStringArray::new(ArrayOfstring(texts.into()));
        let answer = port(peer).echo_string_array(&request).expect("an answer");
        assert_eq!(answer.r#return, Some(request.param0));
    }
}

fn structs(peer: &Peer) {
    let request = EchoStruct::new(SoapStruct::new(1.5, -7, "text"));
    let answer = port(peer).echo_struct(&request).expect("an answer");
    assert_eq!(answer.r#return, Some(request.param0));
}

fn nothing(peer: &Peer) {
    port(peer).echo_void(&EchoVoid {}).expect("an answer");
}
