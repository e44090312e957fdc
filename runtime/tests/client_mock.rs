//! Services that are played: answers in order and by operation, and the requests as they came.

mod support;

use std::sync::Arc;
use std::time::{Duration, Instant};

use http::header::HeaderName;
use support::{Quote, QuoteFault, Text, elements, operations};
use wsdl2rs_runtime::client::{
    Answer, CallError, Client, Contents, NoDeclaredFault, NoParts, Operation, Settings, Wrapper,
    blocking,
};
use wsdl2rs_runtime::soap::{FaultKind, Headers, Version};
use wsdl2rs_runtime::transport::TransportErrorKind;
use wsdl2rs_runtime::transport::mock::{Mock, MockAnswer, MockFault};

const URL: &str = "https://example.com/quotes";

fn text(text: &str) -> Text {
    Text(text.to_owned())
}

/// An operation in rpc style.
struct Rpc;

impl Operation for Rpc {
    const NAME: &'static str = "Rpc";
    const SOAP_ACTION: &'static str = "urn:rpc";
    const VERSION: Version = Version::V11;
    type Input = elements::GetQuote;
    type Output = Wrapper<elements::GetQuoteResponse>;
    type Fault = NoDeclaredFault;
}

/// An operation without a request and without an answer that says anything.
struct Ping;

impl Operation for Ping {
    const NAME: &'static str = "Ping";
    const SOAP_ACTION: &'static str = "urn:ping";
    const VERSION: Version = Version::V12;
    type Input = NoParts;
    type Output = NoParts;
    type Fault = NoDeclaredFault;
}

/// Calls by both clients; a mock of its own each.
fn both<O: Operation<Input = elements::GetQuote>>(
    mock: impl Fn() -> Mock,
) -> [Result<Answer<O>, CallError<O::Fault>>; 2]
where
    O::Fault: Send,
{
    let quote = Quote::new("RUST");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let client = Client::new(mock(), URL);
    let first = runtime.block_on(client.call::<O>(&quote));
    [first, blocking::Client::new(mock(), URL).call::<O>(&quote)]
}

#[test]
fn values_are_answered_in_order() {
    let mock = Arc::new(
        Mock::new()
            .reply::<operations::GetQuote>(&text("1 & 2"))
            .reply::<operations::GetQuote12>(&text("3"))
            .reply::<Rpc>(&text("4"))
            .reply::<operations::Notify>(&())
            .reply::<Ping>(&())
            .then(MockAnswer::empty(202)),
    );
    let client = blocking::Client::new(Arc::clone(&mock), URL);
    let quote = Quote::new("RUST");
    assert_eq!(client.call::<operations::GetQuote>(&quote).expect("an answer"), text("1 & 2"));
    assert_eq!(client.call::<operations::GetQuote12>(&quote).expect("an answer"), text("3"));
    assert_eq!(client.call::<Rpc>(&quote).expect("an answer"), text("4"));
    client.call::<operations::Notify>(&quote).expect("an answer");
    client.call::<Ping>(&()).expect("an answer");
    assert_eq!(mock.remaining(), 1);
    client.call::<operations::Notify>(&Quote::new("C++")).expect("an answer");
    assert_eq!(mock.remaining(), 0);
    let error = client.call::<operations::Notify>(&quote).expect_err("there is none left");
    let CallError::Transport(error) = error else { panic!("{error}") };
    assert_eq!(error.kind(), TransportErrorKind::Mismatch);
    assert_eq!(mock.http_requests().len(), 7);
    assert_eq!(mock.requests::<Rpc>(), [Quote::new("RUST")]);
    assert_eq!(mock.requests::<Ping>(), [()]);
    assert_eq!(mock.requests::<operations::GetQuote12>(), [Quote::new("RUST")]);
    // Operations that have action and request in common cannot be told apart.
    let notified = mock.requests::<operations::Notify>();
    assert_eq!(notified, ["RUST", "RUST", "C++", "RUST"].map(Quote::new));
}

#[test]
fn faults_are_answered_in_the_version_that_is_spoken() {
    let fault = || {
        MockFault::new(FaultKind::Sender, "no <such> symbol")
            .detail::<elements::UnknownSymbol>(&text("RUST"))
    };
    for outcome in both::<operations::GetQuote>(|| Mock::new().fault(fault())) {
        let Err(CallError::Fault(fault)) = outcome else { panic!("{outcome:?}") };
        assert_eq!(fault.kind(), FaultKind::Sender);
        assert_eq!(fault.code.to_string(), "{http://schemas.xmlsoap.org/soap/envelope/}Client");
        assert_eq!(fault.reason(), "no <such> symbol");
        assert_eq!(fault.detail(), Some(&QuoteFault::UnknownSymbol(text("RUST"))));
    }
    for outcome in both::<operations::GetQuote12>(|| Mock::new().fault(fault())) {
        let Err(CallError::Fault(fault)) = outcome else { panic!("{outcome:?}") };
        assert_eq!(fault.kind(), FaultKind::Sender);
        assert_eq!(fault.code.to_string(), "{http://www.w3.org/2003/05/soap-envelope}Sender");
        assert_eq!(fault.reason(), "no <such> symbol");
        assert_eq!(fault.detail(), Some(&QuoteFault::UnknownSymbol(text("RUST"))));
    }
    let kinds = [
        FaultKind::Receiver,
        FaultKind::VersionMismatch,
        FaultKind::MustUnderstand,
        FaultKind::DataEncodingUnknown,
    ];
    for kind in kinds {
        let mock = || Mock::new().fault(MockFault::new(kind, ""));
        for outcome in both::<operations::GetQuote12>(mock) {
            let Err(CallError::Fault(fault)) = outcome else { panic!("{outcome:?}") };
            assert_eq!(fault.kind(), kind);
        }
    }
}

