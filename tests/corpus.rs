//! Every entry of the corpus that `WSDL2RS_CORPUS` names goes through the generator: what comes
//! out is Rust, or the entry is refused for a reason that `unsupported.txt` lists.

use std::fs;
use std::panic;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use wsdl2rs::{Config, Finding};
use wsdl2rs_tests::case::package_dir;
use wsdl2rs_tests::golden::Failures;

/// An entry document, and the folder of its case.
type Entry = (String, String);

/// The entries of the index: WSDL of both versions, and schemas.
fn entries(corpus: &Path) -> Vec<Entry> {
    let index = fs::read_to_string(corpus.join("INDEX.tsv")).expect("the corpus has an index");
    let entry = |row: &str| {
        let mut columns = row.split('\t');
        let (case, entry, kind) = (columns.next()?, columns.next()?, columns.next()?);
        matches!(kind, "wsdl" | "wsdl2" | "xsd").then(|| (case.to_owned(), entry.to_owned()))
    };
    index.lines().skip(1).filter_map(entry).collect()
}

/// Generates an entry: no text where it is supported, else the codes of its errors.
fn outcome(corpus: &Path, (case, entry): &Entry) -> Result<String, String> {
    let folder = corpus.join(case);
    let catalog = folder.join("catalog.tsv");
    let mut config = Config::new(folder.join(entry)).include_dir(&folder);
    if catalog.exists() {
        config = config.catalog(catalog);
    }
    match config.generate() {
        Ok(output) => match syn::parse_file(&output.text()) {
            Ok(_) => Ok(String::new()),
            Err(error) => Err(format!("the output is not Rust: {error}")),
        },
        Err(error) => {
            let errors = error.findings().iter().filter(|finding| finding.is_error());
            let mut codes: Vec<&str> = errors.map(Finding::code).collect();
            codes.sort_unstable();
            codes.dedup();
            if codes.is_empty() { Err(format!("no code: {error}")) } else { Ok(codes.join(" ")) }
        }
    }
}

/// The outcomes of all entries, in their order.
fn outcomes(corpus: &Path, entries: &[Entry]) -> Vec<Result<String, String>> {
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some((index, entry)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, entries.get(at)?)))
        {
            let outcome = panic::catch_unwind(|| outcome(corpus, entry))
                .unwrap_or_else(|_| Err("the generator panicked".to_owned()));
            found.lock().expect("no worker panics").push((index, outcome));
        }
    };
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
    });
    let mut found = found.into_inner().expect("no worker panics");
    found.sort_by_key(|(index, _)| *index);
    found.into_iter().map(|(_, outcome)| outcome).collect()
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that does nothing must say so")]
fn every_entry_is_generated_or_refused_for_a_known_reason() {
    let Some(corpus) = std::env::var_os("WSDL2RS_CORPUS") else {
        eprintln!("skipped: WSDL2RS_CORPUS names no corpus");
        return;
    };
    let corpus = Path::new(&corpus);
    let entries = entries(corpus);
    assert!(!entries.is_empty(), "the index has no entries");
    let mut failures = Failures::default();
    let mut unsupported = String::new();
    for ((case, entry), outcome) in entries.iter().zip(outcomes(corpus, &entries)) {
        match outcome {
            Ok(codes) if codes.is_empty() => {}
            Ok(codes) => unsupported.push_str(&format!("{case}/{entry}\t{codes}\n")),
            Err(error) => failures.add(format!("{case}/{entry}: {error}")),
        }
    }
    failures.golden(&package_dir().join("unsupported.txt"), &unsupported);
    failures.finish();
}
