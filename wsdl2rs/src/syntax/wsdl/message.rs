//! `wsdl:message` (WSDL 1.1, section 2.3).

use super::Children;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::syntax::Documentation;
use crate::syntax::context::Context;
use crate::syntax::reader::{Node, Reader};
use crate::vocabulary::{QName, terms};

/// `wsdl:message`.
#[derive(Debug)]
pub(crate) struct Message {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// Its documentation.
    pub(crate) documentation: Documentation,
    /// `wsdl:part` in order.
    pub(crate) parts: Vec<Part>,
}

/// `wsdl:part`.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Spanned<String>,
    /// `element` or `type`.
    pub(crate) content: PartContent,
}

/// What a part refers to.
#[derive(Debug)]
pub(crate) enum PartContent {
    /// `element`.
    Element(Spanned<QName>),
    /// `type`.
    Type(Spanned<QName>),
    /// Neither: an error of the document that costs only who uses the part.
    Missing,
}

impl Message {
    /// Reads a message.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        reader.foreign(cx);
        let name = reader.identifier(cx, terms::NAME);
        let children = Children::read(&reader, cx);
        let mut parts = Vec::new();
        for child in children.elements {
            match child.tag_name().name() {
                terms::PART => parts.extend(Part::read(child, cx)),
                _ => reader.unexpected(cx, child),
            }
        }
        let span = reader.span();
        reader.finish(cx);
        let name = name?;
        let name = Spanned::new(cx.own_name(&name.value), name.span);
        Some(Self { span, name, documentation: children.documentation, parts })
    }
}

impl Part {
    fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        reader.foreign(cx);
        let name = reader.name(cx, terms::NAME);
        let element = reader.qname_for_users(cx, terms::ELEMENT);
        let ty = reader.qname_for_users(cx, terms::TYPE);
        Children::read(&reader, cx).refuse(&reader, cx);
        let span = reader.span();
        reader.finish(cx);
        if let (Some(element), Some(ty)) = (&element, &ty) {
            let message = "a part has an element and a type";
            let finding = Diagnostic::new(Code::SloppyWsdl, ty.span, message)
                .because("not used")
                .label(element.span, "this one counts");
            cx.report(finding);
        }
        let content = match (element, ty) {
            (Some(element), _) => PartContent::Element(element),
            (None, Some(ty)) => PartContent::Type(ty),
            (None, None) => PartContent::Missing,
        };
        Some(Self { span, name: name?, content })
    }
}
