//! The constraining facets (XSD 1.0 Part 2, section 4.3).

use super::Common;
use crate::source::{Span, Spanned};
use crate::syntax::Documentation;
use crate::syntax::context::Context;
use crate::syntax::family::is_schema;
use crate::syntax::reader::{Node, Reader};
use crate::vocabulary::{QName, terms};

/// A constraining facet (XSD 1.0 Part 2, section 4.3).
#[derive(Clone, Debug)]
pub(crate) struct Facet {
    /// The start tag.
    pub(crate) span: Span,
    /// Which facet.
    pub(crate) kind: FacetKind,
    /// `value`, white space as written.
    pub(crate) value: Spanned<String>,
    /// The expanded name that `value` would be as a QName, for enumerations of QName and NOTATION.
    pub(crate) qname: Option<QName>,
    /// `fixed`.
    pub(crate) fixed: bool,
    /// Its documentation (enumerations are often documented one by one).
    pub(crate) documentation: Documentation,
}

/// The twelve facets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FacetKind {
    /// `xs:length`.
    Length,
    /// `xs:minLength`.
    MinLength,
    /// `xs:maxLength`.
    MaxLength,
    /// `xs:pattern`.
    Pattern,
    /// `xs:enumeration`.
    Enumeration,
    /// `xs:whiteSpace`.
    WhiteSpace,
    /// `xs:maxInclusive`.
    MaxInclusive,
    /// `xs:maxExclusive`.
    MaxExclusive,
    /// `xs:minInclusive`.
    MinInclusive,
    /// `xs:minExclusive`.
    MinExclusive,
    /// `xs:totalDigits`.
    TotalDigits,
    /// `xs:fractionDigits`.
    FractionDigits,
}

impl FacetKind {
    /// The facet that an element is.
    pub(super) fn of(node: Node<'_>) -> Option<Self> {
        let kind = match node.tag_name().name() {
            terms::LENGTH => Self::Length,
            terms::MIN_LENGTH => Self::MinLength,
            terms::MAX_LENGTH => Self::MaxLength,
            terms::PATTERN => Self::Pattern,
            terms::ENUMERATION => Self::Enumeration,
            terms::WHITE_SPACE => Self::WhiteSpace,
            terms::MAX_INCLUSIVE => Self::MaxInclusive,
            terms::MAX_EXCLUSIVE => Self::MaxExclusive,
            terms::MIN_INCLUSIVE => Self::MinInclusive,
            terms::MIN_EXCLUSIVE => Self::MinExclusive,
            terms::TOTAL_DIGITS => Self::TotalDigits,
            terms::FRACTION_DIGITS => Self::FractionDigits,
            _ => return None,
        };
        is_schema(node).then_some(kind)
    }

    /// Whether each derived type may state the facet anew, so that it cannot be fixed.
    fn is_never_fixed(self) -> bool {
        matches!(self, Self::Pattern | Self::Enumeration)
    }
}

impl Facet {
    /// Reads a facet.
    pub(super) fn read(node: Node<'_>, kind: FacetKind, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let value = reader.require(cx, terms::VALUE);
        let fixed = !kind.is_never_fixed()
            && reader.boolean(cx, terms::FIXED).is_some_and(|fixed| fixed.value);
        for child in children {
            reader.unexpected(cx, child);
        }
        reader.finish(cx);
        let value = value?;
        let is_enumeration = kind == FacetKind::Enumeration;
        let qname = if is_enumeration { cx.value_name(node, &value.collapsed()) } else { None };
        Some(Self {
            span: common.span,
            kind,
            value: Spanned::new(value.text.to_owned(), value.span),
            qname,
            fixed,
            documentation: common.documentation,
        })
    }
}
