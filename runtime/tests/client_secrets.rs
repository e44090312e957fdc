//! A canary in every place where a secret may be: it must not sing in any text for people.
#![cfg(feature = "aws-hmac")]

mod support;

use std::error::Error;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use http::header::{COOKIE, HeaderName, HeaderValue};
use support::{Quote, operations};
use wsdl2rs_runtime::client::{CallError, Client, Settings, blocking};
use wsdl2rs_runtime::secret::Secret;
use wsdl2rs_runtime::security::aws_hmac::{self, Signer};
use wsdl2rs_runtime::security::{Credentials, FixedClock, Redaction, Signature};
use wsdl2rs_runtime::transport::recorded::{Recorded, Recorder};
use wsdl2rs_runtime::transport::{TransportError, TransportErrorKind};
use wsdl2rs_runtime::xml::{ReadOptions, Writer};

const CANARY: &str = "canary-4711";

fn credentials() -> Credentials {
    Credentials::new(format!("id-{CANARY}"), CANARY)
}

fn signer() -> Signer {
    Signer::new(credentials()).with_clock(FixedClock::at_unix_millis(0))
}

fn signature() -> String {
    let timestamp = "1970-01-01T00:00:00.000Z";
    aws_hmac::sign(&credentials(), "SignedQuote", timestamp).signature.clone()
}

fn settings(url: &str) -> Settings {
    Settings::new(url)
        .signer(signer())
        .basic_auth("me", &Secret::new(CANARY))
        .header(COOKIE, HeaderValue::from_static(CANARY))
}

#[track_caller]
fn silent(text: &str) {
    for secret in [CANARY, &signature(), "bWU6Y2FuYXJ5LTQ3MTE="] {
        assert!(!text.contains(secret), "{text}");
    }
}

#[track_caller]
fn silent_debug(value: &dyn Debug) {
    silent(&format!("{value:?} {value:#?}"));
}

#[track_caller]
fn silent_error(error: &impl Error) {
    silent_debug(&error);
    silent(&error.to_string());
    let mut below = error.source();
    while let Some(error) = below {
        silent(&format!("{error} {error:?}"));
        below = error.source();
    }
}

#[test]
fn nothing_that_holds_a_secret_shows_it() {
    let url = format!("https://example.com/?token={CANARY}");
    let settings = settings(&url);
    let texts = aws_hmac::sign(&credentials(), "A", "1970-01-01T00:00:00.000Z");
    let mut writer = Writer::new();
    writer.set_credentials(texts.clone());
    let signed = Signature::<operations::SignedQuote>::by(&signer()).expect("it can be signed");
    let request = settings
        .prepare::<operations::SignedQuote>(&Quote::new("A"), None)
        .expect("it can be built");
    silent_debug(&Secret::new(CANARY));
    silent(&Secret::new(CANARY).to_string());
    silent_debug(&credentials());
    silent_debug(&signer());
    silent_debug(&texts);
    silent_debug(&signed);
    silent_debug(&writer);
    silent_debug(&settings);
    silent_debug(&request.headers());
    silent_debug(&Redaction::default().value(CANARY));
    let transport = Arc::new(Recorded::default());
    silent_debug(&Client::new(Arc::clone(&transport), &url).configure(|_| settings.clone()));
    silent_debug(&blocking::Client::new(transport, &url).configure(|_| settings));
}

/// What a server sends that repeats what it was sent.
fn echo() -> String {
    format!("<p>No such key: id-{CANARY}, {}, bad</p>", signature())
}

#[test]
fn errors_do_not_show_secrets() {
    let url = format!("https://example.com/?token={CANARY}");
    let lost = || TransportError::new(TransportErrorKind::Reset, "gone");
    let script = Recorded::default()
        .answer(403, "text/html", echo())
        .answer(403, "text/xml", echo())
        .then(Err(lost()));
    let client = blocking::Client::new(script, &url).configure(|_| settings(&url));
    for _ in 0..3 {
        let error = client.call::<operations::SignedQuote>(&Quote::new("A"));
        let error = error.expect_err("the script has no answers");
        if let CallError::Http(error) = &error {
            assert_eq!(error.snippet(), "<p>No such key: ***, ***, bad</p>");
        }
        silent_error(&error);
    }
    let other = [format!("http://{CANARY}:{CANARY}@example.com/"), format!("ftp://{CANARY}/")];
    for url in other {
        let client = blocking::Client::new(Recorded::default(), &url);
        silent_debug(&client);
        let error = client.call::<operations::GetQuote>(&Quote::new("A"));
        silent_error(&error.expect_err("it is no endpoint"));
    }
}

/// A fault and an answer that repeat what was sent.
#[test]
fn faults_and_wrong_answers_do_not_show_secrets() {
    let envelope = |body: &str| {
        format!(
            "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body>{body}\
             </e:Body></e:Envelope>"
        )
    };
    let (id, signature) = (format!("id-{CANARY}"), signature());
    let fault = envelope(&format!(
        "<e:Fault><faultcode>e:Client</faultcode><faultstring>bad signature {signature} of {id}\
         </faultstring><detail><key>{id}</key></detail></e:Fault>"
    ));
    let answer = envelope(&format!(
        "<q:GetQuoteResponse xmlns:q='urn:quotes'><q:{id}/></q:GetQuoteResponse>"
    ));
    let script = Recorded::default().answer(500, "text/xml", fault).answer(200, "text/xml", answer);
    let url = "https://example.com/";
    let strict = ReadOptions::strict();
    let client = blocking::Client::new(script, url)
        .configure(|_| settings(url).read_options(strict.clone()));
    let error = client.call::<operations::SignedQuote>(&Quote::new("A")).expect_err("a fault");
    let CallError::Fault(fault) = &error else { panic!("{error}") };
    assert_eq!(fault.reason(), "bad signature *** of ***");
    silent_error(&error);
    let error = client.call::<operations::SignedQuote>(&Quote::new("A")).expect_err("no answer");
    assert!(matches!(error, CallError::Decode(_)), "{error}");
    silent_error(&error);
}

