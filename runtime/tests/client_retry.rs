//! Which calls are tried again, and that each attempt is made anew.

mod support;

use std::sync::Arc;
use std::time::Duration;

use support::{Quote, answer, elements, operations};
use wsdl2rs_runtime::client::{
    Answer, CallError, Client, Operation, RetryPolicy, Settings, blocking,
};
use wsdl2rs_runtime::security::FixedRandom;
use wsdl2rs_runtime::transport::recorded::Recorded;
use wsdl2rs_runtime::transport::{AttemptTimeout, TimeLeft, TransportError, TransportErrorKind};
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
fn only_a_refusal_for_the_moment_is_no_last_answer() {
    let busy = "busy".to_owned();
    let fault = support::envelope("<s:Fault><faultcode>s:Server</faultcode></s:Fault>");
    // Status and body, and how many requests an operation makes that may be done twice.
    let rows = [
        (500, answer("1"), 1),
        (500, fault.clone(), 1),
        (200, "<a".to_owned(), 1),
        (400, busy.clone(), 1),
        (429, busy.clone(), 2),
        (502, busy.clone(), 2),
        (503, busy.clone(), 2),
        (503, fault, 2),
        (504, busy, 2),
    ];
    for (status, body, expected) in rows {
        let script = || {
            let script = Recorded::default().answer(status, XML, body.clone());
            Arc::new(script.answer(200, XML, answer("1")))
        };
        let (plain, marked) = (script(), script());
        let client = |transport: &Arc<Recorded>| {
            blocking::Client::new(Arc::clone(transport), "https://example.com/")
                .configure(|settings| settings.attempts(3))
        };
        let quote = Quote::new("RUST");
        assert!(client(&plain).call::<operations::GetQuote>(&quote).is_err(), "{status}");
        assert_eq!(plain.requests().len(), 1, "{status}: it may have been processed");
        let outcome = client(&marked).call::<operations::Lookup>(&quote);
        assert_eq!(outcome.is_ok(), expected == 2, "{status}");
        assert_eq!(marked.requests().len(), expected, "{status}");
    }
}

#[test]
fn the_caller_knows_what_may_be_done_twice() {
    let rows = [(None, 1, 2), (Some(false), 1, 1), (Some(true), 2, 2)];
    for (marked, unmarked_operation, marked_operation) in rows {
        let transports = [(); 2].map(|()| {
            let script = Recorded::default().then(Err(lost()));
            Arc::new(script.answer(200, XML, answer("1")))
        });
        let clients = transports.each_ref().map(|transport| {
            let client = blocking::Client::new(Arc::clone(transport), "https://example.com/");
            let client = client.configure(|settings| settings.attempts(3));
            marked.map_or(client.clone(), |mark| client.with(|settings| settings.idempotent(mark)))
        });
        let quote = Quote::new("RUST");
        let _ = clients[0].call::<operations::GetQuote>(&quote);
        let _ = clients[1].call::<operations::Lookup>(&quote);
        let made = transports.each_ref().map(|transport| transport.requests().len());
        assert_eq!(made, [unmarked_operation, marked_operation], "{marked:?}");
    }
}

#[test]
fn what_would_fail_again_is_not_tried_again() {
    for kind in
        [TransportErrorKind::Tls, TransportErrorKind::Unsupported, TransportErrorKind::Limit]
    {
        let failure = TransportError::new(kind, "").not_sent();
        let (_, made) = call::<operations::Lookup>(vec![failure]);
        assert_eq!(made, 1, "{kind:?}");
    }
}

/// A busy server that asks for so much, and then answers.
fn busy(retry_after: &str) -> Arc<Recorded> {
    let mut response = http::Response::new(bytes::Bytes::new());
    *response.status_mut() = http::StatusCode::SERVICE_UNAVAILABLE;
    let value = http::HeaderValue::from_str(retry_after).expect("a header value");
    response.headers_mut().insert(http::header::RETRY_AFTER, value);
    Arc::new(Recorded::default().then(Ok(response)).answer(200, XML, answer("1")))
}

