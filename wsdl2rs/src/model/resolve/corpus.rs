//! Resolves every entry of the corpus that `WSDL2RS_CORPUS` names, and every schema of the W3C test
//! suite that `WSDL2RS_XSTS` names. Nothing may panic; what is refused is printed with its code.
#![expect(clippy::disallowed_methods, reason = "a test reads the corpus")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, panic};

use super::resolve;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity};
use crate::source::{Catalog, FileLoader, Limits, SourceMap};
use crate::syntax::{Input, load};

/// The table of a folder's `name.tsv`, row by row, by the names of its columns.
fn table(path: &Path) -> Vec<BTreeMap<String, String>> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let mut lines = text.lines().map(|line| line.split('\t'));
    let Some(names) = lines.next() else { return Vec::new() };
    let names: Vec<String> = names.map(str::to_owned).collect();
    lines.map(|row| names.iter().cloned().zip(row.map(str::to_owned)).collect()).collect()
}

/// What became of one entry.
struct Outcome {
    /// Errors of reading, as lines to print; nothing was resolved then.
    unread: Vec<String>,
    /// The codes of the warnings of reading.
    warned: Vec<&'static str>,
    /// Findings of resolving, as code, weight and line to print.
    findings: Vec<(&'static str, Severity, String)>,
    /// How long resolving took.
    time: Duration,
}

fn print(sources: &SourceMap, finding: &Diagnostic) -> String {
    let id = finding.code.id();
    let place = match &finding.primary.place {
        Place::Document(span) => {
            let position = sources.position(*span);
            let uri = Path::new(sources.uri(span.source)).file_name().unwrap_or_default();
            format!("{}:{}:{}", uri.to_string_lossy(), position.line, position.column)
        }
        Place::Option(_) => String::new(),
    };
    format!("{id}\t{place}\t{} ({})", finding.message, finding.primary.text)
}

fn run(folder: &Path, entries: &[String]) -> Outcome {
    let entries: Vec<String> =
        entries.iter().map(|entry| folder.join(entry).to_string_lossy().into_owned()).collect();
    let root = folder.to_string_lossy().into_owned();
    let catalog = fs::read_to_string(folder.join("catalog.tsv")).unwrap_or_default();
    let catalog = Catalog::parse(&catalog, &root).expect("catalogs are valid");
    let loader = FileLoader::new(&entries, &[root]);
    let mut sources = SourceMap::default();
    let mut reading = Diagnostics::default();
    let limits = Limits::default();
    let input = Input { entries: &entries, loader: &loader, catalog: &catalog, limits: &limits };
    let documents = load(&input, &mut sources, &mut reading);
    let reading: Vec<Diagnostic> =
        reading.finish().into_iter().map(|found| found.diagnostic).collect();
    let is_error = |finding: &&Diagnostic| finding.severity == Severity::Error;
    let unread: Vec<String> =
        reading.iter().filter(is_error).map(|found| print(&sources, found)).collect();
    let warned = reading.iter().map(|found| found.code.id()).collect();
    let mut resolving = Diagnostics::default();
    let start = Instant::now();
    if unread.is_empty() {
        resolve(&documents, &mut resolving);
    }
    let time = start.elapsed();
    let found = resolving.finish().into_iter().map(|found| found.diagnostic);
    let findings =
        found.map(|found| (found.code.id(), found.severity, print(&sources, &found))).collect();
    Outcome { unread, warned, findings, time }
}

/// What became of an entry; none where it panicked.
fn caught(folder: &Path, entries: &[String]) -> Option<Outcome> {
    panic::catch_unwind(|| run(folder, entries)).ok()
}

#[test]
#[allow(clippy::print_stderr, reason = "the report of a run over foreign documents")]
fn the_corpus_resolves_or_is_refused_for_a_reason() {
    let Some(corpus) = env::var_os("WSDL2RS_CORPUS").map(PathBuf::from) else {
        eprintln!("skipped: WSDL2RS_CORPUS names no corpus");
        return;
    };
    let mut counts: BTreeMap<(&str, &str, String), usize> = BTreeMap::new();
    let mut panics = Vec::new();
    for row in table(&corpus.join("INDEX.tsv")) {
        if row["kind"] != "wsdl" && row["kind"] != "xsd" {
            continue;
        }
        let name = format!("{}/{}", row["case"], row["entry"]);
        let Some(outcome) = caught(&corpus.join(&row["case"]), &[row["entry"].clone()]) else {
            panics.push(name);
            continue;
        };
        let tools: Vec<&str> = ["lxml_xsd", "zeep", "xmlschema"]
            .into_iter()
            .map(|tool| row[tool].split(' ').next().unwrap_or(""))
            .collect();
        let who = format!("{name}\t{}\t{}", row["class"], tools.join(","));
        for line in &outcome.unread {
            eprintln!("UNREAD\t{who}\t{line}");
        }
        for (code, severity, line) in &outcome.findings {
            eprintln!("{severity:?}\t{who}\t{line}");
            let weight = match severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "note",
            };
            *counts.entry((weight, code, row["class"].clone())).or_default() += 1;
        }
        if outcome.time > Duration::from_millis(20) {
            eprintln!("TIME\t{name}\t{:?}", outcome.time);
        }
    }
    for ((weight, code, class), count) in counts {
        eprintln!("COUNT\t{weight}\t{code}\t{class}\t{count}");
    }
    assert!(panics.is_empty(), "these panic: {panics:?}");
}

#[test]
#[allow(clippy::print_stderr, reason = "the report of a run over foreign documents")]
fn the_test_suite_is_judged_as_it_says() {
    let Some(suite) = env::var_os("WSDL2RS_XSTS").map(PathBuf::from) else {
        eprintln!("skipped: WSDL2RS_XSTS names no unpacked test suite");
        return;
    };
    let mut counts: BTreeMap<(String, bool), usize> = BTreeMap::new();
    let mut panics = Vec::new();
    for row in table(&suite.join("catalogue.tsv")) {
        if row["kind"] != "schema" {
            continue;
        }
        let entries: Vec<String> = row["documents"].split(' ').map(str::to_owned).collect();
        let name = format!("{}/{}", row["testset"], row["test"]);
        let Some(outcome) = caught(&suite, &entries) else {
            panics.push(name);
            continue;
        };
        let errors = outcome.findings.iter().filter(|(_, weight, _)| *weight == Severity::Error);
        let errors: Vec<&String> =
            outcome.unread.iter().chain(errors.map(|(.., line)| line)).collect();
        let is_refused = !errors.is_empty();
        let expected = &row["expected"];
        *counts.entry((expected.clone(), is_refused)).or_default() += 1;
        match errors.first() {
            Some(first) if expected == "valid" => eprintln!("WRONG-REFUSAL\t{name}\t{first}"),
            None if expected == "invalid" => {
                let found = outcome.findings.iter().map(|(code, ..)| *code);
                let warnings: Vec<&str> = outcome.warned.iter().copied().chain(found).collect();
                eprintln!("WRONG-ACCEPT\t{name}\t{}\t{}", row["documents"], warnings.join(" "));
            }
            _ => {}
        }
        if outcome.time > Duration::from_millis(50) {
            eprintln!("TIME\t{name}\t{:?}", outcome.time);
        }
    }
    for ((expected, is_refused), count) in counts {
        eprintln!("COUNT\texpected {expected}\trefused {is_refused}\t{count}");
    }
    assert!(panics.is_empty(), "these panic: {panics:?}");
}
