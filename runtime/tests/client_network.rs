//! Both transports against servers on the loopback interface that behave badly.
#![cfg(all(feature = "reqwest", feature = "blocking"))]

mod support;

use std::io::Write as _;
use std::time::{Duration, Instant};

use support::server::{Act, Server, answer};
use support::{Quote, Text, operations};
use wsdl2rs_runtime::client::{Answer, CallError, Client, Operation, blocking};
use wsdl2rs_runtime::transport::TransportErrorKind::{self, *};
use wsdl2rs_runtime::transport::{ReqwestTransport, UreqTransport};
use wsdl2rs_runtime::xml::{Limits, ReadOptions};

type Outcome<O> = Result<Answer<O>, CallError<<O as Operation>::Fault>>;

const XML: &str = "Content-Type: text/xml\r\n";

/// Small limits on size, and a time limit that only slow servers meet.
fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.wire_body = 64 * 1024;
    limits.decoded_body = 4 * 1024 * 1024;
    limits
}

fn by_reqwest<O: Operation<Input = support::elements::GetQuote>>(
    url: &str,
    limits: Limits,
) -> Outcome<O> {
    let transport = ReqwestTransport::with_limits(&limits).expect("TLS can be set up");
    let options = ReadOptions::default().with_limits(limits);
    let client = Client::new(transport, url).configure(|settings| settings.read_options(options));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime of one thread").block_on(client.call::<O>(&Quote::new("RUST")))
}

fn by_ureq<O: Operation<Input = support::elements::GetQuote>>(
    url: &str,
    limits: Limits,
) -> Outcome<O> {
    let transport = UreqTransport::with_limits(&limits);
    let options = ReadOptions::default().with_limits(limits);
    let client =
        blocking::Client::new(transport, url).configure(|settings| settings.read_options(options));
    client.call::<O>(&Quote::new("RUST"))
}

