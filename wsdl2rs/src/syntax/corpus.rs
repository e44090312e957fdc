//! Reads every entry of the corpus that `WSDL2RS_CORPUS` names, and compares what is refused with
//! the list `corpus_refused.txt`; `UPDATE=1` writes the list anew.
#![expect(clippy::disallowed_methods, reason = "a test reads the corpus")]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

use super::{Input, load};
use crate::diagnostic::{Diagnostics, Severity};
use crate::source::{Catalog, FileLoader, Limits, SourceMap};

/// The codes of the errors in an entry's documents.
fn refusals(folder: &Path, entry: &str) -> BTreeSet<&'static str> {
    let entries = [folder.join(entry).to_string_lossy().into_owned()];
    let root = folder.to_string_lossy().into_owned();
    let catalog = fs::read_to_string(folder.join("catalog.tsv")).unwrap_or_default();
    let catalog = Catalog::parse(&catalog, &root).expect("catalogs are valid");
    let loader = FileLoader::new(&entries, &[root]);
    let limits = Limits::default();
    let input = Input { entries: &entries, loader: &loader, catalog: &catalog, limits: &limits };
    let (mut sources, mut diagnostics) = (SourceMap::default(), Diagnostics::default());
    load(&input, &mut sources, &mut diagnostics);
    let found = diagnostics.finish().into_iter().map(|collected| collected.diagnostic);
    found.filter(|found| found.severity == Severity::Error).map(|found| found.code.id()).collect()
}

#[test]
#[allow(clippy::print_stderr)]
fn every_entry_is_read_or_refused_for_a_known_reason() {
    let Some(corpus) = env::var_os("WSDL2RS_CORPUS") else {
        eprintln!("skipped: WSDL2RS_CORPUS names no corpus");
        return;
    };
    let corpus = Path::new(&corpus);
    let index = fs::read_to_string(corpus.join("INDEX.tsv")).expect("the corpus has an index");
    let mut refused = String::new();
    for row in index.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let [case, entry, kind, ..] = columns[..] else { continue };
        if kind == "xsts" {
            continue;
        }
        let codes: Vec<&str> = refusals(&corpus.join(case), entry).into_iter().collect();
        if !codes.is_empty() {
            writeln!(refused, "{case}/{entry}\t{}", codes.join(" ")).expect("a string grows");
        }
    }
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/syntax/corpus_refused.txt");
    if env::var_os("UPDATE").is_some() {
        fs::write(&list, &refused).expect("the list can be written");
    }
    let expected = fs::read_to_string(&list).expect("the list can be read");
    let (found, listed): (BTreeSet<&str>, BTreeSet<&str>) =
        (refused.lines().collect(), expected.lines().collect());
    let new: Vec<_> = found.difference(&listed).collect();
    let stale: Vec<_> = listed.difference(&found).collect();
    assert!(new.is_empty() && stale.is_empty(), "not listed: {new:#?}\nstale: {stale:#?}");
}
