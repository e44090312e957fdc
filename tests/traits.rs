//! All cases once more, with the traits of other crates that generated types can implement.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use wsdl2rs::Traits;
use wsdl2rs_tests::case::{Case, stem};
use wsdl2rs_tests::golden::Failures;
use wsdl2rs_tests::package::{self, Built, Generated, Purpose};
use wsdl2rs_tests::xml;

const PURPOSE: Purpose =
    Purpose { features: &["aws-hmac", "serde"], messages: "traits.rs", programs: false };

fn generated() -> &'static [Generated] {
    static GENERATED: OnceLock<Vec<Generated>> = OnceLock::new();
    GENERATED.get_or_init(|| {
        let accepted = |case: Case| {
            let config = case.config().expect("the case can be configured");
            let text = config.implement(Traits::Serde).generate().expect("it is accepted").text();
            Generated { case, text }
        };
        Case::all().into_iter().map(accepted).collect()
    })
}

fn scratch() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("traits")
}

fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| {
        package::build(&scratch(), generated(), PURPOSE).expect("the package is built")
    })
}

#[test]
fn types_of_all_cases_implement_them() {
    assert!(built().unexpected.is_empty(), "{}", built().unexpected.join("\n"));
}

#[test]
fn what_messages_say_is_the_same_after_json() {
    let mut failures = Failures::default();
    let mut count = 0;
    for Generated { case, .. } in generated() {
        for message in case.messages("ok-") {
            count += 1;
            if let Err(text) = through_json(case, &message) {
                failures.add(format!("{}: {text}", message.display()));
            }
        }
    }
    failures.finish();
    assert!(count > 100, "there are {count} messages");
}

fn through_json(case: &Case, message: &Path) -> Result<(), String> {
    let to = scratch().join("messages").join(&case.area).join(&case.rule).join(stem(message));
    let folder = to.parent().expect("it is in a folder");
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let element = format!("{} {}", case.name(), xml::root_element(message)?);
    let runner = built().runner.as_deref().ok_or("the cases do not compile")?;
    let run = Command::new(runner).arg(element).arg(message).arg(&to).output();
    let output = run.map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let written = fs::read_to_string(&to).map_err(|error| error.to_string())?;
    let golden = message.with_extension("written.xml");
    let expected = if golden.exists() { &golden } else { message };
    let expected = fs::read_to_string(expected).map_err(|error| error.to_string())?;
    match xml::difference(&expected, &written) {
        None => Ok(()),
        Some(difference) => Err(format!("written\n{written}\n{difference}")),
    }
}
