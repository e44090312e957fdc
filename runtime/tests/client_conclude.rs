//! HTTP answers become typed ones, or the error that says what is wrong: no network is involved.

mod support;

use std::error::Error as _;

use http::header::{HeaderValue, LOCATION};
use support::exchange::{XML, conclude, error, head, settings};
use support::{Text, answer, envelope, envelope_12, operations};
use wsdl2rs_runtime::QName;
use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::soap::Version;
use wsdl2rs_runtime::xml::{ErrorKind, Limits, ReadOptions};

#[test]
fn the_promised_answer_is_read() {
    let rows = [
        (XML, answer("1")),
        ("text/xml", answer("1")),
        ("TEXT/XML ; Charset=\"UTF-8\"", answer("1")),
        ("application/xml", answer("1")),
        ("application/soap+xml", answer("1")),
        // Servers that say nothing, or send everything as text.
        ("", answer("1")),
        ("text/plain", answer("1")),
        (XML, format!("\u{FEFF}{}", answer("1"))),
        (
            XML,
            envelope("<!-- c --><p:GetQuoteResponse xmlns:p='urn:quotes'>1</p:GetQuoteResponse>"),
        ),
        (XML, answer("1").replace("<s:Body>", "<s:Header/><s:Body>")),
        (XML, answer("1").replace("</s:Body>", "</s:Body><x xmlns='urn:later'/>")),
    ];
    for (content_type, body) in rows {
        let answer = conclude::<operations::GetQuote>(200, content_type, &body);
        assert_eq!(answer.expect(&body), Text("1".to_owned()), "{content_type} {body}");
    }
    let body = envelope_12("<GetQuoteResponse xmlns='urn:quotes'>1</GetQuoteResponse>");
    let answer = conclude::<operations::GetQuote12>(200, "application/soap+xml", body);
    assert_eq!(answer.expect("it is of SOAP 1.2"), Text("1".to_owned()));
}

#[test]
fn a_one_way_call_ends_when_the_message_is_taken() {
    for (status, content_type, body) in [
        (200, "", String::new()),
        (202, "", String::new()),
        (204, "", String::new()),
        (202, "text/html", " \r\n".to_owned()),
        (200, XML, envelope("")),
        (202, XML, envelope("")),
        // WS-I Basic Profile 1.1, R2750.
        (200, XML, answer("1")),
        (202, XML, envelope("<a/><b>1</b>")),
        (202, "text/html", "<p>Thank you</p>".to_owned()),
        (202, "text/plain", "queued".to_owned()),
        (202, XML, "<queued/>".to_owned()),
        (202, XML, "<a".to_owned()),
    ] {
        assert!(conclude::<operations::Notify>(status, content_type, &body).is_ok(), "{body}");
    }
    let fault = envelope("<s:Fault><faultcode>s:Server</faultcode></s:Fault>");
    assert!(matches!(error::<operations::Notify>(200, XML, &fault), CallError::Fault(_)));
    assert!(matches!(error::<operations::Notify>(202, XML, &fault), CallError::Fault(_)));
    assert!(matches!(error::<operations::Notify>(200, XML, "<a"), CallError::Decode(_)));
    assert!(matches!(
        error::<operations::GetQuote>(202, "text/plain", "queued"),
        CallError::Http(_)
    ));
    assert!(matches!(error::<operations::Notify>(500, "", ""), CallError::Http(_)));
    assert!(matches!(error::<operations::Notify>(200, "text/html", "<p>"), CallError::Http(_)));
}

#[test]
fn an_answer_that_is_not_soap_says_what_it_is() {
    let html = "<!DOCTYPE html><html><body>Sorry</body></html>";
    let rows: [(u16, &str, &str, &str); 12] = [
        (200, XML, "", "HTTP status 200 OK, text/xml; charset=utf-8, an empty body"),
        (202, "", "", "HTTP status 202 Accepted, no Content-Type, an empty body"),
        (500, "", "", "HTTP status 500 Internal Server Error, no Content-Type, an empty body"),
        (
            500,
            "text/html",
            html,
            "HTTP status 500 Internal Server Error, text/html, not an XML message: <!DOCTYPE html><html>",
        ),
        (200, "text/html", html, "HTTP status 200 OK, text/html, not an XML message: <!DOCTYPE"),
        (
            200,
            XML,
            html,
            "HTTP status 200 OK, text/xml; charset=utf-8, not an XML message: <!DOCTYPE",
        ),
        (200, "text/plain", "pong", "HTTP status 200 OK, text/plain, not an XML message: pong"),
        (
            200,
            "application/json",
            "{}",
            "HTTP status 200 OK, application/json, not an XML message: {}",
        ),
        (
            200,
            "multipart/related",
            "--x",
            "HTTP status 200 OK, multipart/related, a message of several parts that cannot be taken apart: --x",
        ),
        (
            403,
            XML,
            "<Response><Errors/></Response>",
            "HTTP status 403 Forbidden, text/xml; charset=utf-8, XML that is not a SOAP envelope: <Response>",
        ),
        (
            200,
            XML,
            "<Response/>",
            "HTTP status 200 OK, text/xml; charset=utf-8, XML that is not a SOAP envelope: <Response/>",
        ),
        (
            500,
            XML,
            "<a",
            "HTTP status 500 Internal Server Error, text/xml; charset=utf-8, XML that cannot be read: <a",
        ),
    ];
    for (status, content_type, body, expected) in rows {
        let error = error::<operations::GetQuote>(status, content_type, body);
        let CallError::Http(error) = error else { panic!("{body}: {error}") };
        assert_eq!(error.status().as_u16(), status);
        assert!(error.to_string().starts_with(expected), "{error}");
    }
    let error = error::<operations::GetQuote>(500, XML, &answer("1"));
    assert!(error.to_string().contains("a SOAP message that is not a fault"), "{error}");
}

