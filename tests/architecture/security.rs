//! `docs/security.md` names tests that exist, and has a row for every limit.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is in the workspace")
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The rows of the tables, each by its cells.
fn rows() -> Vec<Vec<String>> {
    let text = read("docs/security.md");
    let rows = text.lines().filter(|line| line.starts_with("| ") && line.contains('`'));
    let cells =
        |row: &str| row.trim_matches('|').split(" | ").map(|c| c.trim().to_owned()).collect();
    rows.map(cells).collect()
}

/// What stands between backticks.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn every_rule_has_its_tests() {
    let mut missing = Vec::new();
    for row in rows() {
        let tests: Vec<&str> = quoted(row.last().expect("a row has cells")).collect();
        assert!(!tests.is_empty(), "{row:?} names no test");
        for test in tests {
            let exists = match test.split_once('#') {
                Some((file, name)) => is_test(file, name),
                None => root().join(test).is_dir(),
            };
            if !exists {
                missing.push(test.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "these do not exist:\n{}", missing.join("\n"));
}

/// Whether the file, or one of its modules beside it, has this test.
fn is_test(file: &str, name: &str) -> bool {
    let folder = file.trim_end_matches(".rs");
    let modules = fs::read_dir(root().join(folder)).into_iter().flatten().flatten();
    let modules = modules.map(|entry| entry.path()).filter(|path| path.is_file());
    std::iter::once(root().join(file)).chain(modules).any(|path| {
        let text = fs::read_to_string(path).unwrap_or_default();
        let call = format!("fn {name}(");
        // The attribute stands above, behind others at most.
        text.split(&call).next().filter(|before| before.len() < text.len()).is_some_and(|before| {
            let above = before.rsplit("\n\n").next().unwrap_or_default();
            above.contains("#[test]") || above.contains("proptest!")
        })
    })
}

#[test]
fn rules_are_numbered() {
    let numbers: Vec<usize> =
        rows().iter().filter_map(|row| row.first()?.trim().parse().ok()).collect();
    assert_eq!(numbers, (1..=51).collect::<Vec<_>>());
}

#[test]
fn every_limit_has_its_tests() {
    let rows = rows();
    let named: BTreeSet<&str> = rows.iter().filter_map(|row| quoted(&row[0]).next()).collect();
    for path in ["runtime/src/limits.rs", "wsdl2rs/src/source/limits.rs"] {
        let text = read(path);
        let text = text.split("impl Default").next().unwrap_or_default();
        let fields = text.lines().filter_map(|line| {
            let line = line.trim().trim_start_matches("pub(crate) ").trim_start_matches("pub ");
            line.strip_suffix(',')?.split_once(": ")
        });
        let fields: Vec<&str> = fields.map(|(name, _)| name).collect();
        assert!(fields.len() > 5, "{path}: {fields:?}");
        for field in fields {
            assert!(named.contains(field), "{path}: `{field}` has no row");
        }
    }
}
