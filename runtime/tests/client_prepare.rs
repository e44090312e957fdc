//! Typed requests become HTTP requests: head, envelope, and what is refused before it is sent.

mod support;

use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderName, HeaderValue, USER_AGENT};
use support::{Quote, Text, elements, operations};
use wsdl2rs_runtime::client::{BuildError, Client, EndpointError, Operation, Settings};
use wsdl2rs_runtime::secret::Secret;
use wsdl2rs_runtime::soap::Headers;
use wsdl2rs_runtime::transport::recorded::Recorded;

const URL: &str = "https://example.com/quotes?v=1";

fn prepare<O: Operation<Input = elements::GetQuote>>(
    settings: &Settings,
) -> Result<http::Request<bytes::Bytes>, BuildError> {
    settings.prepare::<O>(&Quote::new("A&B"), None)
}

fn header<'r>(request: &'r http::Request<bytes::Bytes>, name: &str) -> Option<&'r str> {
    request.headers().get(name).map(|value| value.to_str().expect("our headers are ASCII"))
}

#[test]
fn a_request_of_soap_1_1() {
    let request = prepare::<operations::GetQuote>(&Settings::new(URL)).expect("it can be built");
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), URL);
    assert_eq!(header(&request, "content-type"), Some("text/xml; charset=utf-8"));
    assert_eq!(header(&request, "soapaction"), Some("\"urn:quotes#GetQuote\""));
    assert_eq!(
        String::from_utf8_lossy(request.body()),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>\
         <q:GetQuote xmlns:q=\"urn:quotes\"><q:Symbol>A&amp;B</q:Symbol></q:GetQuote>\
         </soap:Body></soap:Envelope>"
    );
}

#[test]
fn a_request_of_soap_1_2() {
    let request = prepare::<operations::GetQuote12>(&Settings::new(URL)).expect("it can be built");
    assert_eq!(
        header(&request, "content-type"),
        Some("application/soap+xml; charset=utf-8; action=\"urn:quotes#GetQuote\"")
    );
    assert_eq!(header(&request, "soapaction"), None);
    let body = String::from_utf8_lossy(request.body()).into_owned();
    let envelope = "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\">";
    assert!(body.contains(envelope), "{body}");
}

#[test]
fn header_blocks_come_before_the_body() {
    let transport = Recorded::default().answer(200, "text/xml", support::answer("1"));
    let transport = std::sync::Arc::new(transport);
    let client = wsdl2rs_runtime::client::blocking::Client::new(transport.clone(), URL);
    let session = Text("abc".to_owned());
    let headers = Headers::new().block::<elements::Session>(&session);
    client
        .call_with_headers::<operations::GetQuote>(&Quote::new("A"), &headers)
        .expect("the answer is the promised one");
    let body = String::from_utf8_lossy(transport.requests()[0].body()).into_owned();
    let header = "<soap:Header><q:Session xmlns:q=\"urn:quotes\">abc</q:Session></soap:Header>\
                  <soap:Body><q:GetQuote xmlns:q=\"urn:quotes\">";
    assert!(body.contains(header), "{body}");
}

#[test]
fn the_callers_http_headers_are_sent_but_not_for_the_bindings() {
    let settings = Settings::new(URL)
        .header(USER_AGENT, HeaderValue::from_static("mine"))
        .header(CONTENT_TYPE, HeaderValue::from_static("text/plain"))
        .header(HeaderName::from_static("soapaction"), HeaderValue::from_static("x"))
        .basic_auth("Aladdin", &Secret::new("open sesame"));
    for (is_12, action) in [(false, Some("\"urn:quotes#GetQuote\"")), (true, None)] {
        let request = if is_12 {
            prepare::<operations::GetQuote12>(&settings)
        } else {
            prepare::<operations::GetQuote>(&settings)
        };
        let request = request.expect("it can be built");
        assert_eq!(header(&request, "user-agent"), Some("mine"));
        assert_ne!(header(&request, "content-type"), Some("text/plain"));
        assert_eq!(header(&request, "soapaction"), action);
        // The example of RFC 7617, section 2.
        let authorization = &request.headers()[AUTHORIZATION];
        assert_eq!(authorization, "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
        assert!(authorization.is_sensitive());
    }
}

#[test]
fn what_cannot_be_sent_is_not_built() {
    let secret = |settings: Settings| settings.basic_auth("me", &Secret::new("canary"));
    let plain = Settings::new("http://example.com/");
    let rows = [
        (Settings::new("file:///etc/passwd"), Some(EndpointError::NotAUrl)),
        (Settings::new("https://a:b@example.com"), Some(EndpointError::UserInformation)),
        (secret(plain.clone()), Some(EndpointError::Plain)),
        (secret(plain.clone()).allow_plain_http(), None),
        (secret(Settings::new("http://127.0.0.1:1/")), None),
        (secret(plain.clone()).endpoint(URL), None),
        (plain, None),
    ];
    for (settings, expected) in rows {
        let found = match prepare::<operations::GetQuote>(&settings) {
            Ok(_) => None,
            Err(BuildError::Endpoint(error)) => Some(error),
            Err(error) => panic!("{settings:?}: {error}"),
        };
        assert_eq!(found, expected, "{settings:?}");
    }
    let error = prepare::<operations::BadAction>(&Settings::new(URL));
    assert!(matches!(error, Err(BuildError::SoapAction { operation: "BadAction" })));
}

#[test]
fn a_character_that_xml_forbids_is_refused_with_its_path() {
    let error = Settings::new(URL).prepare::<operations::GetQuote>(&Quote::new("a\u{1}"), None);
    let error = error.expect_err("U+0001 is no character of XML 1.0").to_string();
    assert_eq!(
        error,
        "/Envelope/Body/GetQuote/Symbol: the character U+0001 cannot be written in XML 1.0"
    );
}

#[test]
fn a_client_is_cheap_to_clone_and_its_future_can_cross_threads() {
    fn crosses_threads<T: Send>(_: &T) {}
    let client = Client::new(Recorded::default(), URL);
    let copy = client.clone().configure(|settings| settings.attempts(2));
    assert_eq!(format!("{:?}", client.settings()).matches("attempts: 1").count(), 1);
    assert_eq!(format!("{:?}", copy.settings()).matches("attempts: 2").count(), 1);
    crosses_threads(&copy.call::<operations::GetQuote>(&Quote::new("A")));
}
