//! `xs:key`, `xs:keyref` and `xs:unique` (XSD 1.0 Part 1, section 3.11.2).

use super::{Common, xpath};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::syntax::context::Context;
use crate::syntax::family::{display, is_schema};
use crate::syntax::reader::{Node, Reader};
use crate::vocabulary::{QName, terms};

/// `xs:key`, `xs:keyref` or `xs:unique`.
#[derive(Debug)]
pub(crate) struct IdentityConstraint {
    /// The start tag.
    pub(crate) span: Span,
    /// Which of the three.
    pub(crate) kind: IdentityKind,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// `refer` of a keyref.
    pub(crate) refer: Option<Spanned<QName>>,
    /// `xs:selector/@xpath`.
    pub(crate) selector: String,
    /// `xs:field/@xpath`.
    pub(crate) fields: Vec<String>,
}

/// The kinds of identity constraint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IdentityKind {
    /// `xs:key`.
    Key,
    /// `xs:keyref`.
    KeyRef,
    /// `xs:unique`.
    Unique,
}

impl IdentityConstraint {
    /// The kind of constraint that an element is.
    pub(super) fn kind(node: Node<'_>) -> Option<IdentityKind> {
        match node.tag_name().name() {
            terms::KEY if is_schema(node) => Some(IdentityKind::Key),
            terms::KEYREF if is_schema(node) => Some(IdentityKind::KeyRef),
            terms::UNIQUE if is_schema(node) => Some(IdentityKind::Unique),
            _ => None,
        }
    }

    /// Reads a constraint.
    pub(super) fn read(node: Node<'_>, kind: IdentityKind, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let name = reader.name(cx, terms::NAME);
        let refer = match kind {
            IdentityKind::KeyRef => reader.required_qname(cx, terms::REFER),
            IdentityKind::Key | IdentityKind::Unique => None,
        };
        let mut selector = None;
        let mut fields = Vec::new();
        for child in children {
            match child.tag_name().name() {
                terms::SELECTOR if is_schema(child) && selector.is_none() => {
                    selector = path(child, cx);
                }
                terms::FIELD if is_schema(child) => fields.extend(path(child, cx)),
                _ => reader.unexpected(cx, child),
            }
        }
        if selector.is_none() || fields.is_empty() {
            let message = format!("{} has no selector, or no field", display(node));
            let finding = Diagnostic::new(Code::ElementNotAllowed, common.span, message);
            cx.report(finding.because("it needs one selector and fields"));
        }
        reader.finish(cx);
        let name = name?;
        let name = Spanned::new(cx.own_name(&name.value), name.span);
        let selector = selector.unwrap_or_default();
        Some(Self { span: common.span, kind, name, refer, selector, fields })
    }
}

/// Reads `xpath` of a selector or field.
fn path(node: Node<'_>, cx: &mut Context<'_>) -> Option<String> {
    let mut reader = Reader::new(node, cx);
    let (_, children) = Common::read(&mut reader, cx);
    let path = reader.require(cx, terms::XPATH).map(|value| {
        let path = value.collapsed().into_owned();
        let may_end_in_attribute = node.tag_name().name() == terms::FIELD;
        if let Err(fault) = xpath::check(&path, may_end_in_attribute, node) {
            let message = format!("`{path}` is no path that {} can have", display(node));
            cx.report(Diagnostic::new(Code::InvalidXPath, value.span, message).because(fault));
        }
        path
    });
    for child in children {
        reader.unexpected(cx, child);
    }
    reader.finish(cx);
    path
}
