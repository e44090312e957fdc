//! Requests whose octets are parts of their own, as the bytes that are sent: MTOM of both versions,
//! octets in memory and from sources.

mod support;

use std::io::Read as _;

use support::files::{Blob, Files, Keep, Keep12, Upload};
use wsdl2rs_runtime::client::{CallError, Mtom, Operation, Settings, blocking};
use wsdl2rs_runtime::mime::{Multipart, Related};
use wsdl2rs_runtime::soap::Version;
use wsdl2rs_runtime::transport::recorded::Recorded;
use wsdl2rs_runtime::transport::{Piece, RequestBody, Source, TransportError, TransportErrorKind};
use wsdl2rs_runtime::value::Attachment;
use wsdl2rs_runtime::xml::Limits;

fn settings(threshold: usize) -> Settings {
    Settings::new("https://files.example/").mtom(Mtom::default().threshold(threshold))
}

fn files(data: &[&[u8]], content_type: Option<&str>) -> Files {
    Files {
        name: "n".into(),
        data: data.iter().map(|octets| (*octets).into()).collect(),
        blob: vec![Blob { content_type: content_type.map(str::to_owned), value: b"%%%".into() }],
    }
}

fn prepare<O>(settings: &Settings, files: &Files) -> http::Request<bytes::Bytes>
where
    O: Operation<Input = support::files::elements::Keep>,
{
    settings.prepare::<O>(files, None).expect("the request can be made")
}

