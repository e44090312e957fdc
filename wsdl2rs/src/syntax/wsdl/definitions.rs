//! `wsdl:definitions`, `wsdl:import` and `wsdl:types` (WSDL 1.1, sections 2.1 and 2.2).

use super::{Binding, Children, Message, PortType, Service};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::syntax::context::Context;
use crate::syntax::extension;
use crate::syntax::reader::{Node, Reader};
use crate::syntax::xsd::Schema;
use crate::syntax::{Documentation, ForeignElement};
use crate::vocabulary::{Namespace, namespaces, terms};

/// `wsdl:definitions`.
#[derive(Debug)]
pub(crate) struct Definitions {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Option<String>,
    /// `targetNamespace`; none where it is absent.
    pub(crate) target_namespace: Namespace,
    /// The document's own documentation.
    pub(crate) documentation: Documentation,
    /// `wsdl:import`.
    pub(crate) imports: Vec<Import>,
    /// `wsdl:message`.
    pub(crate) messages: Vec<Message>,
    /// `wsdl:portType`.
    pub(crate) port_types: Vec<PortType>,
    /// `wsdl:binding`.
    pub(crate) bindings: Vec<Binding>,
    /// `wsdl:service`.
    pub(crate) services: Vec<Service>,
    /// `wsdl:types` children other than schemas, and extension elements.
    pub(crate) extensions: Vec<ForeignElement>,
}

/// `wsdl:import`.
#[derive(Debug)]
pub(crate) struct Import {
    /// Its start tag.
    pub(crate) span: Span,
    /// `namespace`.
    pub(crate) namespace: Option<Spanned<Namespace>>,
    /// `location`.
    pub(crate) location: Option<Spanned<String>>,
}

impl Definitions {
    /// Reads a document: its definitions, and the schemas in its types.
    pub(crate) fn read(node: Node<'_>, cx: &mut Context<'_>) -> (Self, Vec<Schema>) {
        let mut reader = Reader::new(node, cx);
        reader.foreign(cx);
        let name = reader.string(cx, terms::NAME).map(|name| name.value);
        let target = reader.string(cx, terms::TARGET_NAMESPACE);
        let target = target.map_or_else(Namespace::none, |uri| cx.namespace(&uri.value));
        let children = Children::read(&reader, cx);
        let mut definitions = Self {
            span: reader.span(),
            name,
            target_namespace: target.clone(),
            documentation: children.documentation,
            imports: Vec::new(),
            messages: Vec::new(),
            port_types: Vec::new(),
            bindings: Vec::new(),
            services: Vec::new(),
            extensions: extension::read_all(children.extensions, cx),
        };
        let mut schemas = Vec::new();
        for child in children.elements {
            if child.tag_name().name() == terms::TYPES {
                read_types(child, cx, &mut schemas, &mut definitions.extensions);
            }
            // A schema sets its own target namespace.
            cx.scope.target = target.clone();
            definitions.read_child(&reader, child, cx);
        }
        reader.finish(cx);
        (definitions, schemas)
    }

    fn read_child(&mut self, reader: &Reader<'_>, child: Node<'_>, cx: &mut Context<'_>) {
        cx.begin_component(Some(child));
        match child.tag_name().name() {
            terms::IMPORT => self.imports.push(Import::read(child, cx)),
            terms::TYPES => {}
            terms::MESSAGE => self.messages.extend(Message::read(child, cx)),
            terms::PORT_TYPE => self.port_types.extend(PortType::read(child, cx)),
            terms::BINDING => self.bindings.extend(Binding::read(child, cx)),
            terms::SERVICE => self.services.extend(Service::read(child, cx)),
            _ => reader.unexpected(cx, child),
        }
        cx.begin_component(None);
    }
}

/// Reads `wsdl:types`.
fn read_types(
    node: Node<'_>,
    cx: &mut Context<'_>,
    schemas: &mut Vec<Schema>,
    extensions: &mut Vec<ForeignElement>,
) {
    let mut reader = Reader::new(node, cx);
    reader.foreign(cx);
    let children = Children::read(&reader, cx);
    for child in children.extensions {
        let is_schema = child.tag_name().name() == terms::SCHEMA;
        match child.tag_name().namespace() {
            Some(namespaces::XSD) if is_schema => schemas.push(Schema::read(child, cx, None)),
            Some(namespaces::XSD) if child.tag_name().name() == terms::IMPORT => {
                let message = "an import stands outside a schema";
                let span = cx.start_tag(child);
                let finding = Diagnostic::new(Code::SloppyWsdl, span, message);
                cx.report(finding.because("read as if in a schema of its own"));
                schemas.push(Schema::of_import(child, cx));
            }
            Some(namespaces::XSD) => reader.unexpected(cx, child),
            Some(uri @ (namespaces::XSD_1999 | namespaces::XSD_2000)) if is_schema => {
                let span = cx.start_tag(child);
                let message = format!("the schema is of a draft of XML Schema, `{uri}`");
                let finding = Diagnostic::new(Code::UnsupportedVersion, span, message);
                cx.report(finding.because("drafts differ from the recommendation"));
            }
            _ => extensions.extend(extension::read(child, cx)),
        }
    }
    for child in children.elements {
        reader.unexpected(cx, child);
    }
    reader.finish(cx);
}

impl Import {
    fn read(node: Node<'_>, cx: &mut Context<'_>) -> Self {
        let mut reader = Reader::new(node, cx);
        reader.foreign(cx);
        let uri = reader.string(cx, terms::NAMESPACE);
        let namespace = uri.map(|uri| Spanned::new(cx.namespace(&uri.value), uri.span));
        let location = reader.string(cx, terms::LOCATION);
        Children::read(&reader, cx).refuse(&reader, cx);
        let span = reader.span();
        reader.finish(cx);
        Self { span, namespace, location }
    }
}
