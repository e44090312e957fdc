//! Enumeration facets → an enum whose variants are named after the values (XSD 1.0 Part 2, section
//! 4.3.5). The values are those that the other facets leave, of the step that enumerates them and
//! of those that restrict it further.

use super::Lowering;
use super::building::Owner;
use super::facets::{Chain, Root};
use crate::diagnostic::Code;
use crate::ir::doc::Doc;
use crate::ir::ident::{Casing, Scope};
use crate::ir::item::{
    Check, EnumeratedValue, Enumeration, EnumerationVariant, ItemKind, Judgement,
};
use crate::model::Model;
use crate::model::id::Id;
use crate::model::xsd::lexical::{self, Matcher, Value};
use crate::model::xsd::{Builtin, Facet, Facets, SimpleType, SimpleTypeRef, Variety, WhiteSpace};

impl Lowering<'_> {
    /// The enumeration facets of the last step that has any.
    pub(super) fn enumeration(&self, chain: &Chain) -> Option<Vec<Facet>> {
        let enumerated = |step: &Id<SimpleType>| {
            let values: Vec<Facet> = facets_of(self.model, *step)
                .iter()
                .filter(|facet| is_value(facet))
                .cloned()
                .collect();
            (!values.is_empty()).then_some(values)
        };
        chain.steps.iter().rev().find_map(enumerated)
    }

    /// The enum of a chain with enumerated values.
    pub(super) fn enumerated(
        &mut self,
        chain: &Chain,
        facets: &[Facet],
        owner: &Owner,
    ) -> ItemKind {
        let base = self.root_type(chain, owner);
        let judgement = match chain.root {
            Root::Builtin(Builtin::QName | Builtin::Notation) => Judgement::Names,
            Root::Builtin(_) if base.is_spelled_one_way() => Judgement::Texts,
            Root::Builtin(_) => Judgement::Values,
            Root::List(id) | Root::Union(id) if !self.has_prefixes(SimpleTypeRef::Defined(id)) => {
                Judgement::Values
            }
            Root::List(_) | Root::Union(_) => {
                let message = "an enumeration of lists or unions of names has no Rust form yet";
                self.refuse(Code::EnumerationBase, facets[0].span, None, message.to_owned());
                Judgement::Values
            }
        };
        let (mut checks, white_space) = self.checks(chain, &base);
        // Texts were judged by now; of a value there may be texts that a pattern forbids.
        checks.retain(|check| {
            judgement != Judgement::Texts && matches!(check, Check::Pattern { .. })
        });
        let kept = white_space.unwrap_or_else(|| white_space_of(chain.root));
        let values = self.left(chain, facets, kept);
        let variants = variants(&values, judgement);
        ItemKind::Enumeration(Enumeration { base, judgement, checks, white_space, variants })
    }

    /// The enumerated values that the other facets leave, each with its text.
    fn left(&mut self, chain: &Chain, values: &[Facet], white_space: WhiteSpace) -> Vec<Valued> {
        let model = self.model;
        let mut narrowing = Vec::new();
        let mut patterns = Vec::new();
        for step in chain.steps.iter().rev() {
            let facets = facets_of(model, *step);
            narrowing.extend(facets.iter().map(|facet| facet.kind.clone()));
            patterns.extend(self.pattern(*step).map(|(_, matcher)| matcher));
            if facets.iter().any(is_value) {
                break;
            }
        }
        let mut left: Vec<Valued> = Vec::new();
        for facet in values {
            let Facets::Enumeration(text, name) = &facet.kind else { continue };
            let text = lexical::normalize(white_space, text).into_owned();
            let value = Valued::new(chain.root, text, name.clone(), facet);
            let allows = |facet: &Facets| value.satisfies(facet, chain.root);
            let matches = |matcher: &Matcher| matcher.is_match(&value.text);
            let is_known = left.iter().any(|known| known.key == value.key);
            if narrowing.iter().all(allows) && patterns.iter().all(matches) && !is_known {
                left.push(value);
            }
        }
        if left.is_empty() {
            let message = "the facets leave none of the enumerated values".to_owned();
            self.refuse(Code::FacetHere, values[0].span, None, message);
            left.push(Valued::new(chain.root, String::new(), None, &values[0]));
        }
        left
    }

    /// Whether values, or some of them, have prefixes, which mean nothing but where they are
    /// declared.
    pub(super) fn has_prefixes(&self, ty: SimpleTypeRef) -> bool {
        let id = match ty {
            SimpleTypeRef::Builtin(builtin) => {
                return matches!(builtin, Builtin::QName | Builtin::Notation);
            }
            SimpleTypeRef::Defined(id) => id,
        };
        match &self.model.simple_types[id].variety {
            Variety::Restriction { base, .. } => self.has_prefixes(*base),
            Variety::List { item } => self.has_prefixes(*item),
            Variety::Union { members } => members.iter().any(|ty| self.has_prefixes(*ty)),
        }
    }
}

/// An enumerated value.
struct Valued {
    text: String,
    name: Option<crate::vocabulary::QName>,
    /// What equal values share.
    key: String,
    value: Option<Value>,
    documentation: String,
}

impl Valued {
    fn new(
        root: Root,
        text: String,
        name: Option<crate::vocabulary::QName>,
        facet: &Facet,
    ) -> Self {
        let value = match root {
            Root::Builtin(builtin) => lexical::parse(builtin, &text),
            Root::List(_) | Root::Union(_) => None,
        };
        let is_name = matches!(root, Root::Builtin(Builtin::QName | Builtin::Notation));
        let key = match (&name, &value) {
            (Some(name), _) if is_name => name.to_string(),
            (_, Some(value)) => value.key(),
            (_, None) => text.clone(),
        };
        let name = name.filter(|_| is_name);
        Self { text, name, key, value, documentation: facet.documentation.clone() }
    }

