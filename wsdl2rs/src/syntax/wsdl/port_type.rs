//! `wsdl:portType` (WSDL 1.1, section 2.4).

use super::Children;
use crate::source::{Span, Spanned};
use crate::syntax::context::Context;
use crate::syntax::extension;
use crate::syntax::lexical;
use crate::syntax::policy;
use crate::syntax::reader::{Node, Reader};
use crate::syntax::{Documentation, ForeignElement};
use crate::vocabulary::{QName, namespaces, terms};

/// `wsdl:portType`.
#[derive(Debug)]
pub(crate) struct PortType {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// Its documentation.
    pub(crate) documentation: Documentation,
    /// `wsdl:operation`.
    pub(crate) operations: Vec<Operation>,
    /// Extension elements and foreign attributes' targets, such as policies.
    pub(crate) extensions: Vec<ForeignElement>,
}

/// `wsdl:operation` of a portType.
#[derive(Debug)]
pub(crate) struct Operation {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Spanned<String>,
    /// Its documentation.
    pub(crate) documentation: Documentation,
    /// `parameterOrder`.
    pub(crate) parameter_order: Vec<String>,
    /// `wsdl:input`.
    pub(crate) input: Option<OperationMessage>,
    /// `wsdl:output`.
    pub(crate) output: Option<OperationMessage>,
    /// Whether `wsdl:output` stands before `wsdl:input` (solicit-response, notification).
    pub(crate) output_first: bool,
    /// `wsdl:fault`.
    pub(crate) faults: Vec<OperationMessage>,
    /// Extension elements.
    pub(crate) extensions: Vec<ForeignElement>,
}

/// `wsdl:input`, `wsdl:output` or `wsdl:fault` of a portType operation.
#[derive(Debug)]
pub(crate) struct OperationMessage {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Option<Spanned<String>>,
    /// `message`.
    pub(crate) message: Spanned<QName>,
    /// `wsaw:Action` or `wsam:Action`.
    pub(crate) action: Option<Spanned<String>>,
    /// Its documentation.
    pub(crate) documentation: Documentation,
}

impl PortType {
    /// Reads a portType.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let foreign = reader.foreign(cx);
        let name = reader.identifier(cx, terms::NAME);
        let children = Children::read(&reader, cx);
        let mut operations = Vec::new();
        for child in children.elements {
            match child.tag_name().name() {
                terms::OPERATION => operations.extend(Operation::read(child, cx)),
                _ => reader.unexpected(cx, child),
            }
        }
        let mut extensions = policy::references(&foreign);
        extensions.extend(extension::read_all(children.extensions, cx));
        let span = reader.span();
        reader.finish(cx);
        let name = name?;
        let name = Spanned::new(cx.own_name(&name.value), name.span);
        Some(Self { span, name, documentation: children.documentation, operations, extensions })
    }
}

impl Operation {
    fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let foreign = reader.foreign(cx);
        let name = reader.name(cx, terms::NAME);
        let order = reader.string(cx, terms::PARAMETER_ORDER);
        let children = Children::read(&reader, cx);
        let mut extensions = policy::references(&foreign);
        extensions.extend(extension::read_all(children.extensions, cx));
        let mut operation = Self {
            span: reader.span(),
            name: name?,
            documentation: children.documentation,
            parameter_order: order
                .iter()
                .flat_map(|order| lexical::words(&order.value))
                .map(str::to_owned)
                .collect(),
            input: None,
            output: None,
            output_first: false,
            faults: Vec::new(),
            extensions,
        };
        for child in children.elements {
            match child.tag_name().name() {
                terms::INPUT if operation.input.is_none() => {
                    operation.input = OperationMessage::read(child, cx);
                }
                terms::OUTPUT if operation.output.is_none() => {
                    operation.output_first = operation.input.is_none();
                    operation.output = OperationMessage::read(child, cx);
                }
                terms::FAULT => operation.faults.extend(OperationMessage::read(child, cx)),
                _ => reader.unexpected(cx, child),
            }
        }
        reader.finish(cx);
        Some(operation)
    }
}

impl OperationMessage {
    fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let action = action(&mut reader, cx);
        reader.foreign(cx);
        let name = reader.optional_name(cx, terms::NAME);
        let message = reader.required_qname(cx, terms::MESSAGE);
        let children = Children::read(&reader, cx);
        for child in children.elements {
            reader.unexpected(cx, child);
        }
        extension::read_all(children.extensions, cx);
        let span = reader.span();
        reader.finish(cx);
        Some(Self { span, name, message: message?, action, documentation: children.documentation })
    }
}

/// Takes the action of WS-Addressing, by whichever of its namespaces.
fn action(reader: &mut Reader<'_>, cx: &Context<'_>) -> Option<Spanned<String>> {
    let mut spellings = namespaces::WSAM.iter().chain(namespaces::WSAW).chain(namespaces::WSA);
    let action =
        spellings.find_map(|namespace| reader.take_in(cx, Some(namespace), terms::ACTION))?;
    Some(action.spanned())
}
