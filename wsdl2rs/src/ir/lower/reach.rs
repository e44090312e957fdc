//! What refers to what, and what each finding concerns. A configuration that chooses components
//! gets the types that these reach, and hears of those alone.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowering;
use crate::diagnostic::Diagnostic;
use crate::ir::ty::TypeId;
use crate::model::id::Id;
use crate::model::xsd::{ComplexType, Element, SimpleType};

/// What can refer to something, and what a finding can concern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    /// What is generated in any case.
    Contract,
    /// What is there only if something else refers to it.
    Apart,
    /// A global element.
    Element(Id<Element>),
    /// A complex type until it has its name.
    Complex(Id<ComplexType>),
    /// A simple type.
    Simple(Id<SimpleType>),
    /// A generated type.
    Item(TypeId),
    /// The fault enum with this index.
    Fault(usize),
}

/// The findings of the stage, each with what it concerns.
pub(super) struct Findings {
    /// What is being lowered.
    pub(super) subject: Subject,
    found: Vec<(Subject, Diagnostic)>,
}

impl Findings {
    /// No findings yet.
    pub(super) fn new() -> Self {
        Self { subject: Subject::Apart, found: Vec::new() }
    }

    /// Records a finding on what is being lowered.
    pub(super) fn report(&mut self, finding: Diagnostic) {
        self.found.push((self.subject, finding));
    }

    /// Takes the findings on what is reached.
    pub(super) fn take(&mut self, reached: &Reached) -> Vec<Diagnostic> {
        let found = std::mem::take(&mut self.found).into_iter();
        found.filter(|(subject, _)| reached.has(*subject)).map(|(_, finding)| finding).collect()
    }
}

/// What is generated; everything, where nothing was chosen.
pub(super) struct Reached(Option<BTreeSet<Subject>>);

impl Reached {
    /// Whether this is generated.
    pub(super) fn has(&self, subject: Subject) -> bool {
        self.0.as_ref().is_none_or(|reached| reached.contains(&subject))
    }
}

impl Lowering<'_> {
    /// Begins to lower this, and says what was being lowered.
    pub(super) fn enter(&mut self, subject: Subject) -> Subject {
        std::mem::replace(&mut self.diagnostics.subject, subject)
    }

    /// Goes on with what was being lowered before.
    pub(super) fn leave(&mut self, before: Subject) {
        self.diagnostics.subject = before;
    }

    /// Notes that what is being lowered refers to this.
    pub(super) fn uses(&mut self, used: Subject) {
        self.references.insert((self.diagnostics.subject, used));
    }

    /// What the chosen components reach, and not through a type that is replaced.
    pub(super) fn reached(&self, chosen: Option<&[Subject]>) -> Reached {
        let Some(chosen) = chosen else { return Reached(None) };
        let mut used: BTreeMap<Subject, Vec<Subject>> = BTreeMap::new();
        for (subject, other) in &self.references {
            used.entry(*subject).or_default().push(*other);
        }
        let mut reached = BTreeSet::new();
        let mut open = vec![Subject::Contract];
        open.extend(chosen);
        while let Some(subject) = open.pop() {
            if !self.replaced.contains_key(&subject) && reached.insert(subject) {
                open.extend(used.remove(&subject).unwrap_or_default());
            }
        }
        Reached(Some(reached))
    }
}
