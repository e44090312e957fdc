//! How calls are judged: each is written out as text, since most of them the clients cannot make.

use super::*;
use wsdl2rs_runtime::security::{FixedClock, aws_hmac};

/// 2006-09-08T22:02:46.000Z, the time in the published sample of a request.
const NOW: u64 = 1_157_752_966_000;
const TIMESTAMP: &str = "2006-09-08T22:02:46.000Z";

fn account() -> Credentials {
    Credentials::new("1234567890ABCDEFGHIJ", "key")
}

/// The three members that sign a call of `action`.
fn signed(account: &Credentials, action: &str, timestamp: &str) -> String {
    let texts = aws_hmac::sign(account, action, timestamp);
    format!(
        "<AWSAccessKeyId>{}</AWSAccessKeyId><Signature>{}</Signature><Timestamp>{timestamp}</Timestamp>",
        texts.key_id, texts.signature
    )
}

fn ast(members: &str) -> (&'static str, String) {
    let body = format!(
        "<ThumbnailRequest xmlns='http://ast.amazonaws.com/doc/2006-05-15/'>{members}</ThumbnailRequest>"
    );
    (AST_PATH, message::envelope(&body))
}

fn awis(action: &str, members: &str) -> (&'static str, String) {
    let body = format!(
        "<{action} xmlns='http://webservices.amazon.com/AWSAlexa/2005-07-11'>{members}</{action}>"
    );
    (AWIS_PATH, message::envelope(&body))
}

/// A call of `UrlInfo` with one request, signed as it should be.
fn url_info(members: &str) -> (&'static str, String) {
    let security = signed(&account(), "UrlInfo", TIMESTAMP);
    awis("UrlInfo", &format!("<Request><Security>{security}</Security>{members}</Request>"))
}

/// A batch of thumbnails whose first request is signed as it should be.
fn thumbnails(count: usize) -> (&'static str, String) {
    let security = signed(&account(), "Thumbnail", TIMESTAMP);
    let first = format!("<Request>{security}<Url>www.alexa.com</Url></Request>");
    ast(&(first + &"<Request><Url>www.a9.com</Url></Request>".repeat(count - 1)))
}

