//! `wsdl2rs explain`: one component of a contract, or the code of a finding.

use std::path::PathBuf;

use serde_json::{Value, json};

use super::Failure;
use super::arguments::{Explain, Format};
use super::print::Printer;
use crate::diagnostic::{self, Code};
use crate::pipeline::{self, Explained, Rule};
use crate::suggest;

/// Runs the command.
pub(super) fn run(options: &Explain, printer: &mut Printer) -> Result<(), Failure> {
    match &options.name {
        Some(name) => component(options, name, printer),
        None => code(&options.subject, printer),
    }
}

fn code(id: &str, printer: &mut Printer) -> Result<(), Failure> {
    let Some(code) = Code::from_id(id) else { return Err(Failure::Usage(no_code(id))) };
    let (reference, help) = (code.reference(), code.help());
    let severity = code.severity().as_str();
    let explanation = diagnostic::explanation(code).unwrap_or_default();
    let example = diagnostic::example(code);
    match printer.format() {
        Format::Json => printer.json(&json!({
            "code": id, "severity": severity, "reference": reference, "help": help,
            "explanation": explanation, "example": example,
        }))?,
        Format::Text => {
            let mut text =
                format!("{severity}[{id}]\nfrom: {reference}\nhelp: {help}\n\n{explanation}\n");
            if let Some(example) = example {
                text.push_str(&format!("\nFor example:\n\n{example}\n"));
            }
            printer.text(&text)?;
        }
    }
    Ok(())
}

fn no_code(id: &str) -> String {
    let near = suggest::nearest(id, Code::ALL.iter().map(|code| code.id()));
    let near = near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    format!("there is no code `{id}`{near} (for a component, give its document and its name)")
}

fn component(options: &Explain, name: &str, printer: &mut Printer) -> Result<(), Failure> {
    let config = options.lookup.config(&[PathBuf::from(&options.subject)])?;
    let (explanation, findings) = pipeline::explain(&config, name)?;
    printer.findings(&findings);
    if explanation.components.is_empty() {
        let near = explanation.near.map(|near| format!("; did you mean `{near}`?"));
        let message = format!("nothing is called `{name}`{}", near.unwrap_or_default());
        return Err(Failure::Usage(message));
    }
    match printer.format() {
        Format::Json => {
            let values: Vec<Value> = explanation.components.iter().map(to_json).collect();
            printer.json(&values)?;
        }
        Format::Text => {
            let texts: Vec<String> = explanation.components.iter().map(text).collect();
            printer.styled(&texts.join("\n"))?;
        }
    }
    Ok(())
}

fn to_json(explained: &Explained) -> Value {
    let rule = |rule: &Rule| json!({ "text": rule.text, "case": rule.case });
    let rules: Vec<Value> = explained.rules.iter().map(rule).collect();
    json!({
        "kind": explained.kind, "name": explained.name, "file": explained.site.file,
        "line": explained.site.line, "column": explained.site.column, "rust": explained.rust,
        "rule": explained.rule, "source": explained.source, "rules": rules,
        "sample": explained.sample, "expression": explained.expression,
    })
}

fn text(explained: &Explained) -> String {
    let title = format!("{} `{}`", explained.kind, diagnostic::visible(&explained.name));
    let mut text = diagnostic::show(&title, &explained.site);
    if let Some(rust) = &explained.rust {
        text.push_str(&format!("\nIn Rust `{rust}`. "));
    } else {
        text.push('\n');
    }
    text.push_str(&format!("{}\n", diagnostic::visible(&explained.rule)));
    if let Some(source) = &explained.source {
        text.push_str(&format!("\n{source}"));
    }
    for (index, Rule { text: rule, case }) in explained.rules.iter().enumerate() {
        let title =
            if index == 0 { "\nRules, each with its case under tests/cases:\n" } else { "" };
        text.push_str(&format!("{title}  - {} ({case})\n", diagnostic::visible(rule)));
    }
    let shown = [("A sample", &explained.sample), ("Made by", &explained.expression)];
    for (title, shown) in shown {
        if let Some(shown) = shown {
            text.push_str(&format!("\n{title}:\n\n"));
            for line in shown.lines() {
                text.push_str(&format!("    {}\n", diagnostic::visible(line)));
            }
        }
    }
    text
}
