//! The command line: arguments → [`Config`](crate::Config) → what is printed.
//!
//! Results go to standard output, findings to standard error. The exit status is 0 for done, 1
//! where the input is at fault, 2 where the command line is, 3 where reading or writing failed.

mod arguments;
mod doc;
mod dump;
mod explain;
mod fetch;
mod generate;
mod hint;
mod inspect;
mod print;
mod shell;
mod sources;

use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::Error;
pub use crate::pipeline::{Sample, samples};
use arguments::{Arguments, Command};
use print::Printer;

/// Why a command ended early.
enum Failure {
    /// The input is at fault, or a file could not be read or written.
    Error(Error),
    /// The command line is wrong: what, in one sentence.
    Usage(String),
    /// Standard output could not be written.
    Output(std::io::Error),
    /// Something could not be fetched: what, in a sentence.
    Network(String),
    /// Servers have something else than what was fetched: how many documents.
    Differs(usize),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Error(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Output(error)
    }
}

/// Runs the command line, the program's name included.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let first = arguments.get(1).and_then(|word| word.to_str()).map(str::to_owned);
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            // Where nobody reads the message, the status remains.
            let _ = error.print();
            if let Some(hint) = first.as_deref().and_then(hint::for_a_document) {
                let _ = writeln!(anstream::stderr(), "{hint}");
            }
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let mut printer = Printer::new(arguments.format);
    let result = match &arguments.command {
        Command::Generate(options) => generate::run(options, &mut printer),
        Command::Fetch(options) => fetch::run(options, &mut printer),
        Command::Inspect(options) => inspect::run(options, &mut printer),
        Command::Explain(options) => explain::run(options, &mut printer),
        Command::Doc(options) => doc::run(options, &mut printer),
        Command::Dump(options) => dump::run(options, &mut printer),
        Command::Completions(options) => shell::completions(options, &mut printer),
        Command::Man => shell::man(&mut printer),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Error(error)) => {
            printer.error(&error);
            ExitCode::from(if error.is_input() { 1 } else { 3 })
        }
        Err(Failure::Usage(message)) => {
            printer.usage(&message);
            ExitCode::from(2)
        }
        Err(Failure::Network(message)) => {
            printer.usage(&message);
            ExitCode::from(3)
        }
        Err(Failure::Differs(count)) => {
            let documents = if count == 1 {
                "1 document differs"
            } else {
                &format!("{count} documents differ")
            };
            printer.usage(&format!("{documents} from what was fetched"));
            ExitCode::from(1)
        }
        // Whoever read the output has had enough of it.
        Err(Failure::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(Failure::Output(error)) => {
            printer.usage(&format!("standard output cannot be written: {error}"));
            ExitCode::from(3)
        }
    }
}