    /// Whether a facet other than `pattern` allows the value.
    fn satisfies(&self, facet: &Facets, root: Root) -> bool {
        let length = match (root, &self.value) {
            (Root::Builtin(Builtin::QName | Builtin::Notation), _) | (Root::Union(_), _) => None,
            (_, Some(value)) => value.length(),
            (_, None) => Some(lexical::items(&self.text).count() as u64),
        };
        let order = |bound: &str| match (root, &self.value) {
            (Root::Builtin(builtin), Some(value)) => {
                value.compare(&lexical::parse(builtin, bound)?)
            }
            _ => None,
        };
        let number = match &self.value {
            Some(Value::Decimal(number)) => Some(number),
            _ => None,
        };
        match facet {
            Facets::Length(exact) => length.is_none_or(|length| length == *exact),
            Facets::MinLength(least) => length.is_none_or(|length| length >= *least),
            Facets::MaxLength(most) => length.is_none_or(|length| length <= *most),
            Facets::MinInclusive(bound) => order(bound).is_some_and(std::cmp::Ordering::is_ge),
            Facets::MinExclusive(bound) => order(bound).is_some_and(std::cmp::Ordering::is_gt),
            Facets::MaxInclusive(bound) => order(bound).is_some_and(std::cmp::Ordering::is_le),
            Facets::MaxExclusive(bound) => order(bound).is_some_and(std::cmp::Ordering::is_lt),
            Facets::TotalDigits(most) => number.is_none_or(|n| n.total_digits() <= *most),
            Facets::FractionDigits(most) => number.is_none_or(|n| n.fraction_digits() <= *most),
            Facets::Pattern(_) | Facets::Enumeration(..) | Facets::WhiteSpace(_) => true,
        }
    }
}

/// The facets of a step.
fn facets_of(model: &Model, step: Id<SimpleType>) -> &[Facet] {
    match &model.simple_types[step].variety {
        Variety::Restriction { facets, .. } => facets,
        Variety::List { .. } | Variety::Union { .. } => &[],
    }
}

fn is_value(facet: &Facet) -> bool {
    matches!(facet.kind, Facets::Enumeration(..))
}

/// The white space rule that a chain begins with. A union has none: its texts stay as they are.
fn white_space_of(root: Root) -> WhiteSpace {
    match root {
        Root::Builtin(Builtin::String | Builtin::AnySimpleType) | Root::Union(_) => {
            WhiteSpace::Preserve
        }
        Root::Builtin(Builtin::NormalizedString) => WhiteSpace::Replace,
        Root::Builtin(_) | Root::List(_) => WhiteSpace::Collapse,
    }
}

fn variants(values: &[Valued], judgement: Judgement) -> Vec<EnumerationVariant> {
    let mut scope = Scope::default();
    let variant = |value: &Valued| {
        let (name, shown_as, enumerated) = match &value.name {
            Some(name) => {
                let (namespace, local) = (name.namespace.as_str(), &*name.local);
                let enumerated =
                    EnumeratedValue::Name { namespace: namespace.into(), local: local.into() };
                (local.to_owned(), name.to_string(), enumerated)
            }
            None => {
                let text = &value.text;
                let name = if judgement == Judgement::Values { spoken(text) } else { text.clone() };
                (name, text.clone(), EnumeratedValue::Text(text.clone()))
            }
        };
        let name = if name.is_empty() { "Empty" } else { &name };
        let (ident, _) = scope.take(&[name], Casing::Camel);
        let doc = Doc::foreign(&value.documentation).then(&shown(&shown_as));
        EnumerationVariant { ident, value: enumerated, doc }
    };
    values.iter().map(variant).collect()
}

/// The text of a number or date with a word for each sign that no identifier can have, where it
/// tells values apart: `-1` and `1`, `1.5` and `15`.
fn spoken(text: &str) -> String {
    let is_negative = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    let text = match text.strip_prefix('-') {
        Some(rest) if is_negative(rest) => format!("minus {rest}"),
        _ => text.to_owned(),
    };
    let mut spoken = String::new();
    let mut before = ' ';
    for character in text.chars() {
        match character {
            '.' if before.is_ascii_digit() => spoken.push_str(" point "),
            _ => spoken.push(character),
        }
        before = character;
    }
    spoken
}

/// A value of an enumeration as its documentation has it.
fn shown(value: &str) -> String {
    if value.is_empty() {
        return "The empty text.".to_owned();
    }
    let shown: String = value
        .chars()
        .map(|c| match c {
            '`' => "'".to_owned(),
            c if c.is_control() => c.escape_default().to_string(),
            c => c.to_string(),
        })
        .collect();
    format!("`{shown}`")
}

#[cfg(test)]
mod tests {
    use super::spoken;

    #[test]
    fn signs_become_words() {
        let rows = [
            ("1", "1"),
            ("-1", "minus 1"),
            ("1.50", "1 point 50"),
            ("-.5", "-.5"),
            ("--04", "--04"),
            ("-P1D", "minus P1D"),
            ("-INF", "minus INF"),
            ("2024-01-01", "2024-01-01"),
        ];
        for (text, expected) in rows {
            assert_eq!(spoken(text), expected);
        }
    }
}
