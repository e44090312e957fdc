//! Recorded exchanges: what a client sends, and what it makes of the answer.
//!
//! Each folder of `exchanges/` has `request.http` and `response.http`, and in `outcome.txt` the
//! answer as `Debug` shows it or the error as a caller reads it.

use std::collections::BTreeSet;
use std::error::Error;
use std::fmt::{Debug, Write as _};
use std::fs;

use wsdl2rs_runtime::client::CallError;
use wsdl2rs_runtime::security::aws_hmac::Signer;
use wsdl2rs_runtime::security::{Credentials, FixedClock};
use wsdl2rs_runtime::transport::recorded::{Exchange, Recorded};
use wsdl2rs_tests::bindings::{ast, awis, quotes};
use wsdl2rs_tests::case::{file_name, folders, package_dir};
use wsdl2rs_tests::golden::{Failures, is_update};

/// A call over a transport, and what came of it.
type Call = fn(&Shared) -> String;

/// The transport of a call, which the test asks afterwards for what was sent.
type Shared = std::sync::Arc<Recorded>;

/// What is called in each exchange.
const CALLS: [(&str, Call); 17] = [
    ("answer", get_quote),
    ("answer_in_another_order", url_info),
    ("answer_with_unknown_parts", get_quote),
    ("answer_12", get_quote_12),
    ("cut", get_quote),
    ("fault_11_in_200", get_quote),
    ("fault_11_in_500", get_quote),
    ("fault_12", get_quote_12),
    ("fault_undeclared", get_quote),
    ("html_500", get_quote),
    ("one_way", notify),
    ("one_way_refused", notify),
    ("signed_batch", thumbnail),
    ("signed_refused", thumbnail),
    ("wrong_charset", get_quote),
    ("wrong_charset_label", get_quote),
    ("wrong_operation", get_quote),
];

fn signer() -> Signer {
    Signer::new(Credentials::new("1234567890ABCDEFGHIJ", "a demo key"))
        .with_clock(FixedClock::at_unix_millis(1_157_752_966_000))
}

fn get_quote(transport: &Shared) -> String {
    let port = quotes::blocking::QuotePort::new(transport.clone());
    outcome(&port.get_quote(&quotes::GetQuote::new("RUST & co")))
}

fn get_quote_12(transport: &Shared) -> String {
    let port = quotes::blocking::QuotePort12::new(transport.clone());
    outcome(&port.get_quote(&quotes::GetQuote::new("RUST & co")))
}

fn notify(transport: &Shared) -> String {
    let port = quotes::blocking::QuotePort::new(transport.clone());
    outcome(&port.notify(&quotes::Notify::new("closed")))
}

fn thumbnail(transport: &Shared) -> String {
    let port = ast::blocking::AlexaSiteThumbnailPort::with_signer(transport.clone(), signer())
        .configure(|settings| settings.endpoint("https://ast.amazonaws.com/"));
    let sites = ["www.alexa.com", "www.a9.com"].map(ast::ThumbnailRequestRequest::new);
    outcome(&port.thumbnail(&ast::ThumbnailRequest::new(sites)))
}

fn url_info(transport: &Shared) -> String {
    let port = awis::blocking::AwsAlexaPort::with_signer(transport.clone(), signer())
        .configure(|settings| settings.endpoint("https://awis.amazonaws.com/"));
    outcome(&port.url_info(&awis::UrlInfo::new([awis::UrlInfoRequest {
        url: "amazon.com".to_owned(),
        response_group: "Rank".to_owned(),
        version: None,
    }])))
}

/// The answer, or the error with what it says to a program.
fn outcome<T: Debug, F: Debug>(result: &Result<T, CallError<F>>) -> String {
    let error = match result {
        Ok(answer) => return format!("{answer:#?}\n"),
        Err(error) => error,
    };
    let mut text = format!("{error}\n");
    let mut source = error.source();
    while let Some(cause) = source {
        let _ = writeln!(text, "because: {cause}");
        source = cause.source();
    }
    let _ = writeln!(text, "may have been sent: {}", error.may_have_been_sent());
    if let CallError::Fault(fault) = error {
        let _ = writeln!(text, "{:?}, declared detail: {:?}", fault.kind(), fault.detail());
    }
    text
}

#[test]
fn exchanges_have_their_outcomes() {
    let mut failures = Failures::default();
    for (name, call) in CALLS {
        let dir = package_dir().join("exchanges").join(name);
        if is_update() {
            record(&dir, call, &mut failures);
        }
        match Recorded::from_dir(&dir) {
            Ok(transport) => {
                failures.golden(&dir.join("outcome.txt"), &call(&Shared::new(transport)));
            }
            Err(error) => failures.add(format!("{name}: {error}")),
        }
    }
    failures.finish();
}

/// Writes the request that the call makes.
fn record(dir: &std::path::Path, call: Call, failures: &mut Failures) {
    let none = b"POST https://example.com/ HTTP/1.1\n\n";
    let parsed = fs::read(dir.join("response.http")).and_then(|text| Exchange::parse(none, &text));
    let Exchange { response, .. } = match parsed {
        Ok(exchange) => exchange,
        Err(error) => return failures.add(format!("{}: {error}", dir.display())),
    };
    let transport = Shared::new(Recorded::default().then(Ok(response.clone())));
    call(&transport);
    for mut request in transport.requests() {
        // They tell of the build, and not of the exchange.
        for name in ["accept", "accept-encoding", "user-agent"] {
            request.headers_mut().remove(name);
        }
        let text = Exchange { request, response: response.clone() }.request_text();
        fs::write(dir.join("request.http"), text).expect("the request can be written");
    }
}

#[test]
fn every_exchange_is_called() {
    let called: BTreeSet<String> = CALLS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let recorded: BTreeSet<String> =
        folders(&package_dir().join("exchanges")).iter().map(|dir| file_name(dir)).collect();
    assert_eq!(called, recorded);
}
