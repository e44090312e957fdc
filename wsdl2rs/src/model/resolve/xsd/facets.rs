//! The facets of one restriction: applicable, lexically valid, within the base type (XSD 1.0
//! Part 2, sections 4.1.5 and 4.3).

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::facet_rules;
use super::facts::{Edge, Facts, Limit, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;
use crate::model::resolve::references::Scope;
use crate::model::resolve::symbols::Space;
use crate::model::xsd::lexical::{self, Alternatives, Pattern, Value};
use crate::model::xsd::{Builtin, Facet, Facets, WhiteSpace};
use crate::source::{Span, Spanned};
use crate::syntax::xsd::{self as syntax, FacetKind};

/// Which facets one step of derivation sets, and where.
pub(super) type Places = BTreeMap<FacetKind, Span>;

impl Resolver<'_, '_> {
    /// The valid facets of a restriction of a type with the facts `base`, and the facts of the
    /// restriction.
    pub(super) fn apply_facets(
        &mut self,
        base: &Facts,
        facets: &[syntax::Facet],
    ) -> (Vec<Facet>, Facts) {
        let mut facts = base.clone();
        let mut places = Places::new();
        let mut keys = BTreeSet::new();
        let mut applied = Vec::new();
        let mut patterns = Vec::new();
        for facet in facets {
            if !self.check_applicable(base, facet) {
                continue;
            }
            let kind = if facet.kind == FacetKind::Enumeration {
                self.enumeration(base, facet, &mut keys)
            } else if facet.kind == FacetKind::Pattern {
                let Some(pattern) = self.pattern(facet) else { continue };
                patterns.push(pattern.clone());
                Facets::Pattern(pattern)
            } else if places.contains_key(&facet.kind) {
                let message = format!("`{}` is given twice", name(facet.kind));
                self.find(Code::RepeatedFacet, facet.span, message);
                continue;
            } else if let Some(kind) = self.limit(base, &mut facts, facet) {
                kind
            } else {
                continue;
            };
            places.entry(facet.kind).or_insert(facet.span);
            let documentation = facet.documentation.text.clone();
            applied.push(Facet { span: facet.span, kind, documentation });
        }
        if !patterns.is_empty() {
            facts.patterns.push(Rc::new(Alternatives::new(patterns)));
        }
        if places.contains_key(&FacetKind::Enumeration) {
            facts.enumeration = Some(Rc::new(keys));
        }
        for finding in facet_rules::check(base, &facts, &places) {
            self.report(finding);
        }
        (applied, facts)
    }

    fn check_applicable(&mut self, base: &Facts, facet: &syntax::Facet) -> bool {
        let applicable = is_applicable(&base.shape, facet.kind);
        if !applicable {
            let ty = match &base.shape {
                Shape::Atomic(builtin) => format!("values of `xs:{}`", builtin.name()),
                Shape::List(_) => "lists".to_owned(),
                Shape::Union(_) | Shape::Any => "unions".to_owned(),
            };
            let message = format!("`{}` does not apply to {ty}", name(facet.kind));
            self.find(Code::FacetNotApplicable, facet.span, message);
        }
        applicable
    }

    /// A regular expression; none where it is invalid.
    fn pattern(&mut self, facet: &syntax::Facet) -> Option<Pattern> {
        let span = facet.value.span;
        match Pattern::parse(&facet.value.value) {
            Ok(pattern) => {
                for doubt in pattern.doubts() {
                    let message = "a pattern may be meant in another dialect than it is read in";
                    let finding = Diagnostic::new(Code::PatternDialect, span, message);
                    self.report(finding.because(doubt.clone()));
                }
                Some(pattern)
            }
            Err(reason) => {
                let message = "a pattern is no regular expression of XML Schema";
                self.report(Diagnostic::new(Code::Pattern, span, message).because(reason));
                None
            }
        }
    }

    /// An enumerated value, which must be a value of the base type.
    fn enumeration(
        &mut self,
        base: &Facts,
        facet: &syntax::Facet,
        keys: &mut BTreeSet<String>,
    ) -> Facets {
        match self.key_by_facts(base, &facet.value.value) {
            Ok(key) => {
                keys.insert(key);
            }
            Err(reason) => {
                let message = "an enumerated value is not a value of the base type";
                let finding = Diagnostic::new(Code::EnumerationValue, facet.value.span, message);
                self.report(finding.because(reason));
            }
        }
        let is_notation =
            matches!(base.shape, Shape::Atomic(builtin) if builtin == Builtin::Notation);
        if let Some(qname) = facet.qname.as_ref().filter(|_| is_notation) {
            let notation = Spanned::new(qname.clone(), facet.value.span);
            if self.look_up(Space::Notations, &notation, Scope::WSDL).is_none() {
                self.unresolved(Space::Notations, &notation);
            }
        }
        Facets::Enumeration(facet.value.value.clone(), facet.qname.clone())
    }

    /// A facet that a step can set once; none where its value is invalid.
    fn limit(&mut self, base: &Facts, facts: &mut Facts, facet: &syntax::Facet) -> Option<Facets> {
        let is_fixed = facet.fixed;
        let count = |least: u64| {
            let count = count(&facet.value.value).filter(|count| *count >= least);
            count.map(|value| Limit { value, is_fixed })
        };
        let found = match facet.kind {
            FacetKind::Length => set(&mut facts.length, count(0)).map(Facets::Length),
            FacetKind::MinLength => set(&mut facts.min_length, count(0)).map(Facets::MinLength),
            FacetKind::MaxLength => set(&mut facts.max_length, count(0)).map(Facets::MaxLength),
            FacetKind::TotalDigits => {
                set(&mut facts.total_digits, count(1)).map(Facets::TotalDigits)
            }
            FacetKind::FractionDigits => {
                set(&mut facts.fraction_digits, count(0)).map(Facets::FractionDigits)
            }
            FacetKind::WhiteSpace => white_space(&facet.value.value).map(|value| {
                facts.white_space = Limit { value, is_fixed };
                Facets::WhiteSpace(value)
            }),
            FacetKind::MinInclusive | FacetKind::MinExclusive => {
                edge(base, facet).map(|(edge, kind)| {
                    facts.min = Some(edge);
                    kind
                })
            }
            FacetKind::MaxInclusive | FacetKind::MaxExclusive => {
                edge(base, facet).map(|(edge, kind)| {
                    facts.max = Some(edge);
                    kind
                })
            }
            FacetKind::Pattern | FacetKind::Enumeration => None,
        };
        if found.is_none() {
            let message = format!(
                "`{}` is not a value that `{}` can have",
                facet.value.value,
                name(facet.kind)
            );
            self.find(Code::FacetValue, facet.value.span, message);
        }
        found
    }
}

fn set(slot: &mut Option<Limit<u64>>, limit: Option<Limit<u64>>) -> Option<u64> {
    let limit = limit?;
    *slot = Some(limit);
    Some(limit.value)
}

/// A `nonNegativeInteger`; one that is too large for any text counts as the largest.
fn count(text: &str) -> Option<u64> {
    let digits = text.trim();
    let digits = digits.strip_prefix('+').unwrap_or(digits);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().unwrap_or(u64::MAX))
}

