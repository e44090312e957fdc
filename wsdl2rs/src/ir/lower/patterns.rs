//! `pattern` facets → a check of the text (XSD 1.0 Part 2, section 4.3.4).

use super::Lowering;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::item::Check;
use crate::model::id::Id;
use crate::model::xsd::lexical::{Alternatives, Matcher, Pattern};
use crate::model::xsd::{Facets, SimpleType, Variety};

impl Lowering<'_> {
    /// The check that the patterns of one step make: a text must match one of them (section
    /// 4.3.4.3). With it, what judges texts that are known now.
    pub(super) fn pattern(&mut self, step: Id<SimpleType>) -> Option<(Check, Matcher)> {
        let ty = &self.model.simple_types[step];
        let Variety::Restriction { facets, .. } = &ty.variety else { return None };
        let mut patterns: Vec<Pattern> = Vec::new();
        let mut span = None;
        for facet in facets {
            if let Facets::Pattern(pattern) = &facet.kind {
                patterns.push(pattern.clone());
                span.get_or_insert(facet.span);
            }
        }
        let span = span?;
        let alternatives = Alternatives::new(patterns);
        let translation = alternatives.translation();
        match Matcher::new(&translation) {
            Ok(matcher) => {
                Some((Check::Pattern { shown: alternatives.shown(), translation }, matcher))
            }
            Err(reason) => {
                let message = "a pattern is too large to be checked";
                let mut finding = Diagnostic::new(Code::PatternLimit, span, message);
                finding = finding.because(reason);
                if let Some(name) = &ty.name {
                    finding = finding.component(name);
                }
                self.diagnostics.report(finding);
                None
            }
        }
    }
}
