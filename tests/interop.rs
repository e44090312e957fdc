//! Interoperability with toolkits that other people wrote: each serves on loopback, clients are
//! generated from what it serves, and their calls and requests are judged. See `README.md`.

use std::path::Path;

use wsdl2rs_tests::interop::{Contract, Origin, Peer};

/// The reference implementation of JAX-WS.
const JAXWS: Peer = Peer {
    name: "jaxws",
    needs: &["java", "javac", "wsgen"],
    features: &[],
    contracts: &[
        served("docwrapped", "/docwrapped?wsdl"),
        served("docbare", "/docbare?wsdl"),
        served("rpclit", "/rpclit?wsdl"),
        served("soap12", "/soap12?wsdl"),
    ],
};

const fn served(name: &'static str, path: &'static str) -> Contract {
    Contract { name, origin: Origin::Served(path) }
}

fn check(peer: &Peer) {
    peer.check(Path::new(env!("CARGO_TARGET_TMPDIR")));
}

#[test]
fn jaxws() {
    check(&JAXWS);
}
