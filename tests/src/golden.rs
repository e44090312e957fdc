//! Goldens: files that hold what a test expects. `UPDATE=1 cargo test` rewrites them.

use std::fs;
use std::io;
use std::path::Path;

use similar::TextDiff;

/// Whether goldens are to be rewritten.
#[must_use]
pub fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

/// What went wrong in a test that looks at many files. Nothing may be forgotten: it ends with
/// [`Failures::finish`].
#[derive(Debug, Default)]
pub struct Failures(Vec<String>);

impl Failures {
    /// Adds a failure.
    pub fn add(&mut self, what: impl Into<String>) {
        self.0.push(what.into());
    }

    /// Compares a text with the golden at `path`, or rewrites the golden.
    pub fn golden(&mut self, path: &Path, actual: &str) {
        let expected = match fs::read_to_string(path) {
            Ok(text) => text.replace("\r\n", "\n"),
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return self.add(format!("{}: {error}", path.display())),
        };
        if expected == actual {
            return;
        }
        if is_update() {
            if let Err(error) = fs::write(path, actual) {
                self.add(format!("{}: {error}", path.display()));
            }
            return;
        }
        let diff = TextDiff::from_lines(&expected, actual);
        let diff = diff.unified_diff().header("golden", "now").to_string();
        self.add(format!("{}\n{diff}", path.display()));
    }

    /// As [`golden`](Self::golden), where the file may be absent: it then stands for no text.
    pub fn optional_golden(&mut self, path: &Path, actual: Option<&str>) {
        match actual {
            Some(actual) => self.golden(path, actual),
            None if !path.exists() => {}
            None if is_update() => {
                if let Err(error) = fs::remove_file(path) {
                    self.add(format!("{}: {error}", path.display()));
                }
            }
            None => self.add(format!("{}: nothing is said here any more", path.display())),
        }
    }

    /// Ends the test.
    ///
    /// # Panics
    /// When something failed, with all of it.
    pub fn finish(self) {
        let count = self.0.len();
        assert!(count == 0, "{count} failures; UPDATE=1 rewrites goldens\n\n{}", self.0.join("\n"));
    }
}
