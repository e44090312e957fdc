//! Both transports against servers with certificates that must not be taken, and with one that is.
#![cfg(all(
    feature = "reqwest",
    feature = "blocking",
    any(feature = "rustls", feature = "native-tls")
))]

mod support;

use std::io::Write as _;
use std::net::TcpStream;
use std::sync::Arc;

use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use support::server::{Act, Server, answer};
use support::{Quote, Text, operations};
use wsdl2rs_runtime::client::{CallError, Client, blocking};
use wsdl2rs_runtime::transport::{ReqwestTransport, TransportErrorKind, UreqTransport};
use wsdl2rs_runtime::xml::Limits;

const AUTHORITY: &[u8] = include_bytes!("tls/ca.pem");
const LOCALHOST: [&[u8]; 2] =
    [include_bytes!("tls/localhost.pem"), include_bytes!("tls/localhost.key")];
const OTHER: [&[u8]; 2] =
    [include_bytes!("tls/other.example.pem"), include_bytes!("tls/other.example.key")];

type Outcome = Result<Text, CallError<support::QuoteFault>>;

fn server([certificate, key]: [&[u8]; 2]) -> Server {
    let certificate = CertificateDer::from_pem_slice(certificate).expect("a certificate");
    let key = PrivateKeyDer::from_pem_slice(key).expect("a key");
    let config =
        ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("ring has them")
            .with_no_client_auth()
            .with_single_cert(vec![certificate], key)
            .expect("the key is that of the certificate");
    let config = Arc::new(config);
    let answer = answer("200 OK", "Content-Type: text/xml\r\n", support::answer("1"));
    let mut server = Server::start_with(vec![Act::Send(answer)], move |stream: TcpStream| {
        let connection =
            ServerConnection::new(Arc::clone(&config)).expect("the configuration is good");
        StreamOwned::new(connection, stream)
    });
    server.url = server.url.replace("http://127.0.0.1", "https://localhost");
    server
}

fn call_by_reqwest(transport: ReqwestTransport, url: &str) -> Outcome {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let client = Client::new(transport, url);
    runtime
        .expect("a runtime of one thread")
        .block_on(client.call::<operations::GetQuote>(&Quote::new("RUST")))
}

fn call_by_ureq(transport: UreqTransport, url: &str) -> Outcome {
    blocking::Client::new(transport, url).call::<operations::GetQuote>(&Quote::new("RUST"))
}

/// The transports as they are by default, and as they are when they trust the authority.
fn trusting() -> (ReqwestTransport, UreqTransport) {
    let limits = Limits::default();
    let authority = reqwest::Certificate::from_pem(AUTHORITY).expect("a certificate");
    let client = ReqwestTransport::builder(&limits).tls_certs_only([authority]).build();
    let authority = ureq::tls::Certificate::from_pem(AUTHORITY).expect("a certificate");
    let provider = if cfg!(feature = "rustls") {
        ureq::tls::TlsProvider::Rustls
    } else {
        ureq::tls::TlsProvider::NativeTls
    };
    let config = ureq::tls::TlsConfig::builder()
        .provider(provider)
        .root_certs(ureq::tls::RootCerts::new_with_certs(&[authority]))
        .build();
    let agent = UreqTransport::builder(&limits).tls_config(config).build().new_agent();
    (
        ReqwestTransport::from_client(client.expect("TLS can be set up")),
        UreqTransport::from_agent(agent),
    )
}

#[track_caller]
fn refused(outcome: Outcome) {
    let Err(CallError::Transport(error)) = outcome else { panic!("{outcome:?}") };
    assert_eq!(error.kind(), TransportErrorKind::Tls, "{error:?}");
    assert!(!error.may_have_been_sent(), "{error:?}");
}

#[test]
fn a_server_of_a_trusted_authority_is_talked_to() {
    let (reqwest, ureq) = trusting();
    let server = server(LOCALHOST);
    assert_eq!(call_by_reqwest(reqwest, &server.url).expect("reqwest"), Text("1".to_owned()));
    assert_eq!(call_by_ureq(ureq, &server.url).expect("ureq"), Text("1".to_owned()));
}

#[test]
fn an_unknown_authority_is_refused_before_anything_is_sent() {
    let server = server(LOCALHOST);
    let reqwest = ReqwestTransport::new().expect("TLS can be set up");
    refused(call_by_reqwest(reqwest, &server.url));
    refused(call_by_ureq(UreqTransport::new(), &server.url));
    assert!(server.requests().concat().is_empty());
}

#[test]
fn the_name_of_another_host_is_refused() {
    let (reqwest, ureq) = trusting();
    let server = server(OTHER);
    refused(call_by_reqwest(reqwest, &server.url));
    refused(call_by_ureq(ureq, &server.url));
    assert!(server.requests().concat().is_empty());
}

#[test]
fn a_server_without_tls_is_not_talked_to() {
    let (reqwest, ureq) = trusting();
    let mut server = Server::start_with(vec![Act::Close], |mut stream: TcpStream| {
        let sent = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        sent.expect("the other side listens");
        stream
    });
    server.url = server.url.replace("http://127.0.0.1", "https://localhost");
    let outcomes = [call_by_reqwest(reqwest, &server.url), call_by_ureq(ureq, &server.url)];
    for outcome in outcomes {
        assert!(matches!(outcome, Err(CallError::Transport(_))), "{outcome:?}");
    }
}
