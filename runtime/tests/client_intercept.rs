//! What interceptors see, in which order, and what they cannot do.

mod support;

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, response};
use support::{Quote, Text, answer, operations};
use wsdl2rs_runtime::client::{
    AttemptInfo, BuildError, CallError, Client, EndpointError, InterceptError, Interceptor,
    Settings, blocking,
};
use wsdl2rs_runtime::transport::recorded::Recorded;
use wsdl2rs_runtime::transport::{TransportError, TransportErrorKind};

const URL: &str = "https://example.com/quotes?token=canary";

type Log = Arc<Mutex<Vec<String>>>;

/// Writes down what it sees, and leaves its mark.
struct Marker(&'static str, Log);

impl Interceptor for Marker {
    fn request(
        &self,
        info: &AttemptInfo<'_>,
        headers: &mut HeaderMap,
        body: &mut Bytes,
    ) -> Result<(), InterceptError> {
        let Self(name, log) = self;
        let text = String::from_utf8_lossy(body).into_owned();
        let entry = format!("{name} sees request {} of {}", info.attempt, info.operation);
        log.lock().expect("no thread panicked with it").push(entry);
        *body = Bytes::from(format!("{text}<!--{name}-->"));
        headers.append("x-seen", HeaderValue::from_static(name));
        Ok(())
    }

    fn response(&self, _: &AttemptInfo<'_>, head: &mut response::Parts, body: &mut Vec<u8>) {
        let Self(name, log) = self;
        let entry = format!("{name} sees {}, {} bytes", head.status, body.len());
        log.lock().expect("no thread panicked with it").push(entry);
    }
}

fn lost() -> TransportError {
    TransportError::new(TransportErrorKind::Connect, "").not_sent()
}

#[test]
fn interceptors_are_a_chain_around_each_attempt() {
    let log = Log::default();
    let script = || {
        let script = Recorded::default().then(Err(lost())).answer(200, "text/xml", answer("1"));
        Arc::new(script)
    };
    let change = |settings: Settings| {
        let (first, second) = (Marker("first", log.clone()), Marker("second", log.clone()));
        settings.attempts(2).interceptor(first).interceptor(second)
    };
    let bytes = answer("1").len();
    let expected = [
        "first sees request 1 of GetQuote".to_owned(),
        "second sees request 1 of GetQuote".to_owned(),
        "first sees request 2 of GetQuote".to_owned(),
        "second sees request 2 of GetQuote".to_owned(),
        format!("second sees 200 OK, {bytes} bytes"),
        format!("first sees 200 OK, {bytes} bytes"),
    ];
    let transports = [script(), script()];
    let client = blocking::Client::new(Arc::clone(&transports[0]), URL).configure(change);
    let called = client.call::<operations::GetQuote>(&Quote::new("RUST"));
    assert_eq!(called.expect("the second attempt has an answer"), Text("1".to_owned()));
    assert_eq!(log.lock().expect("no thread panicked with it").as_slice(), expected);
    log.lock().expect("no thread panicked with it").clear();
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let client = Client::new(Arc::clone(&transports[1]), URL).configure(change);
    let called = runtime.block_on(client.call::<operations::GetQuote>(&Quote::new("RUST")));
    assert!(called.is_ok(), "{called:?}");
    assert_eq!(log.lock().expect("no thread panicked with it").as_slice(), expected);
    for transport in transports {
        for request in transport.requests() {
            let seen: Vec<_> = request.headers().get_all("x-seen").iter().collect();
            assert_eq!(seen, ["first", "second"]);
            let body = String::from_utf8_lossy(request.body()).into_owned();
            assert!(body.ends_with("</soap:Envelope><!--first--><!--second-->"), "{body}");
        }
    }
}

#[test]
fn an_interceptor_changes_an_answer_before_it_is_read() {
    let transport = Recorded::default().answer(299, "text/odd", answer("1"));
    let client = blocking::Client::new(transport, URL).configure(|settings| {
        settings.on_response(|info, head, body| {
            assert_eq!((info.operation, info.attempt), ("GetQuote", 1));
            head.headers.insert("content-type", HeaderValue::from_static("text/xml"));
            *body = String::from_utf8_lossy(body).replace(">1<", ">2<").into_bytes();
        })
    });
    let called = client.call::<operations::GetQuote>(&Quote::new("RUST"));
    assert_eq!(called.expect("it is made one"), Text("2".to_owned()));
}

#[test]
fn an_interceptor_gives_a_call_up() {
    let transport = Arc::new(Recorded::default());
    let client = blocking::Client::new(Arc::clone(&transport), URL)
        .configure(|settings| settings.on_request(|_, _, _| Err("not today".into())));
    let refused = client.call::<operations::GetQuote>(&Quote::new("RUST"));
    let error = refused.expect_err("it is refused");
    assert!(!error.may_have_been_sent());
    assert_eq!(
        error.to_string(),
        "the request was not sent: an interceptor refused a call of GetQuote: not today"
    );
    assert!(transport.requests().is_empty());
}

/// An attempt after one that may have been processed is no call that was never sent.
#[test]
fn what_was_sent_stays_sent() {
    let gone = TransportError::new(TransportErrorKind::Reset, "");
    let transport = Recorded::default().then(Err(gone));
    let client = blocking::Client::new(transport, URL).configure(|settings| {
        settings.attempts(2).idempotent(true).on_request(|info, _, _| {
            if info.attempt == 1 { Ok(()) } else { Err("once is enough".into()) }
        })
    });
    let failed = client.call::<operations::GetQuote>(&Quote::new("RUST")).expect_err("it is lost");
    assert!(failed.may_have_been_sent(), "{failed:?}");
}

#[test]
fn the_credentials_of_an_interceptor_are_as_safe_as_others() {
    let change = |settings: Settings| {
        settings.on_request(|info, headers, _| {
            assert!(!format!("{info:?}").contains("canary"), "{info:?}");
            headers.insert("authorization", HeaderValue::from_static("Bearer canary"));
            Ok(())
        })
    };
    let quote = Quote::new("RUST");
    let transport = Arc::new(Recorded::default());
    let client =
        blocking::Client::new(Arc::clone(&transport), "http://example.com/").configure(change);
    let refused = client.call::<operations::GetQuote>(&quote);
    assert!(
        matches!(&refused, Err(CallError::Build(BuildError::Endpoint(EndpointError::Plain)))),
        "{refused:?}"
    );
    assert!(transport.requests().is_empty());
    let seen = Arc::new(Mutex::new(String::new()));
    let sink = Arc::clone(&seen);
    let transport = Recorded::default().answer(200, "text/xml", answer("1"));
    let client = blocking::Client::new(transport, URL).configure(change).configure(|settings| {
        settings.trace(move |text| sink.lock().expect("no thread panicked with it").push_str(text))
    });
    assert!(client.call::<operations::GetQuote>(&quote).is_ok());
    let seen = seen.lock().expect("no thread panicked with it");
    assert!(seen.contains("authorization: ***") && !seen.contains("canary"), "{seen}");
}
