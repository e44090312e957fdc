//! SoapBuilders round 3, group F: headers in requests.

use interop::round3_headers::blocking::RetHeaderPort;
use interop::round3_headers::soapinterop::{Header1, Header2};
use interop::support::{Check, Peer};
use wsdl2rs_runtime::soap::HeaderBlock;

pub(crate) const CHECKS: &[Check] = &[("headers", headers)];

fn headers(peer: &Peer) {
    let port = RetHeaderPort::new(peer.transport()).configure(peer.at("/round3_groupF_headers"));
    let port = port.with_headers(|headers| {
        headers
            .with_header1(HeaderBlock::new(Header1::new("one & two", 1)).must_understand())
            .with_header2(Header2::new(2, ""))
    });
    assert_eq!(port.echo_string(&"text".to_owned()).expect("an answer"), "text");
}
