//! `wsdl:service` (WSDL 1.1, sections 2.6 and 2.7).

use super::Children;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::syntax::context::Context;
use crate::syntax::extension;
use crate::syntax::policy;
use crate::syntax::reader::{Node, Reader};
use crate::syntax::soap::{SoapAddress, SoapVersion};
use crate::syntax::{Documentation, ForeignElement};
use crate::vocabulary::{QName, terms};

/// `wsdl:service`.
#[derive(Debug)]
pub(crate) struct Service {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// Its documentation.
    pub(crate) documentation: Documentation,
    /// `wsdl:port`.
    pub(crate) ports: Vec<Port>,
}

/// `wsdl:port`.
#[derive(Debug)]
pub(crate) struct Port {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Spanned<String>,
    /// `binding`.
    pub(crate) binding: Spanned<QName>,
    /// Its documentation.
    pub(crate) documentation: Documentation,
    /// `soap:address`, if it has one.
    pub(crate) address: Option<SoapAddress>,
    /// Other extension elements.
    pub(crate) extensions: Vec<ForeignElement>,
}

impl Service {
    /// Reads a service.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        reader.foreign(cx);
        let name = reader.identifier(cx, terms::NAME);
        let children = Children::read(&reader, cx);
        let mut ports = Vec::new();
        for child in children.elements {
            match child.tag_name().name() {
                terms::PORT => ports.extend(Port::read(child, cx)),
                _ => reader.unexpected(cx, child),
            }
        }
        extension::read_all(children.extensions, cx);
        let span = reader.span();
        reader.finish(cx);
        let name = name?;
        let name = Spanned::new(cx.own_name(&name.value), name.span);
        Some(Self { span, name, documentation: children.documentation, ports })
    }
}

impl Port {
    fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let foreign = reader.foreign(cx);
        let name = reader.identifier(cx, terms::NAME);
        let binding = reader.required_qname(cx, terms::BINDING);
        let children = Children::read(&reader, cx);
        let mut address = None;
        let mut extensions = policy::references(&foreign);
        for child in children.extensions {
            match SoapVersion::of(child, terms::ADDRESS) {
                Some(version) if address.is_none() => {
                    address = SoapAddress::read(child, version, cx);
                }
                Some(_) => {
                    let message = "a port has two addresses; the first one counts";
                    let finding =
                        Diagnostic::new(Code::SloppySoapBinding, cx.start_tag(child), message);
                    cx.report(finding.because("the second one"));
                }
                _ => extensions.extend(extension::read(child, cx)),
            }
        }
        for child in children.elements {
            reader.unexpected(cx, child);
        }
        let span = reader.span();
        reader.finish(cx);
        let (name, binding) = (name?, binding?);
        let documentation = children.documentation;
        Some(Self { span, name, binding, documentation, address, extensions })
    }
}
