//! WS-Addressing in requests, in answers, and in faults.

mod support;

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};

use support::exchange::{XML, error, head};
use support::{Quote, QuoteFault, elements, operations};
use wsdl2rs_runtime::client::{
    BuildError, CallError, NoDeclaredFault, OneWay, Operation, Settings, blocking,
};
use wsdl2rs_runtime::soap::Version;
use wsdl2rs_runtime::soap::addressing::{
    Action, Addressing, AddressingFault, AddressingProblem, MessageId,
};
use wsdl2rs_runtime::transport::recorded::Recorded;
use wsdl2rs_runtime::transport::{TransportError, TransportErrorKind};
use wsdl2rs_runtime::xml::{ErrorKind, ReadOptions};

const V10: &str = "http://www.w3.org/2005/08/addressing";
const SUBMISSION: &str = "http://schemas.xmlsoap.org/ws/2004/08/addressing";

macro_rules! operation {
    ($name:ident, $version:ident, $soap_action:literal, $action:expr, $output:ty) => {
        struct $name;

        impl Operation for $name {
            const NAME: &'static str = stringify!($name);
            const SOAP_ACTION: &'static str = $soap_action;
            const ACTION: Action = $action;
            const VERSION: Version = Version::$version;
            type Input = elements::GetQuote;
            type Output = $output;
            type Fault = NoDeclaredFault;
        }
    };
}

operation!(Unsaid, V11, "urn:soap", Action::Unsaid, elements::GetQuoteResponse);
operation!(Nothing, V11, "", Action::Unsaid, elements::GetQuoteResponse);
operation!(Offered, V12, "", Action::Offered("urn:offered"), elements::GetQuoteResponse);
operation!(Required, V12, "", Action::Required("urn:required"), elements::GetQuoteResponse);
operation!(Older, V11, "", Action::Submission("urn:older"), elements::GetQuoteResponse);
operation!(Note, V11, "", Action::Required("urn:note"), OneWay);

fn settings() -> Settings {
    Settings::new("https://example.com/quotes?key=canary#part")
}

fn one() -> Addressing {
    Addressing::new().with_message_ids(|| "urn:example:1".to_owned())
}

/// The header of a request; empty where it has none.
fn header<O: Operation<Input = elements::GetQuote>>(settings: &Settings) -> String {
    let request = settings.prepare::<O>(&Quote::new("A"), None).expect("it can be made");
    let body = std::str::from_utf8(request.body()).expect("messages are written in UTF-8");
    let header =
        body.split_once("<soap:Header>").and_then(|(_, rest)| rest.split_once("</soap:Header>"));
    header.map_or_else(String::new, |(header, _)| header.to_owned())
}

fn block(uri: &str, name: &str, content: &str) -> String {
    format!("<wsa:{name} xmlns:wsa=\"{uri}\">{content}</wsa:{name}>")
}

#[test]
fn the_headers_are_those_of_the_operation() {
    let to = block(V10, "To", "https://example.com/quotes?key=canary");
    let id = block(V10, "MessageID", "urn:example:1");
    let anonymous = "http://www.w3.org/2005/08/addressing/anonymous";
    let reply_to = block(V10, "ReplyTo", &format!("<wsa:Address>{anonymous}</wsa:Address>"));
    let action = |action: &str| block(V10, "Action", action);
    let on = settings().addressing(one());
    assert_eq!(header::<Unsaid>(&on), format!("{to}{}{id}{reply_to}", action("urn:soap")));
    assert_eq!(header::<Offered>(&on), format!("{to}{}{id}{reply_to}", action("urn:offered")));
    assert_eq!(header::<Required>(&on), format!("{to}{}{id}{reply_to}", action("urn:required")));
    // Nothing comes back from a one-way operation, so that no place is said for it.
    assert_eq!(header::<Note>(&on), format!("{to}{}{id}", action("urn:note")));
    let named = settings().addressing(one().with_actions(|name| format!("urn:ops:{name}")));
    assert_eq!(
        header::<Nothing>(&named),
        format!("{to}{}{id}{reply_to}", action("urn:ops:Nothing"))
    );
    let nameless = on.prepare::<Nothing>(&Quote::new("A"), None);
    assert!(matches!(nameless, Err(BuildError::NoAction { operation: "Nothing" })), "{nameless:?}");
}

#[test]
fn what_the_contract_demands_is_sent_without_being_asked_for() {
    assert_eq!(header::<Unsaid>(&settings()), "");
    assert_eq!(header::<Offered>(&settings()), "");
    let sent = header::<Required>(&settings());
    assert!(sent.contains(&block(V10, "Action", "urn:required")), "{sent}");
    assert!(sent.contains(">urn:uuid:"), "{sent}");
    let sent = header::<Older>(&settings());
    assert!(sent.contains(&block(SUBMISSION, "Action", "urn:older")), "{sent}");
    let anonymous = format!("<wsa:Address>{SUBMISSION}/role/anonymous</wsa:Address>");
    assert!(sent.contains(&block(SUBMISSION, "ReplyTo", &anonymous)), "{sent}");
    // Settings know better than a contract of another time.
    let sent = header::<Older>(&settings().addressing(one()));
    assert!(sent.contains(&block(V10, "Action", "urn:older")), "{sent}");
}

