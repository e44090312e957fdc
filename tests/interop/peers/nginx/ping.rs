//! The way of a message: certificates of both sides, redirects, passwords, answers that are no
//! messages, and none at all.

use std::fs;
use std::net::SocketAddr;
use std::time::Duration;

use interop::ping::PingPort;
use interop::support::{Check, Peer, Recording};
use reqwest::{Certificate, ClientBuilder, Identity};
use wsdl2rs_runtime::client::{CallError, HttpError, NoDeclaredFault};
use wsdl2rs_runtime::secret::Secret;
use wsdl2rs_runtime::transport::{ReqwestTransport, TransportError, TransportErrorKind};
use wsdl2rs_runtime::xml::Limits;

pub(crate) const CHECKS: &[Check] = &[
    ("trusted", trusted),
    ("unknown_authority", unknown_authority),
    ("wrong_name", wrong_name),
    ("certificate_of_the_client", certificate_of_the_client),
    ("redirects", redirects),
    ("password", password),
    ("busy", busy),
    ("page", page),
    ("slow", slow),
    ("closed", closed),
    ("too_large", too_large),
];

type Outcome = Result<String, CallError<NoDeclaredFault>>;

/// A builder that finds the peer by its names.
fn builder(peer: &Peer, limits: &Limits) -> ClientBuilder {
    let address: SocketAddr = peer.host().parse().expect("an address");
    let names = ["tls.test", "client.test", "other.test"];
    let builder = ReqwestTransport::builder(limits).no_proxy();
    names.into_iter().fold(builder, |builder, name| builder.resolve(name, address))
}

/// A builder that trusts the peer's authority.
fn trusting(peer: &Peer, limits: &Limits) -> ClientBuilder {
    let authority = fs::read(peer.file("authority.pem")).expect("the authority");
    builder(peer, limits)
        .tls_certs_merge([Certificate::from_pem(&authority).expect("a certificate")])
}

fn port(peer: &Peer, builder: ClientBuilder, path: &str) -> PingPort<Recording<ReqwestTransport>> {
    let transport = ReqwestTransport::from_client(builder.build().expect("a client"));
    let port = peer.host().rsplit(':').next().expect("a port");
    let (host, path) = path.split_once('/').expect("a host and a path");
    let url = format!("https://{host}:{port}/{path}");
    PingPort::new(peer.recording(transport)).configure(|settings| settings.endpoint(&url))
}

fn ping(port: &PingPort<Recording<ReqwestTransport>>, text: &str) -> Outcome {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(port.ping(&text.to_owned()))
}

/// What comes of a call of a path by a client that trusts the peer.
fn at(peer: &Peer, path: &str) -> Outcome {
    ping(&port(peer, trusting(peer, &Limits::default()), &format!("tls.test/{path}")), "text")
}

fn http_error(outcome: Outcome) -> HttpError {
    match outcome {
        Err(CallError::Http(error)) => error,
        other => panic!("{other:?}"),
    }
}

fn transport_error(outcome: Outcome) -> TransportError {
    match outcome {
        Err(CallError::Transport(error)) => error,
        other => panic!("{other:?}"),
    }
}

fn trusted(peer: &Peer) {
    assert_eq!(at(peer, "ping").expect("an answer"), "pong");
}

fn unknown_authority(peer: &Peer) {
    let error = transport_error(ping(
        &port(peer, builder(peer, &Limits::default()), "tls.test/ping"),
        "secret",
    ));
    assert_eq!(error.kind(), TransportErrorKind::Tls, "{error:?}");
    assert!(!error.may_have_been_sent(), "{error:?}");
}

fn wrong_name(peer: &Peer) {
    let port = port(peer, trusting(peer, &Limits::default()), "other.test/ping");
    let error = transport_error(ping(&port, "secret"));
    assert_eq!(error.kind(), TransportErrorKind::Tls, "{error:?}");
    assert!(!error.may_have_been_sent(), "{error:?}");
}

fn certificate_of_the_client(peer: &Peer) {
    let limits = Limits::default();
    let without = port(peer, trusting(peer, &limits), "client.test/ping");
    assert_eq!(http_error(ping(&without, "text")).status(), 400);
    let [certificate, key] = ["client.pem", "client.key"]
        .map(|name| fs::read(peer.file(name)).expect("a file of the client"));
    let identity = Identity::from_pkcs8_pem(&certificate, &key).expect("an identity");
    let with = port(peer, trusting(peer, &limits).identity(identity), "client.test/ping");
    assert_eq!(ping(&with, "text").expect("an answer"), "pong");
}

/// A request goes nowhere but where it was sent.
fn redirects(peer: &Peer) {
    for (path, status) in [("found", 302), ("moved", 307)] {
        assert_eq!(http_error(at(peer, path)).status(), status);
    }
}

fn password(peer: &Peer) {
    assert_eq!(http_error(at(peer, "password")).status(), 401);
    let port = port(peer, trusting(peer, &Limits::default()), "tls.test/password");
    let port = port.configure(|settings| settings.basic_auth("admin", &Secret::new("secret")));
    assert_eq!(ping(&port, "text").expect("an answer"), "pong");
}

fn busy(peer: &Peer) {
    assert_eq!(http_error(at(peer, "busy")).status(), 503);
}

fn page(peer: &Peer) {
    let error = http_error(at(peer, "gateway"));
    assert_eq!((error.status().as_u16(), error.content_type()), (502, Some("text/html")));
    assert!(error.snippet().contains("Bad gateway"), "{error:?}");
}

fn slow(peer: &Peer) {
    let mut limits = Limits::default();
    limits.attempt_timeout = Duration::from_secs(2);
    let port = port(peer, trusting(peer, &limits), "tls.test/slow");
    let error = transport_error(ping(&port, "text"));
    assert_eq!(error.kind(), TransportErrorKind::Timeout, "{error:?}");
}

fn closed(peer: &Peer) {
    let error = transport_error(at(peer, "closed"));
    assert!(error.may_have_been_sent(), "{error:?}");
}

fn too_large(peer: &Peer) {
    let port = port(peer, trusting(peer, &Limits::default()), "tls.test/small");
    assert_eq!(http_error(ping(&port, &"long".repeat(1000))).status(), 413);
    assert_eq!(ping(&port, "short").expect("an answer"), "pong");
}
