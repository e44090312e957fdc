//! Headers of requests are set for the client or for one call; those of answers come with them.

use std::sync::{Arc, Mutex};

use cases::clients::headers::{
    self as case, Session, Store, StoreReplyHeaders, Usage, blocking::Port, blocking::Port12,
    operations,
};
use wsdl2rs_runtime::client::{CallError, NoDeclaredFault, Reply};
use wsdl2rs_runtime::soap::{HeaderBlock, Version};
use wsdl2rs_runtime::transport::{self, recorded::Recorded};

fn envelope(version: Version, header: &str, body: &str) -> String {
    format!(
        "<s:Envelope xmlns:s=\"{}\" xmlns=\"urn:case\"><s:Header>{header}</s:Header>\
         <s:Body>{body}</s:Body></s:Envelope>",
        version.namespace()
    )
}

/// What was sent, after the envelope's start tag.
fn sent(transport: &Recorded, index: usize) -> String {
    let text = String::from_utf8_lossy(transport.requests()[index].body()).into_owned();
    text.split_once("envelope\">")
        .or(text.split_once("envelope/\">"))
        .expect("an envelope")
        .1
        .to_owned()
}

/// A mock, which need not think of headers.
struct Mock;

impl Store for Mock {
    async fn login(&self, _: &String) -> Result<String, CallError<NoDeclaredFault>> {
        Ok("mock".to_owned())
    }

    async fn query(
        &self,
        _: &String,
    ) -> Result<Reply<i32, StoreReplyHeaders>, CallError<NoDeclaredFault>> {
        Ok(7.into())
    }
}

fn is_store<S: Store>(_: &S) {}

const QUERY: &str = "<tns:Query xmlns:tns=\"urn:case\">q</tns:Query></soap:Body></soap:Envelope>";

pub fn main() {
    let usage =
        "<x:Other xmlns:x=\"urn:x\"/><Usage s:mustUnderstand=\"1\"><Calls>1</Calls></Usage>";
    let twice = "<Server>a</Server><Server>b</Server>";
    let answer = "<QueryResponse>7</QueryResponse>";
    let first = envelope(Version::V11, "", "<LoginResponse>ok</LoginResponse>");
    let transport = Recorded::default()
        .answer(200, "text/xml", first)
        .answer(200, "text/xml", envelope(Version::V11, usage, answer))
        .answer(200, "text/xml", envelope(Version::V11, twice, answer))
        .answer(200, "text/xml", envelope(Version::V11, "<Usage/>", answer));
    let transport = Arc::new(transport);
    let client = Port::new(transport.clone());
    let login = client.login(&"me".to_owned()).expect("a session");
    let client = client.with_headers(|headers| headers.with_session(Session::new(login)));
    let ask = "q".to_owned();

    // The session is in every call that declares it, the other header in one call.
    let reply = client
        .with_headers(|headers| {
            headers.with_batch_size(HeaderBlock::new(5).must_understand().for_role("urn:a&b"))
        })
        .query(&ask)
        .expect("an answer");
    assert_eq!(*reply, 7);
    assert_eq!(reply.headers.usage.as_ref().map(|usage| usage.calls.len()), Some(1));
    assert_eq!(reply.headers.server, None);
    let reply = client.query(&ask).expect("an answer");
    assert_eq!(reply.headers.server.as_deref(), Some("a"));
    assert!(matches!(client.query(&ask), Err(CallError::Decode(_))));

    let session = "<tns:Session xmlns:tns=\"urn:case\"><tns:Id>ok</tns:Id></tns:Session>";
    assert!(sent(&transport, 0).starts_with("<soap:Body><tns:Login "), "{}", sent(&transport, 0));
    assert_eq!(
        sent(&transport, 1),
        format!(
            "<soap:Header>{session}<tns:BatchSize soap:mustUnderstand=\"1\" \
             soap:actor=\"urn:a&amp;b\" xmlns:tns=\"urn:case\">5</tns:BatchSize></soap:Header>\
             <soap:Body>{QUERY}"
        )
    );
    assert_eq!(
        sent(&transport, 2),
        format!("<soap:Header>{session}</soap:Header><soap:Body>{QUERY}")
    );

    in_soap_12();
    played();
    is_store(&Mock);
    is_store(&case::Port::new(Recorded::default()));
}

/// A service that is played answers with headers as values, and a call has settings of its own.
fn played() {
    let mut reply = Reply::<i32, StoreReplyHeaders>::from(7);
    reply.headers.server = Some("a & b".to_owned());
    reply.headers.usage = Some(Usage::new([1, 2]));
    let mock = Arc::new(
        transport::mock::Mock::new()
            .reply::<operations::Query>(&reply)
            .reply::<operations::Query>(&8.into()),
    );
    let client =
        Port::new(mock.clone()).with_headers(|headers| headers.with_session(Session::new("id")));
    let elsewhere = client.with(|settings| settings.endpoint("https://b.example/"));
    assert_eq!(elsewhere.query(&"q".to_owned()).expect("an answer"), reply);
    assert_eq!(client.query(&"r".to_owned()).expect("an answer"), 8.into());
    assert_eq!(mock.requests::<operations::Query>(), ["q", "r"]);
    let sent = mock.http_requests();
    let hosts = [0, 1].map(|index| sent[index].uri().host().map(str::to_owned));
    assert_eq!(hosts[0].as_deref(), Some("b.example"));
    assert_ne!(hosts[1].as_deref(), Some("b.example"));
    for request in sent {
        assert!(String::from_utf8_lossy(request.body()).contains("<tns:Id>id</tns:Id>"));
    }
}

fn in_soap_12() {
    let answer = envelope(Version::V12, "", "<QueryResponse>7</QueryResponse>");
    let transport = Arc::new(Recorded::default().answer(200, "application/soap+xml", answer));
    let block = HeaderBlock::new(Session::new("id").with_version(2)).must_understand();
    let block = block.for_role("http://www.w3.org/2003/05/soap-envelope/role/next");
    let trace = Arc::new(Mutex::new(String::new()));
    let sink = trace.clone();
    let client = Port12::new(transport.clone())
        .configure(|settings| {
            settings.trace(move |text| sink.lock().expect("nobody panicked").push_str(text))
        })
        .with_headers(|headers| headers.with_session(block).with_batch_size(1));
    // The contents of headers are not shown, neither here nor in a trace.
    assert!(!format!("{client:?}").contains("Session {"), "{client:?}");
    assert!(client.query(&"all".to_owned()).is_ok());
    assert!(
        sent(&transport, 0).starts_with(
            "<soap:Header><tns:Session soap:mustUnderstand=\"true\" \
             soap:role=\"http://www.w3.org/2003/05/soap-envelope/role/next\" xmlns:tns=\"urn:case\" \
             version=\"2\"><tns:Id>id</tns:Id></tns:Session></soap:Header><soap:Body>"
        ),
        "{}",
        sent(&transport, 0)
    );
    let trace = trace.lock().expect("nobody panicked");
    assert!(
        trace.contains("role/next\" xmlns:tns=\"urn:case\" version=\"2\">***</tns:Session>"),
        "{trace}"
    );
}
