//! Each example runs, without a network, and prints what it is about. `cargo test` has built them;
//! `mock` is a unit test, and run as one.

use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The folder beside that of this test.
fn folder() -> PathBuf {
    let test = env::current_exe().expect("a test knows its file");
    let deps = test.parent().expect("it is in a folder");
    deps.parent().expect("that is in the folder of the profile").join("examples")
}

#[test]
fn examples_run() {
    let rows: [(&str, &[&str]); 4] = [
        ("thumbnail", &["http://thumbnails.example/alexa.com/Large.jpg"]),
        ("urlinfo", &["amazon.com: number 17", "unknown.example: not known", "503"]),
        ("blocking", &["www.amazon.com: http://thumbnails.example/amazon.com/Large.jpg"]),
        ("own_transport", &["http://thumbnails.example/alexa.com/Large.jpg"]),
    ];
    for (name, expected) in rows {
        let program = folder().join(format!("{name}{}", env::consts::EXE_SUFFIX));
        let output = Command::new(&program).output().unwrap_or_else(|error| {
            panic!(
                "{}: {error}; `cargo test` builds the examples, `--test` does not",
                program.display()
            )
        });
        let printed = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        for text in expected {
            assert!(printed.contains(text), "{name} does not print {text}:\n{printed}");
        }
    }
}
