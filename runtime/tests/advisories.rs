//! Holes that toolkits and parsers had, tried here; `docs/security.md` has their numbers.

mod support;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use support::exchange::{XML, conclude};
use support::{Quote, answer, operations};
use wsdl2rs_runtime::client::{BuildError, CallError, Settings};
use wsdl2rs_runtime::value::{DateTime, Duration as XsdDuration, TextValue};
use wsdl2rs_runtime::xml::{ErrorKind, Limits, ReadError, ReadOptions, Reader, decode};

/// Why an answer with this body is none.
fn refusal(body: impl AsRef<[u8]>) -> ReadError {
    match conclude::<operations::GetQuote>(200, XML, body.as_ref()) {
        Err(CallError::Decode(error)) => error,
        other => panic!("{other:?}"),
    }
}

fn assert_limit(error: &ReadError, name: &str) {
    let is_it = matches!(error.kind(), ErrorKind::Limit { limit, .. } if *limit == name);
    assert!(is_it, "{error}");
}

#[test]
fn external_entities_are_refused() {
    for entity in [
        "<!ENTITY e SYSTEM 'file:///etc/passwd'>",
        "<!ENTITY e SYSTEM 'http://192.0.2.1/'>",
        "<!ENTITY e PUBLIC 'x' 'php://filter/read=convert.base64-encode/resource=/etc/passwd'>",
        "<!ENTITY % p SYSTEM 'http://192.0.2.1/x.dtd'> %p;",
    ] {
        let body = answer("&e;").replacen("?>", &format!("?><!DOCTYPE a [{entity}]>"), 1);
        assert!(matches!(refusal(body).kind(), ErrorKind::DocumentType), "{entity}");
    }
}

/// The declaration is refused in whatever disguise it stands.
#[test]
fn a_document_type_hides_nothing() {
    for before in ["", "<!-- > -->", "<?p >?>", "\r\n\t", "<!--<!DOCTYPE b>-->"] {
        let hidden = format!("?>{before}<!DOCTYPE a [<!ATTLIST a b CDATA 'c'><!ENTITY lt 'x'>]>");
        let body = answer("&lt;").replacen("?>", &hidden, 1);
        assert!(matches!(refusal(&body).kind(), ErrorKind::DocumentType), "{body}");
        let utf_16: Vec<u8> =
            format!("\u{FEFF}{body}").encode_utf16().flat_map(u16::to_be_bytes).collect();
        let error = decode(&utf_16, None, &Limits::default()).and_then(|text| {
            let mut reader = Reader::new(&text, &[], &ReadOptions::default());
            reader.root().map(drop)
        });
        assert!(matches!(error.expect_err("refused").kind(), ErrorKind::DocumentType), "{body}");
    }
}

#[test]
fn a_huge_instruction_meets_a_limit() {
    let mut limits = Limits::default();
    limits.decoded_body = 1 << 20;
    let body = answer("1").replacen("?>", &format!("?><?p {}?>", "x".repeat(1 << 20)), 1);
    let error = decode(body.as_bytes(), None, &limits).expect_err("it is over the limit");
    assert_limit(&error, "decoded_body");
    // Below the limit it is passed over.
    assert!(conclude::<operations::GetQuote>(200, XML, &body).is_ok());
}

#[test]
fn a_comment_cuts_no_name() {
    let body = answer("admin<!-- -->@example.com<?p?>.evil<![CDATA[.example]]>");
    let answer = conclude::<operations::GetQuote>(200, XML, body).expect("it is an answer");
    assert_eq!(answer.0, "admin@example.com.evil.example");
}

#[test]
fn an_include_is_fetched_from_nowhere() {
    for href in ["file:///etc/passwd", "http://192.0.2.1/", "cid:a", "/etc/passwd"] {
        let include =
            format!("<i:Include xmlns:i='http://www.w3.org/2004/08/xop/include' href='{href}'/>");
        let error = refusal(answer(&include));
        assert!(matches!(error.kind(), ErrorKind::Include(_)), "{error}");
    }
}

#[test]
fn depth_needs_no_stack() {
    for depth in [101, 100_000] {
        let nested = format!("{}{}", "<x>".repeat(depth), "</x>".repeat(depth));
        let header = format!("<s:Header>{nested}</s:Header><s:Body>");
        let error = refusal(answer("1").replace("<s:Body>", &header));
        assert_limit(&error, "depth");
    }
    // Even without a limit, what is skipped takes no stack.
    let mut limits = Limits::default();
    limits.depth = usize::MAX;
    let document = format!("{}{}", "<x>".repeat(1_000_000), "</x>".repeat(1_000_000));
    let options = ReadOptions::default().with_limits(limits);
    let mut reader = Reader::new(&document, &[], &options);
    reader.root().expect("a root");
    reader.skip().expect("it is well-formed");
}

#[test]
fn a_giant_prefix_meets_a_limit() {
    let prefix = "p".repeat(1 << 20);
    for element in [format!("<{prefix}:x xmlns:{prefix}='u'/>"), format!("<x {prefix}:a=''/>")] {
        let body =
            answer("1").replace("<s:Body>", &format!("<s:Header>{element}</s:Header><s:Body>"));
        assert_limit(&refusal(body), "name");
    }
}

#[test]
fn references_count_as_text() {
    let mut limits = Limits::default();
    limits.text = 1_000;
    let options = ReadOptions::default().with_limits(limits);
    for reference in ["&#65;", "&#x41;", "&amp;", "&#00000000000000000000000065;"] {
        for (count, is_read) in [(1_000, true), (1_001, false)] {
            let document = format!("<a>{}</a>", reference.repeat(count));
            let mut reader = Reader::new(&document, &[], &options);
            reader.root().expect("a root");
            match reader.text() {
                Ok(_) => assert!(is_read, "{reference}"),
                Err(error) => {
                    assert!(!is_read, "{reference}: {error}");
                    assert_limit(&error, "text");
                }
            }
        }
    }
}

#[test]
fn dates_need_no_stack() {
    let long = |part: &str| part.repeat((1 << 20) / part.len());
    let started = Instant::now();
    for text in [long("-"), long("1"), long("T"), long("P"), long("1-"), long("("), long("2000-")] {
        assert!(DateTime::parse(&text).is_err());
        assert!(XsdDuration::parse(&format!("P{text}")).is_err());
        let mut seconds = String::new();
        let _ = write!(seconds, "2000-01-01T00:00:00.{text}Z");
        assert!(DateTime::parse(&seconds).is_err());
    }
    assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
}

#[test]
fn no_file_is_an_endpoint() {
    for endpoint in
        ["file:///var/www/shell.php", "file://server/share", r"\\server\share", "ftp://a/", "//a/b"]
    {
        let request = Settings::new(endpoint)
            .prepare::<operations::GetQuote>(&Quote::new("A"), None)
            .map(|request| request.uri().to_string());
        assert!(matches!(request, Err(BuildError::Endpoint(_))), "{endpoint}: {request:?}");
    }
}
