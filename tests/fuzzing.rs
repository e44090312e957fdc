//! What fuzzing starts from and what it found, run once each; and for a short time, variations of
//! them. `fuzz/` has the programs that look for more.

use std::fs;
use std::path::{Path, PathBuf};

use wsdl2rs_tests::case::package_dir;
use wsdl2rs_tests::fuzz::{TARGETS, Target};
use wsdl2rs_tests::golden::Failures;

/// The files of a target: `inputs/TARGET`, those that were found and those to start from.
fn inputs(name: &str) -> Vec<PathBuf> {
    let folder = package_dir().join("inputs").join(name);
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
    let mut files: Vec<PathBuf> =
        entries.map(|entry| entry.expect("the folder can be read").path()).collect();
    files.sort();
    files
}

fn run(target: Target, data: &[u8]) -> bool {
    std::panic::catch_unwind(|| target(data)).is_ok()
}

#[test]
fn inputs_do_no_harm() {
    let mut failures = Failures::default();
    for (name, target) in TARGETS {
        let files = inputs(name);
        assert!(!files.is_empty(), "{name} has no inputs");
        for file in files {
            let data = fs::read(&file).expect("the file can be read");
            if !run(target, &data) {
                failures.add(format!("{name}: {}", file.display()));
            }
        }
    }
    failures.finish();
}

/// Every input with each of its first bytes changed, cut, and doubled.
#[test]
fn inputs_cut_and_changed_do_no_harm() {
    let mut failures = Failures::default();
    for (name, target) in TARGETS {
        for file in inputs(name) {
            let data = fs::read(&file).expect("the file can be read");
            for variation in variations(&data) {
                if !run(target, &variation) {
                    let text = String::from_utf8_lossy(&variation);
                    failures.add(format!("{name}: {}: {text:?}", shown(&file)));
                }
            }
        }
    }
    failures.finish();
}

fn shown(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// At most 48 variations of an input, the same each time.
fn variations(data: &[u8]) -> Vec<Vec<u8>> {
    let step = (data.len() / 16).max(1);
    let mut variations = Vec::new();
    for at in (0..data.len()).step_by(step).take(16) {
        let (before, after) = data.split_at(at);
        variations.push(before.to_vec());
        variations.push([before, &after[1..]].concat());
        variations.push([before, b"<", &after[1..]].concat());
    }
    variations
}