#[test]
fn rules_answer_by_operation_and_by_anything_else() {
    let mock = Arc::new(
        Mock::new()
            .on::<Rpc>(MockAnswer::reply::<Rpc>(&text("first")))
            .on::<Rpc>(MockAnswer::reply::<Rpc>(&text("second")))
            .when(
                |request| request.headers().contains_key("x-busy"),
                MockAnswer::http(503, "text/plain", "busy")
                    .header(HeaderName::from_static("retry-after"), "7"),
            )
            .reply::<operations::GetQuote>(&text("script")),
    );
    let client = blocking::Client::new(Arc::clone(&mock), URL);
    let quote = Quote::new("RUST");
    for expected in ["first", "second", "second"] {
        assert_eq!(client.call::<Rpc>(&quote).expect("an answer"), text(expected));
    }
    let busy = client.with(|settings: Settings| {
        settings.header(HeaderName::from_static("x-busy"), http::HeaderValue::from_static("1"))
    });
    for _ in 0..2 {
        let refused = busy.call::<operations::GetQuote>(&quote);
        let Err(CallError::Http(error)) = refused else { panic!("{refused:?}") };
        assert_eq!(error.retry_after(), Some(Duration::from_secs(7)));
    }
    let answered = client.call::<operations::GetQuote>(&quote);
    assert_eq!(answered.expect("an answer"), text("script"));
}

#[test]
fn failures_say_whether_the_request_was_sent() {
    let rows = [
        (MockAnswer::lost(TransportErrorKind::Reset), TransportErrorKind::Reset, true),
        (MockAnswer::not_sent(TransportErrorKind::Connect), TransportErrorKind::Connect, false),
    ];
    for (answer, kind, sent) in rows {
        for outcome in both::<operations::GetQuote>(|| Mock::new().then(answer.clone())) {
            let Err(CallError::Transport(error)) = outcome else { panic!("{outcome:?}") };
            assert_eq!((error.kind(), error.may_have_been_sent()), (kind, sent));
        }
    }
}

#[test]
fn an_answer_takes_its_time_and_no_more_than_the_call_has() {
    let slow = || {
        let answer = MockAnswer::reply::<operations::GetQuote>(&text("1"));
        Mock::new().then(answer.after(Duration::from_millis(80)))
    };
    let began = Instant::now();
    for outcome in both::<operations::GetQuote>(slow) {
        assert_eq!(outcome.expect("an answer"), text("1"));
    }
    assert!(began.elapsed() >= Duration::from_millis(160));
    let client = blocking::Client::new(
        Mock::new().then(MockAnswer::empty(202).after(Duration::from_secs(60))),
        URL,
    );
    let hurried = client.with(|settings| settings.timeout(Duration::from_millis(20)));
    let outcome = hurried.call::<operations::Notify>(&Quote::new("RUST"));
    let Err(CallError::Transport(error)) = outcome else { panic!("{outcome:?}") };
    assert_eq!(error.kind(), TransportErrorKind::Timeout);
}

#[test]
fn retries_go_by_without_waiting() {
    let mock = Arc::new(
        Mock::new()
            .then(MockAnswer::not_sent(TransportErrorKind::Connect))
            .then(MockAnswer::lost(TransportErrorKind::Timeout))
            .reply::<operations::Lookup>(&text("1")),
    );
    let client =
        blocking::Client::new(Arc::clone(&mock), URL).configure(|settings| settings.attempts(3));
    let answered = client.call::<operations::Lookup>(&Quote::new("RUST"));
    assert_eq!(answered.expect("the third attempt has it"), text("1"));
    assert_eq!(mock.requests::<operations::Lookup>().len(), 3);
    assert_eq!(mock.waits().len(), 2);
}

#[test]
fn a_request_with_headers_that_must_be_understood_is_read() {
    let mock = Arc::new(Mock::new().reply::<operations::GetQuote>(&text("1")));
    let client = blocking::Client::new(Arc::clone(&mock), URL);
    let session = wsdl2rs_runtime::soap::HeaderBlock::new(text("s")).must_understand();
    let headers = Headers::new().header::<elements::Session>(&session);
    let quote = Quote::new("RUST");
    assert!(client.call_with_headers::<operations::GetQuote>(&quote, &headers).is_ok());
    assert_eq!(mock.requests::<operations::GetQuote>(), [quote]);
}

/// Contents of a body are requests and answers as well; the generator makes their types.
#[allow(dead_code, reason = "that it compiles is the test")]
fn contents_are_read_and_written<C, O>(mock: &Mock) -> Vec<C::Value>
where
    C: wsdl2rs_runtime::client::BodyContent,
    O: Operation<Input = Contents<C>>,
{
    mock.requests::<O>()
}