#[test]
fn a_redirect_is_named() {
    let mut head = head(307, "text/html");
    head.headers.insert(LOCATION, HeaderValue::from_static("https://elsewhere/?secret"));
    let error = settings().conclude::<operations::GetQuote>(&head, b"<p>moved</p>");
    let error = error.expect_err("it is not followed").to_string();
    assert!(error.contains("a redirect, which is not followed"), "{error}");
    assert!(!error.contains("secret"), "{error}");
}

#[test]
fn strict_reading_wants_an_xml_media_type() {
    let strict = settings().read_options(ReadOptions::strict());
    let conclude = |content_type: &str| {
        strict.conclude::<operations::GetQuote>(&head(200, content_type), answer("1").as_bytes())
    };
    assert!(conclude(XML).is_ok());
    assert!(matches!(conclude("text/plain"), Err(CallError::Http(_))));
    assert!(matches!(conclude(""), Err(CallError::Http(_))));
}

#[test]
fn soap_that_is_not_the_promised_answer_says_where() {
    let good = answer("1");
    let rows = [
        (good[..good.len() - 20].to_owned(), "not well-formed"),
        (
            good.replace("GetQuoteResponse", "Other"),
            "/Envelope/Body/Other, line 1, column 94: unexpected element {urn:quotes}Other, expected {urn:quotes}GetQuoteResponse",
        ),
        (
            good.replace("urn:quotes", "urn:other"),
            "unexpected element {urn:other}GetQuoteResponse, expected {urn:quotes}GetQuoteResponse",
        ),
        (
            envelope(""),
            "/Envelope/Body, line 1, column 94: missing element {urn:quotes}GetQuoteResponse in Body",
        ),
        (good.replace("</s:Body>", "<x/></s:Body>"), "unexpected element x"),
        (good.replace("<s:Body>", "<s:Body/><s:Body>"), "missing element"),
        (good.replace("</s:Body>", "</s:Body><s:Body/>"), "unexpected element"),
        (
            good.replace("s:Body", "s:Rump"),
            "Rump, expected {http://schemas.xmlsoap.org/soap/envelope/}Body",
        ),
        (
            good.replace("schemas.xmlsoap.org", "example.com"),
            "root element is {http://example.com/soap/envelope/}Envelope, expected {http://schemas.xmlsoap.org/soap/envelope/}Envelope",
        ),
        (
            envelope_12("<GetQuoteResponse xmlns='urn:quotes'>1</GetQuoteResponse>"),
            "root element is {http://www.w3.org/2003/05/soap-envelope}Envelope, expected {http://schemas.xmlsoap.org/soap/envelope/}Envelope",
        ),
        (format!("{good}<a/>"), "not well-formed"),
        (good.replace("<s:Envelope", "<!DOCTYPE a><s:Envelope"), "document type"),
    ];
    for (body, expected) in rows {
        let error = error::<operations::GetQuote>(200, XML, &body);
        let CallError::Decode(error) = error else { panic!("{body}: {error}") };
        assert!(error.to_string().contains(expected), "{error}\n{expected}");
    }
    let trailing = envelope_12("<GetQuoteResponse xmlns='urn:quotes'>1</GetQuoteResponse>")
        .replace("</s:Body>", "</s:Body><x/>");
    let error = error::<operations::GetQuote12>(200, "application/soap+xml", &trailing);
    assert!(matches!(error, CallError::Decode(_)), "SOAP 1.2 has nothing after the body: {error}");
}

