//! What the project is made of: no `unsafe`, dependencies that each have a reason, none older than
//! its last known hole, and a generator that reaches nothing but files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::files::sources;

/// The crates of the workspace.
const CRATES: [&str; 5] = ["wsdl2rs", "runtime", "generated-example", "tests", "bench"];

/// Crates that must not be older than this, where they are used.
const FLOORS: [(&str, [u64; 3]); 9] = [
    ("bytes", [1, 11, 1]),
    ("h2", [0, 4, 16]),
    ("quick-xml", [0, 41, 0]),
    ("roxmltree", [0, 21, 2]),
    ("rustls", [0, 23, 18]),
    ("rustls-webpki", [0, 103, 13]),
    ("time", [0, 3, 47]),
    ("tracing-subscriber", [0, 3, 20]),
    ("ring", [0, 17, 12]),
];

fn read(path: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is in the workspace");
    fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The names in the tables of dependencies of a manifest.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let mut is_table = false;
    let mut names = BTreeSet::new();
    for line in manifest.lines() {
        if let Some(table) = line.strip_prefix('[') {
            is_table = table.trim_end_matches(']').ends_with("dependencies");
        } else if is_table && line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let name = line.split(['.', ' ', '=']).next().expect("a line has a beginning");
            names.insert(name.to_owned());
        }
    }
    names
}

/// The versions in the lock file, by name.
fn locked() -> BTreeMap<String, Vec<[u64; 3]>> {
    let text = read("Cargo.lock");
    let mut found: BTreeMap<String, Vec<[u64; 3]>> = BTreeMap::new();
    for package in text.split("[[package]]").skip(1) {
        let value = |key: &str| {
            let line = package.lines().find_map(|line| line.strip_prefix(key))?;
            Some(line.trim_start_matches(" = ").trim_matches('"'))
        };
        let (Some(name), Some(version)) = (value("name"), value("version")) else { continue };
        let numbers = version.split(['-', '+']).next().unwrap_or_default().split('.');
        let numbers: Vec<u64> = numbers.filter_map(|number| number.parse().ok()).collect();
        let version = numbers.try_into().unwrap_or_else(|_| panic!("{name} {version}"));
        found.entry(name.to_owned()).or_default().push(version);
    }
    found
}

#[test]
fn unsafe_code_is_forbidden() {
    assert!(read("Cargo.toml").contains("unsafe_code = \"forbid\""), "the lint is not set");
    for name in CRATES {
        let manifest = read(&format!("{name}/Cargo.toml"));
        assert!(manifest.contains("[lints]\nworkspace = true"), "{name} has its own lints");
    }
    for root in ["wsdl2rs/src/lib.rs", "runtime/src/lib.rs"] {
        assert!(read(root).contains("#![forbid(unsafe_code)]"), "{root}");
    }
    for source in
        sources(&["wsdl2rs", "runtime", "generated-example", "tests", "bench", "fuzz/targets"])
    {
        let is_code = |text: &str| {
            text.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == "unsafe")
        };
        let line = source.code().into_iter().find(|(_, text)| is_code(text));
        assert!(
            line.is_none() || source.path.contains("architecture/"),
            "{}: {line:?}",
            source.path
        );
    }
}

#[test]
fn every_dependency_has_a_reason() {
    let text = read("docs/dependencies.md");
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let explained: BTreeSet<String> = rows.map(|(name, _)| name.to_owned()).collect();
    let mut used = BTreeSet::new();
    for name in CRATES {
        used.extend(dependencies(&read(&format!("{name}/Cargo.toml"))));
    }
    used.remove("wsdl2rs");
    used.remove("wsdl2rs-runtime");
    let unexplained: Vec<_> = used.difference(&explained).collect();
    let unused: Vec<_> = explained.difference(&used).collect();
    assert!(unexplained.is_empty() && unused.is_empty(), "{unexplained:?}, not used: {unused:?}");
}

#[test]
fn nothing_is_older_than_its_last_hole() {
    let locked = locked();
    for (name, floor) in FLOORS {
        for version in locked.get(name).into_iter().flatten() {
            assert!(*version >= floor, "{name} {version:?} is older than {floor:?}");
        }
    }
    let of = |name: &str| locked.get(name).map_or(0, Vec::len);
    assert_eq!(of("roxmltree"), 1, "one reader of contracts");
    assert!(
        locked["syn"].iter().any(|version| version[0] == 3),
        "syn 3 is what prettyplease needs"
    );
}

#[test]
fn the_rules_for_dependencies_are_set() {
    let rules = read("deny.toml");
    for rule in [
        "wildcards = \"deny\"",
        "yanked = \"deny\"",
        "unknown-registry = \"deny\"",
        "crate = \"openssl\"",
    ] {
        assert!(rules.contains(rule), "{rule}");
    }
    let lock = read("Cargo.lock");
    let sources = lock.lines().filter_map(|line| line.strip_prefix("source = "));
    let sources: BTreeSet<&str> = sources.collect();
    assert!(
        sources.len() == 1 && sources.iter().all(|source| source.starts_with("\"registry+")),
        "several sources: {sources:?}"
    );
}

#[test]
fn the_generator_reaches_nothing_outside() {
    let words = ["std::net", "TcpStream", "ureq", "std::process", "Command::new", "reqwest"];
    for source in sources(&["wsdl2rs/src"]) {
        if ["wsdl2rs/src/fetch/", "wsdl2rs/src/cli/", "wsdl2rs/src/main.rs"]
            .iter()
            .any(|path| source.path.starts_with(path))
        {
            continue;
        }
        for (line, text) in source.code() {
            let word = words.iter().find(|word| text.contains(**word));
            assert!(word.is_none(), "{}:{line}: {word:?}", source.path);
        }
    }
}
