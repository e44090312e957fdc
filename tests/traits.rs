//! All cases once more, with the traits of other crates that generated types can implement, by which
//! values are made by chance.

use std::collections::BTreeSet;
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
            Generated { case, text, samples: String::new() }
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

/// What the runner makes of a file for an element.
fn run(element: &str, from: &Path, to: &Path) -> Result<String, String> {
    let runner = built().runner.as_deref().ok_or("the cases do not compile")?;
    let output = Command::new(runner).arg(element).arg(from).arg(to).output();
    let output = output.map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    fs::read_to_string(to).map_err(|error| error.to_string())
}

fn through_json(case: &Case, message: &Path) -> Result<(), String> {
    let to = scratch().join("messages").join(&case.area).join(&case.rule).join(stem(message));
    let folder = to.parent().expect("it is in a folder");
    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    let written = run(&format!("{} {}", case.name(), xml::root_element(message)?), message, &to)?;
    let golden = message.with_extension("written.xml");
    let expected = if golden.exists() { &golden } else { message };
    let expected = fs::read_to_string(expected).map_err(|error| error.to_string())?;
    match xml::difference(&expected, &written) {
        None => Ok(()),
        Some(difference) => Err(format!("written\n{written}\n{difference}")),
    }
}

/// The elements of which less is promised than that a value that is written is read strictly as
/// the same value.
const EXCEPTIONS: [(&str, &str, &str); 10] = [
    ("content/mixed {urn:case}Prose", "stable", "two texts side by side are one in XML"),
    ("content/mixed_ordered {urn:case}Letter", "stable", "a text of no character is none in XML"),
    ("types/any_type {urn:case}Setting", "stable", "a text of no character is none in XML"),
    ("simple/union {urn:case}Size", "stable", "a text is that of the first member that takes it"),
    ("simple/union {urn:case}Either", "stable", "a text is that of the first member that takes it"),
    ("simple/union {urn:case}Item", "stable", "a text is that of the first member that takes it"),
    (
        "types/replaced {urn:case}Order",
        "unread",
        "the types are not generated: they say any `xsi:type`",
    ),
    ("traits/serde {urn:case}Order", "stable", "a prefix may mean something where it is written"),
    ("attributes/any {urn:case}Strict", "unread", "what is kept as XML is judged when it is read"),
    ("simple/pattern {urn:case}Prefixed", "unread", "a name gets its prefix when it is written"),
];

/// How many values there must be of each element.
const ENOUGH: usize = 20;

/// Any value of any element, as far as it can be written, is read strictly as the same value.
#[test]
fn what_is_written_is_read() {
    let mut failures = Failures::default();
    let folder = scratch().join("values");
    fs::create_dir_all(&folder).expect("the folder can be made");
    let mut used = 0;
    for Generated { case, text, .. } in generated() {
        let words = xml::words(&case.messages("ok-")).join("\n");
        for (namespace, local, _) in package::markers(text) {
            let element = format!("{} {{{namespace}}}{local}", case.name());
            let exception = EXCEPTIONS.iter().find(|(of, ..)| *of == element);
            let promise = exception.map_or("same", |(_, promise, _)| promise);
            let from = folder.join(format!("words.{promise}"));
            fs::write(&from, &words).expect("it can be written");
            match run(&element, &from, &folder.join("outcome")) {
                Ok(count) if count.parse().is_ok_and(|count: usize| count >= ENOUGH) => {}
                Ok(count) => failures.add(format!("{element}: {count} values")),
                Err(text) => failures.add(format!("{element}: {text}")),
            }
            used += usize::from(exception.is_some());
        }
    }
    assert_eq!(used, EXCEPTIONS.len(), "each exception is one of an element");
    failures.finish();
}

