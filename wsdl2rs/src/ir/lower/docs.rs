//! What the documentation of a generated item says of its declaration.

use super::Lowering;
use crate::ir::content::Range;
use crate::ir::doc::Doc;
use crate::model::xsd::{Element, Origin};
use crate::source::Span;
use crate::vocabulary::QName;

impl Lowering<'_> {
    /// `stock.wsdl:12`: the document without its folder, and the line.
    pub(super) fn place(&self, span: Span) -> String {
        let uri = self.sources.uri(span.source);
        let file = uri.rsplit(['/', '\\']).next().unwrap_or(uri);
        format!("{file}:{}", self.sources.position(span).line)
    }

    /// The documentation of a type or global element.
    pub(super) fn component_doc(&self, origin: &Origin, kind: &str, name: Option<&QName>) -> Doc {
        let place = self.place(origin.span);
        let facts = match name {
            Some(name) => format!("{kind} `{name}`, {place}."),
            None => format!("{kind}, {place}."),
        };
        Doc::foreign(&origin.documentation).then(&facts)
    }

    /// The documentation of a field or variant that is an element.
    pub(super) fn element_doc(&self, element: &Element, range: Range, span: Span) -> Doc {
        let nillable = if element.nillable { ", nillable" } else { "" };
        let facts = format!(
            "Element `{}`, {}{nillable}, {}.",
            element.name,
            occurrence(range),
            self.place(span)
        );
        Doc::foreign(&element.origin.documentation).then(&facts)
    }
}

/// `minOccurs 1, maxOccurs 20`.
pub(super) fn occurrence(range: Range) -> String {
    let max = range.max.map_or_else(|| "unbounded".to_owned(), |max| max.to_string());
    format!("minOccurs {}, maxOccurs {max}", range.min)
}
