//! `Security` headers as Apache WSS4J judges them. Where it is not installed (Debian's `libwss4j-java`
//! and a Java development kit), the test says that it was skipped.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use wsdl2rs_runtime::client::{NoDeclaredFault, NoParts, OneWay, Operation, Settings};
use wsdl2rs_runtime::security::wsse::{Security, UsernameToken};
use wsdl2rs_runtime::security::{Credentials, FixedClock};
use wsdl2rs_runtime::soap::Version;

const PASSWORD: &str = "s&cr\u{e9}t <1>";

struct Ping;

impl Operation for Ping {
    const NAME: &'static str = "Ping";
    const SOAP_ACTION: &'static str = "urn:ping";
    const VERSION: Version = Version::V11;
    type Input = NoParts;
    type Output = OneWay;
    type Fault = NoDeclaredFault;
}

struct Ping12;

impl Operation for Ping12 {
    const NAME: &'static str = "Ping";
    const SOAP_ACTION: &'static str = "urn:ping";
    const VERSION: Version = Version::V12;
    type Input = NoParts;
    type Output = OneWay;
    type Fault = NoDeclaredFault;
}

/// The libraries; none where one is missing.
fn class_path() -> Option<String> {
    let folder = Path::new("/usr/share/java");
    let names = ["wss4j.jar", "xmlsec.jar", "commons-logging.jar", "slf4j-api.jar"];
    let files: Vec<PathBuf> = names.iter().map(|name| folder.join(name)).collect();
    let all = files.iter().all(|file| file.is_file()).then_some(files)?;
    let all: Vec<_> = all.iter().map(|file| file.display().to_string()).collect();
    Some(all.join(":"))
}

/// What is sent with this header, in both versions.
fn envelopes(security: Security) -> [Vec<u8>; 2] {
    let settings = Settings::new("https://example.com/").wsse(security);
    [
        settings.prepare::<Ping>(&(), None).expect("it can be made").into_body().to_vec(),
        settings.prepare::<Ping12>(&(), None).expect("it can be made").into_body().to_vec(),
    ]
}

/// Headers and what WSS4J says of them; it tells its findings from the last to the first.
fn rows() -> Vec<(Security, &'static str)> {
    let minute = Duration::from_secs(60);
    let user = || Credentials::new("j\u{f6}rg", PASSWORD);
    let stranger = || Credentials::new("j\u{f6}rg", "guessed");
    let hour_ago = FixedClock::new(SystemTime::now() - Duration::from_secs(3_600));
    let digest = || Security::new(UsernameToken::digest(user()));
    let text = || Security::new(UsernameToken::text(user()));
    vec![
        (text(), "text of j\u{f6}rg"),
        (text().with_timestamp(minute), "text of j\u{f6}rg timestamp"),
        (Security::new(UsernameToken::text(user()).with_nonce()), "text of j\u{f6}rg"),
        (digest(), "digest of j\u{f6}rg"),
        (digest().with_timestamp(minute), "digest of j\u{f6}rg timestamp"),
        (digest().may_be_ignored(), "digest of j\u{f6}rg"),
        (Security::timestamp(minute), "timestamp"),
        // The judge can say no.
        (Security::new(UsernameToken::text(stranger())), "refused"),
        (Security::new(UsernameToken::digest(stranger())), "refused"),
        (Security::timestamp(minute).with_clock(hour_ago), "refused"),
        (digest().with_clock(hour_ago), "refused"),
        (Security::new(UsernameToken::digest_of_sha1(user())), "refused"),
        (digest().for_role("urn:someone-else"), "no header"),
    ]
}

#[expect(clippy::print_stderr, reason = "a test that does nothing must say so")]
#[test]
fn wss4j_takes_what_is_sent() {
    let has_compiler = Command::new("javac").arg("-version").output().is_ok();
    let (Some(class_path), true) = (class_path(), has_compiler) else {
        eprintln!("skipped: WSS4J or a Java development kit is not installed");
        return;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wss4j");
    fs::create_dir_all(&folder).expect("the folder can be made");
    let judge = Path::new(env!("CARGO_MANIFEST_DIR")).join("interop/wss4j/Judge.java");
    let mut command = Command::new("java");
    command.args(["-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp", &class_path]);
    command.arg(judge).arg(PASSWORD);
    let mut expected = Vec::new();
    for (index, (security, verdict)) in rows().into_iter().enumerate() {
        for (version, envelope) in envelopes(security).into_iter().enumerate() {
            let file = folder.join(format!("{index}-{version}.xml"));
            fs::write(&file, envelope).expect("the file can be written");
            command.arg(file);
            expected.push(verdict);
        }
    }
    let output = command.env("LC_ALL", "C.UTF-8").output().expect("java is beside its compiler");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let verdicts = String::from_utf8(output.stdout).expect("the judge writes UTF-8");
    let verdicts: Vec<&str> = verdicts.lines().collect();
    assert_eq!(verdicts.len(), expected.len(), "{verdicts:#?}\n{errors}");
    for (index, (verdict, expected)) in verdicts.iter().zip(expected).enumerate() {
        let fits = if expected == "refused" {
            verdict.starts_with(expected)
        } else {
            *verdict == expected
        };
        assert!(fits, "envelope {index}: {verdict}, expected {expected}");
    }
}
