//! Which calls are tried again, and that each attempt is made anew.

mod support;

use std::sync::Arc;

use support::{Quote, answer, elements, operations};
use wsdl2rs_runtime::client::{Answer, CallError, Operation, blocking};
use wsdl2rs_runtime::transport::recorded::Recorded;
use wsdl2rs_runtime::transport::{TransportError, TransportErrorKind};
use wsdl2rs_runtime::xml::{Limits, ReadOptions};

const XML: &str = "text/xml";

fn lost() -> TransportError {
    TransportError::new(TransportErrorKind::Reset, "")
}

fn never_sent() -> TransportError {
    TransportError::new(TransportErrorKind::Connect, "").not_sent()
}

/// Calls with three attempts; gives the outcome and how many requests were made.
fn call<O: Operation<Input = elements::GetQuote>>(
    failures: Vec<TransportError>,
) -> (Result<Answer<O>, CallError<O::Fault>>, usize) {
    let script =
        failures.into_iter().fold(Recorded::default(), |script, error| script.then(Err(error)));
    let transport = Arc::new(script.answer(200, XML, answer("1")));
    let client = blocking::Client::new(Arc::clone(&transport), "https://example.com/")
        .configure(|settings| settings.attempts(3));
    (client.call::<O>(&Quote::new("RUST")), transport.requests().len())
}

#[test]
fn only_what_cannot_do_harm_is_tried_again() {
    type Failures = fn() -> Vec<TransportError>;
    let rows: [(Failures, usize, usize); 5] = [
        (Vec::new, 1, 1),
        (|| vec![never_sent()], 2, 2),
        (|| vec![lost()], 1, 2),
        (|| vec![never_sent(), lost()], 2, 3),
        (|| vec![never_sent(), never_sent(), never_sent()], 3, 3),
    ];
    for (failures, attempts, idempotent_attempts) in rows {
        let (_, made) = call::<operations::GetQuote>(failures());
        assert_eq!(made, attempts, "{:?}", failures());
        let (outcome, made) = call::<operations::Lookup>(failures());
        assert_eq!(made, idempotent_attempts, "{:?}", failures());
        assert_eq!(outcome.is_ok(), failures().len() < 3, "{:?}", failures());
    }
    let (outcome, _) = call::<operations::GetQuote>(vec![lost()]);
    assert!(outcome.expect_err("it may have been sent").may_have_been_sent());
}

#[test]
fn an_answer_ends_the_call_whatever_it_says() {
    for (status, body) in [(500, answer("1")), (503, "busy".to_owned()), (200, "<a".to_owned())] {
        let transport =
            Arc::new(Recorded::default().answer(status, XML, body).answer(200, XML, answer("1")));
        let client = blocking::Client::new(Arc::clone(&transport), "https://example.com/")
            .configure(|settings| settings.attempts(3));
        assert!(client.call::<operations::Lookup>(&Quote::new("RUST")).is_err());
        assert_eq!(transport.requests().len(), 1);
    }
}

#[test]
fn no_attempt_follows_after_the_total_time() {
    let mut limits = Limits::default();
    limits.total_timeout = std::time::Duration::ZERO;
    let transport =
        Arc::new(Recorded::default().then(Err(never_sent())).answer(200, XML, answer("1")));
    let client = blocking::Client::new(Arc::clone(&transport), "https://example.com/").configure(
        |settings| settings.attempts(3).read_options(ReadOptions::default().with_limits(limits)),
    );
    assert!(client.call::<operations::Lookup>(&Quote::new("RUST")).is_err());
    assert_eq!(transport.requests().len(), 1);
}

#[cfg(feature = "aws-hmac")]
#[test]
fn each_attempt_is_signed_anew() {
    use std::sync::atomic::{AtomicU64, Ordering};
    use std::time::{Duration, SystemTime};

    use wsdl2rs_runtime::security::aws_hmac::{self, Signer};
    use wsdl2rs_runtime::security::{Clock, Credentials};

    /// A clock that is a second later each time it is asked.
    struct Ticking(AtomicU64);

    impl Clock for Ticking {
        fn now(&self) -> SystemTime {
            SystemTime::UNIX_EPOCH + Duration::from_secs(self.0.fetch_add(1, Ordering::Relaxed))
        }
    }

    let credentials = Credentials::new("AKIA", "1234567890");
    let signer = Signer::new(credentials.clone()).with_clock(Ticking(AtomicU64::new(0)));
    let script = Recorded::default().then(Err(lost())).then(Err(never_sent()));
    let transport = Arc::new(script.answer(200, XML, answer("1")));
    let client = blocking::Client::signed(Arc::clone(&transport), "https://example.com/", signer)
        .configure(|settings| settings.attempts(3));
    let outcome = client.call::<operations::SignedLookup>(&Quote::new("RUST"));
    assert_eq!(outcome.expect("the third attempt has its answer"), support::Text("1".to_owned()));
    let requests = transport.requests();
    assert_eq!(requests.len(), 3);
    for (second, request) in requests.iter().enumerate() {
        let timestamp = format!("1970-01-01T00:00:0{second}.000Z");
        let texts = aws_hmac::sign(&credentials, "SignedLookup", &*timestamp);
        let body = String::from_utf8_lossy(request.body()).into_owned();
        for text in [&timestamp, &texts.signature] {
            assert_eq!(body.matches(text.as_str()).count(), 1, "{text} in {body}");
        }
    }
}

#[test]
fn a_trace_numbers_the_calls_of_all_copies_of_a_client() {
    let rulers = Arc::new(std::sync::Mutex::new(Vec::new()));
    let seen = Arc::clone(&rulers);
    let script = Recorded::default().answer(200, XML, answer("1")).then(Err(never_sent())).answer(
        200,
        XML,
        answer("2"),
    );
    let client =
        blocking::Client::new(Arc::new(script), "https://example.com/").configure(|settings| {
            settings.attempts(2).trace(move |text| {
                let ruler = text.lines().next().unwrap_or_default().trim_start_matches('_').trim();
                seen.lock().expect("no thread panicked with it").push(ruler.to_owned());
            })
        });
    let copy = client.clone();
    for client in [client, copy] {
        assert!(client.call::<operations::Lookup>(&Quote::new("RUST")).is_ok());
    }
    let expected = [
        "REQUEST 1:",
        "RESPONSE 1:",
        "REQUEST 2:",
        "NO RESPONSE 2:",
        "REQUEST 2, ATTEMPT 2:",
        "RESPONSE 2, ATTEMPT 2:",
    ];
    assert_eq!(*rulers.lock().expect("no thread panicked with it"), expected);
}
