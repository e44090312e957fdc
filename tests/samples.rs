//! The messages that are known of both services, from `samples/`: requests are reproduced element
//! for element, answers are decoded, and the request that failed in 2007 is refused.

use std::fs;

use http::header::{CONTENT_TYPE, HeaderValue};
use wsdl2rs_runtime::client::{Answer, Operation, Request, Settings};
use wsdl2rs_runtime::security::aws_hmac::{self, Signer};
use wsdl2rs_runtime::security::{Credentials, FixedClock};
use wsdl2rs_runtime::xml::{self as runtime_xml, ReadOptions};
use wsdl2rs_tests::bindings::{ast, awis};
use wsdl2rs_tests::case::package_dir;
use wsdl2rs_tests::xml;

/// A key that no one has; the samples' own is not known.
const SECRET: &str = "a demo key";

fn sample(name: &str) -> String {
    let path = package_dir().join("samples").join(name);
    fs::read_to_string(path).expect("the samples are in the package")
}

/// The body that a client sends at a time, with the key id of the samples.
fn sent<O: Operation>(request: &Request<O>, key_id: &str, unix_millis: u64) -> String {
    let signer = Signer::new(Credentials::new(key_id, SECRET))
        .with_clock(FixedClock::at_unix_millis(unix_millis));
    let settings = Settings::new("https://example.com/").signer(signer);
    let sent = settings.prepare::<O>(request, None).expect("the request can be sent");
    String::from_utf8(sent.body().to_vec()).expect("messages are written in UTF-8")
}

/// Reads a sample as a client reads an answer, tolerantly and strictly.
fn decoded<O: Operation>(name: &str) -> Answer<O>
where
    Answer<O>: PartialEq + std::fmt::Debug,
{
    let (mut head, ()) = http::Response::new(()).into_parts();
    head.headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/xml"));
    let conclude = |options: ReadOptions| {
        let settings = Settings::new("https://example.com/").read_options(options);
        settings.conclude::<O>(&head, sample(name).as_bytes())
    };
    let answer = conclude(ReadOptions::default()).expect("the sample is an answer");
    let strict = conclude(ReadOptions::strict()).expect("it is one in strict reading too");
    assert_eq!(answer, strict);
    answer
}

/// The text of the first `Signature`.
fn signature(message: &str) -> &str {
    let (_, rest) = message.split_once("Signature>").expect("the request is signed");
    rest.split_once('<').expect("the element ends").0
}

/// Asserts that a message is the sample but for the text of the signature, and that the signature
/// is that of the demo key.
fn assert_is_sample(message: &str, name: &str, action: &str, timestamp: &str) {
    let sample = sample(name);
    let signed = aws_hmac::sign(&Credentials::new("", SECRET), action, timestamp);
    assert_eq!(signature(message), signed.signature);
    let expected = sample.replace(signature(&sample), &signed.signature);
    if let Some(difference) = xml::difference(&expected, message) {
        panic!("{name}\n{difference}");
    }
}

#[test]
fn the_seeds_request_for_url_info_is_reproduced() {
    let request = awis::UrlInfo::new([awis::UrlInfoRequest {
        url: "amazon.com".to_owned(),
        response_group: "Rank".to_owned(),
        version: None,
    }]);
    let (timestamp, millis) = ("2006-09-08T22:02:46.000Z", 1_157_752_966_000);
    let message = sent::<awis::operations::UrlInfo>(&request, "1234567890ABCDEFGHIJ", millis);
    assert_is_sample(&message, "UrlInfo_request.seed.xml", "UrlInfo", timestamp);
}

#[test]
fn both_requests_for_thumbnails_are_reproduced() {
    let rows: [(&str, &[&str]); 2] = [
        ("Thumbnail_request_single.docs.xml", &["www.alexa.com"]),
        ("Thumbnail_request_batch.docs.xml", &["www.alexa.com", "www.amazon.com", "www.a9.com"]),
    ];
    for (name, sites) in rows {
        let requests: Vec<_> =
            sites.iter().map(|site| ast::ThumbnailRequestRequest::new(*site)).collect();
        let request = ast::ThumbnailRequest { request: requests.try_into().expect("up to 20") };
        let (timestamp, millis) = ("2006-01-01T00:00:00.000Z", 1_136_073_600_000);
        let message = sent::<ast::operations::Thumbnail>(&request, "1234567890ABCDFGHIJ", millis);
        assert_is_sample(&message, name, "Thumbnail", timestamp);
    }
}

#[test]
fn the_seeds_answer_is_decoded() {
    let answer = decoded::<awis::operations::UrlInfo>("UrlInfo_response.seed.xml");
    let [response] = &*answer.response else { panic!("one response: {answer:?}") };
    let status = response.response_status.as_ref().expect("it has a status");
    assert_eq!(status.status_code.as_str(), "Success");
    let [result] = &*response.url_info_result else { panic!("one result: {response:?}") };
    let traffic = result.alexa.as_ref().and_then(|alexa| alexa.traffic_data.as_ref());
    let traffic = traffic.expect("it has traffic data");
    assert_eq!(traffic.asin.as_ref().map(|asin| asin.as_str()), Some("B0000690L4"));
    assert_eq!(traffic.rank.as_ref().map(|rank| rank.value.as_str()), Some("17"));
}

#[test]
fn the_answer_to_a_batch_of_thumbnails_is_decoded() {
    let answer = decoded::<ast::operations::Thumbnail>("Thumbnail_response_batch.handsoap.xml");
    let row = |response: &ast::ThumbnailResponseResponse| {
        let result = response.thumbnail_result.clone().expect("it has a result");
        let status = response.response_status.clone().expect("it has a status");
        let thumbnail = result.thumbnail.expect("it has a thumbnail");
        let url = thumbnail.value.as_str().to_owned();
        (result.request_url, thumbnail.exists, url, status.status_code)
    };
    let rows: Vec<_> = answer.response.iter().map(row).collect();
    let expected = ["www.alexa.com", "www.amazon.com", "www.a9.com"].map(|site| {
        let url = format!("http://location_to_thumbnail_for_{site}");
        (Some(site.to_owned()), Some(true), url, "Success".to_owned())
    });
    assert_eq!(rows, expected);
}

/// The first element in the body of a sample, which declares its own namespaces.
fn body(message: &str) -> &str {
    let (_, rest) = message.split_once("Body>").expect("the message has a body");
    rest.split_once("</SOAP-ENV:Body>").expect("the body ends").0
}

#[test]
fn the_empty_request_of_the_seed_is_refused() {
    let sample = sample("Thumbnail_request_seed_error.xml");
    let read = runtime_xml::from_str::<ast::elements::ThumbnailRequest>(body(&sample));
    let error = read.expect_err("the Request has no Url");
    assert_eq!(
        error.to_string(),
        "/ThumbnailRequest/Request[1], line 1, column 72: missing element \
         {http://ast.amazonaws.com/doc/2006-05-15/}Url in ThumbnailRequestRequest"
    );
}

#[test]
fn requests_are_read_as_a_server_reads_them() {
    let sample = sample("Thumbnail_request_batch.docs.xml");
    let read = runtime_xml::from_str_with::<ast::elements::ThumbnailRequest>(
        body(&sample),
        &ReadOptions::strict(),
    );
    let urls: Vec<String> =
        read.expect("it is valid").request.iter().map(|request| request.url.clone()).collect();
    assert_eq!(urls, ["www.alexa.com", "www.amazon.com", "www.a9.com"]);
}
