//! SoapBuilders round 3, group D: an empty `SOAPAction`.

use interop::round3_emptysa::EchoString;
use interop::round3_emptysa::blocking::SoapInteropEmptySaPort;
use interop::support::{Check, Peer};

pub(crate) const CHECKS: &[Check] = &[("echo_string", echo_string)];

fn echo_string(peer: &Peer) {
    let port = SoapInteropEmptySaPort::new(peer.transport());
    let port = port.configure(peer.at("/round3_groupD_emptysa"));
    for text in ["", "é & <t>"] {
        let answer = port.echo_string(&EchoString::new(text)).expect("an answer");
        assert_eq!(answer.result.as_deref(), Some(text));
    }
}
