//! The program as a newcomer runs it: every scene ends as it should, it prints the same each time,
//! and no secret.

use std::process::{Command, Output};

use generated_example::service::Server;

fn run(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_generated-example"))
        .args(args)
        .env_remove("AWS_ACCESS_KEY_ID")
        .env_remove("AWS_SECRET_ACCESS_KEY")
        .output()
        .expect("the program runs")
}

fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it prints UTF-8")
}

#[test]
fn every_scene_ends_as_it_should() {
    let output = run(&[]);
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(0), "{text}");
    let expected = [
        "ast.thumbnail(&ThumbnailRequest::new([site])).await",
        "<tns:Signature>***</tns:Signature>",
        "unknown.example exists: Some(false)",
        "rank            Some(\"17\")",
        "2005-08-03",
        "Internet        sites: Some(\"86\")",
        "awis.url_info(&UrlInfo::new([site]))\n",
        "code            Some(\"RequestExpired\")",
        "code            Some(\"AuthFailure\")",
        "Required Parameter ResponseGroup is missing",
        "HTTP status 503 Service Unavailable, text/html",
        "kind()          Sender",
        "11 scenes, and each ended as it should.",
    ];
    let mut rest = text.as_str();
    for line in expected {
        let Some(found) = rest.find(line) else { panic!("no {line:?} in\n{rest}") };
        rest = &rest[found..];
    }
    assert!(!text.contains("WRONG"), "{text}");
}

#[test]
fn what_is_printed_is_the_same_each_time_and_no_secret() {
    let text = printed(&run(&[]));
    assert_eq!(text, printed(&run(&[])));
    for secret in ["1234567890ABCDEFGHIJ", "secret of the example"] {
        assert!(!text.contains(secret), "{secret} in\n{text}");
    }
    let longest = text.lines().map(|line| line.chars().count()).max();
    assert!(longest <= Some(100), "a line of {longest:?} characters");
}

#[test]
fn a_service_elsewhere_is_called_by_its_address() {
    let server = Server::demo().expect("there is a loopback interface");
    let account = server.credentials();
    let run = |endpoints: &[&str], secret_key: &str| {
        let output = Command::new(env!("CARGO_BIN_EXE_generated-example"))
            .arg("--endpoint")
            .args(endpoints)
            .env("AWS_ACCESS_KEY_ID", account.key_id())
            .env("AWS_SECRET_ACCESS_KEY", secret_key)
            .output()
            .expect("the program runs");
        (output.status.code(), printed(&output))
    };
    let (ast, awis) = (format!("ast={}", server.ast()), format!("awis={}", server.awis()));
    let key = account.secret_key().expose();
    let rows: [(&[&str], &str, i32, &str); 4] = [
        (&[&ast, &awis], key, 0, "6 scenes, and each"),
        (&[&ast], key, 0, "2 scenes, and each"),
        (&[&awis], "another key", 1, "AuthFailure"),
        // Not even tried: whoever is on the way could use the signature.
        (&["ast=http://192.0.2.1/"], key, 1, "plain http would show the client's credentials"),
    ];
    for (endpoints, secret_key, code, text) in rows {
        let (found, printed) = run(endpoints, secret_key);
        assert_eq!(found, Some(code), "{endpoints:?}: {printed}");
        assert!(printed.contains(text), "{endpoints:?}: {printed}");
    }
}

#[test]
fn a_wrong_command_line_is_refused() {
    let rows: [(&[&str], i32, &str); 4] = [
        (&["--endpoint", "http://127.0.0.1/"], 2, "--endpoint takes ast=URL or awis=URL"),
        (&["--secret", "x"], 2, "--secret"),
        (&["--endpoint", "ast=http://127.0.0.1/"], 1, "AWS_ACCESS_KEY_ID is not set"),
        (
            &["--endpoint", "ast=http://127.0.0.1/", "--credentials", "no/such/file"],
            1,
            "no/such/file",
        ),
    ];
    for (args, code, text) in rows {
        let output = run(args);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {errors}");
        assert!(errors.contains(text), "{args:?}: {errors}");
    }
}
