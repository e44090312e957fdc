//! SoapBuilders round 3, group D: document style, literal, wrapped.

use interop::round3_doclitparams::blocking::WsdlInteropTestDocLitPort;
use interop::round3_doclitparams::soapinterop::{
    ArrayOfstringLiteral, EchoString, EchoStringArray, EchoStruct, EchoVoid, SoapStruct,
};
use interop::support::{Check, Peer, Recording};
use wsdl2rs_runtime::transport::UreqTransport;

pub(crate) const CHECKS: &[Check] =
    &[("texts", texts), ("arrays", arrays), ("structs", structs), ("nothing", nothing)];

fn port(peer: &Peer) -> WsdlInteropTestDocLitPort<Recording<UreqTransport>> {
    WsdlInteropTestDocLitPort::new(peer.transport())
        .configure(peer.at("/round3_groupD_doclitparams"))
}

fn texts(peer: &Peer) {
    for text in ["", "é & <t>"] {
        let answer = port(peer).echo_string(&EchoString::new(text)).expect("an answer");
        assert_eq!(answer.r#return, text);
    }
}

fn arrays(peer: &Peer) {
    let texts = ["a".to_owned(), "b & c".to_owned()];
    let request = EchoStringArray::new(ArrayOfstringLiteral::new(texts));
    let answer = port(peer).echo_string_array(&request).expect("an answer");
    assert_eq!(answer.r#return, request.param0);
}

fn structs(peer: &Peer) {
    let request = EchoStruct::new(SoapStruct::new(1.5, -7, "text"));
    let answer = port(peer).echo_struct(&request).expect("an answer");
    assert_eq!(answer.r#return, request.param0);
}

fn nothing(peer: &Peer) {
    port(peer).echo_void(&EchoVoid {}).expect("an answer");
}