#[test]
fn waits_are_those_of_the_policy_and_of_the_server() {
    let policy = RetryPolicy::new(9)
        .first_wait(Duration::from_millis(100))
        .longest_wait(Duration::from_secs(4));
    let client = |transport: &Arc<Recorded>| {
        blocking::Client::new(Arc::clone(transport), "https://example.com/").configure(|settings| {
            settings.retry(policy).random(FixedRandom::new(0xff)).timeout(Duration::from_secs(30))
        })
    };
    let script = (0..7).fold(Recorded::default(), |script, _| script.then(Err(never_sent())));
    let transport = Arc::new(script.answer(200, XML, answer("1")));
    let answered = client(&transport).call::<operations::GetQuote>(&Quote::new("RUST"));
    assert!(answered.is_ok(), "{answered:?}");
    let millis = |transport: &Recorded| {
        transport.waits().iter().map(Duration::as_millis).collect::<Vec<_>>()
    };
    assert_eq!(millis(&transport), [100, 200, 400, 800, 1_600, 3_200, 4_000]);
    for (retry_after, expected) in [("2", 2_000), ("0", 100), ("9999", 4_000), ("soon", 100)] {
        let transport = busy(retry_after);
        let answered = client(&transport).call::<operations::Lookup>(&Quote::new("RUST"));
        assert!(answered.is_ok(), "{retry_after}: {answered:?}");
        assert_eq!(millis(&transport), [expected], "{retry_after}");
    }
}

#[test]
fn nobody_waits_longer_than_the_time_for_the_call() {
    let transport = busy("3");
    let client = blocking::Client::new(Arc::clone(&transport), "https://example.com/")
        .configure(|settings| settings.attempts(3).timeout(Duration::from_secs(2)));
    let refused = client.call::<operations::Lookup>(&Quote::new("RUST"));
    let Err(CallError::Http(error)) = refused else { panic!("{refused:?}") };
    assert_eq!(error.retry_after(), Some(Duration::from_secs(3)));
    assert!(transport.waits().is_empty());
    assert_eq!(transport.requests().len(), 1);
}

#[test]
fn the_asynchronous_client_waits_by_its_transport() {
    let transport = busy("2");
    let client = Client::new(Arc::clone(&transport), "https://example.com/")
        .configure(|settings| settings.attempts(3));
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let answered = runtime.block_on(client.call::<operations::Lookup>(&Quote::new("RUST")));
    assert!(answered.is_ok(), "{answered:?}");
    assert_eq!(transport.waits(), [Duration::from_secs(2)]);
}

#[test]
fn the_time_of_a_call_is_told_to_the_transport() {
    let second = Duration::from_secs(1);
    type Change = fn(Settings) -> Settings;
    let rows: [(Change, u64, Option<u64>); 4] = [
        (|settings| settings, 60, None),
        (|settings| settings.timeout(Duration::from_secs(5)), 5, Some(5)),
        (|settings| settings.attempt_timeout(Duration::from_secs(3)), 60, Some(3)),
        (
            |settings| {
                let settings = settings.attempt_timeout(Duration::from_secs(3));
                settings.timeout(Duration::from_secs(9))
            },
            9,
            Some(3),
        ),
    ];
    for (change, total, attempt) in rows {
        let transport = Arc::new(Recorded::default().answer(200, XML, answer("1")));
        let client = blocking::Client::new(Arc::clone(&transport), "https://example.com/");
        let answered = client.with(change).call::<operations::GetQuote>(&Quote::new("RUST"));
        assert!(answered.is_ok(), "{answered:?}");
        let requests = transport.requests();
        let TimeLeft(left) = *requests[0].extensions().get().expect("every request has it");
        let total = Duration::from_secs(total);
        assert!(left <= total && left + second > total, "{left:?}, {total:?}");
        let set = requests[0].extensions().get().map(|AttemptTimeout(time)| *time);
        assert_eq!(set, attempt.map(Duration::from_secs));
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
    use std::time::SystemTime;

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
