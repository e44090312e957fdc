//! `wsdl2rs fetch`: downloads a contract with all that it imports.

use serde_json::{Value, json};

use super::Failure;
use super::arguments::{Fetch, Format};
use super::print::Printer;
use crate::diagnostic::visible;
use crate::fetch::{self, Fetched, Problem, http::Http};
use crate::output;
use crate::source::Limits;

/// Runs the command.
pub(super) fn run(options: &Fetch, printer: &mut Printer) -> Result<(), Failure> {
    let limits = Limits::default();
    let http = Http::new(&options.url, limits.file_bytes);
    let fetched = fetch::fetch(&options.url, &http, &limits);
    for file in &fetched.files {
        output::write_if_changed(&options.output.join(&file.path), &file.body)?;
    }
    if !fetched.files.is_empty() {
        let catalog = fetched.catalog_text();
        output::write_if_changed(&options.output.join("catalog.tsv"), catalog.as_bytes())?;
    }
    match printer.format() {
        Format::Text => printer.text(&text(&fetched))?,
        Format::Json => printer.json(&to_json(&fetched))?,
    }
    match fetched.problems.as_slice() {
        [] => Ok(()),
        [problem] => Err(Failure::Network(sentence(problem))),
        problems => {
            let sentences: Vec<String> = problems.iter().map(sentence).collect();
            Err(Failure::Network(sentences.join("\n       ")))
        }
    }
}

/// The files and where they came from, one a line.
fn text(fetched: &Fetched) -> String {
    let line = |file: &fetch::FetchedFile| format!("{} from {}\n", file.path, visible(&file.url));
    fetched.files.iter().map(line).collect()
}

fn sentence(problem: &Problem) -> String {
    let Problem { url, named_by, reason } = problem;
    let named_by = named_by.as_ref().map(|url| format!(", which {url} imports"));
    let text = format!("cannot fetch `{url}`{}: {reason}", named_by.unwrap_or_default());
    visible(&text).into_owned()
}

fn to_json(fetched: &Fetched) -> Value {
    let file = |file: &fetch::FetchedFile| json!({ "path": file.path, "url": file.url });
    let problem = |problem: &Problem| json!({ "url": problem.url, "imported_by": problem.named_by, "reason": problem.reason });
    let files: Vec<Value> = fetched.files.iter().map(file).collect();
    let problems: Vec<Value> = fetched.problems.iter().map(problem).collect();
    json!({ "files": files, "problems": problems })
}
