//! What requests carry beside what they are for: nothing of an answer before, of another place or
//! of the environment, by either transport.
#![cfg(all(feature = "reqwest", feature = "blocking"))]

mod support;

use std::env;
use std::process::Command;

use support::server::{Act, Server, answer};
use support::{Quote, operations};
use wsdl2rs_runtime::client::{Client, blocking};
use wsdl2rs_runtime::transport::{ReqwestTransport, UreqTransport};

const XML: &str = "Content-Type: text/xml\r\n";

/// Calls twice with one client.
fn by_reqwest(url: &str) -> bool {
    let transport = ReqwestTransport::new().expect("TLS can be set up");
    let client = Client::new(transport, url);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime of one thread").block_on(async {
        let first = client.call::<operations::GetQuote>(&Quote::new("A")).await;
        first.is_ok() && client.call::<operations::GetQuote>(&Quote::new("A")).await.is_ok()
    })
}

/// The same by the blocking transport.
fn by_ureq(url: &str) -> bool {
    let client = blocking::Client::new(UreqTransport::new(), url);
    let call = || client.call::<operations::GetQuote>(&Quote::new("A")).is_ok();
    call() && call()
}

/// Calls an address, and says whether that succeeded.
type Caller = fn(&str) -> bool;

const CALLS: [(&str, Caller); 2] = [("reqwest", by_reqwest), ("ureq", by_ureq)];

#[test]
fn a_request_says_nothing_of_others() {
    let headers =
        format!("{XML}Set-Cookie: session=canary\r\nETag: \"canary\"\r\nConnection: close\r\n");
    for (name, call) in CALLS {
        let server =
            Server::start(vec![Act::Send(answer("200 OK", &headers, support::answer("1")))]);
        assert!(call(&server.url), "{name}");
        let requests = server.requests();
        assert_eq!(requests.len(), 2, "{name}");
        for request in requests {
            let head = request.to_ascii_lowercase();
            let head = head.split("\r\n\r\n").next().unwrap_or_default();
            for header in ["referer", "cookie", "if-none-match", "origin", "authorization", "via"] {
                assert!(!head.contains(&format!("\r\n{header}:")), "{name}: {head}");
            }
        }
    }
}

/// Says to the test that it runs for another, in a process of its own.
const INNER: &str = "WSDL2RS_TESTS_INNER";

#[test]
fn the_environment_sends_nothing_elsewhere() {
    if let Ok(url) = env::var(INNER) {
        assert!(CALLS.iter().all(|(_, call)| call(&url)));
        return;
    }
    let elsewhere = Server::start(vec![Act::Send(answer("502 Proxy", "", ""))]);
    let server = Server::start(vec![Act::Send(answer("200 OK", XML, support::answer("1")))]);
    let proxy = elsewhere.url.replace("/quotes?token=canary", "");
    let program = env::current_exe().expect("the program knows where it is");
    let mut command = Command::new(program);
    command.args(["--exact", "the_environment_sends_nothing_elsewhere"]).env(INNER, &server.url);
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        command.env(name, &proxy).env(name.to_ascii_lowercase(), &proxy);
    }
    command.env_remove("NO_PROXY").env_remove("no_proxy");
    let output = command.output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(elsewhere.connections(), 0);
    assert_eq!(server.requests().len(), 4);
}
