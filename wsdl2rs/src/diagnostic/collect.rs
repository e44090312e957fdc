//! The findings of a run, and the barrier after each stage.

use super::{Diagnostic, Severity};

/// A stage ended with errors; the findings say which.
#[derive(Debug)]
pub(crate) struct Refused;

/// Collects findings, so that a stage reports all of them at once.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    findings: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Records a finding.
    pub(crate) fn report(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// Ends a stage.
    ///
    /// # Errors
    /// When an error was reported.
    pub(crate) fn barrier(&mut self) -> Result<(), Refused> {
        let refused = self.findings.iter().any(|finding| finding.severity == Severity::Error);
        if refused { Err(Refused) } else { Ok(()) }
    }

    /// What was found so far, in the order in which it was reported.
    #[cfg(test)]
    pub(crate) fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }
}
