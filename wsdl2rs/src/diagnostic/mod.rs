//! Findings about the input: what is wrong, where, why there, and what to do.

mod code;
mod collect;

use crate::source::Span;

pub(crate) use code::Code;
pub(crate) use collect::{Diagnostics, Refused};

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

/// A second place that explains a finding.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    /// The place.
    pub(crate) span: Span,
    /// Why it matters.
    pub(crate) text: String,
}

/// One finding.
#[derive(Clone, Debug)]
pub(crate) struct Diagnostic {
    /// The rule.
    pub(crate) code: Code,
    /// The weight; the code's own unless the configuration says otherwise.
    pub(crate) severity: Severity,
    /// What is wrong, in one sentence without a full stop.
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
    pub(crate) fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            message: message.into(),
            primary: Label { span, text: String::new() },
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
    pub(crate) fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
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
