//! `wsdl2rs fetch`: downloads a contract with all that it imports, or tells what changed since.
#![expect(clippy::disallowed_methods, reason = "the lock is read from the folder of the documents")]

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use super::Failure;
use super::arguments::{Fetch, Format};
use super::print::Printer;
use crate::diagnostic::visible;
use crate::fetch::http::{Http, Terms};
use crate::fetch::lock::{Change, Lock};
use crate::fetch::{self, Fetched, Problem};
use crate::source::Limits;
use crate::{Error, output};

/// The header that is sent to the server of the user's URL, such as `Bearer …`. It comes from the
/// environment, since the command line is seen by others.
const AUTHORIZATION: &str = "WSDL2RS_FETCH_AUTHORIZATION";

/// Runs the command.
pub(super) fn run(options: &Fetch, printer: &mut Printer) -> Result<(), Failure> {
    let locked = if options.check { Some(read_lock(&options.output)?) } else { None };
    let url = options.url.as_deref().or_else(|| locked.as_ref().and_then(Lock::entry));
    let Some(url) = url else {
        return Err(Failure::Usage("the folder has no document: give its URL".to_owned()));
    };
    let limits = Limits::default();
    let authorization = std::env::var(AUTHORIZATION).ok().filter(|value| !value.is_empty());
    let http =
        Http::new(url, limits.file_bytes, Terms { plain: options.allow_http, authorization });
    let fetched = fetch::fetch(url, &http, &limits);
    match &locked {
        Some(locked) => check(locked, &fetched, printer)?,
        None => write(&options.output, &fetched, printer)?,
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

fn write(folder: &Path, fetched: &Fetched, printer: &mut Printer) -> Result<(), Failure> {
    for file in &fetched.files {
        output::write_if_changed(&folder.join(&file.path), &file.body)?;
    }
    if !fetched.files.is_empty() {
        let catalog = fetched.catalog_text();
        output::write_if_changed(&folder.join("catalog.tsv"), catalog.as_bytes())?;
        let lock = Lock::of(fetched).text();
        output::write_if_changed(&folder.join(LOCK), lock.as_bytes())?;
    }
    match printer.format() {
        Format::Text => printer.text(&text(fetched))?,
        Format::Json => printer.json(&to_json(fetched))?,
    }
    Ok(())
}

/// The file that says what was fetched.
const LOCK: &str = "fetch.lock";

fn read_lock(folder: &Path) -> Result<Lock, Failure> {
    let path = folder.join(LOCK);
    let text = fs::read_to_string(&path).map_err(|error| Error::io("read", &path, error))?;
    Lock::parse(&text).map_err(|line| {
        Failure::Usage(format!("`{}`, line {line}: no digest, path and URL", path.display()))
    })
}

/// Tells what the servers have else than what was fetched before. What could not be fetched now is
/// told as such, and not as gone.
fn check(locked: &Lock, fetched: &Fetched, printer: &mut Printer) -> Result<(), Failure> {
    let mut changes = locked.changes(&Lock::of(fetched));
    changes.retain(|change| fetched.problems.iter().all(|problem| problem.url != change.url));
    match printer.format() {
        Format::Text => {
            let line = |change: &Change| {
                format!("{} {}: {}\n", change.kind, visible(&change.path), visible(&change.url))
            };
            printer.text(&changes.iter().map(line).collect::<String>())?;
        }
        Format::Json => {
            let change = |it: &Change| json!({ "change": it.kind, "path": it.path, "url": it.url });
            printer.json(&changes.iter().map(change).collect::<Vec<Value>>())?;
        }
    }
    if changes.is_empty() { Ok(()) } else { Err(Failure::Differs(changes.len())) }
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
