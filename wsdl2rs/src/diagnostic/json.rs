//! Findings for programs, for `--format json`.

use serde::Serialize;

use super::finding::{Finding, Site};

/// A finding as it is printed.
#[derive(Serialize)]
struct JsonFinding<'a> {
    code: &'a str,
    severity: &'a str,
    file: &'a str,
    line: usize,
    column: usize,
    message: &'a str,
    /// Why the place is the place; empty where the message says it all.
    label: &'a str,
    help: &'a str,
    labels: Vec<JsonLabel<'a>>,
    /// How many more findings of this kind were left out.
    more: usize,
}

/// A second place.
#[derive(Serialize)]
struct JsonLabel<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    text: &'a str,
}

/// The findings as a JSON array, a member of a finding on each line.
pub(crate) fn findings_to_json(findings: &[Finding]) -> String {
    let findings: Vec<_> = findings.iter().map(JsonFinding::new).collect();
    serde_json::to_string_pretty(&findings).expect("texts and numbers have a JSON form")
}

impl<'a> JsonFinding<'a> {
    fn new(finding: &'a Finding) -> Self {
        let Site { file, line, column, text, .. } = &finding.primary;
        Self {
            code: finding.code.id(),
            severity: finding.severity.as_str(),
            file,
            line: *line,
            column: *column,
            message: &finding.message,
            label: text,
            help: &finding.help,
            labels: finding.labels.iter().map(JsonLabel::new).collect(),
            more: finding.more,
        }
    }
}

impl<'a> JsonLabel<'a> {
    fn new(site: &'a Site) -> Self {
        Self { file: &site.file, line: site.line, column: site.column, text: &site.text }
    }
}
