//! The program as a newcomer runs it: every scene ends as it should, it prints the same each time,
//! and no secret.

use std::process::{Command, Output};

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