#[test]
fn a_trace_shows_the_wire_without_secrets() {
    let url = format!("https://example.com/quotes?token={CANARY}");
    let seen = Arc::new(Mutex::new(String::new()));
    let sink = Arc::clone(&seen);
    let mut response = http::Response::new(bytes::Bytes::from(echo()));
    *response.status_mut() = http::StatusCode::FORBIDDEN;
    let headers = response.headers_mut();
    headers.insert(HeaderName::from_static("set-cookie"), HeaderValue::from_static(CANARY));
    headers.insert(HeaderName::from_static("x-plain"), HeaderValue::from_static("shown"));
    let lost = TransportError::new(TransportErrorKind::Connect, "refused").not_sent();
    let script = Recorded::default().then(Err(lost)).then(Ok(response));
    let client = blocking::Client::new(script, &url).configure(|_| {
        settings(&url).attempts(2).trace(move |text| {
            sink.lock().expect("no thread panicked with it").push_str(text);
        })
    });
    assert!(client.call::<operations::SignedQuote>(&Quote::new("A")).is_err());
    let seen = seen.lock().expect("no thread panicked with it");
    silent(&seen);
    let expected = [
        "_________________________________ REQUEST 1:\nPOST https://example.com/quotes?*** HTTP/1.1\n",
        "authorization: ***\n",
        "cookie: ***\n",
        "soapaction: \"urn:quotes#GetQuote\"\n",
        "<q:KeyId>***</q:KeyId><q:Timestamp>1970-01-01T00:00:00.000Z</q:Timestamp><q:Signature>***</q:Signature><q:Symbol>A</q:Symbol>",
        "_________________________________ NO RESPONSE 1:\nno connection: refused\n",
        "_________________________________ REQUEST 1, ATTEMPT 2:\n",
        "_________________________________ RESPONSE 1, ATTEMPT 2:\nHTTP/1.1 403 Forbidden\nset-cookie: ***\nx-plain: shown\n\n<p>No such key: ***, ***, bad</p>\n",
    ];
    let mut rest = seen.as_str();
    for part in expected {
        let (_, after) =
            rest.split_once(part).unwrap_or_else(|| panic!("{part}\nis not in\n{rest}"));
        rest = after;
    }
    assert_eq!(rest, "");
}

#[test]
fn a_trace_is_bounded_and_may_go_to_a_writer() {
    let written = Arc::new(Mutex::new(Vec::new()));
    struct Shared(Arc<Mutex<Vec<u8>>>);
    impl std::io::Write for Shared {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().expect("no thread panicked with it").write(bytes)
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let long = "ä".repeat(100_000);
    let script = Recorded::default().answer(200, "text/plain", long);
    let output = Shared(Arc::clone(&written));
    let client = blocking::Client::new(script, "https://example.com/")
        .configure(|settings| settings.trace_to(output));
    assert!(client.call::<operations::GetQuote>(&Quote::new("A")).is_err());
    let written = written.lock().expect("no thread panicked with it");
    let written = String::from_utf8_lossy(&written);
    assert!(written.len() < 70_000, "{}", written.len());
    assert!(written.ends_with("ä\n(134464 more bytes)\n"), "{}", &written[written.len() - 60..]);
}

#[test]
fn a_recording_holds_no_secrets_and_can_be_played_back() {
    let url = format!("https://example.com/quotes?token={CANARY}");
    let call = |client: &blocking::Client<Arc<Recorder<Recorded>>>| {
        client.call::<operations::SignedQuote>(&Quote::new("A"))
    };
    let inner = Recorded::default().answer(200, "text/xml", support::answer("7"));
    let redaction = Redaction::default().element("KeyId").element("Signature");
    let recorder = Arc::new(Recorder::new(inner, redaction));
    let client = blocking::Client::new(Arc::clone(&recorder), &url).configure(|_| settings(&url));
    let first = call(&client).expect("the script has an answer");
    let directory = std::env::temp_dir().join(format!("wsdl2rs-{}", std::process::id()));
    recorder.write_to_dir(&directory).expect("the folder can be written");
    let request = std::fs::read_to_string(directory.join("request.http")).expect("it is there");
    let response = std::fs::read_to_string(directory.join("response.http")).expect("it is there");
    silent(&request);
    silent(&response);
    let replay = Recorded::from_dir(&directory).expect("the files have the form");
    std::fs::remove_dir_all(&directory).expect("it is ours");
    let client = blocking::Client::new(replay, "https://other.example/quotes")
        .configure(|_| settings("https://other.example/quotes"));
    let again = client.call::<operations::SignedQuote>(&Quote::new("A"));
    assert_eq!(again.expect("the request is the recorded one"), first);
    let error = client.call::<operations::SignedQuote>(&Quote::new("A"));
    assert!(error.expect_err("it was played").to_string().contains("no exchange is left"));
}
