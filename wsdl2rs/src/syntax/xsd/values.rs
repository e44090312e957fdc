//! Attribute values that several components have: forms, derivation sets, occurrence, defaults.

use crate::diagnostic::{Code, Diagnostic};
use crate::source::Spanned;
use crate::syntax::context::Context;
use crate::syntax::lexical;
use crate::syntax::reader::Reader;
use crate::vocabulary::terms;

/// `form` and its defaults.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// In the target namespace.
    Qualified,
    /// In no namespace.
    Unqualified,
}

/// A set of derivation methods: `block`, `final` and their defaults (`#all` sets all).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Derivations {
    /// By extension.
    pub(crate) extension: bool,
    /// By restriction.
    pub(crate) restriction: bool,
    /// By substitution.
    pub(crate) substitution: bool,
    /// By list.
    pub(crate) list: bool,
    /// By union.
    pub(crate) union: bool,
}

/// `minOccurs` and `maxOccurs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Occurs {
    /// `minOccurs`.
    pub(crate) min: u64,
    /// `maxOccurs`; unbounded is `None`.
    pub(crate) max: Option<u64>,
}

/// `default` or `fixed`.
#[derive(Clone, Debug)]
pub(crate) enum ValueConstraint {
    /// `default`.
    Default(Spanned<String>),
    /// `fixed`.
    Fixed(Spanned<String>),
}

impl Form {
    /// Takes an attribute of this type.
    pub(super) fn read(reader: &mut Reader<'_>, cx: &mut Context<'_>, name: &str) -> Option<Self> {
        let form = reader.parse(cx, name, "`qualified` or `unqualified`", |value| match value {
            "qualified" => Some(Self::Qualified),
            "unqualified" => Some(Self::Unqualified),
            _ => None,
        });
        form.map(|form| form.value)
    }
}

impl Derivations {
    /// Takes an attribute of this type, whose items are among `allowed`.
    pub(super) fn read(
        reader: &mut Reader<'_>,
        cx: &mut Context<'_>,
        name: &str,
        allowed: &[&str],
    ) -> Option<Self> {
        let expected = format!("`#all` or a list of {}", allowed.join(", "));
        let read = |value: &str| lexical::derivations(value, allowed);
        reader.parse(cx, name, &expected, read).map(|set| set.value)
    }
}

impl Occurs {
    /// What a particle has whose attributes are absent.
    pub(crate) const ONCE: Self = Self { min: 1, max: Some(1) };

    /// Takes `minOccurs` and `maxOccurs` (XSD 1.0 Part 1, section 3.9.6).
    pub(super) fn read(reader: &mut Reader<'_>, cx: &mut Context<'_>) -> Self {
        let min = reader.parse(cx, terms::MIN_OCCURS, "a non-negative integer", lexical::count);
        let max =
            reader.parse(cx, terms::MAX_OCCURS, "a non-negative integer or `unbounded`", |max| {
                if max == "unbounded" { Some(None) } else { lexical::count(max).map(Some) }
            });
        let upper = max.as_ref().map_or(Some(1), |max| max.value);
        let Some(min) = min else {
            return Self { min: u64::from(upper != Some(0)), max: upper };
        };
        if upper.is_some_and(|upper| upper < min.value) {
            let (low, high) = (min.value, upper.unwrap_or(u64::MAX));
            let message = format!("minOccurs {low} is greater than maxOccurs {high}");
            let label = "the least number of times";
            let mut finding =
                Diagnostic::new(Code::InvalidOccurs, min.span, message).because(label);
            if let Some(max) = &max {
                finding = finding.label(max.span, "the greatest number of times");
            }
            cx.report(finding);
        }
        Self { min: min.value, max: upper }
    }
}

impl ValueConstraint {
    /// Takes `default` and `fixed`, of which a declaration has one at most.
    pub(super) fn read(reader: &mut Reader<'_>, cx: &mut Context<'_>, code: Code) -> Option<Self> {
        let spanned = |value: crate::syntax::reader::Value<'_>| {
            Spanned::new(value.text.to_owned(), value.span)
        };
        let default = reader.take(cx, terms::DEFAULT).map(spanned);
        let fixed = reader.take(cx, terms::FIXED).map(spanned);
        if let (Some(default), Some(fixed)) = (&default, &fixed) {
            let message = "a declaration has `default` and `fixed`";
            cx.report(
                Diagnostic::new(code, default.span, message)
                    .because("the value where the document is silent")
                    .label(fixed.span, "the only value"),
            );
        }
        fixed.map(Self::Fixed).or(default.map(Self::Default))
    }
}