fn ask((path, body): (&'static str, String)) -> (u16, String) {
    let service = Service::new(account()).with_clock(FixedClock::at_unix_millis(NOW));
    let mut request = Request::new(Bytes::from(body));
    *request.method_mut() = Method::POST;
    *request.uri_mut() = path.parse().expect("a path is a URI");
    let answer = service.answer(&request);
    (answer.status().as_u16(), String::from_utf8_lossy(answer.body()).into_owned())
}

/// Each row: what is called, the status of HTTP, and what is in the answer.
fn check(rows: Vec<((&'static str, String), u16, &str)>) {
    for (call, status, text) in rows {
        let shown = call.1.clone();
        let answer = ask(call);
        assert_eq!(answer.0, status, "{shown}\n{}", answer.1);
        assert!(answer.1.contains(text), "{shown}\n{}\nhas no {text}", answer.1);
    }
}

#[test]
fn who_calls_is_told_by_the_signature() {
    let with = |account: &Credentials, action: &str, timestamp: &str| {
        let security = signed(account, action, timestamp);
        awis(
            "UrlInfo",
            &format!(
                "<Request><Security>{security}</Security><Url>a9.com</Url><ResponseGroup>Rank</ResponseGroup></Request>"
            ),
        )
    };
    let unsigned =
        awis("UrlInfo", "<Request><Url>a9.com</Url><ResponseGroup>Rank</ResponseGroup></Request>");
    let denied = "<Response><Errors><Error><Code>AuthFailure</Code>";
    let expired = "<Response><Errors><Error><Code>RequestExpired</Code>";
    let other_id = Credentials::new("ABCDEFGHIJ1234567890", "key");
    let other_key = Credentials::new("1234567890ABCDEFGHIJ", "another key");
    check(vec![
        (with(&account(), "UrlInfo", TIMESTAMP), 200, "<tns:StatusCode>Success<"),
        // Whatever form of the time is sent, it is that form which is signed.
        (with(&account(), "UrlInfo", "2006-09-08T22:02:46Z"), 200, "<tns:StatusCode>Success<"),
        (with(&account(), "UrlInfo", "2006-09-09T00:02:46+02:00"), 200, "<tns:StatusCode>Success<"),
        (unsigned, 403, denied),
        (with(&other_id, "UrlInfo", TIMESTAMP), 403, denied),
        (with(&other_key, "UrlInfo", TIMESTAMP), 403, denied),
        (with(&account(), "Crawl", TIMESTAMP), 403, denied),
        (with(&account(), "UrlInfo", "2006-09-08T21:47:46.000Z"), 200, "<tns:StatusCode>Success<"),
        (with(&account(), "UrlInfo", "2006-09-08T21:47:45.999Z"), 403, expired),
        (with(&account(), "UrlInfo", "2006-09-08T22:17:46.000Z"), 200, "<tns:StatusCode>Success<"),
        (with(&account(), "UrlInfo", "2006-09-08T22:17:46.001Z"), 403, expired),
        (with(&account(), "UrlInfo", "2006-09-08T22:02:46"), 403, expired),
        (with(&account(), "UrlInfo", "yesterday"), 403, "Timestamp date is yesterday<"),
    ]);
}

#[test]
fn a_denial_is_a_document_of_its_own_schema() {
    let (_, body) = ask(awis("UrlInfo", ""));
    let denial = xml::from_str::<errors::elements::Response>(&body).expect("it is a Response");
    assert_eq!(denial.errors.error[0].code, "AuthFailure");
    assert_eq!(
        denial.errors.error[0].message,
        "AWS was not able to validate the provided access credentials"
    );
}

#[test]
fn what_is_called_is_judged_after_who_calls() {
    let stranger = ast("<Request/>");
    check(vec![
        (stranger, 403, "<Code>AuthFailure<"),
        (url_info(""), 200, "Required Parameter Url is missing<"),
        (url_info("<Url>a9.com</Url>"), 200, "<tns:StatusCode>RequiredParameterMissingError<"),
        (url_info("<Url>a9.com</Url>"), 200, "Required Parameter ResponseGroup is missing<"),
        (
            url_info("<Url>a9.com</Url><ResponseGroup> </ResponseGroup>"),
            200,
            "Required Parameter ResponseGroup is missing<",
        ),
        (
            url_info("<Url>a9.com</Url><ResponseGroup>Rank,Odour,Taste</ResponseGroup>"),
            200,
            "<tns:StatusCode>InvalidResponseGroups</tns:StatusCode><tns:StatusMessage>The following response groups are invalid: Odour,Taste<",
        ),
        (thumbnails(20), 200, "Success"),
        (thumbnails(21), 200, "<tns:StatusCode>AlexaError<"),
    ]);
}

#[test]
fn a_bad_call_is_answered_by_a_status_alone() {
    let (_, body) = ask(url_info("<Url>a9.com</Url>"));
    let status = "<tns:ResponseStatus><tns:StatusCode>RequiredParameterMissingError</tns:StatusCode>\
        <tns:StatusMessage>Required Parameter ResponseGroup is missing</tns:StatusMessage></tns:ResponseStatus>";
    assert!(body.contains(&format!("<alexa:Response>{status}</alexa:Response>")), "{body}");
}

#[test]
fn the_requests_of_a_batch_are_judged_one_by_one() {
    let security = signed(&account(), "UrlInfo", TIMESTAMP);
    let batch = format!(
        "<Request><Security>{security}</Security><Url>amazon.com</Url><ResponseGroup>Rank</ResponseGroup></Request>\
         <Request><Url>amazon.com</Url><ResponseGroup>Odour</ResponseGroup></Request>\
         <Request><Url>unknown.example</Url><ResponseGroup>Rank</ResponseGroup></Request>"
    );
    let (status, body) = ask(awis("UrlInfo", &batch));
    assert_eq!(status, 200);
    let order: Vec<usize> = [">B0000690L4<", ">17<", ">InvalidResponseGroups<", ">404<"]
        .iter()
        .map(|text| body.find(text).unwrap_or_else(|| panic!("{body}\nhas no {text}")))
        .collect();
    assert!(order.is_sorted(), "{body}");
}

#[test]
fn what_is_no_call_is_a_fault() {
    let fault = "<faultcode>SOAP-ENV:Client</faultcode>";
    let (_, call) = url_info("<Url>a9.com</Url><ResponseGroup>Rank</ResponseGroup>");
    check(vec![
        ((AWIS_PATH, String::new()), 500, fault),
        ((AWIS_PATH, "not XML".to_owned()), 500, fault),
        ((AWIS_PATH, "<a/>".to_owned()), 500, "expected an Envelope of SOAP 1.1"),
        ((AWIS_PATH, format!("<!DOCTYPE a>{}", "<a/>")), 500, fault),
        ((AWIS_PATH, call[..call.len() - 30].to_owned()), 500, fault),
        ((AWIS_PATH, message::envelope("")), 500, "expected an element in the Body"),
        ((AWIS_PATH, message::envelope("<UrlInfo/>")), 500, "no operation for UrlInfo<"),
        ((AST_PATH, call.clone()), 500, "no operation for {http://webservices.amazon.com/"),
        (awis("WebMap", ""), 500, "2005-07-11}WebMap<"),
        (url_info("<Url>a</Url><Url>b</Url>"), 500, fault),
        (("/elsewhere", call.clone()), 404, "<html>"),
        ((MAINTENANCE_PATH, call), 503, "<html>"),
    ]);
}
