//! How much findings weigh, by code and component, as the configuration has it.

use super::code::Weight;
use super::{Code, Diagnostic, Origin, Severity};
use crate::suggest;

/// How much a finding shall weigh.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The finding is not reported. A construct that has no Rust form is left out.
    Allow,
    /// The finding is a warning. A construct that has no Rust form is left out.
    Warn,
    /// The finding is an error, and nothing is generated.
    Deny,
}

/// A level as configured.
#[derive(Clone, Debug)]
pub(crate) struct LevelRule {
    /// The code, as written.
    pub(crate) code: String,
    /// The component, by expanded name; none for all.
    pub(crate) component: Option<String>,
    /// The level.
    pub(crate) level: Level,
    /// Where it was set.
    pub(crate) origin: Origin,
}

/// The levels of a run.
#[derive(Debug, Default)]
pub(crate) struct Levels {
    rules: Vec<Known>,
    /// Whether what has no Rust form is a warning, unless a rule says otherwise.
    tolerant: bool,
}

#[derive(Debug)]
struct Known {
    code: Code,
    component: Option<String>,
    level: Level,
    origin: Origin,
    used: bool,
}

impl Levels {
    /// The levels that `rules` set, and what is wrong with those that cannot be set. Of two rules
    /// for the same, the later counts.
    pub(crate) fn new(rules: &[LevelRule]) -> (Self, Vec<Diagnostic>) {
        let mut levels = Self::default();
        let mut findings = Vec::new();
        for rule in rules {
            match Code::from_id(&rule.code) {
                None => findings.push(unknown_code(rule)),
                Some(code) if code.weight() == Weight::Error && rule.level != Level::Deny => {
                    findings.push(not_lowered(rule));
                }
                Some(code) => levels.rules.push(Known {
                    code,
                    component: rule.component.clone(),
                    level: rule.level,
                    origin: rule.origin.clone(),
                    used: false,
                }),
            }
        }
        (levels, findings)
    }

    /// The same, but what has no Rust form is a warning where no rule says otherwise.
    #[cfg(feature = "cli")]
    pub(crate) fn tolerant(self) -> Self {
        Self { tolerant: true, ..self }
    }

    /// What a finding weighs; none if it is not to be reported. A rule for its component goes
    /// before a rule for its code.
    pub(crate) fn severity(&mut self, finding: &Diagnostic) -> Option<Severity> {
        let of_code = |rule: &Known| rule.code == finding.code;
        let of_component = |rule: &Known| {
            of_code(rule) && rule.component.is_some() && rule.component == finding.component
        };
        let of_all = |rule: &Known| of_code(rule) && rule.component.is_none();
        let chosen = self.rules.iter().rposition(of_component);
        let Some(index) = chosen.or_else(|| self.rules.iter().rposition(of_all)) else {
            let is_refusal = finding.code.weight() == Weight::Refusal;
            let is_lowered = self.tolerant && is_refusal;
            return Some(if is_lowered { Severity::Warning } else { finding.severity });
        };
        self.rules[index].used = true;
        match self.rules[index].level {
            Level::Allow => None,
            Level::Warn => Some(Severity::Warning),
            Level::Deny => Some(Severity::Error),
        }
    }

    /// The rules for one component that no finding met.
    pub(crate) fn unused(&self) -> Vec<Diagnostic> {
        let unused = self.rules.iter().filter(|rule| !rule.used);
        let finding = |rule: &Known| {
            let component = rule.component.as_ref()?;
            let message = format!("no finding `{}` concerns `{component}`", rule.code.id());
            Some(Diagnostic::new(Code::ConfigNothingLowered, &rule.origin, message))
        };
        unused.filter_map(finding).collect()
    }
}

fn unknown_code(rule: &LevelRule) -> Diagnostic {
    let message = format!("there is no code `{}`", rule.code);
    let finding = Diagnostic::new(Code::ConfigUnmatched, &rule.origin, message);
    let known = Code::ALL.iter().map(|code| code.id());
    match suggest::nearest(&rule.code, known) {
        Some(near) => finding.help(format!("the nearest code is `{near}`")),
        None => finding.help("findings show their code in brackets, as in `error[src-resolve]`"),
    }
}

fn not_lowered(rule: &LevelRule) -> Diagnostic {
    let message = format!("findings `{}` are always errors", rule.code);
    Diagnostic::new(Code::ConfigInvalid, &rule.origin, message)
        .help("remove the option: without what the rule asks for, nothing can be generated")
}

#[cfg(test)]
mod tests {
    use std::panic::Location;

    use super::*;

    fn rule(code: &str, component: Option<&str>, level: Level) -> LevelRule {
        let origin = Origin::Caller(Location::caller());
        LevelRule { code: code.into(), component: component.map(Into::into), level, origin }
    }

    #[test]
    fn the_rule_nearest_to_the_component_counts() {
        use Level::{Allow, Deny, Warn};
        let rows: [(&[LevelRule], Option<Severity>); 6] = [
            (&[], Some(Severity::Error)),
            (&[rule("W2R-body", None, Warn)], Some(Severity::Warning)),
            (&[rule("W2R-body", Some("{u}T"), Allow), rule("W2R-body", None, Warn)], None),
            (&[rule("W2R-body", Some("{u}U"), Allow)], Some(Severity::Error)),
            (&[rule("W2R-not-soap", None, Allow)], Some(Severity::Error)),
            (&[rule("W2R-body", None, Warn), rule("W2R-body", None, Deny)], Some(Severity::Error)),
        ];
        let place = Origin::Caller(Location::caller());
        let finding = Diagnostic::new(Code::BodyShape, &place, "x").component("{u}T");
        for (rules, expected) in rows {
            let (mut levels, findings) = Levels::new(rules);
            assert!(findings.is_empty());
            assert_eq!(levels.severity(&finding), expected, "{rules:?}");
        }
    }

    #[test]
    fn a_rule_without_effect_is_reported() {
        let rows = [
            (
                "src-resolv",
                None,
                "there is no code `src-resolv`",
                "the nearest code is `src-resolve`",
            ),
            (
                "W2R-root",
                None,
                "findings `W2R-root` are always errors",
                "remove the option: without what the rule asks for, nothing can be generated",
            ),
        ];
        for (code, component, message, help) in rows {
            let (_, findings) = Levels::new(&[rule(code, component, Level::Allow)]);
            assert_eq!((findings[0].message.as_str(), findings[0].help.as_str()), (message, help));
        }
        let (levels, _) = Levels::new(&[rule("W2R-endless-type", Some("{u}T"), Level::Allow)]);
        assert_eq!(levels.unused()[0].message, "no finding `W2R-endless-type` concerns `{u}T`");
    }
}
