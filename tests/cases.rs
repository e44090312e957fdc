//! The mapping from schema to Rust, case by case: the generated code is the golden, compiles
//! without a warning, reads and writes the messages, and lets through only what the contract
//! allows.

#[path = "runner/samples.rs"]
mod samples;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use wsdl2rs_tests::case::{Case, Program, package_dir, stem};
use wsdl2rs_tests::golden::{Failures, is_update};
use wsdl2rs_tests::package::{self, Built, Generated, Purpose, headlines, target};
use wsdl2rs_tests::xml;

/// The cases that the generator accepts; the test of the goldens tells of the others.
fn generated() -> &'static [Generated] {
    static GENERATED: OnceLock<Vec<Generated>> = OnceLock::new();
    GENERATED.get_or_init(|| {
        let accepted = |case: Case| {
            let text = case.generate().ok()?.text();
            let samples = samples::program(&case);
            Some(Generated { case, text, samples })
        };
        Case::all().into_iter().filter_map(accepted).collect()
    })
}

const PURPOSE: Purpose = Purpose {
    features: &["aws-hmac", "serde", "test-util"],
    messages: "messages.rs",
    programs: true,
};

fn scratch() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("cases")
}

fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(|| {
        package::build(&scratch(), generated(), PURPOSE).expect("the package is built")
    })
}

#[test]
fn the_generated_code_is_the_golden() {
    let mut failures = Failures::default();
    for case in Case::all() {
        match (case.generate(), case.golden()) {
            (Ok(output), Some(golden)) => failures.golden(&golden, &output.text()),
            (Ok(_), None) => {}
            (Err(error), _) => failures.add(format!("{}: {error}", case.name())),
        }
    }
    failures.finish();
}

#[test]
fn goldens_and_passing_programs_compile_without_a_warning() {
    assert!(built().unexpected.is_empty(), "{}", built().unexpected.join("\n"));
}

#[test]
fn passing_programs_run() {
    assert!(built().runner.is_some(), "the cases do not compile");
    let mut failures = Failures::default();
    for Generated { case, .. } in generated() {
        for program in case.programs("pass") {
            if let Err(text) = run(&[&target(case, &program)]) {
                failures.add(format!("{}/{}: {text}", case.name(), program.name));
            }
        }
    }
    failures.finish();
}

#[test]
fn samples_are_read_strictly_and_are_what_their_expressions_make() {
    assert!(built().runner.is_some(), "the cases do not compile");
    let mut failures = Failures::default();
    for Generated { case, .. } in generated() {
        if let Err(text) = run(&[&format!("{}_{}_samples", case.area, case.rule)]) {
            failures.add(format!("{}: {text}", case.name()));
        }
    }
    failures.finish();
}

#[test]
fn programs_that_break_the_contract_do_not_compile() {
    assert!(built().runner.is_some(), "the cases do not compile");
    let mut failures = Failures::default();
    for Generated { case, .. } in generated() {
        for program in case.programs("fail-") {
            does_not_compile(case, &program, &mut failures);
        }
    }
    failures.finish();
}

fn does_not_compile(case: &Case, program: &Program, failures: &mut Failures) {
    let target = target(case, program);
    let name = format!("{}/{}", case.name(), program.name);
    if built().compiled.contains(&target) {
        return failures.add(format!("{name}: it compiles"));
    }
    match built().errors.get(&target) {
        None => failures.add(format!("{name}: the compiler says nothing of it")),
        Some(errors) => errors_are(&program.path.with_extension("stderr"), errors, failures),
    }
}

/// Compares the compiler's errors with their golden. Releases of the compiler word them
/// differently: the whole text is compared with the release of the goldens, and with others the
/// first line of each error, which has its code.
fn errors_are(golden: &Path, errors: &[String], failures: &mut Failures) {
    let text = errors.join("\n");
    if is_release_of_the_goldens() || is_update() {
        return failures.golden(golden, &text);
    }
    let expected = fs::read_to_string(golden).unwrap_or_default();
    let (expected, found) = (headlines(&expected), headlines(&text));
    if expected != found {
        failures.add(format!("{}: expected\n{expected}found\n{found}", golden.display()));
    }
}

/// Whether the compiler is the one whose messages are the goldens.
fn is_release_of_the_goldens() -> bool {
    let path = package_dir().join("cases/compiler.txt");
    let compiler = package::compiler().expect("the compiler says what it is");
    if is_update() {
        fs::write(&path, format!("{compiler}\n")).expect("the release can be written");
    }
    fs::read_to_string(&path).is_ok_and(|known| known.trim() == compiler)
}

#[test]
fn messages_are_read_and_written() {
    assert!(built().runner.is_some(), "the cases do not compile");
    let mut failures = Failures::default();
    for Generated { case, .. } in generated() {
        for message in case.messages("ok-") {
            good_message(case, &message, &mut failures);
        }
        for message in case.messages("bad-") {
            bad_message(case, &message, &mut failures);
        }
    }
    failures.finish();
}

/// A message that the schema allows is read, strictly and not, and what is written says the same.
fn good_message(case: &Case, message: &Path, failures: &mut Failures) {
    let (strict, tolerant) = match outcomes(case, message) {
        Ok(outcomes) => outcomes,
        Err(text) => return failures.add(format!("{}: {text}", message.display())),
    };
    if strict != tolerant {
        failures.add(format!("{}: strict\n{strict}\ntolerant\n{tolerant}", message.display()));
    }
    let Some(written) = strict.strip_prefix("read\n") else {
        return failures.add(format!("{}: {strict}", message.display()));
    };
    let golden = message.with_extension("written.xml");
    let expected = if golden.exists() { &golden } else { message };
    let expected = fs::read_to_string(expected).expect("a message can be read");
    if let Some(difference) = xml::difference(&expected, written) {
        failures.add(format!("{}: written\n{written}\n{difference}", message.display()));
    }
}

/// A message that the schema forbids: the error is the golden. What tolerant reading makes of it
/// is a golden of its own where it is something else.
fn bad_message(case: &Case, message: &Path, failures: &mut Failures) {
    let (strict, tolerant) = match outcomes(case, message) {
        Ok(outcomes) => outcomes,
        Err(text) => return failures.add(format!("{}: {text}", message.display())),
    };
    if !strict.starts_with("error: ") {
        failures.add(format!("{}: {strict}", message.display()));
    }
    failures.golden(&message.with_extension("txt"), &strict);
    let differs = (tolerant != strict).then_some(tolerant.as_str());
    failures.optional_golden(&message.with_extension("tolerant.txt"), differs);
}

/// What strict and tolerant reading make of a message.
fn outcomes(case: &Case, message: &Path) -> Result<(String, String), String> {
    let to = scratch().join("messages").join(&case.area).join(&case.rule).join(stem(message));
    fs::create_dir_all(to.parent().expect("it is in a folder"))
        .map_err(|error| error.to_string())?;
    let element = format!("{} {}", case.name(), xml::root_element(message)?);
    run(&[&element, &message.to_string_lossy(), &to.to_string_lossy()])?;
    let read = |extension: &str| {
        fs::read_to_string(to.with_extension(extension)).map_err(|error| error.to_string())
    };
    Ok((read("strict")?, read("tolerant")?))
}

/// Runs the runner.
fn run(arguments: &[&str]) -> Result<(), String> {
    let runner = built().runner.as_deref().ok_or("the cases do not compile")?;
    let output =
        Command::new(runner).args(arguments).output().map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(());
    }
    Err(String::from_utf8_lossy(&output.stderr).into_owned())
}