fn white_space(text: &str) -> Option<WhiteSpace> {
    match text.trim() {
        "preserve" => Some(WhiteSpace::Preserve),
        "replace" => Some(WhiteSpace::Replace),
        "collapse" => Some(WhiteSpace::Collapse),
        _ => None,
    }
}

/// The end of a range, as a limit and as a facet of the component.
fn edge(base: &Facts, facet: &syntax::Facet) -> Option<(Limit<Edge>, Facets)> {
    let text = lexical::normalize(base.white_space.value, &facet.value.value);
    let value = match &base.shape {
        Shape::Atomic(builtin) => lexical::parse(*builtin, &text)?,
        Shape::Any => Value::Text(text.clone().into_owned()),
        Shape::List(_) | Shape::Union(_) => return None,
    };
    let text = text.into_owned();
    let (is_inclusive, kind) = if facet.kind == FacetKind::MinInclusive {
        (true, Facets::MinInclusive(text))
    } else if facet.kind == FacetKind::MinExclusive {
        (false, Facets::MinExclusive(text))
    } else if facet.kind == FacetKind::MaxInclusive {
        (true, Facets::MaxInclusive(text))
    } else {
        (false, Facets::MaxExclusive(text))
    };
    let edge = Edge { value, is_inclusive };
    Some((Limit { value: edge, is_fixed: facet.fixed }, kind))
}

/// `cos-applicable-facets` (Part 2, section 4.1.5).
fn is_applicable(shape: &Shape, kind: FacetKind) -> bool {
    let builtin = match shape {
        Shape::Any => return true,
        Shape::Union(_) => return matches!(kind, FacetKind::Pattern | FacetKind::Enumeration),
        Shape::List(_) => return !is_ordering(kind) && !is_digits(kind),
        Shape::Atomic(builtin) => builtin.primitive(),
    };
    match kind {
        FacetKind::Pattern | FacetKind::WhiteSpace => true,
        FacetKind::Enumeration => builtin != Builtin::Boolean,
        FacetKind::Length | FacetKind::MinLength | FacetKind::MaxLength => matches!(
            builtin,
            Builtin::String
                | Builtin::AnyUri
                | Builtin::HexBinary
                | Builtin::Base64Binary
                | Builtin::QName
                | Builtin::Notation
        ),
        FacetKind::TotalDigits | FacetKind::FractionDigits => builtin == Builtin::Decimal,
        FacetKind::MaxInclusive
        | FacetKind::MaxExclusive
        | FacetKind::MinInclusive
        | FacetKind::MinExclusive => matches!(
            builtin,
            Builtin::Decimal
                | Builtin::Float
                | Builtin::Double
                | Builtin::Duration
                | Builtin::DateTime
                | Builtin::Time
                | Builtin::Date
                | Builtin::GYearMonth
                | Builtin::GYear
                | Builtin::GMonthDay
                | Builtin::GDay
                | Builtin::GMonth
        ),
    }
}

fn is_ordering(kind: FacetKind) -> bool {
    matches!(
        kind,
        FacetKind::MaxInclusive
            | FacetKind::MaxExclusive
            | FacetKind::MinInclusive
            | FacetKind::MinExclusive
    )
}

fn is_digits(kind: FacetKind) -> bool {
    matches!(kind, FacetKind::TotalDigits | FacetKind::FractionDigits)
}

/// The facet's element name.
pub(super) fn name(kind: FacetKind) -> &'static str {
    match kind {
        FacetKind::Length => "length",
        FacetKind::MinLength => "minLength",
        FacetKind::MaxLength => "maxLength",
        FacetKind::Pattern => "pattern",
        FacetKind::Enumeration => "enumeration",
        FacetKind::WhiteSpace => "whiteSpace",
        FacetKind::MaxInclusive => "maxInclusive",
        FacetKind::MaxExclusive => "maxExclusive",
        FacetKind::MinInclusive => "minInclusive",
        FacetKind::MinExclusive => "minExclusive",
        FacetKind::TotalDigits => "totalDigits",
        FacetKind::FractionDigits => "fractionDigits",
    }
}