#[test]
fn headers_are_as_the_settings_say() {
    let addressing = one()
        .to("urn:behind&beyond")
        .reply_to("https://me.example/answers")
        .fault_to("https://me.example/faults")
        .must_understand();
    let address = |address: &str| format!("<wsa:Address>{address}</wsa:Address>");
    let settings = settings().addressing(addressing);
    for (sent, must) in [
        (header::<Unsaid>(&settings), " soap:mustUnderstand=\"1\""),
        (header::<Offered>(&settings), " soap:mustUnderstand=\"true\""),
    ] {
        let to = format!("<wsa:To xmlns:wsa=\"{V10}\"{must}>urn:behind&amp;beyond</wsa:To>");
        assert!(sent.starts_with(&to), "{sent}");
        assert!(sent.contains(&format!("<wsa:Action xmlns:wsa=\"{V10}\"{must}>")), "{sent}");
        assert!(sent.contains(&block(V10, "ReplyTo", &address("https://me.example/answers"))));
        assert!(sent.ends_with(&block(V10, "FaultTo", &address("https://me.example/faults"))));
    }
    let older = Addressing::submission().with_message_ids(|| "urn:example:1".to_owned());
    let sent = header::<Unsaid>(&Settings::new("https://example.com/").addressing(older));
    assert!(sent.contains(&block(SUBMISSION, "MessageID", "urn:example:1")), "{sent}");
}

/// An answer with this header, or a fault.
fn answer(header: &str) -> String {
    support::answer("7").replace("<s:Body>", &format!("<s:Header>{header}</s:Header><s:Body>"))
}

#[test]
fn an_answer_is_to_the_message_that_was_sent() {
    let (other, own) = ("urn:example:2", "urn:example:1");
    let relates = |uri: &str, more: &str, id: &str| {
        format!("<a:RelatesTo xmlns:a='{uri}' {more}> {id} </a:RelatesTo>")
    };
    let custom = "RelationshipType='urn:custom'";
    let reply = format!("RelationshipType='{V10}/reply'");
    let rows = [
        (String::new(), true),
        (relates(V10, "", own), true),
        (relates(V10, "s:mustUnderstand='1'", own), true),
        (relates(V10, &reply, own), true),
        (relates(SUBMISSION, "RelationshipType='a:Reply'", own), true),
        (relates(V10, custom, other), true),
        (relates("urn:other", "", other), true),
        (relates(V10, "s:actor='urn:else'", other), true),
        (relates(V10, "", other), false),
        (relates(V10, &reply, other), false),
        (relates(SUBMISSION, "RelationshipType='a:Reply'", other), false),
        (relates(V10, "", own) + &relates(V10, "", other), false),
        (relates(V10, "", ""), false),
    ];
    for (header, fits) in rows {
        for (is_on, fits) in [(true, fits), (false, true)] {
            let settings = if is_on { settings().addressing(one()) } else { settings() };
            let transport = Recorded::default().answer(200, XML, answer(&header));
            let client =
                blocking::Client::new(transport, "https://example.com/").configure(|_| settings);
            match client.call::<Unsaid>(&Quote::new("A")) {
                Ok(_) => assert!(fits, "{header}"),
                Err(CallError::Decode(error)) => {
                    assert!(matches!(error.kind(), ErrorKind::Unrelated { .. }), "{error}");
                    assert!(!fits, "{header}: {error}");
                }
                Err(other) => panic!("{header}: {other}"),
            }
        }
    }
}

#[test]
fn a_caller_of_its_own_transport_carries_the_id_over() {
    let settings = settings().addressing(one());
    let request = settings.prepare::<Unsaid>(&Quote::new("A"), None).expect("it can be made");
    let id = request.extensions().get::<MessageId>().expect("it is there").clone();
    let wrong = answer(&format!("<a:RelatesTo xmlns:a='{V10}'>urn:example:2</a:RelatesTo>"));
    let mut head = head(200, XML);
    assert!(settings.conclude::<Unsaid>(&head, wrong.as_bytes()).is_ok());
    head.extensions.insert(id);
    let error = settings.conclude::<Unsaid>(&head, wrong.as_bytes()).expect_err("another message");
    assert!(error.to_string().contains("answers another one, \"urn:example:2\""), "{error}");
}

