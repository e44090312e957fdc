//! What is printed, and where: results on standard output, findings on standard error.
//!
//! Colour goes to terminals only, and nowhere if `NO_COLOR` is set.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::{Value, json};

use super::arguments::Format;
use crate::diagnostic::{Style, findings_to_json, render};
use crate::{Error, Finding};

/// Prints in the form that was asked for.
pub(super) struct Printer {
    format: Format,
}

impl Printer {
    /// A printer of this form.
    pub(super) fn new(format: Format) -> Self {
        Self { format }
    }

    /// The form that was asked for.
    pub(super) fn format(&self) -> Format {
        self.format
    }

    /// Prints a result as it is.
    pub(super) fn text(&mut self, text: &str) -> io::Result<()> {
        let mut stdout = io::stdout().lock();
        stdout.write_all(text.as_bytes())?;
        stdout.flush()
    }

    /// Prints a result that has colours, where they can be seen.
    pub(super) fn styled(&mut self, text: &str) -> io::Result<()> {
        let mut stdout = anstream::stdout().lock();
        stdout.write_all(text.as_bytes())?;
        stdout.flush()
    }

    /// Prints a result for programs.
    pub(super) fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        let text = serde_json::to_string_pretty(value).map_err(io::Error::other)?;
        self.text(&format!("{text}\n"))
    }

    /// Prints what was found.
    pub(super) fn findings(&mut self, findings: &[Finding]) {
        match self.format {
            Format::Text => warn(&render(findings, Style::Coloured)),
            Format::Json if findings.is_empty() => {}
            Format::Json => warn(&format!("{}\n", findings_to_json(findings))),
        }
    }

    /// Prints why a command failed.
    pub(super) fn error(&mut self, error: &Error) {
        self.findings(error.findings());
        match (self.format, error.findings().is_empty()) {
            (Format::Text, true) => self.usage(&error.summary()),
            (Format::Text, false) => warn(&format!("\n{}\n", error.summary())),
            (Format::Json, true) => warn(&format!("{:#}\n", json!([bare(&error.summary())]))),
            (Format::Json, false) => {}
        }
    }

    /// Prints what is wrong other than in the documents.
    pub(super) fn usage(&mut self, message: &str) {
        match self.format {
            Format::Text => warn(&format!("error: {message}\n")),
            Format::Json => warn(&format!("{:#}\n", json!([bare(message)]))),
        }
    }
}

/// A finding without a place.
fn bare(message: &str) -> Value {
    json!({ "code": null, "severity": "error", "message": message })
}

/// Prints on standard error. Where that is closed, nobody can be told.
fn warn(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}
