//! Spans of calls and attempts: what they say, and what they keep to themselves.
#![cfg(feature = "tracing")]

mod support;

use std::io;
use std::sync::{Arc, Mutex};

use http::HeaderValue;
use http::header::{AUTHORIZATION, COOKIE};
use support::{Quote, answer, operations};
use tracing_subscriber::fmt::format::FmtSpan;
use wsdl2rs_runtime::client::{Client, Settings, blocking};
use wsdl2rs_runtime::transport::recorded::Recorded;
use wsdl2rs_runtime::transport::{TransportError, TransportErrorKind};

const URL: &str = "https://example.com:444/quotes?token=canary";

#[derive(Clone, Default)]
struct Output(Arc<Mutex<Vec<u8>>>);

impl io::Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no thread panicked with it").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What a subscriber writes while `work` is done.
fn written(work: impl FnOnce()) -> String {
    let output = Output::default();
    let writer = output.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_span_events(FmtSpan::CLOSE)
        .with_ansi(false)
        .without_time()
        .with_writer(move || writer.clone())
        .finish();
    tracing::subscriber::with_default(subscriber, work);
    let bytes = output.0.lock().expect("no thread panicked with it").clone();
    String::from_utf8(bytes).expect("it is text")
}

fn script() -> Recorded {
    let lost = TransportError::new(TransportErrorKind::Connect, "example.com: refused").not_sent();
    let fault =
        "<s:Fault><faultcode>s:Server</faultcode><faultstring>canary</faultstring></s:Fault>";
    Recorded::default()
        .then(Err(lost))
        .answer(200, "text/xml", answer("canary"))
        .answer(500, "text/xml", support::envelope(fault))
        .answer(403, "text/html", "<p>canary</p>")
        .answer(200, "text/xml", "<canary")
        .then(Err(TransportError::new(TransportErrorKind::Reset, "")))
}

fn change(settings: Settings) -> Settings {
    settings
        .attempts(2)
        .header(AUTHORIZATION, HeaderValue::from_static("Bearer canary"))
        .header(COOKIE, HeaderValue::from_static("canary"))
}

/// The attempts and calls that are to be seen, each as a part of a line.
const EXPECTED: [&str; 12] = [
    "attempt=1 host=\"example.com:444\" sent=221 failure=Connect",
    "attempt=2 host=\"example.com:444\" sent=221 status=200 received=177",
    "soap call{operation=\"GetQuote\" soap=\"1.1\" host=\"example.com:444\" attempts=2 outcome=\"answer\"}",
    "attempt=1 host=\"example.com:444\" sent=221 status=500",
    "host=\"example.com:444\" attempts=1 outcome=\"fault\"}",
    "attempt=1 host=\"example.com:444\" sent=221 status=403 received=13",
    "host=\"example.com:444\" attempts=1 outcome=\"not SOAP\"}",
    "attempt=1 host=\"example.com:444\" sent=221 status=200 received=7",
    "host=\"example.com:444\" attempts=1 outcome=\"not as promised\"}",
    "attempt=1 host=\"example.com:444\" sent=221 failure=Reset",
    "host=\"example.com:444\" attempts=1 outcome=\"no answer\"}",
    "soap call{operation=\"SignedQuote\" soap=\"1.1\" attempts=1 outcome=\"not sent\"}",
];

#[track_caller]
fn check(text: &str) {
    assert!(!text.contains("canary"), "{text}");
    let mut rest = text;
    for part in EXPECTED {
        let Some((_, after)) = rest.split_once(part) else { panic!("{part}\nis not in\n{rest}") };
        rest = after;
    }
}

#[test]
fn spans_say_what_happened_and_no_more() {
    let quote = Quote::new("canary");
    let text = written(|| {
        let client = blocking::Client::new(script(), URL).configure(change);
        for _ in 0..5 {
            let _ = client.call::<operations::GetQuote>(&quote);
        }
        let _ = client.call::<operations::SignedQuote>(&quote);
    });
    check(&text);
    let text = written(|| {
        let client = Client::new(script(), URL).configure(change);
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            for _ in 0..5 {
                let _ = client.call::<operations::GetQuote>(&quote).await;
            }
            let _ = client.exchange::<operations::SignedQuote>(&quote).await;
        });
    });
    check(&text);
}
