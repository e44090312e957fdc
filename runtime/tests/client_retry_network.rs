//! That an operation which may not be done twice is sent once, whatever dies when: both transports
//! against a server that counts.
#![cfg(all(feature = "reqwest", feature = "blocking"))]

mod support;

use std::time::Duration;

use support::server::{Act, Server, answer};
use support::{Quote, elements, operations};
use wsdl2rs_runtime::client::{CallError, Client, Operation, RetryPolicy, Settings, blocking};
use wsdl2rs_runtime::transport::{ReqwestTransport, UreqTransport};

const XML: &str = "Content-Type: text/xml\r\n";

fn patient(settings: Settings) -> Settings {
    settings.retry(RetryPolicy::new(3).first_wait(Duration::from_millis(5)))
}

/// Calls so many times, each time after the other has ended; whether the last had an answer.
fn by_reqwest<O: Operation<Input = elements::GetQuote>>(
    url: &str,
    calls: usize,
) -> Result<(), CallError<O::Fault>> {
    let transport = ReqwestTransport::new().expect("TLS can be set up");
    let client = Client::new(transport, url).configure(patient);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime of one thread").block_on(async {
        for _ in 1..calls {
            client.call::<O>(&Quote::new("RUST")).await?;
        }
        client.call::<O>(&Quote::new("RUST")).await.map(drop)
    })
}

/// The same by the blocking transport.
fn by_ureq<O: Operation<Input = elements::GetQuote>>(
    url: &str,
    calls: usize,
) -> Result<(), CallError<O::Fault>> {
    let client = blocking::Client::new(UreqTransport::new(), url).configure(patient);
    for _ in 1..calls {
        client.call::<O>(&Quote::new("RUST"))?;
    }
    client.call::<O>(&Quote::new("RUST")).map(drop)
}

/// What goes wrong: on the first connection, and then no more.
fn mishaps() -> Vec<(&'static str, Act)> {
    let good = answer("200 OK", XML, support::answer("1"));
    let chunked =
        format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{XML}\r\n10\r\n<s:Enve");
    let busy = |headers: &str| Act::Send(answer("503 Busy", headers, ""));
    vec![
        ("closed before the head", Act::Close),
        ("reset before the request was read", Act::Reset),
        ("closed within the first line", Act::Send(good[..5].to_vec())),
        ("closed within the head", Act::Send(good[..30].to_vec())),
        ("closed at the end of the head", Act::Send(good[..good.len() - 160].to_vec())),
        ("closed within the body", Act::Send(good[..good.len() - 9].to_vec())),
        ("closed within a chunk", Act::Send(chunked.into_bytes())),
        ("no HTTP", Act::Send(b"hello\r\n\r\n".to_vec())),
        ("busy", busy("")),
        ("busy for seconds", busy("Retry-After: 0\r\n")),
        ("busy up to a date", busy("Retry-After: Sun, 06 Nov 1994 08:49:37 GMT\r\n")),
        ("too many requests", Act::Send(answer("429 Slow down", "Retry-After: 0\r\n", ""))),
        ("a gateway without a server", Act::Send(answer("502 Bad Gateway", "", ""))),
    ]
}

type Call = fn(&str, usize) -> bool;

#[test]
fn what_may_have_been_processed_is_sent_once() {
    let good = Act::Send(answer("200 OK", XML, support::answer("1")));
    let unmarked: [(&str, Call); 2] = [
        ("reqwest", |url, calls| by_reqwest::<operations::GetQuote>(url, calls).is_ok()),
        ("ureq", |url, calls| by_ureq::<operations::GetQuote>(url, calls).is_ok()),
    ];
    let marked: [(&str, Call); 2] = [
        ("reqwest", |url, calls| by_reqwest::<operations::Lookup>(url, calls).is_ok()),
        ("ureq", |url, calls| by_ureq::<operations::Lookup>(url, calls).is_ok()),
    ];
    for (mishap, act) in mishaps() {
        for (name, call) in &unmarked {
            let server = Server::start(vec![act.clone(), good.clone()]);
            assert!(!call(&server.url, 1), "{name}, {mishap}");
            assert_eq!(server.connections(), 1, "{name}, {mishap}");
            assert!(server.requests().len() <= 1, "{name}, {mishap}");
        }
        for (name, call) in &marked {
            let server = Server::start(vec![act.clone(), good.clone()]);
            assert!(call(&server.url, 1), "{name}, {mishap}");
            assert_eq!(server.connections(), 2, "{name}, {mishap}");
        }
    }
}

/// A connection that was used before dies under the next request: HTTP libraries are tempted to
/// send that again by themselves.
#[test]
fn a_kept_connection_that_dies_is_no_reason_to_send_twice() {
    let good = answer("200 OK", XML, support::answer("1"));
    let last = Act::Send(good.clone());
    let calls: [(&str, Call); 2] = [
        ("reqwest", |url, calls| by_reqwest::<operations::GetQuote>(url, calls).is_ok()),
        ("ureq", |url, calls| by_ureq::<operations::GetQuote>(url, calls).is_ok()),
    ];
    for (mishap, act) in mishaps() {
        if let Act::Reset = act {
            // It reads nothing, and here the request is read before the connection dies.
            continue;
        }
        for (name, call) in &calls {
            let first = Act::Then(good.clone(), Box::new(act.clone()));
            let server = Server::start(vec![first, last.clone()]);
            assert!(!call(&server.url, 2), "{name}, {mishap}");
            assert_eq!(server.requests().len(), 2, "{name}, {mishap}");
            assert_eq!(server.connections(), 1, "{name}, {mishap}");
        }
    }
}

#[test]
fn what_was_never_sent_is_sent_again() {
    // A port on which nobody listens: it was bound, and is free again.
    let address = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("there is a loopback");
        listener.local_addr().expect("it is bound")
    };
    let url = format!("http://{address}/");
    let outcome = by_reqwest::<operations::GetQuote>(&url, 1);
    let Err(CallError::Transport(error)) = outcome else { panic!("{outcome:?}") };
    assert!(!error.may_have_been_sent(), "{error:?}");
    let outcome = by_ureq::<operations::GetQuote>(&url, 1);
    let Err(CallError::Transport(error)) = outcome else { panic!("{outcome:?}") };
    assert!(!error.may_have_been_sent(), "{error:?}");
}
