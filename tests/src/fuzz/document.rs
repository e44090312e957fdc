//! A document of a contract, be it WSDL or a schema: the generator refuses it with a report, or
//! gives a file of items that it is known to write, twice the same.

use std::cell::RefCell;
use std::fs;
use std::path::{Path, PathBuf};

use wsdl2rs::Config;

use super::unexpected;

/// A file that is removed with the thread that wrote it.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

thread_local! {
    /// One folder for each thread, in memory where the system has such a place.
    static SCRATCH: RefCell<Scratch> = RefCell::new(Scratch(folder()));
}

fn folder() -> PathBuf {
    let memory = PathBuf::from("/dev/shm");
    let base = if memory.is_dir() { memory } else { std::env::temp_dir() };
    let thread = format!("{:?}", std::thread::current().id());
    let number: String = thread.chars().filter(char::is_ascii_digit).collect();
    let folder = base.join(format!("wsdl2rs-fuzz-{}-{number}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// Does something with the folder of this thread.
pub(super) fn in_scratch<T>(work: impl FnOnce(&Path) -> T) -> T {
    SCRATCH.with_borrow(|scratch| work(&scratch.0))
}

/// Runs the generator.
pub(super) fn run(data: &[u8]) {
    in_scratch(|folder| {
        let path = folder.join("fuzz.wsdl");
        fs::write(&path, data).expect("the document can be written");
        let output = judge(&path);
        assert_eq!(judge(&path), output, "the output differs");
    });
}

/// Generates from a document, and judges what comes out: the output or the report.
///
/// # Panics
/// When that is neither a report nor a file as it should be.
pub fn judge(path: &Path) -> String {
    match Config::new(path).generate() {
        Ok(output) => {
            let text = output.text();
            if let Some(what) = unexpected(&text) {
                panic!("{what} in\n{text}");
            }
            text
        }
        Err(error) => {
            let report = format!("{error:?}");
            assert!(!report.trim().is_empty(), "a report says nothing");
            let draws = |c: char| c.is_control() && c != '\n' && c != '\t';
            assert!(!report.contains(draws), "a report draws on the terminal: {report:?}");
            report
        }
    }
}
