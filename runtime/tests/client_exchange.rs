//! What comes with an answer, and SOAP headers that no contract declares.

mod support;

use std::sync::Arc;

use http::{HeaderValue, Response, StatusCode};
use support::{Quote, Text, elements, operations};
use wsdl2rs_runtime::client::{CallError, Client, Settings, blocking};
use wsdl2rs_runtime::soap::{HeaderBlock, Headers, Version};
use wsdl2rs_runtime::transport::recorded::Recorded;
use wsdl2rs_runtime::xml::{RawXml, ReadOptions};

const SOAP: &str = Version::V11.namespace();

/// An answer with two header blocks, one of them secret.
fn answered() -> Recorded {
    let body = format!(
        "<s:Envelope xmlns:s='{SOAP}' xmlns:q='urn:quotes'><s:Header><q:Session>canary</q:Session>\
         <l:Left xmlns:l='urn:limits'>17</l:Left></s:Header><s:Body>\
         <q:GetQuoteResponse>1</q:GetQuoteResponse></s:Body></s:Envelope>"
    );
    let mut response = Response::new(bytes::Bytes::from(body));
    *response.status_mut() = StatusCode::OK;
    let headers = response.headers_mut();
    headers.insert("content-type", HeaderValue::from_static("text/xml"));
    headers.insert("set-cookie", HeaderValue::from_static("canary"));
    Recorded::default().then(Ok(response))
}

#[test]
fn an_exchange_gives_what_came_around_the_answer() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let client = Client::new(answered(), "https://example.com/");
    let quote = Quote::new("RUST");
    let first = runtime.block_on(client.exchange::<operations::GetQuote>(&quote));
    let client = blocking::Client::new(answered(), "https://example.com/");
    let second = client.exchange::<operations::GetQuote>(&quote);
    for received in [first, second] {
        let received = received.expect("the script has an answer");
        assert_eq!(received.answer, Text("1".to_owned()));
        assert_eq!(received.status, 200);
        assert_eq!(received.attempts, 1);
        assert_eq!(received.http_headers["set-cookie"], "canary");
        let names: Vec<_> =
            received.header_blocks.iter().map(|block| block.name().to_string()).collect();
        assert_eq!(names, ["{urn:quotes}Session", "{urn:limits}Left"]);
        let session = received.header::<elements::Session>(&ReadOptions::default());
        let session = session.expect("it is there").expect("it can be read");
        assert_eq!(session, Text("canary".to_owned()));
        assert!(received.header::<elements::UnknownSymbol>(&ReadOptions::default()).is_none());
        assert!(!format!("{received:?}").contains("canary"), "{received:?}");
    }
}

#[test]
fn an_answer_without_a_message_has_no_header_blocks() {
    let transport = Recorded::default().answer(202, "text/plain", "queued");
    let client = blocking::Client::new(transport, "https://example.com/");
    let received = client.exchange::<operations::Notify>(&Quote::new("RUST")).expect("it is taken");
    assert_eq!(received.status, 202);
    assert!(received.header_blocks.is_empty());
    let transport = Recorded::default().answer(500, "text/plain", "no");
    let client = blocking::Client::new(transport, "https://example.com/");
    let refused = client.exchange::<operations::GetQuote>(&Quote::new("RUST"));
    assert!(matches!(refused, Err(CallError::Http(_))), "{refused:?}");
}

#[test]
fn a_client_sends_headers_that_no_contract_declares() {
    let transport =
        Arc::new(Recorded::default().answer(200, "text/xml", support::answer("1")).answer(
            200,
            "text/xml",
            support::answer("1"),
        ));
    let traced = Arc::new(std::sync::Mutex::new(String::new()));
    let sink = Arc::clone(&traced);
    let plain = blocking::Client::new(Arc::clone(&transport), "https://example.com/");
    let client = plain.with(|settings: Settings| {
        let session = HeaderBlock::new(Text("canary-1".to_owned())).must_understand();
        let token = "<t:Token xmlns:t='urn:t' t:kind='k'>canary-2</t:Token>";
        settings
            .soap_header::<elements::Session>(session)
            .soap_header_xml(raw(token))
            .trace(move |text| sink.lock().expect("no thread panicked with it").push_str(text))
    });
    assert!(!format!("{:?}", client.settings()).contains("canary"));
    let quote = Quote::new("RUST");
    let declared = Text("declared".to_owned());
    let headers = Headers::new().block::<elements::UnknownSymbol>(&declared);
    let answer = client.call_with_headers::<operations::GetQuote>(&quote, &headers);
    assert!(answer.is_ok(), "{answer:?}");
    assert!(plain.call::<operations::GetQuote>(&quote).is_ok());
    let bodies: Vec<_> = transport
        .requests()
        .iter()
        .map(|request| String::from_utf8_lossy(request.body()).into_owned())
        .collect();
    let expected = "<soap:Header><q:UnknownSymbol xmlns:q=\"urn:quotes\">declared</q:UnknownSymbol>\
        <q:Session soap:mustUnderstand=\"1\" xmlns:q=\"urn:quotes\">canary-1</q:Session>\
        <t:Token xmlns:t='urn:t' t:kind='k'>canary-2</t:Token></soap:Header>";
    assert!(bodies[0].contains(expected), "{}", bodies[0]);
    assert!(!bodies[1].contains("Header"), "{}", bodies[1]);
    let traced = traced.lock().expect("no thread panicked with it");
    assert!(traced.contains("Session") && !traced.contains("canary"), "{traced}");
}

/// The element that a document is.
fn raw(document: &str) -> RawXml {
    document.parse().expect("it is well-formed")
}