/// The word that makes a message unlike any other.
fn boundary(request: &http::Request<bytes::Bytes>) -> String {
    let content_type = request.headers()["content-type"].to_str().expect("it is ASCII");
    let (_, rest) = content_type.split_once("boundary=\"").expect("it has a boundary");
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[test]
fn requests_are_messages_of_parts() {
    let request =
        prepare::<Keep>(&settings(3), &files(&[b"", b"\0\x01", b"\r\n\xff"], Some("a/b")));
    let boundary = boundary(&request);
    assert_eq!(boundary.len(), 32);
    let text = String::from_utf8_lossy(request.body()).replace(&boundary, "B");
    let xop = "xmlns:xop=\"http://www.w3.org/2004/08/xop/include\"";
    let expected = [
        "--B",
        "Content-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"",
        "Content-Transfer-Encoding: binary",
        "Content-ID: <root.B@wsdl2rs>",
        "",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<soap:Envelope \
         xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>\
         <f:Keep xmlns:f=\"urn:files\" xmlns:m=\"http://www.w3.org/2005/05/xmlmime\">\
         <f:Name>n</f:Name><f:Data></f:Data><f:Data>AAE=</f:Data><f:Data>\
         <xop:Include XOP href=\"cid:1.B@wsdl2rs\"/></f:Data><f:Blob m:contentType=\"a/b\">\
         <xop:Include XOP href=\"cid:2.B@wsdl2rs\"/></f:Blob></f:Keep></soap:Body></soap:Envelope>",
        "--B",
        "Content-Type: application/octet-stream",
        "Content-Transfer-Encoding: binary",
        "Content-ID: <1.B@wsdl2rs>",
        "",
        "\r\n\u{fffd}",
        "--B",
        "Content-Type: a/b",
        "Content-Transfer-Encoding: binary",
        "Content-ID: <2.B@wsdl2rs>",
        "",
        "%%%",
        "--B--",
        "",
    ];
    assert_eq!(text, expected.join("\r\n").replace("XOP", xop));
    assert_eq!(request.headers()["soapaction"], "\"urn:files#Keep\"");
    assert_eq!(
        request.headers()["content-type"].to_str().ok().map(|text| text.replace(&boundary, "B")),
        Some(
            "multipart/related; type=\"application/xop+xml\"; boundary=\"B\"; \
            start=\"<root.B@wsdl2rs>\"; start-info=\"text/xml\""
                .to_owned()
        )
    );
}

#[test]
fn the_version_shows_in_the_media_types() {
    let request = prepare::<Keep12>(&settings(0), &files(&[], None));
    let boundary = boundary(&request);
    let content_type = request.headers()["content-type"].to_str().expect("it is ASCII");
    let expected = "; start-info=\"application/soap+xml\"; action=\"urn:files#Keep\"";
    assert!(content_type.ends_with(expected), "{content_type}");
    assert!(!request.headers().contains_key("soapaction"));
    let root = read(content_type, request.body());
    assert_eq!(
        root.root().content_type(),
        Some("application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"")
    );
    assert_eq!(root.root().content_id(), Some(&*format!("root.{boundary}@wsdl2rs")));
    assert_eq!(root.parts().len(), 1);
}

fn read(content_type: &str, body: &[u8]) -> Related {
    let limits = Limits::default();
    let mut multipart = Multipart::new(content_type, &limits).expect("a good Content-Type");
    multipart.push(body).expect("a good body");
    multipart.finish().expect("a good end")
}

/// What is sent by these settings comes back as it was.
#[test]
fn what_is_sent_can_be_read() {
    let large = vec![b'-'; 100_000];
    let files = files(&[b"", b"1", &large], Some("text/plain; charset=\"utf-8\""));
    for settings in [settings(0), settings(2), settings(0).mtom(None)] {
        for version in [Version::V11, Version::V12] {
            let request = match version {
                Version::V11 => prepare::<Keep>(&settings, &files),
                Version::V12 => prepare::<Keep12>(&settings, &files),
            };
            let (mut head, ()) = http::Response::new(()).into_parts();
            head.headers = request.headers().clone();
            let body = match request.extensions().get::<RequestBody>() {
                Some(pieces) => pieces.to_bytes().expect("it is in memory"),
                None => request.into_body(),
            };
            let answer = match version {
                Version::V11 => settings.conclude::<Keep>(&head, &body).ok(),
                Version::V12 => settings.conclude::<Keep12>(&head, &body).ok(),
            };
            assert_eq!(answer.as_ref(), Some(&files));
        }
    }
}

#[test]
fn large_octets_are_not_copied() {
    let large = vec![1; 100_000];
    let mut files = files(&[], None);
    files.data.push(large.into());
    let request = prepare::<Keep>(&settings(3), &files);
    assert!(request.body().is_empty());
    let body = request.extensions().get::<RequestBody>().expect("it is in pieces");
    let is_it = |piece: &Piece| matches!(piece, Piece::Bytes(octets) if octets.as_ptr() == files.data[0].as_ptr());
    assert!(body.pieces().iter().any(is_it));
    assert_eq!(body.pieces().len(), 3);
}

#[test]
fn media_types_that_are_none_are_refused() {
    for (content_type, is_sent) in [
        ("image/png", true),
        ("text/plain; name=\"a&b\"", true),
        ("image", false),
        ("a/b\r\nX: y", false),
        ("a/\u{e4}", false),
        ("", false),
    ] {
        let files = files(&[], Some(content_type));
        let sent = settings(0).prepare::<Keep>(&files, None);
        assert_eq!(sent.is_ok(), is_sent, "{content_type}");
        if let Ok(request) = sent {
            let found = read(
                request.headers()["content-type"].to_str().expect("it is ASCII"),
                request.body(),
            );
            let found = found.parts().iter().next().and_then(|part| part.content_type());
            assert_eq!(found, Some(content_type));
        }
    }
}

#[derive(Debug)]
struct Broken;

impl Source for Broken {
    fn open(&self) -> std::io::Result<Box<dyn std::io::Read + Send>> {
        Err(std::io::Error::other("no disk"))
    }
}

#[test]
fn sources_are_parts_or_base64() {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let whole = std::fs::read(manifest).expect("it is there");
    for mtom in [Some(Mtom::default()), None] {
        let settings = settings(0).mtom(mtom);
        let file = Attachment::from_file(manifest).expect("it is there");
        let request = settings.prepare::<Upload>(&file, None).expect("it can be made");
        let pieces = request.extensions().get::<RequestBody>();
        assert_eq!(pieces.is_some(), mtom.is_some());
        let body = pieces.map_or_else(
            || Ok(request.body().clone()),
            |pieces| {
                assert!(pieces.length() > Some(whole.len() as u64));
                pieces.to_bytes()
            },
        );
        let (mut head, ()) = http::Response::new(()).into_parts();
        head.headers = request.headers().clone();
        let answer = settings.conclude::<Upload>(&head, &body.expect("it can be read"));
        let octets = answer.expect("it is what was sent").octets().cloned();
        assert_eq!(octets.as_deref(), Some(&*whole));
    }
    let inline = settings(0).mtom(None);
    let error = inline.prepare::<Upload>(&Attachment::from_source(Broken), None);
    let error = error.expect_err("the source fails").to_string();
    assert!(error.ends_with("Upload: writing failed: no disk"), "{error}");
}

fn client(transport: Recorded, attempts: u32) -> blocking::Client<Recorded> {
    blocking::Client::new(transport, "https://files.example/")
        .configure(|settings| settings.mtom(Mtom::default()).attempts(attempts))
}

/// A body that cannot be made again is not sent again, and the failure is that of the attempt.
#[test]
fn what_is_used_up_is_not_sent_again() {
    let failure = || Err(TransportError::new(TransportErrorKind::Reset, "mid-way"));
    let rows: [(fn() -> Attachment, usize); 3] = [
        (|| Attachment::from_reader(&b"octets"[..], Some(6)), 1),
        (|| Attachment::from(b"octets"), 0),
        (
            || {
                let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
                Attachment::from_file(manifest).expect("it is there")
            },
            0,
        ),
    ];
    for (value, remaining) in rows {
        let transport = std::sync::Arc::new(Recorded::default().then(failure()).then(failure()));
        let client = blocking::Client::new(std::sync::Arc::clone(&transport), "https://a.example/")
            .configure(|settings| settings.mtom(Mtom::default()).attempts(2));
        let Err(CallError::Transport(error)) = client.call::<Upload>(&value()) else {
            panic!("no attempt succeeds");
        };
        assert_eq!(error.kind(), TransportErrorKind::Reset);
        assert_eq!(transport.remaining(), remaining);
    }
    let Err(CallError::Transport(error)) =
        client(Recorded::default(), 1).call::<Upload>(&Attachment::from_source(Broken))
    else {
        panic!("the source fails");
    };
    assert_eq!(error.kind(), TransportErrorKind::Source);
    assert!(!error.may_have_been_sent());
}

#[test]
fn the_trace_shows_the_envelope_and_counts_the_rest() {
    let seen = std::sync::Arc::new(std::sync::Mutex::new(String::new()));
    let text = std::sync::Arc::clone(&seen);
    let client = client(Recorded::default(), 1).configure(|settings| {
        settings.trace(move |part| text.lock().expect("no test panics with it").push_str(part))
    });
    let value = Attachment::from_reader(std::io::repeat(1).take(9), None);
    assert!(client.call::<Upload>(&value).is_err());
    let seen = seen.lock().expect("no test panics with it");
    assert!(seen.contains("<f:Upload"), "{seen}");
    assert!(seen.contains("\n(more bytes)\n(40 more bytes)\n"), "{seen}");
}
