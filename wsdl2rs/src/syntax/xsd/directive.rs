//! `xs:include`, `xs:import` and `xs:redefine` (XSD 1.0 Part 1, section 4.2).

use super::annotation::{is_annotation, read_annotation};
use super::{Common, Component, SchemaId};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::syntax::Documentation;
use crate::syntax::context::Context;
use crate::syntax::family::is_schema;
use crate::syntax::reader::{Node, Reader};
use crate::vocabulary::{Namespace, terms};

/// A reference to another schema document.
#[derive(Debug)]
pub(crate) enum Directive {
    /// `xs:include`.
    Include {
        /// The start tag.
        span: Span,
        /// `schemaLocation`.
        location: Spanned<String>,
        /// The schema read from there. A chameleon include (a schema without target namespace
        /// included by one that has) gets a schema of its own, read for that namespace.
        schema: Option<SchemaId>,
    },
    /// `xs:import`.
    Import {
        /// The start tag.
        span: Span,
        /// `namespace`; none for "no namespace".
        namespace: Namespace,
        /// `schemaLocation`.
        location: Option<Spanned<String>>,
        /// The schema read from there; imports without a location are resolved by namespace alone.
        schema: Option<SchemaId>,
    },
    /// `xs:redefine`.
    Redefine {
        /// The start tag.
        span: Span,
        /// `schemaLocation`.
        location: Spanned<String>,
        /// The redefined components.
        components: Vec<Component>,
        /// The schema read from there.
        schema: Option<SchemaId>,
    },
}

impl Directive {
    /// Whether an element is a directive.
    pub(super) fn is_directive(node: Node<'_>) -> bool {
        let name = node.tag_name().name();
        is_schema(node) && matches!(name, terms::INCLUDE | terms::IMPORT | terms::REDEFINE)
    }

    /// Reads a directive.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        match node.tag_name().name() {
            terms::INCLUDE => Self::read_include(node, cx),
            terms::REDEFINE => Self::read_redefine(node, cx),
            _ => Some(Self::read_import(node, cx)),
        }
    }

    fn read_include(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let location = required_location(&mut reader, cx);
        for child in children {
            reader.unexpected(cx, child);
        }
        reader.finish(cx);
        Some(Self::Include { span: common.span, location: location?, schema: None })
    }

    fn read_import(node: Node<'_>, cx: &mut Context<'_>) -> Self {
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let uri = reader.string(cx, terms::NAMESPACE);
        let location = reader.string(cx, terms::SCHEMA_LOCATION);
        for child in children {
            reader.unexpected(cx, child);
        }
        reader.finish(cx);
        let namespace = uri.as_ref().map_or_else(Namespace::none, |uri| cx.namespace(&uri.value));
        if namespace == cx.scope.target {
            let span = uri.map_or(common.span, |uri| uri.span);
            let message = "a schema imports its own namespace";
            let finding = Diagnostic::new(Code::InvalidImport, span, message);
            cx.report(finding.because("the target namespace of this schema"));
        }
        Self::Import { span: common.span, namespace, location, schema: None }
    }

    fn read_redefine(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        reader.foreign(cx);
        reader.id(cx);
        let location = required_location(&mut reader, cx);
        let mut components = Vec::new();
        for child in reader.children(cx) {
            let name = child.tag_name().name();
            let is_redefinable = matches!(
                name,
                terms::SIMPLE_TYPE | terms::COMPLEX_TYPE | terms::GROUP | terms::ATTRIBUTE_GROUP
            );
            if is_annotation(child) {
                read_annotation(child, cx, &mut Documentation::default());
            } else if is_redefinable && is_schema(child) {
                components.extend(Component::read(child, cx));
            } else {
                reader.unexpected(cx, child);
            }
        }
        let span = reader.span();
        reader.finish(cx);
        Some(Self::Redefine { span, location: location?, components, schema: None })
    }
}

/// Takes `schemaLocation`, which the element must have.
fn required_location(reader: &mut Reader<'_>, cx: &mut Context<'_>) -> Option<Spanned<String>> {
    reader.require(cx, terms::SCHEMA_LOCATION).map(|location| location.spanned())
}
