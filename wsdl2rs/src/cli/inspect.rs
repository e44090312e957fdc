//! `wsdl2rs inspect`: what a contract has, and its Rust names.
#![expect(clippy::disallowed_methods, reason = "a digest is of the bytes of the file")]

use std::fmt::Write;
use std::path::Path;
use std::{fs, io};

use sha2::{Digest, Sha256};

use super::Failure;
use super::arguments::{Format, Inspect};
use super::print::Printer;
use crate::pipeline::{self, DocumentEntry, Inspection, OperationEntry};
use crate::{Error, diagnostic};

/// Runs the command.
pub(super) fn run(options: &Inspect, printer: &mut Printer) -> Result<(), Failure> {
    let (mut inspection, findings) = pipeline::inspect(&options.inputs.config()?)?;
    for document in &mut inspection.documents {
        document.sha256 = sha256(document)?;
    }
    printer.findings(&findings);
    match printer.format() {
        Format::Json => printer.json(&inspection)?,
        Format::Text => printer.text(&text(&inspection))?,
    }
    Ok(())
}

fn sha256(document: &DocumentEntry) -> Result<String, Error> {
    let path = Path::new(&document.uri);
    let failed = |error: io::Error| Error::io("read", path, error);
    let bytes = if document.is_file {
        fs::read(path).map_err(failed)?
    } else {
        document.text.clone().into_bytes()
    };
    let digest = Sha256::digest(&bytes);
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The inspection for people: an indented list.
fn text(inspection: &Inspection) -> String {
    let mut lines = Lines::default();
    for service in &inspection.services {
        lines.line(0, &format!("service {}", service.name));
        for port in &service.ports {
            lines.line(1, &format!("port {} (SOAP {}): {}", port.name, port.soap, port.client));
            lines.line(2, &format!("at {}", port.address));
            port.operations.iter().for_each(|operation| lines.operation(operation));
        }
    }
    for (title, rows) in [("elements", elements(inspection)), ("types", types(inspection))] {
        if !rows.is_empty() {
            lines.line(0, title);
        }
        for (name, rust) in rows {
            lines.line(1, &format!("{name}: {rust}"));
        }
    }
    lines.line(0, "documents");
    for document in &inspection.documents {
        lines.line(1, &format!("{} sha256:{}", document.uri, document.sha256));
    }
    lines.text
}

fn elements(inspection: &Inspection) -> Vec<(String, String)> {
    let row = |element: &pipeline::ElementEntry| {
        let rust = match (&element.rust, &element.ty) {
            (Some(rust), Some(ty)) => format!("{rust} of {ty}"),
            _ if element.is_abstract => "abstract".to_owned(),
            _ => "no Rust form".to_owned(),
        };
        (element.name.clone(), rust)
    };
    inspection.elements.iter().map(row).collect()
}

fn types(inspection: &Inspection) -> Vec<(String, String)> {
    inspection.types.iter().map(|ty| (ty.name.clone(), ty.rust.clone())).collect()
}

/// Text, line by line.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// A line, what comes from the documents made visible.
    fn line(&mut self, depth: usize, text: &str) {
        let (indent, text) = ("  ".repeat(depth), diagnostic::visible(text));
        writeln!(self.text, "{indent}{text}").expect("a string takes what is written");
    }

    fn operation(&mut self, operation: &OperationEntry) {
        let OperationEntry { name, rust, soap_action, style, usage, .. } = operation;
        self.line(2, &format!("operation {name}: {rust} ({style}/{usage}, \"{soap_action}\")"));
        let element = |element: &Option<String>| element.clone().unwrap_or_else(|| "-".to_owned());
        let (input, output) = (element(&operation.input), element(&operation.output));
        self.line(3, &format!("{input} -> {output}"));
        for (what, names) in [("fault", &operation.faults), ("header", &operation.headers)] {
            names.iter().for_each(|name| self.line(3, &format!("{what} {name}")));
        }
    }
}
