//! Reads every entry of the corpus that `WSDL2RS_CORPUS` names: what is refused is listed, by code.

use std::path::Path;
use std::{env, fs};

use super::{Input, load};
use crate::diagnostic::{Diagnostics, Severity};
use crate::source::{Catalog, FileLoader, Limits, SourceMap};

#[test]
#[allow(clippy::print_stderr)]
fn every_entry_is_read_or_refused_for_a_reason() {
    let Some(corpus) = env::var_os("WSDL2RS_CORPUS") else {
        eprintln!("skipped: WSDL2RS_CORPUS names no corpus");
        return;
    };
    let corpus = Path::new(&corpus);
    let index = fs::read_to_string(corpus.join("INDEX.tsv")).expect("the corpus has an index");
    for row in index.lines().skip(1) {
        let mut columns = row.split('\t');
        let (case, entry) = (columns.next().unwrap_or(""), columns.next().unwrap_or(""));
        let kind = columns.next().unwrap_or("");
        if kind == "xsts" {
            continue;
        }
        let folder = corpus.join(case);
        let path = folder.join(entry).to_string_lossy().into_owned();
        let dir = folder.to_string_lossy().into_owned();
        let catalog = fs::read_to_string(folder.join("catalog.tsv")).unwrap_or_default();
        let catalog = Catalog::parse(&catalog, &dir).expect("catalogs are valid");
        let entries = [path];
        let loader = FileLoader::new(&entries, &[dir]);
        let mut sources = SourceMap::default();
        let mut diagnostics = Diagnostics::default();
        let limits = Limits::default();
        let input =
            Input { entries: &entries, loader: &loader, catalog: &catalog, limits: &limits };
        let documents = load(&input, &mut sources, &mut diagnostics);
        eprintln!(
            "DOC\t{case}/{entry}\t{}\t{}\t{}",
            documents.definitions.len(),
            documents.schemas.len(),
            sources.len()
        );
        for finding in diagnostics.findings() {
            let p = sources.position(finding.primary.span);
            let level = match finding.severity {
                Severity::Error => "E",
                Severity::Warning => "W",
                Severity::Note => "N",
            };
            eprintln!(
                "{level}\t{}\t{}\t{case}/{entry}\t{}:{}:{}",
                finding.code.id(),
                finding.message,
                sources.uri(finding.primary.span.source),
                p.line,
                p.column
            );
        }
    }
}
