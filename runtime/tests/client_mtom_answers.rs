//! Answers of several parts become typed ones: MTOM of both versions as the toolkits write it, and
//! SOAP Messages with Attachments.

mod support;

use std::sync::{Arc, Mutex};

use support::exchange::{conclude, head, settings};
use support::files::{Blob, Failed, Files, Keep, Keep12};
use support::{answer, operations};
use wsdl2rs_runtime::client::{CallError, Client, blocking};
use wsdl2rs_runtime::mime::Parts;
use wsdl2rs_runtime::soap::Version;
use wsdl2rs_runtime::transport::recorded::Recorded;
use wsdl2rs_runtime::xml::{ErrorKind, Limits, ReadOptions};

const XOP: &str = "http://www.w3.org/2004/08/xop/include";

fn envelope(version: Version, content: &str) -> String {
    let namespace = version.namespace();
    format!(
        "<S:Envelope xmlns:S=\"{namespace}\"><S:Body><Keep xmlns=\"urn:files\"><Name>n</Name>\
         {content}</Keep></S:Body></S:Envelope>"
    )
}

/// Octets that are no text, in an element with its media type and in one without.
const PARTS: &str = "\r\n--B\r\nContent-Type: application/octet-stream\r\n\
    Content-Transfer-Encoding: binary\r\nContent-ID: <one@x>\r\n\r\n\0\r\n--\x01\
    \r\n--B\r\ncontent-id:<two%@x>\r\nCONTENT-TYPE:image/png\r\n\r\n\r\n\r\n--B--";

fn content() -> String {
    format!(
        "<Data><xop:Include xmlns:xop=\"{XOP}\" href=\"cid:one@x\"/></Data><Data>AQI=</Data>\
         <Data/><Blob m:contentType=\"image/png\" xmlns:m=\"http://www.w3.org/2005/05/xmlmime\">\
         <i:Include href=\"cid:two%25@x\" xmlns:i=\"{XOP}\"/></Blob>"
    )
}

fn files() -> Files {
    Files {
        name: "n".into(),
        data: vec![b"\0\r\n--\x01".into(), [1, 2].into(), [].into()],
        blob: vec![Blob { content_type: Some("image/png".into()), value: b"\r\n".into() }],
    }
}

fn message(root_type: &str, envelope: &str) -> String {
    format!("--B\r\nContent-Type: {root_type}\r\nContent-ID: <root>\r\n\r\n{envelope}{PARTS}")
}

/// What toolkits write around the same contents.
#[test]
fn octets_are_taken_from_their_parts() {
    let related = "multipart/related; boundary=B; start=\"<root>\"; type=\"application/xop+xml\"";
    let rows = [
        (Version::V11, "text/xml", "application/xop+xml; charset=UTF-8; type=\"text/xml\""),
        (Version::V11, "text/xml", "application/xop+xml;charset=utf-8;type=\"text/xml\""),
        (Version::V11, "text/xml; charset=utf-8", "application/xop+xml"),
        (
            Version::V12,
            "application/soap+xml",
            "application/xop+xml; type=\"application/soap+xml; action=\\\"urn:a\\\"\"",
        ),
    ];
    for (version, start_info, root_type) in rows {
        let content_type = format!("{related}; start-info=\"{start_info}\"; action=\"urn:a\"");
        let body = message(root_type, &envelope(version, &content()));
        let read = match version {
            Version::V11 => conclude::<Keep>(200, &content_type, &body),
            Version::V12 => conclude::<Keep12>(200, &content_type, &body),
        };
        assert_eq!(read.expect(root_type), files(), "{root_type}");
    }
}