#[test]
fn each_attempt_is_a_message_of_its_own_and_its_query_is_not_shown() {
    let count = AtomicU32::new(0);
    let ids = move || format!("urn:example:{}", count.fetch_add(1, Ordering::Relaxed));
    let lost = TransportError::new(TransportErrorKind::Connect, "refused").not_sent();
    let second = answer(&format!("<a:RelatesTo xmlns:a='{V10}'>urn:example:1</a:RelatesTo>"));
    let inner = Recorded::default().then(Err(lost)).answer(200, XML, second);
    let seen = Arc::new(Mutex::new(String::new()));
    let sink = Arc::clone(&seen);
    let client = blocking::Client::new(inner, "https://example.com/").configure(|_| {
        settings()
            .addressing(Addressing::new().with_message_ids(ids))
            .attempts(2)
            .trace(move |text| sink.lock().expect("no thread panicked with it").push_str(text))
    });
    client.call::<Unsaid>(&Quote::new("A")).expect("it answers the second attempt");
    let seen = seen.lock().expect("no thread panicked with it");
    assert!(seen.contains(">urn:example:0</wsa:MessageID>"), "{seen}");
    assert!(seen.contains(">https://example.com/quotes?***</wsa:To>"), "{seen}");
    assert!(!seen.contains("canary"), "{seen}");
}

#[test]
fn faults_say_what_is_wrong_with_the_headers() {
    let detail = "<a:ProblemHeaderQName>a:To</a:ProblemHeaderQName>";
    let in_11 = |code: &str, header: &str| {
        support::envelope(&format!(
            "<s:Fault><faultcode xmlns:a='{V10}'>{code}</faultcode><faultstring>no</faultstring>\
             </s:Fault>"
        ))
        .replace("<s:Body>", &format!("<s:Header xmlns:a='{V10}'>{header}</s:Header><s:Body>"))
    };
    let in_12 = |code: &str, detail: &str| {
        support::envelope_12(&format!(
            "<s:Fault xmlns:a='{V10}'><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>{code}\
             </s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang='en'>no</s:Text></s:Reason>\
             <s:Detail>{detail}</s:Detail></s:Fault>"
        ))
    };
    let fault_detail = format!("<a:FaultDetail>{detail}</a:FaultDetail>");
    let action = "<a:ProblemAction><a:SoapAction>urn:x</a:SoapAction><a:Action> urn:y </a:Action>\
                  </a:ProblemAction>";
    let retry = "<a:RetryAfter>1500</a:RetryAfter>";
    use AddressingProblem::{
        ActionNotSupported, DestinationUnreachable, EndpointUnavailable, HeaderRequired,
        InvalidHeader,
    };
    let to = format!("{{{V10}}}To");
    let rows = [
        (
            in_11("a:InvalidCardinality", &fault_detail),
            Some((InvalidHeader, Some(to.as_str()), None)),
        ),
        (in_11("a:MessageAddressingHeaderRequired", ""), Some((HeaderRequired, None, None))),
        (in_11("s:Client", &fault_detail), None),
        (in_12("a:ActionNotSupported", action), Some((ActionNotSupported, Some("urn:y"), None))),
        (
            in_12("a:DestinationUnreachable", "<a:ProblemIRI>urn:z</a:ProblemIRI>"),
            Some((DestinationUnreachable, Some("urn:z"), None)),
        ),
        (in_12("a:EndpointUnavailable", retry), Some((EndpointUnavailable, None, Some(1500)))),
        (
            in_12("a:EndpointUnavailable", "<a:RetryAfter>soon</a:RetryAfter>"),
            Some((EndpointUnavailable, None, None)),
        ),
        (in_12("a:Other", ""), None),
    ];
    for (body, expected) in rows {
        let CallError::Fault(fault) = error::<operations::GetQuote>(500, XML, &body) else {
            panic!("{body}");
        };
        let found = AddressingFault::of(&fault);
        let found = found.as_ref().map(|found| {
            let millis = found.retry_after.map(|time| time.as_millis());
            (found.problem, found.subject.as_deref(), millis)
        });
        assert_eq!(found, expected, "{body}");
    }
}

#[test]
fn header_blocks_come_with_a_fault() {
    let body = support::envelope("<s:Fault><faultcode>s:Client</faultcode></s:Fault>").replace(
        "<s:Body>",
        "<s:Header><Session xmlns='urn:quotes'>s1</Session><x:Other xmlns:x='urn:x' \
         s:mustUnderstand='1'/><UnknownSymbol xmlns='urn:quotes'>A</UnknownSymbol></s:Header><s:Body>",
    );
    let CallError::Fault(fault) = error::<operations::GetQuote>(500, XML, &body) else {
        panic!("{body}");
    };
    let names: Vec<String> = fault.headers.iter().map(|header| header.name.to_string()).collect();
    assert_eq!(names, ["{urn:quotes}Session", "{urn:x}Other", "{urn:quotes}UnknownSymbol"]);
    let options = ReadOptions::default();
    let session = fault.header::<elements::Session>(&options).expect("it is there");
    assert_eq!(session.expect("it is a text").0, "s1");
    assert!(fault.header::<elements::GetQuoteResponse>(&options).is_none());
    // A declared fault may be in a header: WSDL 1.1, section 3.7.
    assert!(matches!(fault.detail(), Some(QuoteFault::UnknownSymbol(text)) if text.0 == "A"));
    assert!(fault.to_string().ends_with("; header {urn:quotes}UnknownSymbol"), "{fault}");
}
