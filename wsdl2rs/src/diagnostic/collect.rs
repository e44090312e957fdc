//! The findings of a run, and the barrier after each stage.

use std::collections::{BTreeMap, BTreeSet};

use super::{Code, Diagnostic, Levels, Severity};

/// A stage ended with errors; the findings say which.
#[derive(Debug)]
pub(crate) struct Refused;

/// How many findings of one kind are kept; of the others only their number.
const KEPT_OF_A_KIND: usize = 5;

/// How many findings that say the same are kept, each with its place; of more, the first stands for
/// all.
const KEPT_OF_ONE_CAUSE: usize = 3;

/// Collects findings, so that a stage reports all of them at once.
///
/// Errors must be taken by [`Diagnostics::finish`]: dropping them unread is a defect of the
/// generator, and panics in debug builds.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    levels: Levels,
    kept: Vec<Diagnostic>,
    kinds: BTreeMap<Kind, usize>,
    /// How many say the same.
    same: BTreeMap<Kind, usize>,
    errors: usize,
    /// Whether an error was reported that nobody took.
    unread: bool,
}

/// What findings have in common that differ only in the names of the input.
type Kind = (Code, Severity, String);

/// A finding, and how many more of its kind were left out after it.
#[derive(Debug)]
pub(crate) struct Collected {
    /// The finding.
    pub(crate) diagnostic: Diagnostic,
    /// The number left out; zero unless this is the last that was kept of its kind.
    pub(crate) more: usize,
}

impl Diagnostics {
    /// An empty collection that weighs findings by these levels.
    pub(crate) fn new(levels: Levels) -> Self {
        let mut diagnostics = Self::default();
        diagnostics.levels = levels;
        diagnostics
    }

    /// Records a finding, unless the levels say otherwise.
    pub(crate) fn report(&mut self, mut finding: Diagnostic) {
        let Some(severity) = self.levels.severity(&finding) else { return };
        finding.severity = severity;
        if severity == Severity::Error {
            self.errors += 1;
            self.unread = true;
        }
        let same = self.same.entry(finding.cause()).or_default();
        *same += 1;
        if *same > KEPT_OF_ONE_CAUSE {
            return;
        }
        let kind = (finding.code, severity, without_quotes(&finding.message));
        let count = self.kinds.entry(kind).or_default();
        *count += 1;
        if *count <= KEPT_OF_A_KIND {
            self.kept.push(finding);
        }
    }

    /// Ends a stage.
    ///
    /// # Errors
    /// When an error was reported.
    pub(crate) fn barrier(&mut self) -> Result<(), Refused> {
        if self.errors == 0 { Ok(()) } else { Err(Refused) }
    }

    /// Reports the levels that had no effect. For a run that met every rule, that is the last
    /// stage's end; before that, a finding may still be to come.
    pub(crate) fn report_unused_levels(&mut self) {
        for finding in self.levels.unused() {
            self.report(finding);
        }
    }

    /// Takes the findings, sorted by position.
    pub(crate) fn finish(mut self) -> Vec<Collected> {
        self.unread = false;
        let mut kept = std::mem::take(&mut self.kept);
        kept.sort_by(|a, b| a.primary.place.cmp(&b.primary.place).then(a.code.cmp(&b.code)));
        kept.dedup_by(|b, a| {
            a.code == b.code && a.primary.place == b.primary.place && a.message == b.message
        });
        // The first of many that say the same stands for all of them.
        let mut same = std::mem::take(&mut self.same);
        same.retain(|_, count| *count > KEPT_OF_ONE_CAUSE);
        let mut counted = BTreeSet::new();
        kept.retain(|it| !same.contains_key(&it.cause()) || counted.insert(it.cause()));
        // The last that is kept of a kind says how many were left out of it.
        let mut left = std::mem::take(&mut self.kinds);
        let mut collected: Vec<Collected> = Vec::with_capacity(kept.len());
        for diagnostic in kept.into_iter().rev() {
            let kind = (diagnostic.code, diagnostic.severity, without_quotes(&diagnostic.message));
            let of_kind = left.remove(&kind).unwrap_or_default().saturating_sub(KEPT_OF_A_KIND);
            let of_cause = same.get(&diagnostic.cause()).map_or(0, |count| count - 1);
            collected.push(Collected { diagnostic, more: of_kind + of_cause });
        }
        collected.reverse();
        collected
    }
}

impl Drop for Diagnostics {
    fn drop(&mut self) {
        let unread = self.unread && !std::thread::panicking();
        debug_assert!(!unread, "errors were dropped unread: {:?}", self.kept);
    }
}

impl Diagnostic {
    /// What findings have in common that say the same of several places.
    fn cause(&self) -> Kind {
        (self.code, self.severity, self.message.clone())
    }
}

/// The message with everything between back quotes removed.
fn without_quotes(message: &str) -> String {
    let outside = message.split('`').step_by(2);
    outside.collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceId, Span};

    fn finding(code: Code, at: usize, message: &str) -> Diagnostic {
        Diagnostic::new(code, Span::new(SourceId::new(0), at..at + 1), message)
    }

    #[test]
    fn findings_are_sorted_by_position() {
        let mut diagnostics = Diagnostics::default();
        for at in [7, 3, 5] {
            diagnostics.report(finding(Code::UnresolvedName, at, &format!("at {at}")));
        }
        assert!(diagnostics.barrier().is_err());
        let messages = diagnostics.finish().into_iter().map(|found| found.diagnostic.message);
        assert_eq!(messages.collect::<Vec<_>>(), ["at 3", "at 5", "at 7"]);
    }

    #[test]
    fn a_flood_is_counted() {
        let mut diagnostics = Diagnostics::default();
        for at in 0..40 {
            diagnostics.report(finding(Code::UnresolvedName, at, &format!("no type `T{at}`")));
            diagnostics.report(finding(Code::NameTaken, at, "taken"));
        }
        diagnostics.report(finding(Code::UnresolvedName, 0, "no element `E`"));
        let found = diagnostics.finish();
        let more: Vec<_> = found
            .iter()
            .map(|f| (f.diagnostic.message.as_str(), f.more))
            .filter(|f| f.1 > 0)
            .collect();
        assert_eq!(found.len(), 7);
        assert_eq!(more, [("taken", 39), ("no type `T4`", 35)]);
    }

    #[test]
    fn a_barrier_stops_at_errors_only() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.report(finding(Code::NameTaken, 0, "taken"));
        assert!(diagnostics.barrier().is_ok());
        diagnostics.report(finding(Code::UnresolvedName, 0, "no type"));
        assert!(diagnostics.barrier().is_err());
        diagnostics.finish();
    }

    #[test]
    fn a_finding_met_twice_is_reported_once() {
        let mut diagnostics = Diagnostics::default();
        diagnostics.report(finding(Code::UnresolvedName, 4, "no type `T`"));
        diagnostics.report(finding(Code::UnresolvedName, 4, "no type `T`"));
        diagnostics.report(finding(Code::UnresolvedName, 4, "no type `U`"));
        assert_eq!(diagnostics.finish().len(), 2);
    }

    #[test]
    #[cfg(debug_assertions)]
    fn errors_dropped_unread_panic() {
        let dropped = std::panic::catch_unwind(|| {
            let mut diagnostics = Diagnostics::default();
            diagnostics.report(finding(Code::UnresolvedName, 0, "no type"));
        });
        assert!(dropped.is_err());
    }
}
