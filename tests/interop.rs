//! Interoperability with toolkits that other people wrote: each serves on loopback, clients are
//! generated from what it serves, and their calls and requests are judged. See `README.md`.

use std::path::Path;

use wsdl2rs_tests::interop::{Contract, Origin, Peer};

/// The reference implementation of JAX-WS.
const JAXWS: Peer = Peer {
    name: "jaxws",
    needs: &["java", "javac", "wsgen"],
    features: &[],
    dependencies: "",
    contracts: &[
        served("docwrapped", "/docwrapped?wsdl"),
        served("docbare", "/docbare?wsdl"),
        served("rpclit", "/rpclit?wsdl"),
        served("soap12", "/soap12?wsdl"),
    ],
};

/// ext/soap of PHP, with the WSDLs of SoapBuilders and without any.
const PHP: Peer = Peer {
    name: "php",
    needs: &["php"],
    features: &[],
    dependencies: "",
    contracts: &[
        Contract { name: "loose", origin: Origin::Beside("loose.wsdl") },
        corpus("round2_base", "php-interop-round2-base/round2_base.wsdl"),
        corpus("round2_group_b", "php-interop-round2-groupb/round2_groupB.wsdl"),
        corpus("round3_rpcenc", "php-interop-round3-groupd-rpcenc/round3_groupD_rpcenc.wsdl"),
        corpus("round3_emptysa", "php-interop-round3-groupd-emptysa/round3_groupD_emptysa.wsdl"),
        corpus(
            "round3_doclitparams",
            "php-interop-round3-groupd-doclitparams/round3_groupD_doclitparams.wsdl",
        ),
        corpus(
            "round3_compound1",
            "php-interop-round3-groupd-compound1/round3_groupD_compound1.wsdl",
        ),
        corpus(
            "round3_compound2",
            "php-interop-round3-groupd-compound2/round3_groupD_compound2.wsdl",
        ),
        corpus("round3_headers", "php-interop-round3-groupf-headers/round3_groupF_headers.wsdl"),
        corpus(
            "round4_complex_doclit",
            "php-interop-round4-grouph-complex-doclit/round4_groupH_complex_doclit.wsdl",
        ),
        corpus("round4_xsd", "php-interop-round4-groupi-xsd/round4_groupI_xsd.wsdl"),
    ],
};

/// gSOAP, whose answers come in chunks, and compressed.
const GSOAP: Peer = Peer {
    name: "gsoap",
    needs: &["soapcpp2", "g++", "pkg-config"],
    features: &[],
    dependencies: "",
    contracts: &[served("calc", "/calc?wsdl")],
};

/// gSOAP over SOAP 1.2.
const GSOAP_12: Peer = Peer {
    name: "gsoap12",
    needs: &["soapcpp2", "g++", "pkg-config"],
    features: &[],
    dependencies: "",
    contracts: &[served("device", "/device?wsdl")],
};

/// node-soap.
const NODE_SOAP: Peer = Peer {
    name: "node-soap",
    needs: &["node", "npm"],
    features: &[],
    dependencies: "",
    contracts: &[served("documents", "/documents?wsdl"), served("procedures", "/procedures?wsdl")],
};

/// nginx: TLS, certificates of clients, and what else may come instead of an answer.
const NGINX: Peer = Peer {
    name: "nginx",
    needs: &["nginx", "openssl", "pkg-config"],
    features: &["reqwest", "native-tls"],
    dependencies: "reqwest = { version = \"0.13\", default-features = false }\n\
                   tokio = { version = \"1\", features = [\"rt\", \"time\"] }\n",
    contracts: &[Contract { name: "ping", origin: Origin::Beside("ping.wsdl") }],
};

const fn corpus(name: &'static str, path: &'static str) -> Contract {
    Contract { name, origin: Origin::Corpus(path) }
}

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

#[test]
fn php() {
    check(&PHP);
}

#[test]
fn gsoap() {
    check(&GSOAP);
}

#[test]
fn node_soap() {
    check(&NODE_SOAP);
}

#[test]
fn nginx() {
    check(&NGINX);
}

#[test]
fn gsoap_12() {
    check(&GSOAP_12);
}
