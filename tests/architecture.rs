//! The architecture as a test: who imports whom, how large files and functions are, what may do
//! input and output. It reads the sources, and reports all violations at once.

#[path = "architecture/files.rs"]
mod files;
#[path = "architecture/imports.rs"]
mod imports;
#[path = "architecture/security.rs"]
mod security;
#[path = "architecture/supply.rs"]
mod supply;

use files::{Source, sources};

/// The folders with sources of this project.
const FOLDERS: [&str; 7] = [
    "wsdl2rs/src",
    "wsdl2rs/tests",
    "runtime/src",
    "runtime/tests",
    "generated-example/src",
    "bench",
    "tests",
];

/// What each part of the generator may import from the others. `pipeline` alone names all stages.
const MAY_IMPORT: [(&str, &[&str]); 14] = [
    ("vocabulary", &[]),
    ("suggest", &[]),
    ("source", &["diagnostic", "vocabulary"]),
    ("diagnostic", &["source", "suggest"]),
    ("syntax", &["source", "vocabulary", "diagnostic", "suggest"]),
    ("model", &["syntax", "source", "vocabulary", "diagnostic", "suggest"]),
    ("ir", &["model", "source", "vocabulary", "diagnostic", "suggest"]),
    ("emit", &["ir"]),
    ("output", &["emit", "diagnostic"]),
    ("fetch", &["source", "vocabulary"]),
    ("site", &[]),
    ("config", &["diagnostic", "suggest", "source", "pipeline", "output"]),
    ("cli", &["config", "diagnostic", "fetch", "output", "pipeline", "source", "suggest"]),
    (
        "pipeline",
        &[
            "config",
            "diagnostic",
            "emit",
            "ir",
            "model",
            "output",
            "site",
            "source",
            "suggest",
            "syntax",
            "vocabulary",
        ],
    ),
];

/// The files of the generator that read or write files.
const MAY_USE_FILES: [&str; 5] = [
    "wsdl2rs/src/source/loader.rs",
    "wsdl2rs/src/output/write.rs",
    "wsdl2rs/src/output/difference.rs",
    "wsdl2rs/src/config/file.rs",
    "wsdl2rs/src/cli/",
];

/// The files that print.
const MAY_PRINT: [&str; 6] = [
    "wsdl2rs/src/cli/",
    "wsdl2rs/src/output/write.rs",
    "generated-example/src/",
    "tests/",
    "wsdl2rs/tests/",
    "runtime/tests/",
];

#[test]
fn the_sources_keep_to_the_architecture() {
    let mut violations = Vec::new();
    for source in sources(&FOLDERS) {
        check_size(&source, &mut violations);
        check_words(&source, &mut violations);
        check_imports(&source, &mut violations);
    }
    assert!(violations.is_empty(), "\n{}\n", violations.join("\n"));
}

fn check_size(source: &Source, violations: &mut Vec<String>) {
    let lines = source.lines().len();
    if lines > 400 && !source.is_generated() {
        violations.push(format!("{}:{lines}: more than 400 lines", source.path));
    }
    if !source.is_generated() && !source.text.starts_with("//! ") {
        violations.push(format!("{}:1: no module documentation", source.path));
    }
    for function in source.functions() {
        if function.length > 60 && !source.is_generated() {
            let (path, line, length) = (&source.path, function.line, function.length);
            violations.push(format!("{path}:{line}: a function of {length} lines, of at most 60"));
        }
    }
}

fn check_words(source: &Source, violations: &mut Vec<String>) {
    let may = |list: &[&str]| list.iter().any(|prefix| source.path.starts_with(prefix));
    let generator = source.path.starts_with("wsdl2rs/src/");
    let rules: [(bool, &[&str], &str); 3] = [
        (generator, &["HashMap", "HashSet"], "the generator has no order but its own"),
        (
            generator && !may(&MAY_USE_FILES),
            &["std::fs", "fs::read", "fs::write", "File::open"],
            "only the loader, the writer and the command line use files",
        ),
        (
            !may(&MAY_PRINT),
            &["println!", "print!(", "eprintln!", "dbg!"],
            "only the command line prints",
        ),
    ];
    for (line, text) in source.code() {
        for (applies, words, reason) in &rules {
            let word = words.iter().find(|word| text.contains(**word));
            if let (true, Some(word)) = (applies, word) {
                violations.push(format!("{}:{line}: `{word}`: {reason}", source.path));
            }
        }
    }
}

fn check_imports(source: &Source, violations: &mut Vec<String>) {
    let Some(part) = source.part() else { return };
    let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == part) else {
        violations.push(format!("{}:1: `{part}` is no part of the architecture", source.path));
        return;
    };
    for (line, name) in imports::of(source) {
        let imported = imports::part_of(&name);
        if imported != part && !allowed.contains(&imported) {
            violations.push(format!("{}:{line}: `{part}` imports `{imported}`", source.path));
        }
    }
}

#[test]
fn every_part_of_the_generator_is_checked() {
    let parts: std::collections::BTreeSet<String> =
        sources(&["wsdl2rs/src"]).iter().filter_map(Source::part).collect();
    let known = MAY_IMPORT.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(parts, known);
}