/// Whole messages as gSOAP 2.8, JAX-WS RI 2.3 and .NET frame them, with their own spelling of
/// headers, boundaries and identifiers.
#[test]
fn messages_of_toolkits_are_read() {
    let rows = [
        (
            "multipart/related; charset=utf-8; boundary=\"==2kFo/or0wc79+yo1moL==\"; \
             type=\"application/xop+xml\"; start=\"<SOAP-ENV:Envelope>\"; start-info=\"text/xml\"",
            "--==2kFo/or0wc79+yo1moL==\r\n\
             Content-Type: application/xop+xml; charset=utf-8; type=\"text/xml\"\r\n\
             Content-Transfer-Encoding: binary\r\nContent-ID: <SOAP-ENV:Envelope>\r\n\r\n\
             ENVELOPE\r\n\r\n--==2kFo/or0wc79+yo1moL==\r\n\
             Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n\
             Content-ID: <id1>\r\n\r\n\0\r\n--\u{1}\r\n--==2kFo/or0wc79+yo1moL==--",
            "cid:id1",
        ),
        (
            "multipart/related;start=\"<rootpart*7e6e-d180@example.jaxws.sun.com>\";\
             type=\"application/xop+xml\";boundary=\"uuid:7e6e-d180\";start-info=\"text/xml\"",
            "--uuid:7e6e-d180\r\nContent-Id: <rootpart*7e6e-d180@example.jaxws.sun.com>\r\n\
             Content-Type: application/xop+xml;charset=UTF-8;type=\"text/xml\"\r\n\
             Content-Transfer-Encoding: binary\r\n\r\nENVELOPE\r\n--uuid:7e6e-d180\r\n\
             Content-Id: <6698-6fa4@example.jaxws.sun.com>\r\n\
             Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n\r\n\
             \0\r\n--\u{1}\r\n--uuid:7e6e-d180--",
            "cid:6698-6fa4@example.jaxws.sun.com",
        ),
        (
            "multipart/related; type=\"application/xop+xml\";start=\"<http://tempuri.org/0>\";\
             boundary=\"uuid:b9c1+id=1\";start-info=\"text/xml\"",
            "\r\n--uuid:b9c1+id=1\r\nContent-ID: <http://tempuri.org/0>\r\n\
             Content-Transfer-Encoding: 8bit\r\n\
             Content-Type: application/xop+xml;charset=utf-8;type=\"text/xml\"\r\n\r\n\
             ENVELOPE\r\n--uuid:b9c1+id=1\r\nContent-ID: <http://tempuri.org/1/6391>\r\n\
             Content-Transfer-Encoding: binary\r\nContent-Type: application/octet-stream\r\n\r\n\
             \0\r\n--\u{1}\r\n--uuid:b9c1+id=1--\r\n",
            "cid:http%3A%2F%2Ftempuri.org%2F1%2F6391",
        ),
    ];
    let expected =
        Files { name: "n".into(), data: vec![b"\0\r\n--\x01".into()], ..Files::default() };
    for (content_type, body, href) in rows {
        let data = format!("<Data><Include xmlns=\"{XOP}\" href=\"{href}\"/></Data>");
        let body = body.replace("ENVELOPE", &envelope(Version::V11, &data));
        let read = conclude::<Keep>(200, content_type, &body);
        assert_eq!(read.expect(content_type), expected, "{content_type}");
    }
}

#[test]
fn answers_come_in_pieces_over_either_client() -> Result<(), Box<dyn std::error::Error>> {
    let content_type = "Multipart/Related; boundary=B";
    let body = message("application/xop+xml", &envelope(Version::V11, &content()));
    let seen = Arc::new(Mutex::new(String::new()));
    let text = Arc::clone(&seen);
    let transport = || Recorded::default().answer(200, content_type, body.clone());
    let client = blocking::Client::new(transport(), "https://files.example/");
    let client = client.configure(|settings| {
        settings.trace(move |part| {
            if let Ok(mut text) = text.lock() {
                text.push_str(part);
            }
        })
    });
    assert_eq!(client.call::<Keep>(&Files::default())?, files());
    let seen = seen.lock().map(|text| text.clone()).unwrap_or_default();
    assert!(seen.contains("(a part, two%@x, image/png, of 2 bytes)"), "{seen}");
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let client = Client::new(transport(), "https://files.example/");
    assert_eq!(runtime.block_on(client.call::<Keep>(&Files::default()))?, files());
    Ok(())
}

#[test]
fn faults_have_parts_too() {
    let content_type = "multipart/related; boundary=B; type=\"application/xop+xml\"";
    let fault = format!(
        "<S:Envelope xmlns:S=\"{}\"><S:Body><S:Fault><faultcode>S:Server</faultcode>\
         <faultstring>full</faultstring><detail><Failed xmlns=\"urn:files\">\
         <Include xmlns=\"{XOP}\" href=\"cid:one@x\"/></Failed></detail>\
         </S:Fault></S:Body></S:Envelope>",
        Version::V11.namespace()
    );
    for status in [500, 200] {
        let body = message("application/xop+xml", &fault);
        let Err(CallError::Fault(fault)) = conclude::<Keep>(status, content_type, body) else {
            panic!("the answer is a fault");
        };
        assert_eq!(fault.reason(), "full");
        assert_eq!(fault.detail(), Some(&Failed(b"\0\r\n--\x01".into())));
    }
}

