//! Both transports against a server that does whatever a hostile or broken one can do. What a call
//! then says, whether the request may have been sent, and how often it was, are goldens in
//! `hostile/`; `UPDATE=1` rewrites them. No request is sent twice, no call takes long, and no
//! error says what is secret or draws on a terminal.
#![cfg(all(feature = "reqwest", feature = "blocking"))]

#[path = "support/faults.rs"]
mod faults;
mod support;

use std::error::Error as _;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::thread;
use std::time::{Duration, Instant};

use faults::Case;
use support::server::Server;
use support::{Quote, QuoteFault, Text, operations};
use wsdl2rs_runtime::client::{CallError, Client, RetryPolicy, Settings, blocking};
use wsdl2rs_runtime::transport::{ReqwestTransport, UreqTransport};
use wsdl2rs_runtime::xml::{Limits, ReadOptions};

type Outcome = Result<Text, CallError<QuoteFault>>;

/// Makes so many calls to an address, and says what the last came to.
type Caller = fn(&str, usize) -> Outcome;

/// The longest a call may take, on a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(12);

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.wire_body = 2 << 20;
    limits.decoded_body = 4 << 20;
    limits.attempt_timeout = Duration::from_secs(2);
    limits.total_timeout = Duration::from_secs(3);
    limits
}

/// A caller that tries again where it can do no harm.
fn settings(settings: Settings) -> Settings {
    let policy = RetryPolicy::new(3).first_wait(Duration::from_millis(1));
    let policy = policy.longest_wait(Duration::from_millis(10));
    settings.retry(policy).read_options(ReadOptions::default().with_limits(limits()))
}

fn by_reqwest(url: &str, calls: usize) -> Outcome {
    let transport = ReqwestTransport::with_limits(&limits()).expect("TLS can be set up");
    let client = Client::new(transport, url).configure(settings);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime of one thread").block_on(async {
        for _ in 1..calls {
            client.call::<operations::GetQuote>(&Quote::new("RUST")).await?;
        }
        client.call::<operations::GetQuote>(&Quote::new("RUST")).await
    })
}

fn by_ureq(url: &str, calls: usize) -> Outcome {
    let client = blocking::Client::new(UreqTransport::with_limits(&limits()), url);
    let client = client.configure(settings);
    for _ in 1..calls {
        client.call::<operations::GetQuote>(&Quote::new("RUST"))?;
    }
    client.call::<operations::GetQuote>(&Quote::new("RUST"))
}

/// What a call came to, in two lines.
fn shown(outcome: &Outcome) -> String {
    let error = match outcome {
        Ok(Text(text)) => return format!("answer {:?}", cut(text, 40)),
        Err(error) => error,
    };
    let kind = match error {
        CallError::Build(_) => "Build".to_owned(),
        CallError::Transport(error) => format!("Transport, {:?}", error.kind()),
        CallError::Http(error) => format!("Http, {}", error.status().as_u16()),
        CallError::Decode(_) => "Decode".to_owned(),
        CallError::Fault(_) => "Fault".to_owned(),
        other => panic!("a new kind of error: {other:?}"),
    };
    let sent = if error.may_have_been_sent() { "may have been sent" } else { "not sent" };
    format!("{kind}, {sent}\n    {}", cut(&error.to_string(), 300))
}

/// So many characters of a text from its start, and a few from its end.
fn cut(text: &str, count: usize) -> String {
    const END: usize = 40;
    let characters: Vec<char> = text.chars().collect();
    if characters.len() <= count + END {
        return text.to_owned();
    }
    let (start, rest) = characters.split_at(count);
    let end = &rest[rest.len() - END..];
    start.iter().chain(&['…']).chain(end).collect()
}

/// Nothing of an error shows what is secret, or draws.
fn judge(name: &str, error: &CallError<QuoteFault>) {
    let mut texts = vec![error.to_string()];
    let mut below = error.source();
    while let Some(error) = below {
        texts.push(error.to_string());
        below = error.source();
    }
    for text in texts {
        assert!(!text.contains(char::is_control), "{name}: {text:?}");
        assert!(!text.contains("token="), "{name}: {text}");
    }
    assert!(!format!("{error:?}").contains("token="), "{name}: {error:?}");
}

/// Runs a case by both transports; what it came to.
fn run(case: &Case) -> String {
    let calls: [(&str, Caller); 2] = [("reqwest", by_reqwest), ("ureq", by_ureq)];
    let [first, second] = calls.map(|(transport, call)| {
        let name = format!("{}, {transport}", case.name);
        let server = Server::start(case.acts.clone());
        let started = Instant::now();
        let outcome = call(&server.url, case.calls);
        let time = started.elapsed();
        assert!(time < PATIENCE, "{name} took {time:?}");
        let sent = server.requests().len();
        assert!(sent <= case.calls, "{name}: the request was sent again: {outcome:?}");
        if let Err(error) = &outcome {
            judge(&name, error);
        }
        let port = server.url.split(':').nth(2).and_then(|rest| rest.split('/').next());
        without_counts(&shown(&outcome).replace(port.expect("a port"), "PORT"))
    });
    if first == second {
        return format!("{}:\n  both: {first}\n", case.name);
    }
    format!("{}:\n  reqwest: {first}\n  ureq: {second}\n", case.name)
}

/// A head that is too large is given up at any piece of it.
fn without_counts(text: &str) -> String {
    match (text.find("too big: "), text.find(" > ")) {
        (Some(at), Some(end)) => format!("{}too big: N{}", &text[..at], &text[end..]),
        _ => text.to_owned(),
    }
}

/// The text of a group; several cases at a time, for some only wait.
fn outcomes(cases: &[Case]) -> String {
    let next = Mutex::new(cases.iter().enumerate());
    let found = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                loop {
                    let Some((at, case)) = next.lock().expect("no thread fails with it").next()
                    else {
                        return;
                    };
                    let text = run(case);
                    found.lock().expect("no thread fails with it").push((at, text));
                }
            });
        }
    });
    let mut found = found.into_inner().expect("no thread failed with it");
    found.sort();
    found.into_iter().map(|(_, text)| text).collect()
}

#[test]
fn every_misbehaviour_has_its_error() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let mut wrong = String::new();
    let mut count = 0;
    for (name, cases) in faults::groups() {
        count += cases.len();
        let path = folder.join(format!("{name}.txt"));
        let actual = outcomes(&cases);
        let expected = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if actual == expected {
            continue;
        }
        if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
            fs::write(&path, actual).expect("the golden can be written");
        } else {
            for (expected, actual) in expected.lines().zip(actual.lines()) {
                if expected != actual {
                    let _ = writeln!(wrong, "{name}:\n  expected {expected}\n  found    {actual}");
                }
            }
            let _ = writeln!(wrong, "{name} has changed");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(count >= 80, "{count} cases");
}
