//! The vectors under `signing/`, each step of them; and signatures in messages.
#![cfg(feature = "aws-hmac")]

mod support;

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use support::{Quote, operations};
use wsdl2rs_runtime::client::{BuildError, Settings};
use wsdl2rs_runtime::secret::Secret;
use wsdl2rs_runtime::security::aws_hmac::{self, Signer};
use wsdl2rs_runtime::security::{Credentials, CredentialsError, FixedClock, SignError};
use wsdl2rs_runtime::value::DateTime;

const SECOND: u64 = 1_107_215_999_183;

fn signer() -> Signer {
    Signer::new(Credentials::new("AKIA", "1234567890"))
        .with_clock(FixedClock::at_unix_millis(SECOND))
}

fn settings() -> Settings {
    Settings::new("https://example.com/").signer(signer())
}

fn body(request: &http::Request<bytes::Bytes>) -> String {
    String::from_utf8(request.body().to_vec()).expect("messages are written in UTF-8")
}

#[test]
fn every_vector_is_reproduced_step_by_step() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/signing");
    let mut count = 0;
    for entry in fs::read_dir(directory).expect("the folder is there") {
        let folder = entry.expect("it can be listed").path();
        let read = |name: &str| fs::read_to_string(folder.join(name)).expect(name);
        let (action, timestamp, key) = (read("action.txt"), read("timestamp.txt"), read("key.txt"));
        let string_to_sign = aws_hmac::string_to_sign(&action, &timestamp);
        assert_eq!(string_to_sign, read("string_to_sign.txt"), "{folder:?}");
        let texts = aws_hmac::sign(&Credentials::new("AKIA", key.as_str()), &action, &*timestamp);
        assert_eq!(texts.signature, read("signature.txt"), "{folder:?}");
        assert_eq!(texts.timestamp, timestamp, "{folder:?}");
        let mac = STANDARD.decode(&texts.signature).expect("it is base64");
        let hex: String = mac.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, read("mac.hex"), "{folder:?}");
        let key = Secret::new(key);
        assert!(aws_hmac::verify(&key, &action, &timestamp, &texts.signature), "{folder:?}");
        count += 1;
    }
    assert!(count >= 6, "only {count} vectors were found");
}

#[test]
fn another_text_is_not_verified() {
    let (key, action, timestamp) =
        (Secret::new("1234567890"), "UrlInfo", "2005-01-31T23:59:59.183Z");
    let signature = "j0kRFblEnY0L8D0YG38IcZuA96U=";
    assert!(aws_hmac::verify(&key, action, timestamp, signature));
    let rows = [
        ("1234567891", action, timestamp, signature),
        ("1234567890", "UrlInf", timestamp, signature),
        ("1234567890", action, "2005-01-31T23:59:59.184Z", signature),
        ("1234567890", action, timestamp, "j0kRFblEnY0L8D0YG38IcZuA960="),
        ("1234567890", action, timestamp, "j0kRFblEnY0L8D0YG38IcQ=="),
        ("1234567890", action, timestamp, ""),
        ("1234567890", action, timestamp, "not base64"),
    ];
    for (key, action, timestamp, signature) in rows {
        let verified = aws_hmac::verify(&Secret::new(key), action, timestamp, signature);
        assert!(!verified, "{key} {action} {timestamp} {signature}");
    }
}

#[test]
fn the_message_carries_the_texts_that_were_signed() {
    let request = settings()
        .prepare::<operations::SignedQuote>(&Quote::new("RUST"), None)
        .expect("all that it takes is there");
    // By OpenSSL: `printf SignedQuote2005-01-31T23:59:59.183Z | openssl dgst -sha1 -hmac 1234567890`.
    let expected = "<q:GetQuote xmlns:q=\"urn:quotes\"><q:KeyId>AKIA</q:KeyId>\
                    <q:Timestamp>2005-01-31T23:59:59.183Z</q:Timestamp>\
                    <q:Signature>qKiF2kRmxqQ+6k5irslNZMVR/uQ=</q:Signature>\
                    <q:Symbol>RUST</q:Symbol></q:GetQuote>";
    assert!(body(&request).contains(expected), "{}", body(&request));
}

#[test]
fn a_signature_for_a_given_time_is_put_in_as_it_is() {
    let quote = Quote::new("RUST");
    let at = |text: &str| {
        let timestamp: DateTime = text.parse().expect("a dateTime");
        signer().sign_at::<operations::SignedQuote>(timestamp)
    };
    let signature = at("2006-09-09T00:02:46.0009+02:00").expect("it has a zone");
    assert_eq!(signature.texts().timestamp, "2006-09-08T22:02:46.000Z");
    let request = settings().prepare(&quote, Some(signature)).expect("it is signed");
    assert!(body(&request).contains("<q:Timestamp>2006-09-08T22:02:46.000Z</q:Timestamp>"));
    assert_eq!(at("2006-09-09T00:02:46").expect_err("it has no zone"), SignError::Clock);
}

#[test]
fn what_cannot_be_signed_is_not_built() {
    let build = |settings: Settings, symbol: &str| {
        settings
            .prepare::<operations::SignedQuote>(&Quote::new(symbol), None)
            .expect_err("it cannot be signed")
    };
    let unsigned = Settings::new("https://example.com/");
    assert!(matches!(
        build(unsigned.clone(), "A"),
        BuildError::NoSigner { operation: "SignedQuote" }
    ));
    assert!(matches!(build(settings(), ""), BuildError::NotSigned { operation: "SignedQuote" }));
    let nobody = || Err(CredentialsError::new("nobody is there"));
    let error = build(unsigned.clone().signer(Signer::new(nobody)), "A");
    assert!(matches!(error, BuildError::Sign(SignError::Credentials(_))), "{error:?}");
    let before =
        FixedClock::new(std::time::SystemTime::UNIX_EPOCH - std::time::Duration::from_secs(1));
    let early = Signer::new(Credentials::new("AKIA", "k")).with_clock(before);
    assert!(matches!(build(unsigned.signer(early), "A"), BuildError::Sign(SignError::Clock)));
}

#[test]
fn an_operation_that_is_not_signed_carries_no_signature() {
    let request = settings()
        .prepare::<operations::GetQuote>(&Quote::new("RUST"), None)
        .expect("it needs no signature");
    assert!(!body(&request).contains("AKIA"));
}
