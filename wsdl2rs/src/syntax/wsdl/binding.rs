//! `wsdl:binding` (WSDL 1.1, section 2.5), with the SOAP elements that extend it.

use super::Children;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::syntax::context::Context;
use crate::syntax::extension;
use crate::syntax::family::display;
use crate::syntax::policy;
use crate::syntax::reader::{Node, Reader};
use crate::syntax::soap::{
    self, SoapBinding, SoapBody, SoapFault, SoapHeader, SoapOperation, SoapVersion,
};
use crate::syntax::{Documentation, ForeignElement};
use crate::vocabulary::{QName, namespaces, terms};

/// `wsdl:binding`.
#[derive(Debug)]
pub(crate) struct Binding {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// `type`, a portType.
    pub(crate) port_type: Spanned<QName>,
    /// Its documentation.
    pub(crate) documentation: Documentation,
    /// `soap:binding`, if it has one.
    pub(crate) soap: Option<SoapBinding>,
    /// `wsdl:operation`.
    pub(crate) operations: Vec<BindingOperation>,
    /// Other extension elements (`http:binding`, policies).
    pub(crate) extensions: Vec<ForeignElement>,
}

/// `wsdl:operation` of a binding.
#[derive(Debug)]
pub(crate) struct BindingOperation {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Spanned<String>,
    /// `soap:operation`.
    pub(crate) soap: Option<SoapOperation>,
    /// `wsdl:input`.
    pub(crate) input: Option<BindingMessage>,
    /// `wsdl:output`.
    pub(crate) output: Option<BindingMessage>,
    /// `wsdl:fault`.
    pub(crate) faults: Vec<BindingFault>,
    /// Other extension elements.
    pub(crate) extensions: Vec<ForeignElement>,
}

/// `wsdl:input` or `wsdl:output` of a binding operation.
#[derive(Debug)]
pub(crate) struct BindingMessage {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Option<Spanned<String>>,
    /// `soap:body`, directly or within the root part of `mime:multipartRelated`.
    pub(crate) body: Option<SoapBody>,
    /// `soap:header`.
    pub(crate) headers: Vec<SoapHeader>,
    /// Other extension elements (`mime:multipartRelated`, `http:urlEncoded`, policies).
    pub(crate) extensions: Vec<ForeignElement>,
}

/// `wsdl:fault` of a binding operation.
#[derive(Debug)]
pub(crate) struct BindingFault {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Option<Spanned<String>>,
    /// `soap:fault`.
    pub(crate) soap: Option<SoapFault>,
}

impl Binding {
    /// Reads a binding.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let foreign = reader.foreign(cx);
        let name = reader.identifier(cx, terms::NAME);
        let port_type = reader.required_qname(cx, terms::TYPE);
        let children = Children::read(&reader, cx);
        let mut soap = None;
        let mut extensions = policy::references(&foreign);
        for child in children.extensions {
            match SoapVersion::of(child, terms::BINDING) {
                Some(version) if soap.is_none() => {
                    soap = Some(SoapBinding::read(child, version, cx));
                }
                Some(_) => second(cx, child),
                None => extensions.extend(extension::read(child, cx)),
            }
        }
        let mut operations = Vec::new();
        for child in children.elements {
            match child.tag_name().name() {
                terms::OPERATION => operations.extend(BindingOperation::read(child, cx)),
                _ => reader.unexpected(cx, child),
            }
        }
        let span = reader.span();
        reader.finish(cx);
        let (name, port_type) = (name?, port_type?);
        let name = Spanned::new(cx.own_name(&name.value), name.span);
        let documentation = children.documentation;
        Some(Self { span, name, port_type, documentation, soap, operations, extensions })
    }
}

/// Reports an extension element of which the first counts.
fn second(cx: &mut Context<'_>, node: Node<'_>) {
    let message = format!("{} comes a second time", display(node));
    let span = cx.start_tag(node);
    cx.report(Diagnostic::new(Code::SloppySoapBinding, span, message).because("the first counts"));
}

