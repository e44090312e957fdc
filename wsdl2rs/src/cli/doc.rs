//! `wsdl2rs doc`: the documentation of a contract as a site.

use serde_json::json;

use super::Failure;
use super::arguments::{Doc, Format};
use super::print::Printer;
use crate::{output, pipeline};

/// Runs the command.
pub(super) fn run(options: &Doc, printer: &mut Printer) -> Result<(), Failure> {
    let (pages, findings) = pipeline::doc(&options.inputs.config()?)?;
    printer.findings(&findings);
    for page in &pages {
        output::write_if_changed(&options.output.join(&page.path), page.text.as_bytes())?;
    }
    let first = options.output.join("index.html");
    match printer.format() {
        Format::Text => {
            printer.text(&format!("{} files; begin at {}\n", pages.len(), first.display()))?;
        }
        Format::Json => {
            let paths: Vec<&str> = pages.iter().map(|page| page.path.as_str()).collect();
            printer.json(&json!({ "output": options.output, "files": paths }))?;
        }
    }
    Ok(())
}
