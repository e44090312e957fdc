//! WS-Security in requests, in answers, and in what is shown; each step of the vectors in `wsse/`.
#![cfg(feature = "wsse")]

mod support;

use std::error::Error as _;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use support::exchange::{XML, head};
use support::{Quote, operations};
use wsdl2rs_runtime::client::{BuildError, CallError, EndpointError, Settings, blocking};
use wsdl2rs_runtime::secret::Secret;
use wsdl2rs_runtime::security::wsse::{Security, SecurityFault, UsernameToken, password_digest};
use wsdl2rs_runtime::security::{Credentials, CredentialsError, FixedClock, Redaction, SignError};
use wsdl2rs_runtime::soap::Version;
use wsdl2rs_runtime::transport::recorded::{Recorded, Recorder};
use wsdl2rs_runtime::transport::{TransportError, TransportErrorKind};
use wsdl2rs_runtime::xml::{ErrorKind, ReadError};

/// 2005-01-31T23:59:59.183Z.
const NOW: u64 = 1_107_215_999_183;

const NAMESPACES: &str = " xmlns:wsse=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd\" xmlns:wsu=\"http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd\"";
const PROFILE: &str =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0";
const BASE64: &str = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary";

fn admin() -> Credentials {
    Credentials::new("admin", "secret")
}

fn fixed(security: Security) -> Security {
    security.with_clock(FixedClock::at_unix_millis(NOW)).with_nonces(|| [7; 16])
}

fn settings(security: Security) -> Settings {
    Settings::new("https://example.com/").wsse(fixed(security))
}

/// The header of a request.
fn header(settings: &Settings, version: Version) -> String {
    let quote = Quote::new("RUST");
    let request = match version {
        Version::V11 => settings.prepare::<operations::GetQuote>(&quote, None),
        Version::V12 => settings.prepare::<operations::GetQuote12>(&quote, None),
    };
    let request = request.expect("all that it takes is there");
    let body = std::str::from_utf8(request.body()).expect("messages are written in UTF-8");
    let (_, header) = body.split_once("<soap:Header>").expect("it has a header");
    let (header, _) = header.split_once("</soap:Header>").expect("the header ends");
    header.to_owned()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn every_vector_is_reproduced_step_by_step() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wsse");
    let mut count = 0;
    for entry in fs::read_dir(directory).expect("the folder is there") {
        let folder = entry.expect("it can be listed").path();
        let read = |name: &str| fs::read_to_string(folder.join(name)).expect(name);
        let (nonce, created, password) =
            (read("nonce.txt"), read("created.txt"), read("password.txt"));
        let octets: [u8; 16] = STANDARD.decode(&nonce).expect("base64").try_into().expect("16");
        assert_eq!(hex(&octets), read("nonce.hex"), "{folder:?}");
        let before = format!("{}{}", hex(&octets), hex(created.as_bytes()));
        let hashed = read("octets.hex");
        let equivalent = hashed.strip_prefix(&before).expect("nonce and time come first");
        let of_sha1 = equivalent != hex(password.as_bytes());
        let millis = created.parse::<wsdl2rs_runtime::value::DateTime>().expect("a time");
        let millis = millis.to_unix_millis().expect("it has a zone").unsigned_abs();
        let credentials = Credentials::new(read("user.txt"), password.as_str());
        let digest = read("digest.txt");
        assert_eq!(hex(&STANDARD.decode(&digest).expect("base64")), read("digest.hex"));
        if !of_sha1 {
            let found = password_digest(&octets, &created, &Secret::new(password));
            assert_eq!(found.expose(), digest, "{folder:?}");
        }
        // A time without milliseconds is never written.
        if created.contains('.') {
            let token = if of_sha1 { UsernameToken::digest_of_sha1 } else { UsernameToken::digest };
            let security = Security::new(token(credentials))
                .with_clock(FixedClock::at_unix_millis(millis))
                .with_nonces(move || octets);
            let settings = Settings::new("https://example.com/").wsse(security);
            let header = header(&settings, Version::V11);
            let expected = format!(
                "<wsse:Password Type=\"{PROFILE}#PasswordDigest\">{digest}</wsse:Password>\
                 <wsse:Nonce EncodingType=\"{BASE64}\">{nonce}</wsse:Nonce>\
                 <wsu:Created>{created}</wsu:Created></wsse:UsernameToken>"
            );
            assert!(header.contains(&expected), "{folder:?}: {header}");
        }
        count += 1;
    }
    assert!(count >= 5, "only {count} vectors were found");
}