#[test]
fn what_an_element_cannot_stand_for_is_an_error_with_its_place() {
    let include = |href: &str| format!("<Data><Include xmlns=\"{XOP}\" href=\"{href}\"/></Data>");
    let related = "multipart/related; boundary=B";
    for (content_type, content) in [
        ("text/xml", include("cid:one@x")),
        (related, include("cid:three@x")),
        (related, include("file:///etc/passwd")),
        (related, include("http://169.254.169.254/")),
    ] {
        let envelope = envelope(Version::V11, &content);
        let body = match content_type {
            "text/xml" => envelope,
            _ => message("application/xop+xml", &envelope),
        };
        let Err(CallError::Decode(error)) = conclude::<Keep>(200, content_type, &body) else {
            panic!("{content}");
        };
        assert!(matches!(error.kind(), ErrorKind::Include(_)), "{error}");
        assert_eq!(error.path(), "/Envelope/Body/Keep/Data[1]/Include/@href");
    }
}

/// SOAP Messages with Attachments (W3C Note): parts that the body names, or that nothing names.
#[test]
fn attachments_are_handed_on() {
    let kept = Arc::new(Mutex::new(Parts::default()));
    let parts = Arc::clone(&kept);
    let settings = settings().on_parts(move |parts| {
        *kept.lock().expect("no test panics with it") = parts.clone();
    });
    let body = format!(
        "--B\r\nContent-Type: text/xml; charset=UTF-8\r\n\r\n{}\r\n\
         --B\r\nContent-Location: one.png\r\nContent-Transfer-Encoding: base64\r\n\r\nAQID\r\n\
         --B\r\nContent-ID: <two>\r\n\r\n2\r\n--B--\r\n",
        answer("1")
    );
    let head = head(200, "multipart/related; type=\"text/xml\"; boundary=B");
    let read = settings.conclude::<operations::GetQuote>(&head, body.as_bytes());
    assert_eq!(read.expect("it is an answer").0, "1");
    let parts = parts.lock().expect("no test panics with it").clone();
    assert_eq!(parts.by_location("one.png").map(|part| &part.octets()[..]), Some(&[1, 2, 3][..]));
    assert_eq!(parts.by_id("two").map(|part| &part.octets()[..]), Some(&b"2"[..]));
}

#[test]
fn what_is_no_soap_message_of_parts_says_so() {
    let part = |content_type: &str, content: &str| {
        format!("--B\r\nContent-Type: {content_type}\r\n\r\n{content}\r\n--B--")
    };
    let related = "multipart/related; boundary=B";
    let cannot = "a message of several parts that cannot be taken apart";
    let rows = [
        (related, part("text/xml", &answer("1")).replace("--B--", ""), cannot),
        (related, String::new(), cannot),
        ("multipart/related", part("text/xml", &answer("1")), cannot),
        ("multipart/mixed; boundary=B", part("text/xml", &answer("1")), "not an XML message"),
        (related, part("text/html", "<p>"), "not an XML message"),
        (related, part("multipart/related; boundary=C", "--C--"), cannot),
        ("application/xop+xml", answer("1"), "not an XML message"),
    ];
    for (content_type, body, problem) in rows {
        let Err(CallError::Http(error)) =
            conclude::<operations::GetQuote>(200, content_type, &body)
        else {
            panic!("{content_type} {body}");
        };
        assert!(error.to_string().contains(problem), "{error}");
        // Over a transport, the same is found as the body arrives.
        let transport = Recorded::default().answer(200, content_type, body.clone());
        let client = blocking::Client::new(transport, "https://files.example/");
        let Err(CallError::Http(error)) =
            client.call::<operations::GetQuote>(&support::Quote::new("R"))
        else {
            panic!("{content_type} {body}");
        };
        assert!(error.to_string().contains(problem), "{error}");
    }
}

#[test]
fn the_message_has_a_limit_of_its_own() {
    let body = message("application/xop+xml", &envelope(Version::V11, &content()));
    let content_type = "multipart/related; boundary=B";
    let read = |limit| {
        let mut limits = Limits::default();
        (limits.mime_message, limits.wire_body) = (limit, 1);
        let options = ReadOptions::default().with_limits(limits);
        let transport = Recorded::default().answer(200, content_type, body.clone());
        let client = blocking::Client::new(transport, "https://files.example/");
        let client = client.configure(|settings| settings.read_options(options));
        client.call::<Keep>(&Files::default())
    };
    assert_eq!(read(body.len()).expect("it is within the limit"), files());
    let Err(CallError::Transport(error)) = read(body.len() - 1) else {
        panic!("it is over the limit");
    };
    assert!(error.to_string().contains("`mime_message`"), "{error}");
}
