//! Whether what is given as a document can be one, before anything is read.

use std::fs;
use std::path::Path;

use super::{Failure, hint};
use crate::output::is_rust_file;

/// Checks the path of a document.
pub(super) fn check(source: &Path) -> Result<(), Failure> {
    let text = source.to_string_lossy();
    if let Some(message) = hint::for_a_source(&text) {
        return Err(Failure::Usage(message));
    }
    if source.is_dir() {
        let entries = fs::read_dir(source).into_iter().flatten().flatten();
        let paths = entries.map(|entry| entry.path());
        let is_document = |path: &std::path::PathBuf| {
            path.extension().is_some_and(|it| it == "wsdl" || it == "xsd")
        };
        let mut documents: Vec<String> =
            paths.filter(is_document).map(|path| path.display().to_string()).collect();
        documents.sort();
        return Err(Failure::Usage(hint::for_a_folder(&text, &documents)));
    }
    Ok(())
}

/// Checks the path that bindings are written to: a file of Rust, or a folder. A new path that looks
/// like a file of another kind is hardly a folder that someone wants.
pub(super) fn check_output(path: &Path) -> Result<(), Failure> {
    let looks_like_a_file = path.extension().and_then(|it| it.to_str()).is_some_and(|extension| {
        extension.len() <= 5 && extension.starts_with(|c: char| c.is_ascii_alphabetic())
    });
    if is_rust_file(path) || path.is_dir() || !looks_like_a_file {
        return Ok(());
    }
    let path = path.display();
    let message = format!(
        "`{path}` is neither a file that ends in .rs nor a folder that is there; for a folder of \
         this name, make it first"
    );
    Err(Failure::Usage(message))
}