#[test]
fn the_charset_has_to_be_that_of_the_bytes() {
    let utf_16: Vec<u8> = [0xFEFF]
        .into_iter()
        .chain(answer("\u{e4}").encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect();
    let latin_1: Vec<u8> =
        answer("\u{e4}").chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect();
    let (_, element) = latin_1.split_at(answer("").find("?>").map_or(0, |at| at + 2));
    let declared = [&b"<?xml version='1.0' encoding='ISO-8859-1'?>"[..], element].concat();
    let rows: [(&str, &[u8]); 5] = [
        ("text/xml", &utf_16),
        ("text/xml; charset=utf-16", &utf_16),
        ("text/xml; charset=iso-8859-1", &latin_1),
        ("text/xml; charset=windows-1252", &latin_1),
        ("text/xml", &declared),
    ];
    for (content_type, body) in rows {
        let answer = conclude::<operations::GetQuote>(200, content_type, body);
        assert_eq!(answer.expect(content_type), Text("\u{e4}".to_owned()));
    }
    let utf_8 = answer("\u{e4}");
    let rows: [(&str, &[u8]); 6] = [
        ("text/xml; charset=utf-8", &utf_16),
        ("text/xml; charset=iso-8859-15", &latin_1),
        ("text/xml; charset=us-ascii", &latin_1),
        ("text/xml; charset=windows-1252", &declared),
        ("text/xml; charset=iso-8859-1", utf_8.as_bytes()),
        (XML, &latin_1),
    ];
    for (content_type, body) in rows {
        let error = conclude::<operations::GetQuote>(200, content_type, body);
        let error = error.expect_err(content_type);
        let CallError::Decode(error) = error else { panic!("{content_type}: {error}") };
        assert!(error.to_string().contains("encoding"), "{error}");
    }
}

#[test]
fn a_header_that_must_be_understood_is() {
    let with = |attributes: &str| {
        let block = format!("<s:Header><h:H xmlns:h='urn:h' {attributes}/></s:Header><s:Body>");
        answer("1").replace("<s:Body>", &block)
    };
    let next = "s:actor='http://schemas.xmlsoap.org/soap/actor/next'";
    for attributes in [
        "",
        "s:mustUnderstand='0'",
        "mustUnderstand='1'",
        "s:mustUnderstand='1' s:actor='urn:else'",
    ] {
        let answer = conclude::<operations::GetQuote>(200, XML, with(attributes));
        assert!(answer.is_ok(), "{attributes}: {answer:?}");
    }
    for attributes in [
        "s:mustUnderstand='1'",
        "s:mustUnderstand=' true '",
        &format!("s:mustUnderstand='1' {next}"),
    ] {
        let error = error::<operations::GetQuote>(200, XML, &with(attributes)).to_string();
        assert!(error.contains("/Envelope/Header/H, line 1"), "{error}");
        assert!(error.contains("header {urn:h}H must be understood and is not"), "{error}");
    }
    let mandatory = with("s:mustUnderstand='1'");
    let addressed = mandatory.replace("urn:h", "http://www.w3.org/2005/08/addressing");
    assert!(conclude::<operations::GetQuote>(200, XML, addressed).is_ok());
    let knowing = settings().understand(QName::from_static("urn:h", "H"));
    let answer = knowing.conclude::<operations::GetQuote>(&head(200, XML), mandatory.as_bytes());
    assert!(answer.is_ok(), "{answer:?}");
}

/// SOAP 1.2 Part 1, sections 2.2 and 2.4.
#[test]
fn a_header_for_another_role_is_not_ours() {
    let role = |name: &str| format!("s:role='http://www.w3.org/2003/05/soap-envelope/role/{name}'");
    let rows = [
        (String::new(), true),
        ("s:role=''".to_owned(), true),
        (role("next"), true),
        (role("ultimateReceiver"), true),
        (role("none"), false),
        ("s:role='urn:else'".to_owned(), false),
        (role("next") + " s:relay='true'", true),
    ];
    for (attributes, is_ours) in rows {
        let header = format!("<h:H xmlns:h='urn:h' s:mustUnderstand='true' {attributes}/>");
        let body = support::answer("1").replace(Version::V11.namespace(), Version::V12.namespace());
        let body = body.replace("<s:Body>", &format!("<s:Header>{header}</s:Header><s:Body>"));
        let answer = conclude::<operations::GetQuote12>(200, XML, body);
        let is_refused = matches!(&answer, Err(CallError::Decode(error))
            if matches!(error.kind(), ErrorKind::NotUnderstood { .. }));
        assert_eq!(is_refused, is_ours, "{attributes}: {answer:?}");
    }
}

#[test]
fn errors_lead_to_what_is_below_them() {
    let error = error::<operations::GetQuote>(500, XML, "<a");
    let source = error.source().expect("the XML is broken");
    assert!(source.to_string().contains("not well-formed"), "{source}");
    assert!(error.may_have_been_sent());
}

#[test]
fn what_is_kept_of_a_foreign_body_is_bounded() {
    let mut limits = Limits::default();
    limits.error_snippet = 5;
    let settings = settings().read_options(ReadOptions::default().with_limits(limits));
    let kept = settings
        .conclude::<operations::GetQuote>(&head(500, "text/html"), "äöü\u{1b}[31m".as_bytes());
    let kept = kept.expect_err("it is HTML");
    let CallError::Http(kept) = kept else { panic!("{kept}") };
    assert_eq!(kept.snippet(), "äö");
    let error = error::<operations::GetQuote>(500, "text/html\u{9}x", "\u{1b}[31m\u{202e}red");
    assert!(error.to_string().contains("\\u{1b}[31m\\u{202e}red"), "{error}");
}