/// Calls `GetQuote` by both transports, of a server of its own each.
fn both(act: &Act) -> [(&'static str, Outcome<operations::GetQuote>, Server); 2] {
    both_within(act, limits())
}

fn both_within(
    act: &Act,
    limits: Limits,
) -> [(&'static str, Outcome<operations::GetQuote>, Server); 2] {
    let first = Server::start(vec![act.clone()]);
    let second = Server::start(vec![act.clone()]);
    [
        ("reqwest", by_reqwest::<operations::GetQuote>(&first.url, limits), first),
        ("ureq", by_ureq::<operations::GetQuote>(&second.url, limits), second),
    ]
}

fn assert_transport_error(act: &Act, kinds: &[TransportErrorKind]) {
    assert_transport_errors(both(act), kinds);
}

fn assert_transport_errors(
    outcomes: [(&'static str, Outcome<operations::GetQuote>, Server); 2],
    kinds: &[TransportErrorKind],
) {
    for (name, outcome, _) in outcomes {
        match outcome {
            Err(CallError::Transport(error)) => {
                assert!(kinds.contains(&error.kind()), "{name}: {error:?}, expected {kinds:?}");
                assert!(error.may_have_been_sent(), "{name}: {error:?}");
                assert!(!format!("{error} {error:?}").contains("canary"), "{name}: {error:?}");
            }
            other => panic!("{name}: {other:?}, expected {kinds:?}"),
        }
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).expect("it goes to memory");
    encoder.finish().expect("it goes to memory")
}

#[test]
fn a_call_goes_out_and_its_answer_comes_back() {
    let body = support::answer("42.5");
    let plain = answer("200 OK", XML, &body);
    let chunked = format!(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{XML}\r\n10\r\n{}\r\n{:x}\r\n{}\r\n0\r\n\r\n",
        &body[..16],
        body.len() - 16,
        &body[16..]
    );
    let until_closed = format!("HTTP/1.1 200 OK\r\nConnection: close\r\n{XML}\r\n{body}");
    let zipped =
        answer("200 OK", &format!("{XML}Content-Encoding: gzip\r\n"), gzip(body.as_bytes()));
    for bytes in [plain, chunked.into_bytes(), until_closed.into_bytes(), zipped] {
        for (name, outcome, server) in both(&Act::Send(bytes)) {
            assert_eq!(outcome.expect(name), Text("42.5".to_owned()));
            let request = server.requests().concat();
            let (head, body) = request.split_once("\r\n\r\n").expect("a head and a body");
            let head = head.to_ascii_lowercase();
            assert!(head.starts_with("post /quotes?token=canary http/1.1\r\n"), "{name}: {head}");
            for line in [
                "content-type: text/xml; charset=utf-8",
                "soapaction: \"urn:quotes#getquote\"",
                "accept-encoding: gzip",
                "accept: text/xml, application/soap+xml",
                &format!("user-agent: wsdl2rs/{}", env!("CARGO_PKG_VERSION")),
                &format!("content-length: {}", body.len()),
            ] {
                assert_eq!(head.matches(line).count(), 1, "{name}: {line} in {head}");
            }
            assert!(body.contains("<q:Symbol>RUST</q:Symbol>"), "{name}: {body}");
        }
    }
}

#[test]
fn a_one_way_message_is_taken() {
    let envelope = support::envelope("");
    let answers = [
        answer("202 Accepted", "", ""),
        answer("202 Accepted", "Content-Type: text/plain\r\n", "queued"),
        answer("200 OK", "", ""),
        answer("200 OK", XML, envelope),
        b"HTTP/1.1 204 No Content\r\n\r\n".to_vec(),
        b"HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n".to_vec(),
    ];
    for bytes in answers {
        let server = Server::start(vec![Act::Send(bytes)]);
        assert!(by_reqwest::<operations::Notify>(&server.url, limits()).is_ok());
        assert!(by_ureq::<operations::Notify>(&server.url, limits()).is_ok());
    }
}

#[test]
fn a_fault_is_a_fault_with_any_status() {
    let fault = support::envelope("<s:Fault><faultcode>s:Server</faultcode></s:Fault>");
    for status in ["200 OK", "400 Bad Request", "500 Internal Server Error", "503 Busy"] {
        for (name, outcome, _) in both(&Act::Send(answer(status, XML, &fault))) {
            assert!(matches!(outcome, Err(CallError::Fault(_))), "{name}, {status}: {outcome:?}");
        }
    }
}

#[test]
fn a_page_for_people_is_an_http_error() {
    let page = answer("500 Oops", "Content-Type: text/html\r\n", "<html>Sorry</html>");
    for (name, outcome, _) in both(&Act::Send(page)) {
        match outcome {
            Err(CallError::Http(error)) => {
                assert_eq!(error.status().as_u16(), 500, "{name}");
                assert_eq!(error.snippet(), "<html>Sorry</html>", "{name}");
            }
            other => panic!("{name}: {other:?}"),
        }
    }
}

#[test]
fn a_redirect_is_not_followed() {
    let elsewhere = Server::start(vec![Act::Send(answer("200 OK", XML, support::answer("1")))]);
    for status in ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"] {
        let redirect = answer(status, &format!("Location: {}\r\n", elsewhere.url), "");
        for (name, outcome, server) in both(&Act::Send(redirect)) {
            assert!(matches!(&outcome, Err(CallError::Http(_))), "{name}, {status}: {outcome:?}");
            assert_eq!(server.requests().len(), 1, "{name}, {status}");
        }
    }
    assert!(elsewhere.requests().is_empty());
}

#[test]
fn an_answer_that_breaks_off_is_no_answer() {
    let body = support::answer("1");
    let whole = answer("200 OK", XML, &body);
    assert_transport_error(&Act::Send(whole[..whole.len() - 9].to_vec()), &[Truncated]);
    assert_transport_error(&Act::Send(whole[..30].to_vec()), &[Truncated, Reset, Protocol]);
    assert_transport_error(&Act::Close, &[Reset, Truncated]);
    assert_transport_error(&Act::Reset, &[Reset, Truncated]);
    let chunked =
        format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{XML}\r\n100\r\n{}", &body[..16]);
    assert_transport_error(&Act::Send(chunked.into_bytes()), &[Truncated, Reset]);
    let zipped = gzip(body.as_bytes());
    let cut =
        answer("200 OK", &format!("{XML}Content-Encoding: gzip\r\n"), &zipped[..zipped.len() - 9]);
    assert_transport_error(&Act::Send(cut), &[Truncated]);
    // Without a length the end cannot be seen on the wire; the XML shows it.
    let open =
        format!("HTTP/1.1 200 OK\r\nConnection: close\r\n{XML}\r\n{}", &body[..body.len() - 9]);
    for (name, outcome, _) in both(&Act::Send(open.into_bytes())) {
        assert!(matches!(outcome, Err(CallError::Decode(_))), "{name}: {outcome:?}");
    }
}

#[test]
fn a_length_that_lies_does_not_help() {
    let body = support::answer("1");
    let huge = format!("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n{XML}\r\n{body}");
    assert_transport_error(&Act::Send(huge.into_bytes()), &[Limit]);
    let more = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n{XML}\r\n{body}", body.len() + 5);
    assert_transport_error(&Act::Send(more.into_bytes()), &[Truncated]);
    let nonsense = format!("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n{XML}\r\n{body}");
    assert_transport_error(&Act::Send(nonsense.into_bytes()), &[Protocol]);
    // Of a body that is longer than announced, the announced part is taken.
    let less = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n{XML}\r\n{body}", body.len() - 9);
    for (name, outcome, _) in both(&Act::Send(less.into_bytes())) {
        assert!(matches!(outcome, Err(CallError::Decode(_))), "{name}: {outcome:?}");
    }
}

#[test]
fn what_is_not_http_is_no_answer() {
    assert_transport_error(&Act::Send(b"SSH-2.0-OpenSSH_9.9\r\n".to_vec()), &[Protocol]);
    assert_transport_error(&Act::Send(b"HTTP/1.1 abc\r\n\r\n".to_vec()), &[Protocol]);
}

#[test]
fn a_body_without_end_meets_a_limit() {
    let head = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{XML}\r\n").into_bytes();
    let mut chunk = b"1000\r\n".to_vec();
    chunk.extend_from_slice(&[b' '; 0x1000]);
    chunk.extend_from_slice(b"\r\n");
    assert_transport_error(&Act::Forever(head, chunk), &[Limit]);
    let open = format!("HTTP/1.1 200 OK\r\nConnection: close\r\n{XML}\r\n").into_bytes();
    assert_transport_error(&Act::Forever(open, vec![b' '; 0x1000]), &[Limit]);
}

#[test]
fn a_bomb_does_not_go_off() {
    let headers = |encoding: &str| format!("{XML}Content-Encoding: {encoding}\r\n");
    let bomb = gzip(&vec![b' '; 64 * 1024 * 1024]);
    assert!(bomb.len() < 0xFFFF, "it has to pass the limit on the wire: {}", bomb.len());
    let started = Instant::now();
    assert_transport_error(&Act::Send(answer("200 OK", &headers("gzip"), &bomb)), &[Limit]);
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    let twice = gzip(&bomb);
    assert_transport_error(
        &Act::Send(answer("200 OK", &headers("gzip, gzip"), twice)),
        &[Encoding],
    );
    for encoding in ["br", "deflate", "zstd", "x"] {
        let act = Act::Send(answer("200 OK", &headers(encoding), support::answer("1")));
        assert_transport_error(&act, &[Encoding]);
    }
    let damaged = answer("200 OK", &headers("gzip"), b"this is no gzip");
    assert_transport_error(&Act::Send(damaged), &[Encoding]);
}

#[test]
fn a_slow_answer_meets_the_time_limit() {
    let whole = answer("200 OK", XML, support::answer("1"));
    let pieces: Vec<Vec<u8>> = whole.chunks(4).map(<[u8]>::to_vec).collect();
    let mut limits = limits();
    limits.attempt_timeout = Duration::from_millis(500);
    let mut of_the_call = self::limits();
    of_the_call.total_timeout = Duration::from_millis(500);
    let started = Instant::now();
    for act in [
        Act::Drip(pieces, Duration::from_millis(100)),
        Act::Drip(vec![whole], Duration::from_secs(60)),
    ] {
        assert_transport_errors(both_within(&act, limits), &[Timeout]);
        assert_transport_errors(both_within(&act, of_the_call), &[Timeout]);
    }
    assert!(started.elapsed() < Duration::from_secs(30), "{:?}", started.elapsed());
}

#[test]
fn where_nobody_listens_nothing_is_sent() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("the loopback interface");
    let url = format!("http://{}/", listener.local_addr().expect("it is bound"));
    drop(listener);
    for (url, kind) in [(url.as_str(), Connect), ("http://name.invalid/", Connect)] {
        for outcome in [
            by_reqwest::<operations::GetQuote>(url, limits()),
            by_ureq::<operations::GetQuote>(url, limits()),
        ] {
            match outcome {
                Err(CallError::Transport(error)) => {
                    assert_eq!(error.kind(), kind, "{error:?}");
                    assert!(!error.may_have_been_sent(), "{error:?}");
                    let host = url.trim_start_matches("http://").trim_end_matches('/');
                    let text = error.to_string();
                    let reason = text.strip_prefix(&format!("no connection: {host}: "));
                    assert!(reason.is_some_and(|reason| !reason.is_empty()), "{text}");
                }
                other => panic!("{url}: {other:?}"),
            }
        }
    }
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
#[test]
fn https_without_tls_says_which_feature_is_missing() {
    let url = "https://127.0.0.1:1/";
    for outcome in [
        by_reqwest::<operations::GetQuote>(url, limits()),
        by_ureq::<operations::GetQuote>(url, limits()),
    ] {
        let error = outcome.expect_err("there is no TLS");
        assert!(!error.may_have_been_sent());
        assert!(error.to_string().contains("the feature `rustls` or `native-tls`"), "{error}");
    }
}
