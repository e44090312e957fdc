//! Writing: only what changes, so that nothing is built anew for equal text.
#![expect(clippy::disallowed_methods, reason = "output is written here")]

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{File, MARK, Output};
use crate::Error;
use crate::diagnostic::{Code, visible};

/// Writes `text` to the file at `path`, unless it has that text already.
pub(super) fn file(path: &Path, text: &str) -> Result<(), Error> {
    if_changed(path, text.as_bytes())
}

/// Writes `bytes` to the file at `path`, unless it has them already.
pub(crate) fn if_changed(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if fs::read(path).is_ok_and(|before| before == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(|error| Error::io("create", folder, error))?;
    }
    fs::write(path, bytes).map_err(|error| Error::io("write", path, error))
}

/// Writes `files` below `folder`, and removes those of an earlier run that are not among them.
pub(super) fn folder(folder: &Path, files: &[File]) -> Result<(), Error> {
    for written in files {
        file(&folder.join(written.name()), written.text())?;
    }
    for path in left_over(folder, files)? {
        fs::remove_file(&path).map_err(|error| Error::io("remove", &path, error))?;
    }
    Ok(())
}

/// The files below `folder` that an earlier run wrote from the same documents, and this one would
/// not. They are known by their first line.
pub(super) fn left_over(folder: &Path, files: &[File]) -> Result<Vec<PathBuf>, Error> {
    let from = |text: &str| {
        let line = text.lines().next().unwrap_or_default();
        let rest = line.strip_prefix(MARK)?;
        rest.split_once(' ').map(|(_version, from)| from.to_owned())
    };
    let Some(ours) = files.first().and_then(|file| from(file.text())) else {
        return Ok(Vec::new());
    };
    let written: Vec<PathBuf> = files.iter().map(|file| folder.join(file.name())).collect();
    let mut left = Vec::new();
    for path in rust_files(folder, 3)? {
        let is_ours =
            || fs::read_to_string(&path).is_ok_and(|text| from(&text).as_ref() == Some(&ours));
        if !written.contains(&path) && is_ours() {
            left.push(path);
        }
    }
    Ok(left)
}

/// The `.rs` files in `folder` and the folders in it, `depth` deep, by name.
fn rust_files(folder: &Path, depth: usize) -> Result<Vec<PathBuf>, Error> {
    let failed = |error| Error::io("read", folder, error);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let kind = entry.file_type().map_err(failed)?;
        if kind.is_dir() && depth > 0 {
            files.extend(rust_files(&entry.path(), depth - 1)?);
        } else if kind.is_file() && super::is_rust_file(&entry.path()) {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

/// Writes into Cargo's folder for a build script's output, and tells Cargo of the input.
pub(super) fn to_out_dir(output: &Output) -> Result<(), Error> {
    let folder = env::var_os("OUT_DIR").ok_or_else(|| Error::environment("OUT_DIR"))?;
    let path = Path::new(&folder).join(format!("{}.rs", output.stem));
    file(&path, &output.text())?;
    print(&instructions(output));
    Ok(())
}

/// What a build script prints for Cargo. The form with one colon is understood by every version.
pub(super) fn instructions(output: &Output) -> String {
    let mut text = String::new();
    for path in output.inputs() {
        let path = path.display().to_string();
        if path.contains(['\n', '\r']) {
            let shown = visible(&path);
            text.push_str(&format!("cargo:warning=Cargo cannot watch `{shown}`: rename it\n"));
        } else {
            text.push_str(&format!("cargo:rerun-if-changed={path}\n"));
        }
    }
    let lines = output.warnings.iter().filter(|finding| !finding.is_note());
    for line in lines.flat_map(|finding| finding.to_build_lines()) {
        text.push_str(&format!("cargo:warning={line}\n"));
    }
    if let Some(line) = left_out(output) {
        text.push_str(&format!("cargo:warning={line}\n"));
    }
    text
}

/// One line for all notes but those of names: what they tell of is not in the output.
fn left_out(output: &Output) -> Option<String> {
    let notes = output.warnings.iter().filter(|finding| finding.is_note());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for note in notes.filter(|note| note.code() != Code::NameTaken.id()) {
        *counts.entry(note.code()).or_default() += 1;
    }
    let codes: Vec<String> =
        counts.iter().map(|(code, count)| format!("{code} ({count})")).collect();
    let total: usize = counts.values().sum();
    let parts = if total == 1 { "part was" } else { "parts were" };
    (total > 0).then(|| {
        format!(
            "{total} {parts} left out of `{}.rs`: {}; `wsdl2rs generate` tells where, and a level \
             of `allow` for a code silences this",
            output.stem,
            codes.join(", ")
        )
    })
}

/// Prints for Cargo, which reads the standard output of build scripts.
#[expect(clippy::print_stdout, reason = "this is how a build script speaks to Cargo")]
fn print(instructions: &str) {
    print!("{instructions}");
}