/// The cases, or elements of them, of which libxml2 does not accept every document, and why.
const NOT_FOR_LIBXML2: [(&str, &str); 14] = [
    ("attributes/any {urn:case}Strict", "what is kept as XML is judged when it is read"),
    ("attributes/qualified ", "the schema of the `xml` attributes is not a file of the case"),
    ("content/all_extended ", "it is XML Schema 1.1"),
    ("content/all_repeated ", "it is XML Schema 1.1"),
    ("simple/drafts ", "it is a draft"),
    ("simple/enumeration_values ", "it takes the bound of a type for one of the values"),
    ("simple/octets ", "the schemas of XOP and of media types are not files of the case"),
    ("simple/pattern {urn:case}Local", "it takes no character beyond the basic plane for a name's"),
    ("simple/pattern {urn:case}Prefixed", "a name gets its prefix when it is written"),
    ("simple/range ", "its integers have 24 digits"),
    ("traits/serde ", "`xsi:type` may name a type that the schema lacks"),
    ("types/any_type {urn:case}Setting", "`xsi:type` may name a type that the schema lacks"),
    ("types/replaced {urn:case}Order", "the type in its place is wider"),
    ("values/element_default_of_text {urn:case}Offer", "its decimals have 24 digits"),
];

/// What libxml2 says of good values.
const LIMITS_OF_LIBXML2: [&str; 9] = [
    // Numbers of more than 24 digits.
    "is not a valid value of the atomic type 'xs:decimal'",
    "is not a valid value of the atomic type 'xs:integer'",
    "is not a valid value of the atomic type 'xs:negativeInteger'",
    "is not a valid value of the atomic type 'xs:nonNegativeInteger'",
    "is not a valid value of the atomic type 'xs:nonPositiveInteger'",
    "is not a valid value of the atomic type 'xs:positiveInteger'",
    // XSD 1.0 Part 2, section 3.2.17: every text is a reference once its signs are escaped.
    "is not a valid value of the atomic type 'xs:anyURI'",
    // Entities are declared in document types, which messages must not have.
    "is not a valid value of the atomic type 'xs:ENTITY'",
    "is not a valid value of the list type 'xs:ENTITIES'",
];

/// What libxml2 says against documents of an element: nothing where it takes all of them.
fn judged(case: &Case, element: &str, words: &Path, folder: &Path) -> Result<(), String> {
    let outcome = run(element, words, &folder.join("outcome"))?;
    let mut files = Vec::new();
    for (number, text) in outcome.split('\u{1e}').enumerate() {
        let file = folder.join(format!("{number}.xml"));
        fs::write(&file, text).map_err(|error| error.to_string())?;
        files.push(file);
    }
    let schema = case.dir.join("case.xsd");
    let output = Command::new("xmllint")
        .args(["--noout", "--nonet", "--schema"])
        .arg(&schema)
        .args(&files)
        .output()
        .map_err(|error| error.to_string())?;
    let said = String::from_utf8_lossy(&output.stderr);
    let is_known = |line: &str| LIMITS_OF_LIBXML2.iter().any(|limit| line.contains(limit));
    let against = said.lines().filter(|line| line.contains(" error : ") && !is_known(line));
    let against: Vec<&str> = against.collect();
    let Some(first) = against.first() else { return Ok(()) };
    let text = fs::read_to_string(first.split(':').next().unwrap_or_default());
    Err(format!("{} against it\n{first}\n{}", against.len(), text.unwrap_or_default()))
}

/// What is written of any value is valid, as another reader of the schema has it.
#[expect(clippy::print_stderr, reason = "a test that does nothing must say so")]
#[test]
fn what_is_written_is_valid() {
    if Command::new("xmllint").arg("--version").output().is_err() {
        eprintln!("skipped: xmllint is not installed");
        return;
    }
    let mut failures = Failures::default();
    let folder = scratch().join("judged");
    fs::create_dir_all(&folder).expect("the folder can be made");
    let mut used = BTreeSet::new();
    let schemas = generated().iter().filter(|it| it.case.dir.join("case.xsd").exists());
    for Generated { case, text, .. } in schemas {
        let from = folder.join("words.texts");
        fs::write(&from, xml::words(&case.messages("ok-")).join("\n")).expect("it can be written");
        for (namespace, local, _) in package::markers(text) {
            let element = format!("{} {{{namespace}}}{local}", case.name());
            let exception = NOT_FOR_LIBXML2.iter().find(|(of, _)| element.starts_with(of));
            match (judged(case, &element, &from, &folder), exception) {
                (Ok(()), _) => {}
                (Err(_), Some((of, _))) => used.extend([*of]),
                (Err(text), None) => failures.add(format!("{element}: {text}")),
            }
        }
    }
    assert_eq!(used.len(), NOT_FOR_LIBXML2.len(), "each exception is needed");
    failures.finish();
}