#[test]
fn a_header_says_what_was_asked_for() {
    let lifetime = Duration::from_secs(300);
    let timestamp = "<wsu:Timestamp><wsu:Created>2005-01-31T23:59:59.183Z</wsu:Created>\
                     <wsu:Expires>2005-02-01T00:04:59.183Z</wsu:Expires></wsu:Timestamp>";
    let nonce = format!(
        "<wsse:Nonce EncodingType=\"{BASE64}\">BwcHBwcHBwcHBwcHBwcHBw==</wsse:Nonce>\
         <wsu:Created>2005-01-31T23:59:59.183Z</wsu:Created>"
    );
    let token = |password: &str| {
        format!(
            "<wsse:UsernameToken><wsse:Username>admin</wsse:Username>{password}\
             </wsse:UsernameToken>"
        )
    };
    let text = format!("<wsse:Password Type=\"{PROFILE}#PasswordText\">secret</wsse:Password>");
    let digest = format!(
        "<wsse:Password Type=\"{PROFILE}#PasswordDigest\">JGbujKPx9RxVl9Lt22RiCZjJAXY=\
         </wsse:Password>{nonce}"
    );
    let must = (" soap:mustUnderstand=\"1\"", " soap:mustUnderstand=\"true\"");
    let rows: [(Security, (&str, &str), String); 8] = [
        (Security::new(UsernameToken::text(admin())), must, token(&text)),
        (Security::new(UsernameToken::digest(admin())), must, token(&digest)),
        (Security::new(UsernameToken::without_password("admin")), must, token("")),
        (
            Security::new(UsernameToken::text(admin()).with_nonce()),
            must,
            token(&format!("{text}{nonce}")),
        ),
        (Security::timestamp(lifetime), must, timestamp.to_owned()),
        (
            Security::new(UsernameToken::digest(admin())).with_timestamp(lifetime),
            must,
            format!("{timestamp}{}", token(&digest)),
        ),
        (Security::timestamp(lifetime).may_be_ignored(), ("", ""), timestamp.to_owned()),
        (
            Security::timestamp(lifetime).may_be_ignored().for_role("urn:a&b"),
            (" soap:actor=\"urn:a&amp;b\"", " soap:role=\"urn:a&amp;b\""),
            timestamp.to_owned(),
        ),
    ];
    for (security, (in_11, in_12), content) in rows {
        let settings = settings(security);
        for (version, attributes) in [(Version::V11, in_11), (Version::V12, in_12)] {
            let expected =
                format!("<wsse:Security{NAMESPACES}{attributes}>{content}</wsse:Security>");
            assert_eq!(header(&settings, version), expected);
        }
    }
}

#[test]
fn texts_cannot_leave_their_element() {
    let credentials = Credentials::new("a</wsse:Username>", "<&>\r");
    let settings = settings(Security::new(UsernameToken::text(credentials)));
    let header = header(&settings, Version::V11);
    assert!(header.contains("<wsse:Username>a&lt;/wsse:Username&gt;</wsse:Username>"), "{header}");
    assert!(header.contains(">&lt;&amp;&gt;&#13;</wsse:Password>"), "{header}");
}

#[test]
fn each_attempt_has_a_fresh_header() {
    let count = AtomicU8::new(0);
    let security = fixed(Security::new(UsernameToken::digest(admin())))
        .with_nonces(move || [count.fetch_add(1, Ordering::Relaxed); 16]);
    let lost = TransportError::new(TransportErrorKind::Connect, "refused").not_sent();
    let inner = Recorded::default().then(Err(lost)).answer(200, "text/xml", support::answer("7"));
    let sent = Arc::new(Mutex::new(String::new()));
    let sink = Arc::clone(&sent);
    let client = blocking::Client::new(inner, "https://example.com/").configure(|settings| {
        settings.wsse(security).attempts(2).trace(move |text| {
            sink.lock().expect("no thread panicked with it").push_str(text);
        })
    });
    client.call::<operations::Lookup>(&Quote::new("A")).expect("the second attempt succeeds");
    // The trace shows two headers and nothing of either.
    let sent = sent.lock().expect("no thread panicked with it");
    assert_eq!(sent.matches(">***</wsse:Security>").count(), 2, "{sent}");
    let settings = Settings::new("https://example.com/");
    let settings = settings.wsse(Security::new(UsernameToken::digest(admin())));
    let (first, second) = (header(&settings, Version::V11), header(&settings, Version::V11));
    assert_ne!(first, second, "the system's nonces are random");
}

