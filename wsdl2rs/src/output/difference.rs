//! What was written before, compared with what would be written.
#![expect(clippy::disallowed_methods, reason = "what was written before is read here")]

use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use similar::{Algorithm, TextDiff};

use super::{File, write};
use crate::Error;

/// How many lines of a difference are shown.
const SHOWN_LINES: usize = 200;

/// Compares the file at `path` with `text`.
pub(super) fn of_file(path: &Path, text: &str) -> Result<(), Error> {
    let before = read(path)?;
    if before == text {
        return Ok(());
    }
    let name = path.display().to_string();
    Err(Error::differs(path, shortened(&diff(&name, &before, text))))
}

/// Compares the files below `folder` with `files`.
pub(super) fn of_folder(folder: &Path, files: &[File]) -> Result<(), Error> {
    let mut difference = String::new();
    for file in files {
        let path = folder.join(file.name());
        let before = read(&path)?;
        if before != file.text() {
            difference.push_str(&diff(&path.display().to_string(), &before, file.text()));
        }
    }
    for path in write::left_over(folder, files)? {
        let path = path.display();
        writeln!(difference, "{path} would be removed").expect("a string takes what is written");
    }
    if difference.is_empty() { Ok(()) } else { Err(Error::differs(folder, shortened(&difference))) }
}

/// The text of a file, its line ends `\n`; empty where there is none.
fn read(path: &Path) -> Result<String, Error> {
    match fs::read(path) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).replace("\r\n", "\n")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(Error::io("read", path, error)),
    }
}

fn diff(name: &str, before: &str, after: &str) -> String {
    let diff = TextDiff::configure()
        .algorithm(Algorithm::Histogram)
        .timeout(Duration::from_secs(2))
        .diff_lines(before, after);
    diff.unified_diff().header(name, &format!("{name} (generated)")).to_string()
}

/// The first lines of a difference, and how many there are.
fn shortened(difference: &str) -> String {
    let lines = difference.lines().count();
    if lines <= SHOWN_LINES {
        return difference.to_owned();
    }
    let mut shown: String =
        difference.lines().take(SHOWN_LINES).flat_map(|line| [line, "\n"]).collect();
    writeln!(shown, "... and {} more lines", lines - SHOWN_LINES)
        .expect("a string takes what is written");
    shown
}