impl BindingOperation {
    fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let foreign = reader.foreign(cx);
        let name = reader.name(cx, terms::NAME);
        let children = Children::read(&reader, cx);
        let mut operation = Self {
            span: reader.span(),
            name: name?,
            soap: None,
            input: None,
            output: None,
            faults: Vec::new(),
            extensions: policy::references(&foreign),
        };
        for child in children.extensions {
            match SoapVersion::of(child, terms::OPERATION) {
                Some(_) if operation.soap.is_none() => {
                    operation.soap = Some(SoapOperation::read(child, cx));
                }
                Some(_) => second(cx, child),
                None => operation.extensions.extend(extension::read(child, cx)),
            }
        }
        for child in children.elements {
            match child.tag_name().name() {
                terms::INPUT if operation.input.is_none() => {
                    operation.input = Some(BindingMessage::read(child, cx));
                }
                terms::OUTPUT if operation.output.is_none() => {
                    operation.output = Some(BindingMessage::read(child, cx));
                }
                terms::FAULT => operation.faults.push(BindingFault::read(child, cx)),
                _ => reader.unexpected(cx, child),
            }
        }
        reader.finish(cx);
        Some(operation)
    }
}

impl BindingMessage {
    fn read(node: Node<'_>, cx: &mut Context<'_>) -> Self {
        let mut reader = Reader::new(node, cx);
        let foreign = reader.foreign(cx);
        let name = reader.optional_name(cx, terms::NAME);
        let children = Children::read(&reader, cx);
        let mut message = Self {
            span: reader.span(),
            name,
            body: None,
            headers: Vec::new(),
            extensions: policy::references(&foreign),
        };
        for child in children.extensions {
            message.read_extension(child, cx);
        }
        for child in children.elements {
            reader.unexpected(cx, child);
        }
        reader.finish(cx);
        message
    }

    fn read_extension(&mut self, node: Node<'_>, cx: &mut Context<'_>) {
        if SoapVersion::of(node, terms::BODY).is_some() {
            if self.body.is_some() {
                second(cx, node);
            } else {
                self.body = Some(SoapBody::read(node, cx));
            }
        } else if SoapVersion::of(node, terms::HEADER).is_some() {
            self.headers.extend(SoapHeader::read(node, cx));
        } else {
            for part in mime_parts(node) {
                self.read_mime_part(part, cx);
            }
            self.extensions.extend(extension::read(node, cx));
        }
    }

    /// Reads the SOAP elements of a MIME part (WSDL 1.1, section 5.5); only the root part has any.
    fn read_mime_part(&mut self, part: Node<'_>, cx: &mut Context<'_>) {
        for child in part.children().filter(Node::is_element) {
            if soap::is_soap(child) {
                self.read_extension(child, cx);
            }
        }
    }
}

/// The parts of `mime:multipartRelated`.
fn mime_parts<'a>(node: Node<'a>) -> impl Iterator<Item = Node<'a>> {
    let is_mime = |node: Node<'_>, name: &str| {
        node.tag_name().namespace() == Some(namespaces::WSDL_MIME) && node.tag_name().name() == name
    };
    let parts = node.children().filter(move |child| is_mime(*child, terms::PART));
    parts.filter(move |_| is_mime(node, terms::MULTIPART_RELATED))
}

impl BindingFault {
    fn read(node: Node<'_>, cx: &mut Context<'_>) -> Self {
        let mut reader = Reader::new(node, cx);
        reader.foreign(cx);
        let name = reader.optional_name(cx, terms::NAME);
        let children = Children::read(&reader, cx);
        let mut soap = None;
        for child in children.extensions {
            match SoapVersion::of(child, terms::FAULT) {
                Some(_) if soap.is_none() => soap = Some(SoapFault::read(child, cx)),
                Some(_) => second(cx, child),
                None => {
                    extension::read(child, cx);
                }
            }
        }
        for child in children.elements {
            reader.unexpected(cx, child);
        }
        let span = reader.span();
        reader.finish(cx);
        Self { span, name, soap }
    }
}
