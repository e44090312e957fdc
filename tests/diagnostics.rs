//! Each finding of the generator: an input under `diagnostics/<code>/<variant>/`, and the whole
//! report in `expected.txt`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use wsdl2rs::{Config, Error, Finding, Output};
use wsdl2rs_tests::case::{file_name, folders, package_dir};
use wsdl2rs_tests::golden::Failures;

/// The folders of inputs, relative to the package, which tests have as their working directory: so
/// reports name files as a user would.
fn variants() -> Vec<(String, PathBuf)> {
    let mut found = Vec::new();
    for code in folders(&package_dir().join("diagnostics")) {
        for variant in folders(&code) {
            let (code, variant) = (file_name(&code), file_name(&variant));
            let dir = Path::new("diagnostics").join(&code).join(variant);
            found.push((code, dir));
        }
    }
    found
}

/// Generates with the options of `wsdl2rs.toml`, or else from `case.wsdl` or `case.xsd`.
fn generate(dir: &Path) -> Result<Output, Error> {
    let options = dir.join("wsdl2rs.toml");
    if options.exists() {
        return Config::from_file(options)?.generate();
    }
    let wsdl = dir.join("case.wsdl");
    Config::new(if wsdl.exists() { wsdl } else { dir.join("case.xsd") }).generate()
}

/// The report with paths relative to the folder, and the codes that it has.
fn report(dir: &Path) -> (String, BTreeSet<String>) {
    let codes = |findings: &[Finding]| findings.iter().map(|f| f.code().to_owned()).collect();
    let (text, codes) = match generate(dir) {
        Ok(output) => {
            let findings: Vec<String> = output.warnings().iter().map(Finding::to_string).collect();
            let text = format!("generated\n\n{}", findings.join("\n"));
            (text, codes(output.warnings()))
        }
        Err(error) => (error.to_string(), codes(error.findings())),
    };
    let folder = format!("{}/", dir.display()).replace('\\', "/");
    (format!("{}\n", text.replace('\\', "/").replace(&folder, "").trim_end()), codes)
}

#[test]
fn reports_are_as_expected() {
    let mut failures = Failures::default();
    for (code, dir) in variants() {
        let (text, codes) = report(&dir);
        failures.golden(&package_dir().join(&dir).join("expected.txt"), &text);
        if !codes.contains(&code) {
            failures.add(format!("{}: no finding {code}, but\n{text}", dir.display()));
        }
    }
    failures.finish();
}

/// `wsdl2rs explain CODE` shows the shortest report of a code that begins with it: the examples are
/// in the generator's package, which has no tests of this one.
#[test]
fn the_examples_of_codes_are_reports() {
    let mut shortest = std::collections::BTreeMap::<String, String>::new();
    for (code, dir) in variants() {
        let (text, _) = report(&dir);
        let start = [format!("error[{code}]"), format!("warning[{code}]")];
        let Some(at) = start.iter().find_map(|start| text.find(start)) else { continue };
        let example = text[at..].split("\n\n").next().unwrap_or_default().trim_end().to_owned();
        let known = shortest.entry(code).or_insert_with(|| example.clone());
        if example.len() < known.len() {
            *known = example;
        }
    }
    let text: String =
        shortest.iter().map(|(code, example)| format!("# {code}\n{example}\n\n")).collect();
    let mut failures = Failures::default();
    let path = package_dir().join("../wsdl2rs/src/diagnostic/explain/examples.txt");
    failures.golden(&path, text.trim_end());
    failures.finish();
}

/// The codes of the generator, as its source declares them.
fn codes() -> BTreeSet<String> {
    let path = package_dir().join("../wsdl2rs/src/diagnostic/code.rs");
    let source = fs::read_to_string(path).expect("the generator's source is in the workspace");
    let (_, declared) = source.rsplit_once("codes! {").expect("it declares codes");
    declared.lines().filter_map(code).map(str::to_owned).collect()
}

/// The code that a line declares, as in `Variant = "code", …`.
fn code(line: &str) -> Option<&str> {
    let (variant, rest) = line.trim().split_once(" = \"")?;
    let is_variant = variant.chars().all(char::is_alphanumeric);
    is_variant.then(|| rest.split('"').next()).flatten()
}

#[test]
fn every_code_has_an_input() {
    let codes = codes();
    assert!(codes.len() > 100, "the list of codes was not found");
    let shown: BTreeSet<String> = variants().into_iter().map(|(code, _)| code).collect();
    let missing: Vec<&String> = codes.difference(&shown).collect();
    assert!(missing.is_empty(), "no input shows {missing:?}");
    let unknown: Vec<&String> = shown.difference(&codes).collect();
    assert!(unknown.is_empty(), "the generator has no code {unknown:?}");
}
