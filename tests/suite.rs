//! A sample of the W3C XML Schema test suite: schemas that it calls valid generate and compile, the
//! others are refused; instances are read strictly, or refused, as it says. What comes out
//! otherwise is listed in `suite.txt`.
//!
//! `WSDL2RS_XSTS` names the suite's folder, with the catalogue in it. `WSDL2RS_XSTS_SAMPLE` is the
//! number of groups (200 by default, `all` for all), `WSDL2RS_XSTS_SEED` chooses them, and
//! `WSDL2RS_XSTS_WORK` is a folder in which the outcome of every batch is kept, so that a run that
//! was stopped goes on.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use wsdl2rs_tests::case::package_dir;
use wsdl2rs_tests::golden::{Failures, is_update};
use wsdl2rs_tests::suite::{Group, groups, judge, sample};

/// How many schemas are built at once.
const BATCH: usize = 50;

#[test]
#[expect(clippy::print_stderr, reason = "a test that does nothing must say so")]
fn a_sample_of_the_suite_comes_out_as_it_says() {
    let Some(suite) = env::var_os("WSDL2RS_XSTS").map(PathBuf::from) else {
        eprintln!("skipped: WSDL2RS_XSTS names no suite");
        return;
    };
    let count = match env::var("WSDL2RS_XSTS_SAMPLE").as_deref() {
        Ok("all") => usize::MAX,
        Ok(count) => count.parse().expect("the sample is a number or `all`"),
        Err(_) => 200,
    };
    let seed = env::var("WSDL2RS_XSTS_SEED").map_or(1, |seed| seed.parse().expect("a number"));
    let all = groups(&suite.join("catalogue.tsv")).expect("the suite has a catalogue");
    let chosen = sample(all, count, seed);
    assert!(!chosen.is_empty(), "the catalogue has no groups");
    let kept = env::var_os("WSDL2RS_XSTS_WORK").map(PathBuf::from);
    let work = kept.unwrap_or_else(|| {
        let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("suite");
        let _ = fs::remove_dir_all(scratch.join("batches"));
        scratch
    });
    let mut wrong = BTreeMap::new();
    for (number, batch) in chosen.chunks(BATCH).enumerate() {
        let file = work.join(format!("batches/{seed}-{count}-{number}.tsv"));
        wrong.extend(outcome(&suite, &work, &file, batch));
    }
    compare(&chosen, &wrong);
}

/// What came out otherwise in a batch, by test; kept in a file.
fn outcome(suite: &Path, work: &Path, file: &Path, batch: &[Group]) -> Vec<(String, String)> {
    if let Ok(text) = fs::read_to_string(file) {
        let row = |row: &str| row.split_once('\t').map(|(test, what)| (test.into(), what.into()));
        return text.lines().filter_map(row).collect();
    }
    let wrong = judge(suite, work, batch).expect("a batch is written and built");
    let rows = wrong.iter().map(|(test, what)| format!("{test}\t{}\n", what.replace('\n', " ")));
    fs::create_dir_all(file.parent().expect("it is in a folder")).expect("a folder can be made");
    fs::write(file, rows.collect::<String>()).expect("the outcome can be kept");
    wrong
}

/// Compares what came out otherwise with the list, as far as it was tried.
fn compare(chosen: &[Group], wrong: &BTreeMap<String, String>) {
    let path = package_dir().join("suite.txt");
    let text = fs::read_to_string(&path).unwrap_or_default();
    let listed: BTreeSet<&str> = text.lines().collect();
    let tried: BTreeSet<String> = chosen
        .iter()
        .flat_map(|group| {
            let tests = group.instances.iter().chain([&group.schema]);
            tests.map(|test| format!("{} {}", group.name, test.name))
        })
        .collect();
    if is_update() {
        let others = listed.iter().filter(|test| !tried.contains(**test)).map(|test| &**test);
        let now: BTreeSet<&str> = others.chain(wrong.keys().map(String::as_str)).collect();
        let lines: String = now.iter().map(|test| format!("{test}\n")).collect();
        return fs::write(path, lines).expect("the list can be written");
    }
    let mut failures = Failures::default();
    for (test, what) in wrong.iter().filter(|(test, _)| !listed.contains(test.as_str())) {
        failures.add(format!("{test}: {what}"));
    }
    for test in listed.iter().filter(|test| tried.contains(**test)) {
        if !wrong.contains_key(*test) {
            failures.add(format!("{test}: comes out as the suite says, and is still listed"));
        }
    }
    failures.finish();
}
