//! The book says what the repository has: pieces of cases are copies, other Rust code is compiled by
//! the documentation tests of this package, and every page is linked.

use std::fs;
use std::path::{Path, PathBuf};

use wsdl2rs_tests::golden::Failures;

fn book() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/book/src")
}

/// The pages, by their paths below the book's folder.
fn pages() -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![book()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be read") {
            let path = entry.expect("it can be read").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(book()).expect("it is in the book");
            let name = name.to_str().expect("names are ASCII").replace('\\', "/");
            found.push((name, fs::read_to_string(&path).expect("a page can be read")));
        }
    }
    found.sort();
    found
}

/// A fenced block: the line before it that says anything, its language, its lines.
struct Block<'p> {
    before: &'p str,
    language: &'p str,
    lines: Vec<&'p str>,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let (mut blocks, mut before, mut open) = (Vec::new(), "", None::<Block<'_>>);
    for line in page.lines() {
        match (line.strip_prefix("```"), open.take()) {
            (Some(_), Some(block)) => {
                blocks.push(block);
                before = "";
            }
            (Some(language), None) => open = Some(Block { before, language, lines: Vec::new() }),
            (None, Some(mut block)) => {
                block.lines.push(line);
                open = Some(block);
            }
            (None, None) if !line.trim().is_empty() => before = line,
            (None, None) => {}
        }
    }
    blocks
}

/// Lines without their common indentation.
fn flush(lines: &[&str]) -> Vec<String> {
    let indentation = |line: &&str| line.len() - line.trim_start().len();
    let text = || lines.iter().filter(|line| !line.trim().is_empty());
    let common = text().map(indentation).min().unwrap_or(0);
    lines.iter().map(|line| line.get(common..).unwrap_or("").trim_end().to_owned()).collect()
}

#[test]
fn pieces_are_copies_and_other_code_is_compiled() {
    let mut failures = Failures::default();
    let mut copies = 0;
    for (name, page) in pages() {
        for block in blocks(&page) {
            let first = block.lines.first().copied().unwrap_or_default();
            let source =
                block.before.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->"));
            let Some(source) = source else {
                if block.language.contains("ignore") {
                    failures.add(format!("{name}: nothing compiles `{first}`"));
                }
                continue;
            };
            copies += 1;
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(source);
            let text = fs::read_to_string(&path).unwrap_or_default();
            let lines: Vec<&str> = text.lines().collect();
            let piece = flush(&block.lines);
            if !lines.windows(piece.len()).any(|window| flush(window) == piece) {
                failures.add(format!("{name}: `{first}` and what follows is not in {source}"));
            }
        }
    }
    failures.finish();
    assert!(copies > 20, "there are {copies} pieces of cases");
}

#[test]
fn every_page_is_linked_and_every_link_leads_to_a_page() {
    let mut failures = Failures::default();
    let pages = pages();
    let summary = fs::read_to_string(book().join("SUMMARY.md")).expect("there is a summary");
    let checked = include_str!("src/book.rs");
    for (name, page) in &pages {
        if name != "SUMMARY.md" && !summary.contains(&format!("({name})")) {
            failures.add(format!("{name} is not in SUMMARY.md"));
        }
        if page.contains("```rust\n") || page.contains("```rust,no_run") {
            let included = format!("docs/book/src/{name}\"");
            if !checked.contains(&included) {
                failures.add(format!("{name} has code that tests/src/book.rs does not compile"));
            }
        }
        for link in page.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let target = link.split('#').next().unwrap_or_default();
            let folder = book().join(name).parent().expect("it is in a folder").to_owned();
            if !target.is_empty() && !target.contains("://") && !folder.join(target).exists() {
                failures.add(format!("{name}: {link} leads nowhere"));
            }
        }
    }
    failures.finish();
}
