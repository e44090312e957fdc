//! Requests in pieces over both transports, to servers on the loopback interface.
#![cfg(all(feature = "reqwest", feature = "blocking"))]

mod support;

use std::io::Read as _;

use support::files::Upload;
use support::server::{Act, Server, answer};
use wsdl2rs_runtime::client::{CallError, Client, Mtom, blocking};
use wsdl2rs_runtime::transport::{ReqwestTransport, TransportErrorKind, UreqTransport};
use wsdl2rs_runtime::value::Attachment;

type Outcome = Result<Attachment, CallError<wsdl2rs_runtime::client::NoDeclaredFault>>;

/// Makes a source of so many octets.
type Source = fn(u64) -> Attachment;

fn upload(value: &Attachment, by_reqwest: bool) -> (Outcome, Vec<String>) {
    let body = "<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body>\
                <Upload xmlns='urn:files'>YWJj</Upload></e:Body></e:Envelope>";
    let act = Act::Send(answer("200 OK", "Content-Type: application/soap+xml\r\n", body));
    let server = Server::start(vec![act]);
    let outcome = if by_reqwest {
        let transport = ReqwestTransport::new().expect("TLS can be set up");
        let client = Client::new(transport, &server.url)
            .configure(|settings| settings.mtom(Mtom::default()));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime of one thread").block_on(client.call::<Upload>(value))
    } else {
        let client = blocking::Client::new(UreqTransport::new(), &server.url)
            .configure(|settings| settings.mtom(Mtom::default()));
        client.call::<Upload>(value)
    };
    (outcome, server.requests())
}

#[test]
fn octets_and_sources_are_sent_as_they_are() {
    let size = 300_000;
    let sources: [(Source, bool); 3] = [
        (|size| Attachment::from(vec![b'o'; usize::try_from(size).unwrap_or(0)]), true),
        (|size| Attachment::from_reader(std::io::repeat(b'o').take(size), Some(size)), true),
        (|size| Attachment::from_reader(std::io::repeat(b'o').take(size), None), false),
    ];
    for (source, has_length) in sources {
        for by_reqwest in [true, false] {
            let (outcome, requests) = upload(&source(size), by_reqwest);
            assert_eq!(outcome.expect("it is answered"), Attachment::from(b"abc"));
            let [request] = &*requests else { panic!("one request is sent") };
            let head = request.split("\r\n\r\n").next().unwrap_or_default().to_ascii_lowercase();
            assert_eq!(head.contains("content-length: 30"), has_length, "{head}");
            assert_eq!(head.contains("transfer-encoding: chunked"), !has_length, "{head}");
            let (_, body) = request.split_once("\r\n\r\n").unwrap_or_default();
            let sent = body.bytes().filter(|byte| *byte == b'o').count() as u64;
            assert!((size..size + 100).contains(&sent), "{sent}");
            assert!(request.ends_with("--\r\n") != request.ends_with("\r\n0\r\n\r\n"));
        }
    }
}

/// A source that breaks off breaks the request off, and is named as the reason.
#[test]
fn a_source_that_fails_is_the_reason() {
    for by_reqwest in [true, false] {
        let short = Attachment::from_reader(&b"octets"[..], Some(7));
        let Err(CallError::Transport(error)) = upload(&short, by_reqwest).0 else {
            panic!("the source is too short");
        };
        assert_eq!(error.kind(), TransportErrorKind::Source, "{error:?}");
    }
}
