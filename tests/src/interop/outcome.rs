//! What came of a check, and what came of a peer that could not be asked.

use std::fmt::Display;
use std::io::{self, Write as _};

use crate::golden::Failures;

/// What came of one check.
#[derive(Debug)]
pub(super) struct Row {
    contract: String,
    check: String,
    result: Result<(), String>,
    /// Why it was not made.
    skipped: Option<String>,
}

impl Row {
    /// A check that was made.
    pub(super) fn new(contract: &str, check: &str, result: Result<(), String>) -> Self {
        Self { contract: contract.to_owned(), check: check.to_owned(), result, skipped: None }
    }

    /// A check that failed.
    pub(super) fn failed(contract: &str, check: &str, why: &str) -> Self {
        Self::new(contract, check, Err(why.to_owned()))
    }

    /// What was not checked.
    pub(super) fn skipped(contract: &str, why: &str) -> Self {
        Self { skipped: Some(why.to_owned()), ..Self::new(contract, "all", Ok(())) }
    }

    /// Says what came of it, and remembers failures.
    pub(super) fn report(self, peer: &str, failures: &mut Failures) {
        let Self { contract, check, result, skipped } = self;
        let name = format!("interop {peer} {contract} {check}");
        match (skipped, result) {
            (Some(why), _) => say(&format!("{name}: skipped: {why}")),
            (None, Ok(())) => say(&format!("{name}: ok")),
            (None, Err(why)) => {
                say(&format!("{name}: FAILED"));
                failures.add(format!("{name}: {why}"));
            }
        }
    }
}

/// Why a peer was not asked anything.
#[derive(Debug)]
pub(super) enum Skip {
    /// It is not on this machine.
    Missing(String),
    /// It is, and does not work, or nothing can be compiled for it.
    Failed(String),
}

impl Skip {
    /// The failure that an error is.
    pub(super) fn failed(error: impl Display) -> Self {
        Self::Failed(error.to_string())
    }

    /// Says why; it is a failure, unless the peer is missing and nobody demands it.
    pub(super) fn report(self, peer: &str, required: bool, failures: &mut Failures) {
        match self {
            Self::Missing(why) if !required => say(&format!("interop {peer}: skipped: {why}")),
            Self::Missing(why) | Self::Failed(why) => failures.add(format!("{peer}: {why}")),
        }
    }
}

/// A line on standard error, past what the test harness keeps from it.
fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}
