//! What becomes of connections: shared by the copies of a client, closed when a call is dropped,
//! and led through a proxy when one is named.
#![cfg(all(feature = "reqwest", feature = "blocking"))]

mod support;

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use support::server::{Act, Server, answer};
use support::{Quote, Text, operations};
use wsdl2rs_runtime::client::{Client, blocking};
use wsdl2rs_runtime::limits::Limits;
use wsdl2rs_runtime::transport::{ReqwestTransport, UreqTransport};

fn good() -> Vec<u8> {
    answer("200 OK", "Content-Type: text/xml\r\n", support::answer("1"))
}

/// A server that keeps its connections for so many requests.
fn keeping(requests: usize) -> Server {
    let last = Act::Send(good());
    let act = (1..requests).fold(last, |next, _| Act::Then(good(), Box::new(next)));
    Server::start(vec![act])
}

#[test]
fn copies_of_a_client_share_its_connections() {
    const CALLS: usize = 6;
    let quote = Quote::new("RUST");
    let server = keeping(CALLS);
    let transport = ReqwestTransport::new().expect("TLS can be set up");
    let client = Client::new(transport, &server.url);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime of one thread").block_on(async {
        for call in 0..CALLS {
            let copy = if call % 2 == 0 {
                client.clone()
            } else {
                client.with(|settings| settings.timeout(Duration::from_secs(20)).attempts(2))
            };
            let answered = copy.call::<operations::GetQuote>(&quote).await;
            assert_eq!(answered.expect("the server answers"), Text("1".to_owned()));
        }
    });
    assert_eq!((server.requests().len(), server.connections()), (CALLS, 1));

    let server = keeping(CALLS);
    let client = blocking::Client::new(UreqTransport::new(), &server.url);
    for call in 0..CALLS {
        let copy = if call % 2 == 0 {
            client.clone()
        } else {
            client.with(|settings| settings.timeout(Duration::from_secs(20)).attempts(2))
        };
        let answered = copy.call::<operations::GetQuote>(&quote);
        assert_eq!(answered.expect("the server answers"), Text("1".to_owned()));
    }
    assert_eq!((server.requests().len(), server.connections()), (CALLS, 1));
}

/// A call that is dropped, while the head or the body is awaited or between two attempts, closes
/// its connection and leaves nothing behind.
#[test]
fn a_dropped_call_closes_its_connection() {
    let half = good();
    let half = half[..half.len() - 20].to_vec();
    for sent in [Vec::new(), b"HTTP/1.1 200".to_vec(), half] {
        let listener = TcpListener::bind("127.0.0.1:0").expect("the loopback interface is there");
        let url = format!("http://{}/", listener.local_addr().expect("it is bound"));
        let (closed, is_closed) = mpsc::channel();
        let answered = sent.clone();
        thread::spawn(move || {
            let (mut stream, _) = listener.accept().expect("the client comes");
            let mut buffer = [0; 4096];
            let mut answered = Some(answered);
            loop {
                match stream.read(&mut buffer) {
                    Ok(0) | Err(_) => break,
                    Ok(_) => {
                        if let Some(bytes) = answered.take() {
                            stream.write_all(&bytes).expect("the client listens");
                        }
                    }
                }
            }
            closed.send(()).expect("the test waits");
        });
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("a runtime of one thread");
        let client = Client::new(ReqwestTransport::new().expect("TLS can be set up"), &url);
        let began = Instant::now();
        runtime.block_on(async {
            let quote = Quote::new("RUST");
            let call = client.call::<operations::GetQuote>(&quote);
            let given_up = tokio::time::timeout(Duration::from_millis(200), call).await;
            assert!(given_up.is_err(), "{given_up:?}");
            // The connection has a task of its own, which is to see that nobody waits any more.
            tokio::time::sleep(Duration::from_millis(50)).await;
        });
        let seen = is_closed.recv_timeout(Duration::from_secs(5));
        assert!(seen.is_ok(), "the connection stays open after {:?}", String::from_utf8(sent));
        assert!(began.elapsed() < Duration::from_secs(5));
    }
}

#[test]
fn a_call_is_dropped_while_it_waits_for_its_next_attempt() {
    let busy = answer("503 Busy", "Retry-After: 10\r\n", "");
    let server = Server::start(vec![Act::Send(busy)]);
    let client = Client::new(ReqwestTransport::new().expect("TLS can be set up"), &server.url)
        .configure(|settings| settings.attempts(3));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let began = Instant::now();
    runtime.expect("a runtime of one thread").block_on(async {
        let quote = Quote::new("RUST");
        let call = client.call::<operations::Lookup>(&quote);
        let given_up = tokio::time::timeout(Duration::from_millis(300), call).await;
        assert!(given_up.is_err(), "{given_up:?}");
    });
    assert!(began.elapsed() < Duration::from_secs(5));
    assert_eq!(server.requests().len(), 1);
}

#[test]
fn a_proxy_that_is_named_is_used() {
    let limits = Limits::default();
    let quote = Quote::new("RUST");
    // `ureq` asks for a tunnel (CONNECT) for http too.
    let tunnel = Act::Then(b"HTTP/1.1 200 OK\r\n\r\n".to_vec(), Box::new(Act::Send(good())));
    let proxies = [keeping(1), Server::start(vec![tunnel])];
    let address = |proxy: &Server| {
        let authority = proxy.url.trim_start_matches("http://").split('/').next();
        format!("http://{}", authority.unwrap_or_default())
    };
    let proxy = reqwest::Proxy::all(address(&proxies[0])).expect("a URL");
    let transport =
        ReqwestTransport::from_builder(reqwest::Client::builder().proxy(proxy), &limits);
    let client = Client::new(transport.expect("TLS can be set up"), "http://quotes.example/a?b");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let answered = runtime
        .expect("a runtime of one thread")
        .block_on(client.call::<operations::GetQuote>(&quote));
    assert!(answered.is_ok(), "{answered:?}");

    let proxy = ureq::Proxy::builder(ureq::ProxyProtocol::Http);
    let authority = address(&proxies[1]);
    let (host, port) = authority.trim_start_matches("http://").split_once(':').expect("a port");
    let proxy = proxy.host(host).port(port.parse().expect("a number")).build();
    let builder = UreqTransport::builder(&limits).proxy(Some(proxy.expect("a proxy")));
    let transport = UreqTransport::from_builder(builder, &limits);
    let client = blocking::Client::new(transport, "http://quotes.example/a?b");
    let answered = client.call::<operations::GetQuote>(&quote);
    assert!(answered.is_ok(), "{answered:?}");
    for proxy in proxies {
        assert!(proxy.requests().concat().contains("quotes.example"), "{:?}", proxy.requests());
    }
}
