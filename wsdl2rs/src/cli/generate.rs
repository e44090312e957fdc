//! `wsdl2rs generate`: writes bindings, or compares them with what was written before.

use std::path::Path;

use serde_json::json;

use super::arguments::{Format, Generate};
use super::print::Printer;
use super::{Failure, sources};
use crate::output::is_rust_file;

/// Runs the command.
pub(super) fn run(options: &Generate, printer: &mut Printer) -> Result<(), Failure> {
    let path = options.output.as_deref().filter(|path| *path != Path::new("-"));
    if options.check && path.is_none() {
        return Err(Failure::Usage("--check compares a file or a folder".to_owned()));
    }
    if let Some(path) = path {
        sources::check_output(path)?;
    }
    let output = options.inputs.config()?.generate()?;
    printer.findings(output.warnings());
    match path {
        None => printer.text(&output.text())?,
        Some(path) if options.check => check(&output, path, printer)?,
        Some(path) if is_rust_file(path) => output.write_file(path)?,
        Some(path) => output.write_dir(path)?,
    }
    Ok(())
}

fn check(output: &crate::Output, path: &Path, printer: &mut Printer) -> Result<(), Failure> {
    let result = output.check(path);
    if let Some(diff) = result.as_ref().err().and_then(crate::Error::diff) {
        match printer.format() {
            Format::Text => printer.text(diff)?,
            Format::Json => printer.json(&json!({ "path": path, "diff": diff }))?,
        }
    }
    Ok(result?)
}
