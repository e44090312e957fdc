//! `xs:any` and `xs:anyAttribute` (XSD 1.0 Part 1, section 3.10.2).

use super::{Common, Occurs};
use crate::source::Span;
use crate::syntax::context::Context;
use crate::syntax::lexical;
use crate::syntax::reader::{Node, Reader};
use crate::vocabulary::{Namespace, terms};

/// `xs:any` or `xs:anyAttribute`.
#[derive(Clone, Debug)]
pub(crate) struct Wildcard {
    /// The start tag.
    pub(crate) span: Span,
    /// `namespace`.
    pub(crate) namespaces: NamespaceConstraint,
    /// `processContents`.
    pub(crate) process: ProcessContents,
}

/// `namespace` of a wildcard (XSD 1.0 Part 1, section 3.10.1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NamespaceConstraint {
    /// `##any`.
    Any,
    /// `##other`: not this namespace, and not none.
    Not(Namespace),
    /// A list, `##targetNamespace` and `##local` replaced.
    OneOf(Vec<Namespace>),
}

/// `processContents`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProcessContents {
    /// Must be declared and valid.
    Strict,
    /// Validated where declared.
    Lax,
    /// Only well-formed.
    Skip,
}

impl Wildcard {
    /// Reads `xs:any` and how often it occurs.
    pub(super) fn read_any(node: Node<'_>, cx: &mut Context<'_>) -> (Self, Occurs) {
        let mut reader = Reader::new(node, cx);
        let occurs = Occurs::read(&mut reader, cx);
        (Self::read(reader, cx), occurs)
    }

    /// Reads `xs:anyAttribute`.
    pub(super) fn read_any_attribute(node: Node<'_>, cx: &mut Context<'_>) -> Self {
        Self::read(Reader::new(node, cx), cx)
    }

    fn read(mut reader: Reader<'_>, cx: &mut Context<'_>) -> Self {
        let (common, children) = Common::read(&mut reader, cx);
        let expected = "`strict`, `lax` or `skip`";
        let process = reader.parse(cx, terms::PROCESS_CONTENTS, expected, |value| match value {
            "strict" => Some(ProcessContents::Strict),
            "lax" => Some(ProcessContents::Lax),
            "skip" => Some(ProcessContents::Skip),
            _ => None,
        });
        let namespaces = NamespaceConstraint::read(&mut reader, cx);
        for child in children {
            reader.unexpected(cx, child);
        }
        reader.finish(cx);
        let process = process.map_or(ProcessContents::Strict, |process| process.value);
        Self { span: common.span, namespaces, process }
    }
}

impl NamespaceConstraint {
    /// Takes `namespace` (XSD 1.0 Part 1, section 3.10.2).
    fn read(reader: &mut Reader<'_>, cx: &mut Context<'_>) -> Self {
        let Some(value) = reader.take(cx, terms::NAMESPACE) else { return Self::Any };
        match value.collapsed().as_ref() {
            "##any" => return Self::Any,
            "##other" => return Self::Not(cx.scope.target.clone()),
            _ => {}
        }
        let mut namespaces = Vec::new();
        for word in lexical::words(value.text) {
            let namespace = match word {
                "##targetNamespace" => cx.scope.target.clone(),
                "##local" => Namespace::none(),
                keyword if keyword.starts_with("##") => {
                    let expected = "`##any`, `##other`, or URIs, `##targetNamespace` and `##local`";
                    reader.invalid(cx, terms::NAMESPACE, value, expected);
                    continue;
                }
                uri => cx.namespace(uri),
            };
            if !namespaces.contains(&namespace) {
                namespaces.push(namespace);
            }
        }
        Self::OneOf(namespaces)
    }
}