#[test]
fn what_cannot_be_made_is_not_sent() {
    let build = |url: &str, security: Security| {
        let settings = Settings::new(url).wsse(security);
        settings.prepare::<operations::GetQuote>(&Quote::new("A"), None)
    };
    let token = || Security::new(UsernameToken::digest(admin()));
    let nobody = || Err(CredentialsError::new("nobody is there"));
    let error = build("https://a.example/", Security::new(UsernameToken::text(nobody)));
    assert!(matches!(error, Err(BuildError::Sign(SignError::Credentials(_)))), "{error:?}");
    let before =
        FixedClock::new(std::time::SystemTime::UNIX_EPOCH - std::time::Duration::from_secs(1));
    let error = build("https://a.example/", token().with_clock(before));
    assert!(matches!(error, Err(BuildError::Sign(SignError::Clock))), "{error:?}");
    let never = build("https://a.example/", Security::timestamp(Duration::MAX));
    assert!(matches!(never, Err(BuildError::Sign(SignError::Clock))), "{never:?}");
    // A token goes over plain http to this machine alone; a timestamp is no secret.
    let plain = build("http://a.example/", token());
    assert!(matches!(plain, Err(BuildError::Endpoint(EndpointError::Plain))), "{plain:?}");
    assert!(build("http://localhost/", token()).is_ok());
    assert!(build("http://a.example/", Security::timestamp(Duration::from_secs(1))).is_ok());
}

/// An answer with this header.
fn answer(header: &str) -> String {
    support::answer("7").replace("<s:Body>", &format!("<s:Header>{header}</s:Header><s:Body>"))
}

fn stamped(attributes: &str, times: &str) -> String {
    answer(&format!(
        "<wsse:Security{NAMESPACES}{attributes}><wsu:Timestamp>{times}</wsu:Timestamp>\
         </wsse:Security>"
    ))
}

/// What is wrong with an answer, if anything is.
fn refusal(settings: &Settings, body: &str) -> Option<ReadError> {
    match settings.conclude::<operations::GetQuote>(&head(200, XML), body.as_bytes()) {
        Ok(_) => None,
        Err(CallError::Decode(error)) => Some(error),
        Err(other) => panic!("{other}"),
    }
}

#[test]
fn a_timestamp_in_an_answer_is_understood_and_judged() {
    let settings = settings(Security::timestamp(Duration::from_secs(60)));
    let must = " s:mustUnderstand='1'";
    let created = |text: &str| format!("<wsu:Created>{text}</wsu:Created>");
    let expires = |text: &str| format!("<wsu:Expires>{text}</wsu:Expires>");
    let fine = |body: &str| assert!(refusal(&settings, body).is_none(), "{body}");
    let elsewhere = " s:mustUnderstand='1' s:actor='urn:other'";
    // The clocks may be five minutes apart.
    for times in [
        String::new(),
        created("2005-01-31T23:59:59Z"),
        created("2005-02-01T00:04:59.183Z"),
        created("2005-02-01T01:04:59.183+01:00"),
        expires("2005-01-31T23:55:00Z"),
        created("2005-01-31T23:59:59Z") + &expires("2005-02-01T00:04:59Z"),
    ] {
        fine(&stamped(must, &times));
        fine(&stamped("", &times));
    }
    fine(&stamped(elsewhere, &expires("1999-01-01T00:00:00Z")));
    fine(&answer(&format!("<wsse:Security{NAMESPACES}><wsse:Unheard/></wsse:Security>")));
    let early = created("2005-02-01T00:04:59.184Z");
    let over = created("2005-01-31T23:50:00Z") + &expires("2005-01-31T23:54:59.183Z");
    for attributes in [must, "", " s:actor='http://schemas.xmlsoap.org/soap/actor/next'"] {
        let kind = refusal(&settings, &stamped(attributes, &early));
        assert!(
            matches!(kind.as_ref().map(ReadError::kind), Some(ErrorKind::Early { .. })),
            "{kind:?}"
        );
        let kind = refusal(&settings, &stamped(attributes, &over));
        assert!(
            matches!(kind.as_ref().map(ReadError::kind), Some(ErrorKind::Expired { .. })),
            "{kind:?}"
        );
        for text in ["", "soon", "2005-01-31T23:59:59"] {
            let kind = refusal(&settings, &stamped(attributes, &created(text)));
            assert!(
                matches!(kind.as_ref().map(ReadError::kind), Some(ErrorKind::InvalidValue { .. })),
                "{text}: {kind:?}"
            );
        }
    }
}

#[test]
fn more_than_a_timestamp_is_not_understood() {
    let signed = format!(
        "<wsse:Security{NAMESPACES} s:mustUnderstand='1'><wsu:Timestamp/>\
         <d:Signature xmlns:d='http://www.w3.org/2000/09/xmldsig#'/></wsse:Security>"
    );
    let on = settings(Security::timestamp(Duration::from_secs(60)));
    let kind = refusal(&on, &answer(&signed));
    assert!(
        matches!(kind.as_ref().map(ReadError::kind), Some(ErrorKind::NotUnderstood { .. })),
        "{kind:?}"
    );
    // Without WS-Security, a timestamp is not understood either.
    let off = Settings::new("https://example.com/");
    let kind = refusal(&off, &stamped(" s:mustUnderstand='1'", ""));
    assert!(
        matches!(kind.as_ref().map(ReadError::kind), Some(ErrorKind::NotUnderstood { .. })),
        "{kind:?}"
    );
    assert!(
        refusal(&off, &stamped("", "<wsu:Expires>1999-01-01T00:00:00Z</wsu:Expires>")).is_none()
    );
}

