//! What a client remembers when it is asked to: challenges of HTTP Digest, and cookies.
#![cfg(all(feature = "digest-auth", feature = "cookies"))]

mod support;

use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use support::{Quote, Text, answer, operations};
use wsdl2rs_runtime::client::{BuildError, CallError, Client, EndpointError, Settings, blocking};
use wsdl2rs_runtime::secret::Secret;
use wsdl2rs_runtime::security::FixedRandom;
use wsdl2rs_runtime::transport::recorded::Recorded;

const URL: &str = "https://example.com/quotes?token=canary";
const PASSWORD: &str = "canary-4711";

fn response(status: u16, headers: &[(&'static str, &str)], body: &str) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body.to_owned()));
    *response.status_mut() = StatusCode::from_u16(status).expect("a status");
    let mut map = HeaderMap::new();
    map.insert("content-type", HeaderValue::from_static("text/xml"));
    for (name, value) in headers {
        map.append(*name, HeaderValue::from_str(value).expect("a header value"));
    }
    *response.headers_mut() = map;
    response
}

fn good() -> Response<Bytes> {
    response(200, &[], &answer("1"))
}

fn challenge(nonce: &str, more: &str) -> Response<Bytes> {
    let value = format!("Digest realm=\"quotes\", nonce=\"{nonce}\", qop=\"auth\"{more}");
    response(401, &[("www-authenticate", &value)], "<html>Who are you?</html>")
}

fn script(answers: Vec<Response<Bytes>>) -> Arc<Recorded> {
    let script = answers.into_iter().fold(Recorded::default(), |script, one| script.then(Ok(one)));
    Arc::new(script)
}

fn digest(settings: Settings) -> Settings {
    settings.digest_auth("me", &Secret::new(PASSWORD)).random(FixedRandom::new(7))
}

/// Calls once for each expected outcome; gives the outcomes and what was sent as `name`.
fn calls(
    transport: &Arc<Recorded>,
    change: fn(Settings) -> Settings,
    count: usize,
    name: &str,
) -> (Vec<bool>, Vec<Option<String>>) {
    let client = blocking::Client::new(Arc::clone(transport), URL).configure(change);
    let quote = Quote::new("RUST");
    let outcomes =
        (0..count).map(|_| client.call::<operations::GetQuote>(&quote).is_ok()).collect();
    let requests = transport.requests();
    let sent = requests.iter().map(|request| {
        let value = request.headers().get(name)?;
        assert!(value.is_sensitive());
        Some(value.to_str().expect("it is ASCII").to_owned())
    });
    (outcomes, sent.collect())
}

/// The answer to a challenge; the last value was computed by another implementation.
fn authorization(nonce: &str, count: u32, response: &str) -> Option<String> {
    Some(format!(
        "Digest username=\"me\", realm=\"quotes\", nonce=\"{nonce}\", \
         uri=\"/quotes?token=canary\", qop=auth, nc=0000000{count}, \
         cnonce=\"07070707070707070707070707070707\", response=\"{response}\""
    ))
}

#[test]
fn a_challenge_is_answered_once_and_then_beforehand() {
    let transport = script(vec![challenge("n1", ""), good(), good()]);
    let (outcomes, sent) = calls(&transport, digest, 2, "authorization");
    assert_eq!(outcomes, [true, true]);
    let expected = [
        None,
        authorization("n1", 1, "ad20fa6dc4d513826284d28fee30fac0"),
        authorization("n1", 2, "65e500dad5f383ac5e3b38d2a2a777c3"),
    ];
    assert_eq!(sent, expected);
    let bodies: Vec<_> =
        transport.requests().iter().map(|request| request.body().clone()).collect();
    assert!(bodies.iter().all(|body| *body == bodies[0]), "{bodies:?}");
}

#[test]
fn a_nonce_that_is_too_old_is_replaced() {
    let stale = || challenge("n2", ", stale=true");
    // The answers, whether each call has one, and how many requests were sent.
    let rows = [
        (vec![challenge("n1", ""), stale(), good()], vec![true], 3),
        (vec![challenge("n1", ""), good(), stale(), good()], vec![true, true], 4),
        (vec![challenge("n1", ""), good(), challenge("n2", ""), good()], vec![true, true], 4),
        (vec![challenge("n1", ""), challenge("n2", "")], vec![false], 2),
        (vec![challenge("n1", ""), stale(), stale(), stale()], vec![false], 3),
        (vec![challenge("n1", ", algorithm=SHA-3")], vec![false], 1),
        (vec![response(401, &[("www-authenticate", "Basic realm=r")], "")], vec![false], 1),
        (vec![response(401, &[], "")], vec![false], 1),
        (vec![response(403, &[], "")], vec![false], 1),
    ];
    for (index, (answers, expected, requests)) in rows.into_iter().enumerate() {
        let transport = script(answers);
        let (outcomes, sent) = calls(&transport, digest, expected.len(), "authorization");
        assert_eq!(outcomes, expected, "row {index}");
        assert_eq!(sent.len(), requests, "row {index}");
    }
    let transport = script(vec![challenge("n1", ""), challenge("n2", ", stale=true"), good()]);
    let (_, sent) = calls(&transport, digest, 1, "authorization");
    assert_eq!(sent[2], authorization("n2", 1, "e0326e19746b4781e4bfda3f66563d15"));
}

#[test]
fn a_challenge_is_no_attempt_more() {
    let transport = script(vec![challenge("n1", ""), good()]);
    let change = |settings| digest(settings).attempts(1);
    let (outcomes, _) = calls(&transport, change, 1, "authorization");
    assert_eq!(outcomes, [true]);
    assert!(transport.waits().is_empty());
}

#[test]
fn both_clients_answer_alike() {
    let transport = script(vec![challenge("n1", ""), good()]);
    let client = Client::new(Arc::clone(&transport), URL).configure(digest);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let answered = runtime.block_on(client.call::<operations::GetQuote>(&Quote::new("RUST")));
    assert_eq!(answered.expect("the challenge is answered"), Text("1".to_owned()));
    let sent = transport.requests()[1].headers()["authorization"].clone();
    assert_eq!(
        sent.to_str().ok(),
        authorization("n1", 1, "ad20fa6dc4d513826284d28fee30fac0").as_deref()
    );
}

#[test]
fn another_host_and_plain_http_get_nothing() {
    let transport = script(vec![challenge("n1", ""), good(), good()]);
    let client = blocking::Client::new(Arc::clone(&transport), URL).configure(digest);
    let quote = Quote::new("RUST");
    assert!(client.call::<operations::GetQuote>(&quote).is_ok());
    let other = client.with(|settings| settings.endpoint("https://other.example/"));
    assert!(other.call::<operations::GetQuote>(&quote).is_ok());
    assert!(transport.requests()[2].headers().get("authorization").is_none());
    let plain = client.with(|settings| settings.endpoint("http://example.com/"));
    let refused = plain.call::<operations::GetQuote>(&quote);
    assert!(
        matches!(&refused, Err(CallError::Build(BuildError::Endpoint(EndpointError::Plain)))),
        "{refused:?}"
    );
    assert_eq!(transport.requests().len(), 3);
    for url in ["http://localhost/", "http://127.0.0.1:8080/"] {
        let transport = script(vec![good()]);
        let client = blocking::Client::new(transport, url).configure(digest);
        assert!(client.call::<operations::GetQuote>(&quote).is_ok(), "{url}");
    }
}

#[test]
fn no_text_shows_the_answer_to_a_challenge_or_a_cookie() {
    let seen = Arc::new(Mutex::new(String::new()));
    let sink = Arc::clone(&seen);
    let cookie = ("set-cookie", "session=canary-4711");
    let transport = script(vec![
        challenge("n1", ""),
        response(200, &[cookie], &answer("1")),
        response(500, &[cookie], "canary"),
    ]);
    let client = blocking::Client::new(Arc::clone(&transport), URL).configure(|settings| {
        digest(settings).cookies().trace(move |text| {
            sink.lock().expect("no thread panicked with it").push_str(text);
        })
    });
    let quote = Quote::new("RUST");
    assert!(client.call::<operations::GetQuote>(&quote).is_ok());
    let failed = client.call::<operations::GetQuote>(&quote);
    let shown = format!("{client:?} {:?} {failed:?}", client.settings());
    let seen = seen.lock().expect("no thread panicked with it");
    for text in [shown.as_str(), &seen] {
        assert!(!text.contains(PASSWORD), "{text}");
        assert!(!text.contains("ad20fa6dc4d513826284d28fee30fac0"), "{text}");
    }
    assert_eq!(transport.requests()[2].headers()["cookie"], "session=canary-4711");
    assert!(seen.contains("authorization: ***") && seen.contains("cookie: ***"), "{seen}");
}

#[test]
fn cookies_are_kept_when_asked_for() {
    let set = |cookie| response(200, &[("set-cookie", cookie)], &answer("1"));
    let answers = || vec![set("session=1; Path=/"), set("route=b"), good()];
    let (outcomes, sent) = calls(&script(answers()), |settings| settings, 3, "cookie");
    assert_eq!((outcomes, sent), (vec![true; 3], vec![None; 3]));
    let (outcomes, sent) = calls(&script(answers()), Settings::cookies, 3, "cookie");
    assert_eq!(outcomes, [true; 3]);
    let expected = [None, Some("session=1"), Some("session=1; route=b")];
    assert_eq!(sent, expected.map(|text| text.map(str::to_owned)));
}

#[test]
fn copies_of_a_client_share_their_cookies() {
    let transport = script(vec![
        response(200, &[("set-cookie", "session=1; Path=/")], &answer("1")),
        good(),
        good(),
    ]);
    let quote = Quote::new("RUST");
    let client = blocking::Client::new(Arc::clone(&transport), URL).configure(Settings::cookies);
    let copy = client.with(|settings| settings.attempts(2));
    assert!(client.call::<operations::GetQuote>(&quote).is_ok());
    assert!(copy.call::<operations::GetQuote>(&quote).is_ok());
    let other = copy.with(|settings| settings.endpoint("https://other.example/quotes"));
    assert!(other.call::<operations::GetQuote>(&quote).is_ok());
    let requests = transport.requests();
    assert_eq!(requests[1].headers()["cookie"], "session=1");
    assert!(requests[2].headers().get("cookie").is_none());
}

/// Cookies of a service that speaks plain http go back to it.
#[test]
fn cookies_are_no_credentials_of_the_caller() {
    let set = response(200, &[("set-cookie", "session=1")], &answer("1"));
    let transport = script(vec![set, good()]);
    let client = blocking::Client::new(Arc::clone(&transport), "http://intranet.example/")
        .configure(Settings::cookies);
    for _ in 0..2 {
        assert!(client.call::<operations::GetQuote>(&Quote::new("RUST")).is_ok());
    }
    assert_eq!(transport.requests()[1].headers()["cookie"], "session=1");
}

/// The same on the wire.
#[cfg(all(feature = "reqwest", feature = "blocking"))]
#[test]
fn both_transports_carry_challenges_and_cookies() {
    use support::server::{Act, Server, answer as bytes};
    use wsdl2rs_runtime::transport::{ReqwestTransport, UreqTransport};
    let refused = bytes(
        "401 Unauthorized",
        "WWW-Authenticate: Digest realm=\"quotes\", nonce=\"n1\", qop=\"auth\"\r\n\
         Set-Cookie: session=1\r\n",
        "who?",
    );
    let good = bytes("200 OK", "Content-Type: text/xml\r\n", answer("1"));
    let act = || Act::Then(refused.clone(), Box::new(Act::Send(good.clone())));
    let change = |settings| digest(settings).cookies();
    let (first, second) = (Server::start(vec![act()]), Server::start(vec![act()]));
    let quote = Quote::new("RUST");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let transport = ReqwestTransport::new().expect("TLS can be set up");
    let client = Client::new(transport, &first.url).configure(change);
    let called = runtime
        .expect("a runtime of one thread")
        .block_on(client.call::<operations::GetQuote>(&quote));
    assert!(called.is_ok(), "{called:?}");
    let client = blocking::Client::new(UreqTransport::new(), &second.url).configure(change);
    let called = client.call::<operations::GetQuote>(&quote);
    assert!(called.is_ok(), "{called:?}");
    for server in [first, second] {
        let requests = server.requests();
        assert_eq!((requests.len(), server.connections()), (2, 1));
        let expected =
            authorization("n1", 1, "ad20fa6dc4d513826284d28fee30fac0").expect("it is one");
        assert!(requests[1].contains(&format!("uthorization: {expected}\r\n")), "{}", requests[1]);
        assert!(requests[1].contains("ookie: session=1\r\n"), "{}", requests[1]);
    }
}
