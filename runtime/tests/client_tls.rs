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
use rustls::server::WebPkiClientVerifier;
use rustls::server::danger::ClientCertVerifier;
use rustls::{RootCertStore, ServerConfig, ServerConnection, StreamOwned};
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

/// Of the year 2000, by an authority that is still one.
const PAST: [&[u8]; 2] = [include_bytes!("tls/past.pem"), include_bytes!("tls/past.key")];
const PAST_AUTHORITY: &[u8] = include_bytes!("tls/past-ca.pem");

const CLIENT_AUTHORITY: &[u8] = include_bytes!("tls/client-ca.pem");
const CLIENT: [&[u8]; 2] = [include_bytes!("tls/client.pem"), include_bytes!("tls/client.key")];

type Outcome = Result<Text, CallError<support::QuoteFault>>;

fn server(identity: [&[u8]; 2]) -> Server {
    let verifier = WebPkiClientVerifier::no_client_auth();
    server_with(identity, verifier)
}

/// A server that talks to clients of the authority of clients alone.
fn server_for_known_clients() -> Server {
    let mut roots = RootCertStore::empty();
    let authority = CertificateDer::from_pem_slice(CLIENT_AUTHORITY).expect("a certificate");
    roots.add(authority).expect("it is one of an authority");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
    server_with(LOCALHOST, verifier.build().expect("there is an authority"))
}

fn server_with([certificate, key]: [&[u8]; 2], verifier: Arc<dyn ClientCertVerifier>) -> Server {
    let certificate = CertificateDer::from_pem_slice(certificate).expect("a certificate");
    let key = PrivateKeyDer::from_pem_slice(key).expect("a key");
    let config =
        ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .expect("ring has them")
            .with_client_cert_verifier(verifier)
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
    trusting_as(None)
}

/// The same with a certificate of the client.
fn trusting_as(client: Option<[&[u8]; 2]>) -> (ReqwestTransport, UreqTransport) {
    trusting_in(AUTHORITY, client)
}

fn trusting_in(pem: &[u8], client: Option<[&[u8]; 2]>) -> (ReqwestTransport, UreqTransport) {
    let limits = Limits::default();
    let authority = reqwest::Certificate::from_pem(pem).expect("a certificate");
    let builder = reqwest::Client::builder().no_proxy().tls_certs_only([authority]);
    let builder = match client {
        Some(client) => builder.identity(identity(client)),
        None => builder,
    };
    let reqwest = ReqwestTransport::from_builder(builder, &limits);
    let authority = ureq::tls::Certificate::from_pem(pem).expect("a certificate");
    let provider = if cfg!(feature = "rustls") {
        ureq::tls::TlsProvider::Rustls
    } else {
        ureq::tls::TlsProvider::NativeTls
    };
    let config = ureq::tls::TlsConfig::builder()
        .provider(provider)
        .root_certs(ureq::tls::RootCerts::new_with_certs(&[authority]))
        .client_cert(client.map(|[certificate, key]| {
            let certificate = ureq::tls::Certificate::from_pem(certificate).expect("a certificate");
            let key = ureq::tls::PrivateKey::from_pem(key).expect("a key");
            ureq::tls::ClientCert::new_with_certs(&[certificate], key)
        }))
        .build();
    let builder = UreqTransport::builder(&limits).proxy(None).tls_config(config);
    (reqwest.expect("TLS can be set up"), UreqTransport::from_builder(builder, &limits))
}

/// A certificate with its key for the library that `reqwest` takes where both are enabled.
#[cfg(feature = "native-tls")]
fn identity([certificate, key]: [&[u8]; 2]) -> reqwest::Identity {
    reqwest::Identity::from_pkcs8_pem(certificate, key).expect("a certificate with its key")
}

#[cfg(not(feature = "native-tls"))]
fn identity(pair: [&[u8]; 2]) -> reqwest::Identity {
    reqwest::Identity::from_pem(&pair.concat()).expect("a certificate with its key")
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
fn a_certificate_of_the_past_is_refused() {
    let (reqwest, ureq) = trusting_in(PAST_AUTHORITY, None);
    let server = server(PAST);
    refused(call_by_reqwest(reqwest, &server.url));
    refused(call_by_ureq(ureq, &server.url));
    assert!(server.requests().concat().is_empty());
}

#[test]
fn a_client_shows_its_certificate() {
    let server = server_for_known_clients();
    let (reqwest, ureq) = trusting();
    for outcome in [call_by_reqwest(reqwest, &server.url), call_by_ureq(ureq, &server.url)] {
        assert!(matches!(outcome, Err(CallError::Transport(_))), "{outcome:?}");
    }
    assert!(server.requests().is_empty());
    let (reqwest, ureq) = trusting_as(Some(CLIENT));
    assert_eq!(call_by_reqwest(reqwest, &server.url).expect("reqwest"), Text("1".to_owned()));
    assert_eq!(call_by_ureq(ureq, &server.url).expect("ureq"), Text("1".to_owned()));
    assert_eq!(server.requests().len(), 2);
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
