//! Findings about the input: what is wrong, where, why there, and what to do.

mod code;
mod collect;
mod error;
mod excerpt;
mod explain;
mod finding;
#[cfg(feature = "cli")]
mod json;
mod level;
mod place;
mod render;

pub(crate) use code::Code;
pub(crate) use collect::{Diagnostics, Refused};
pub use error::Error;
pub(crate) use excerpt::visible;
#[cfg(feature = "cli")]
pub(crate) use explain::{example, explanation};
pub use finding::Finding;
#[cfg(feature = "cli")]
pub(crate) use finding::Site;
#[cfg(feature = "cli")]
pub(crate) use json::findings_to_json;
pub use level::Level;
pub(crate) use level::{LevelRule, Levels};
pub(crate) use place::{OptionFile, Origin, Place};
#[cfg(feature = "cli")]
pub(crate) use render::show;
pub(crate) use render::{Style, render};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Severity {
    /// Nothing is generated.
    Error,
    /// Something is generated, and the user should know.
    Warning,
    /// Only worth knowing, such as an HTTP binding that is left out.
    Note,
}

impl Severity {
    /// The word that begins a report.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// A place that explains a finding.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    /// The place.
    pub(crate) place: Place,
    /// Why it matters; empty where the message says it all.
    pub(crate) text: String,
}

/// One finding.
#[derive(Clone, Debug)]
pub(crate) struct Diagnostic {
    /// The rule.
    pub(crate) code: Code,
    /// The weight; the code's own unless the configuration says otherwise.
    pub(crate) severity: Severity,
    /// What is wrong, in one sentence without a full stop. What comes from the input stands
    /// between back quotes, so that findings which differ only in that are counted as one kind.
    pub(crate) message: String,
    /// Where, and why there.
    pub(crate) primary: Label,
    /// Other places that matter.
    pub(crate) labels: Vec<Label>,
    /// What to do about it.
    pub(crate) help: String,
    /// The component that it is about, by expanded name, for configuration by component.
    pub(crate) component: Option<String>,
}

impl Diagnostic {
    /// A finding with the code's own weight.
    pub(crate) fn new(code: Code, place: impl Into<Place>, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            primary: Label { place: place.into(), text: String::new() },
            labels: Vec::new(),
            help: code.help().to_owned(),
            component: None,
        }
    }

    /// Says why the primary place is the place.
    pub(crate) fn because(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Adds a second place.
    pub(crate) fn label(mut self, place: impl Into<Place>, text: impl Into<String>) -> Self {
        self.labels.push(Label { place: place.into(), text: text.into() });
        self
    }

    /// Says what to do, where the code's own advice can be made concrete.
    pub(crate) fn help(mut self, text: impl Into<String>) -> Self {
        self.help = text.into();
        self
    }

    /// Names the component.
    pub(crate) fn component(mut self, name: impl ToString) -> Self {
        self.component = Some(name.to_string());
        self
    }
}