#[test]
fn faults_say_what_is_wrong_with_the_header() {
    let fault = |code: &str| {
        support::envelope(&format!(
            "<s:Fault><faultcode xmlns:w='{}'>{code}</faultcode><faultstring>no</faultstring>\
             </s:Fault>",
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
        ))
    };
    let rows = [
        ("w:FailedAuthentication", Some(SecurityFault::FailedAuthentication)),
        ("w:InvalidSecurity", Some(SecurityFault::InvalidSecurity)),
        ("w:MessageExpired", Some(SecurityFault::MessageExpired)),
        ("w:Other", None),
        ("s:FailedAuthentication", None),
    ];
    for (code, expected) in rows {
        let error = support::exchange::error::<operations::GetQuote>(500, XML, &fault(code));
        let CallError::Fault(fault) = error else { panic!("{error}") };
        assert_eq!(SecurityFault::of(&fault), expected, "{code}");
    }
}

#[test]
fn nothing_shows_the_password() {
    let secrets = ["s&cr<t", "s&amp;cr&lt;t", "BwcHBwcHBwcHBwcHBwcHBw=="];
    let silent = |text: &str| {
        for secret in secrets {
            assert!(!text.contains(secret), "{text}");
        }
    };
    let credentials = || Credentials::new("admin", "s&cr<t");
    let digest = password_digest(&[7; 16], "2005-01-31T23:59:59.183Z", &"s&cr<t".into());
    let rows = [
        (UsernameToken::text(credentials()).with_nonce(), "s&amp;cr&lt;t"),
        (UsernameToken::digest(credentials()), digest.expose()),
    ];
    for (token, repeated) in rows {
        let fault = support::envelope(&format!(
            "<s:Fault><faultcode>s:Client</faultcode><faultstring>bad s&amp;cr&lt;t, {repeated}\
             </faultstring><detail><a b='s&amp;cr&lt;t'>{repeated} BwcHBwcHBwcHBwcHBwcHBw==</a>\
             </detail></s:Fault>"
        ));
        silent(&format!("{token:?}"));
        let security = fixed(Security::new(token));
        silent(&format!("{security:?}"));
        let seen = Arc::new(Mutex::new(String::new()));
        let sink = Arc::clone(&seen);
        let inner = Recorded::default().answer(500, "text/xml", fault).answer(
            500,
            "text/html",
            "<p>s&amp;cr&lt;t s&cr<t",
        );
        let recorder = Arc::new(Recorder::new(inner, Redaction::default()));
        let client = blocking::Client::new(Arc::clone(&recorder), "https://example.com/");
        let client = client.configure(|settings| {
            settings.wsse(security).trace(move |text| {
                sink.lock().expect("no thread panicked with it").push_str(text);
            })
        });
        silent(&format!("{client:?}"));
        for _ in 0..2 {
            let error = client.call::<operations::GetQuote>(&Quote::new("A")).expect_err("a fault");
            silent(&format!("{error} {error:?} {:?}", error.source()));
            assert!(!format!("{error:?}").contains(digest.expose()), "{error:?}");
        }
        let seen = seen.lock().expect("no thread panicked with it");
        silent(&seen);
        assert!(!seen.contains(digest.expose()), "{seen}");
        for exchange in recorder.exchanges() {
            let body = String::from_utf8_lossy(exchange.request.body()).into_owned();
            silent(&body);
            assert!(body.contains(">***</wsse:Security>"), "{body}");
        }
    }
}

/// A password may be a word of the markup: the fault is read nonetheless.
#[test]
fn a_password_that_is_markup_hides_no_fault() {
    for password in ["Fault", "e", "s", "faultcode", "Envelope", "Body"] {
        let fault = support::envelope(&format!(
            "<s:Fault><faultcode>s:Client</faultcode><faultstring>bad {password}!</faultstring>\
             </s:Fault>"
        ));
        let script = Recorded::default().answer(500, "text/xml", fault);
        let token = UsernameToken::text(Credentials::new("admin", password));
        let client = blocking::Client::new(script, "https://example.com/")
            .configure(|settings| settings.wsse(fixed(Security::new(token))));
        let error = client.call::<operations::GetQuote>(&Quote::new("A")).expect_err("a fault");
        let CallError::Fault(fault) = error else { panic!("{password}: {error}") };
        assert!(fault.reason().ends_with("***!"), "{password}: {}", fault.reason());
    }
}
