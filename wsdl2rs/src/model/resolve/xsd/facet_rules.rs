//! How the facets of one restriction fit each other and those of the base type (XSD 1.0 Part 2,
//! sections 4.3.1.4 to 4.3.12.4).

use std::cmp::Ordering;

use super::facets::{Places, name};
use super::facts::{Edge, Facts, Limit};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::syntax::xsd::FacetKind;

/// The findings about the facets that a step sets at `places`, which make `facts` of `base`.
pub(super) fn check(base: &Facts, facts: &Facts, places: &Places) -> Vec<Diagnostic> {
    let mut findings = Findings { base, facts, places, found: Vec::new() };
    if !places.is_empty() {
        findings.check_lengths();
        findings.check_digits();
        findings.check_white_space();
        findings.check_range();
    }
    findings.found
}

struct Findings<'f> {
    base: &'f Facts,
    facts: &'f Facts,
    places: &'f Places,
    found: Vec<Diagnostic>,
}

impl Findings<'_> {
    fn place(&self, kind: FacetKind) -> Option<Span> {
        self.places.get(&kind).copied()
    }

    fn find(&mut self, code: Code, span: Span, message: String) {
        self.found.push(Diagnostic::new(code, span, message));
    }

    /// A count must not be on the wrong side of the base's, nor differ from a fixed one.
    fn check_count(
        &mut self,
        kind: FacetKind,
        code: Code,
        own: Option<Limit<u64>>,
        base: Option<Limit<u64>>,
        wrong: Option<Ordering>,
    ) {
        let (Some(span), Some(own), Some(base)) = (self.place(kind), own, base) else { return };
        let order = own.value.cmp(&base.value);
        let is_wrong =
            if base.is_fixed { order.is_ne() } else { wrong.is_none_or(|wrong| order == wrong) };
        if is_wrong && order.is_ne() {
            let message = format!(
                "`{}` is {}, but {} in the base type{}",
                name(kind),
                own.value,
                base.value,
                if base.is_fixed { ", where it is fixed" } else { "" }
            );
            self.find(code, span, message);
        }
    }

    fn check_lengths(&mut self) {
        let (base, facts) = (self.base, self.facts);
        let (length, min, max) = (FacetKind::Length, FacetKind::MinLength, FacetKind::MaxLength);
        self.check_count(length, Code::LengthRestriction, facts.length, base.length, None);
        let (less, greater) = (Some(Ordering::Less), Some(Ordering::Greater));
        self.check_count(min, Code::MinLengthRestriction, facts.min_length, base.min_length, less);
        self.check_count(
            max,
            Code::MaxLengthRestriction,
            facts.max_length,
            base.max_length,
            greater,
        );
        if let (Some(least), Some(most)) = (facts.min_length, facts.max_length)
            && least.value > most.value
            && let Some(span) = self.place(min).or(self.place(max))
        {
            let message =
                format!("`minLength` is {}, but `maxLength` is {}", least.value, most.value);
            self.find(Code::MinLengthOrder, span, message);
        }
        if let Some(exact) = facts.length
            && let Some(span) = self.place(length).or(self.place(min)).or(self.place(max))
        {
            // A bound that the base type has may be repeated.
            let adds = |kind, own: Option<Limit<u64>>, base: Option<Limit<u64>>| {
                let is_repeated = own.map(|own| own.value) == base.map(|base| base.value);
                self.place(kind).is_some() && !is_repeated
            };
            let in_one_step = self.place(length).is_some()
                && (adds(min, facts.min_length, base.min_length)
                    || adds(max, facts.max_length, base.max_length));
            let contradicts = facts.min_length.is_some_and(|least| least.value > exact.value)
                || facts.max_length.is_some_and(|most| most.value < exact.value);
            if in_one_step || contradicts {
                let message = "`length` is given together with `minLength` or `maxLength`";
                self.find(Code::LengthConflict, span, message.to_owned());
            }
        }
    }

    fn check_digits(&mut self) {
        let (base, facts) = (self.base, self.facts);
        let (total, fraction) = (FacetKind::TotalDigits, FacetKind::FractionDigits);
        let greater = Some(Ordering::Greater);
        let code = Code::TotalDigitsRestriction;
        self.check_count(total, code, facts.total_digits, base.total_digits, greater);
        let code = Code::FractionDigitsRestriction;
        self.check_count(fraction, code, facts.fraction_digits, base.fraction_digits, greater);
        if let (Some(digits), Some(after_point)) = (facts.total_digits, facts.fraction_digits)
            && after_point.value > digits.value
            && let Some(span) = self.place(fraction).or(self.place(total))
        {
            let message = format!(
                "`fractionDigits` is {}, but `totalDigits` is {}",
                after_point.value, digits.value
            );
            self.find(Code::FractionDigitsOrder, span, message);
        }
    }

    fn check_white_space(&mut self) {
        let Some(span) = self.place(FacetKind::WhiteSpace) else { return };
        let (own, base) = (self.facts.white_space.value, self.base.white_space);
        if own < base.value || (base.is_fixed && own != base.value) {
            let message = "`whiteSpace` keeps white space that the base type does not keep";
            self.find(Code::WhiteSpaceRestriction, span, message.to_owned());
        }
    }

    fn check_range(&mut self) {
        let both = [
            (FacetKind::MinInclusive, FacetKind::MinExclusive, Code::TwoLowerBounds),
            (FacetKind::MaxInclusive, FacetKind::MaxExclusive, Code::TwoUpperBounds),
        ];
        for (inclusive, exclusive, code) in both {
            if let (Some(_), Some(span)) = (self.place(inclusive), self.place(exclusive)) {
                let message =
                    format!("`{}` and `{}` exclude each other", name(inclusive), name(exclusive));
                self.find(code, span, message);
            }
        }
        self.check_order();
        let bounds = [
            (FacetKind::MinInclusive, Code::MinInclusiveRestriction),
            (FacetKind::MinExclusive, Code::MinExclusiveRestriction),
            (FacetKind::MaxInclusive, Code::MaxInclusiveRestriction),
            (FacetKind::MaxExclusive, Code::MaxExclusiveRestriction),
        ];
        for (kind, code) in bounds {
            let is_min = matches!(kind, FacetKind::MinInclusive | FacetKind::MinExclusive);
            let own = if is_min { &self.facts.min } else { &self.facts.max };
            if let (Some(span), Some(own)) = (self.place(kind), own)
                && !self.is_within_base(&own.value, is_min)
            {
                let message = format!(
                    "`{}` is `{}`, which is outside the range of the base type",
                    name(kind),
                    own.value.value.key()
                );
                self.find(code, span, message);
            }
        }
    }

    /// The lower end of the range must not be above the upper one.
    fn check_order(&mut self) {
        let (Some(min), Some(max)) = (&self.facts.min, &self.facts.max) else { return };
        let order = min.value.value.compare(&max.value.value);
        let (code, allows_equal) = match (min.value.is_inclusive, max.value.is_inclusive) {
            (true, true) => (Code::RangeInclusive, true),
            (false, false) => (Code::RangeExclusive, true),
            (true, false) => (Code::RangeInclusiveExclusive, false),
            (false, true) => (Code::RangeExclusiveInclusive, false),
        };
        let is_wrong = order.is_some_and(|order| order.is_gt() || (order.is_eq() && !allows_equal));
        let places = [
            FacetKind::MinInclusive,
            FacetKind::MinExclusive,
            FacetKind::MaxInclusive,
            FacetKind::MaxExclusive,
        ];
        let Some(span) = places.into_iter().find_map(|kind| self.place(kind)) else { return };
        if is_wrong {
            let end = |edge: &Edge| {
                let kind = if edge.is_inclusive { "inclusive" } else { "exclusive" };
                format!("`{}` {kind}", edge.value.key())
            };
            let (min, max) = (end(&min.value), end(&max.value));
            let message = format!("the range from {min} to {max} is empty");
            self.find(code, span, message);
        }
    }

    /// Whether an end of the range lies in the range of the base type, whose own ends count as
    /// within when both are of the same kind.
    fn is_within_base(&self, own: &Edge, is_min: bool) -> bool {
        let fits = |base: &Limit<Edge>, inside: Ordering, is_same_end: bool| {
            let Some(order) = own.value.compare(&base.value.value) else { return true };
            let allows_equal = if is_same_end {
                base.value.is_inclusive || !own.is_inclusive
            } else {
                base.value.is_inclusive && (own.is_inclusive || is_min)
            };
            let is_fixed = base.is_fixed && is_same_end;
            let same_kind = own.is_inclusive == base.value.is_inclusive;
            if is_fixed {
                order.is_eq() && same_kind
            } else {
                order == inside || (order.is_eq() && allows_equal)
            }
        };
        let above = self.base.min.as_ref().is_none_or(|min| fits(min, Ordering::Greater, is_min));
        let below = self.base.max.as_ref().is_none_or(|max| fits(max, Ordering::Less, !is_min));
        above && below
    }
}
