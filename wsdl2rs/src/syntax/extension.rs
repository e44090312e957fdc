//! Extension elements of WSDL (WSDL 1.1, section 2.1.3), kept as trees: policies, the HTTP and MIME
//! bindings, and whatever else a vendor adds.

use super::ForeignElement;
use super::context::Context;
use super::family::display;
use super::lexical;
use super::reader::{Node, Reader};
use super::soap;
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;
use crate::vocabulary::{Namespace, QName, namespaces, terms};

/// The extension elements that are kept.
pub(super) fn read_all(nodes: Vec<Node<'_>>, cx: &mut Context<'_>) -> Vec<ForeignElement> {
    nodes.into_iter().filter_map(|node| read(node, cx)).collect()
}

/// Reads an extension element; one that is in no namespace is a finding.
pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<ForeignElement> {
    if node.tag_name().namespace().is_none() {
        let span = cx.start_tag(node);
        let message = format!("{} is in no namespace", display(node));
        let finding = Diagnostic::new(Code::SloppyWsdl, span, message);
        cx.report(finding.because("an extension element is in a namespace of its own"));
        return None;
    }
    if soap::is_soap(node) {
        cx.report(out_of_place(node, cx));
        return None;
    }
    check_required(node, cx);
    check_binding(node, cx);
    Some(tree(node, cx))
}

/// A SOAP element that nothing takes: published documents have some beside the place where they
/// count, and toolkits pass them over; one of another name is a slip of the pen.
fn out_of_place(node: Node<'_>, cx: &Context<'_>) -> Diagnostic {
    let is_known = matches!(
        node.tag_name().name(),
        terms::BINDING
            | terms::OPERATION
            | terms::BODY
            | terms::HEADER
            | terms::HEADERFAULT
            | terms::FAULT
            | terms::ADDRESS
    );
    let (code, why) = if is_known {
        (Code::SloppySoapBinding, "WSDL 1.1 does not have it here; it is passed over")
    } else {
        (Code::InvalidSoapBinding, "WSDL 1.1 does not have it")
    };
    let message = format!("{} is not allowed here", display(node));
    Diagnostic::new(code, cx.start_tag(node), message).because(why)
}

/// Reads an element with all that it contains.
fn tree(node: Node<'_>, cx: &mut Context<'_>) -> ForeignElement {
    let mut text = String::new();
    let mut children = Vec::new();
    for child in node.children() {
        if child.is_element() {
            children.push(tree(child, cx));
        } else if child.is_text() {
            text.push_str(child.text().unwrap_or_default());
        }
    }
    let mut attributes = Vec::new();
    for attribute in node.attributes() {
        let namespace = name_space(attribute.namespace(), cx);
        let name = QName::new(namespace, attribute.name());
        attributes.push((name, attribute.value().to_owned()));
    }
    let namespace = name_space(node.tag_name().namespace(), cx);
    ForeignElement {
        name: QName::new(namespace, node.tag_name().name()),
        span: cx.start_tag(node),
        attributes,
        children,
        text: text.trim().to_owned(),
    }
}

fn name_space(uri: Option<&str>, cx: &mut Context<'_>) -> Namespace {
    uri.map_or_else(Namespace::none, |uri| cx.namespace(uri))
}

/// An extension that must be understood must be known.
fn check_required(node: Node<'_>, cx: &mut Context<'_>) {
    let is_required = node
        .attributes()
        .filter(|attribute| attribute.namespace() == Some(namespaces::WSDL))
        .find(|attribute| attribute.name() == terms::REQUIRED);
    let Some(required) = is_required else { return };
    if lexical::boolean(required.value().trim()) != Some(true) || is_known(node) {
        return;
    }
    let span = cx.span(required.range_value());
    let message = format!("the extension {} must be understood", display(node));
    let finding = Diagnostic::new(Code::RequiredExtension, span, message);
    cx.report(finding.because("who does not know it cannot use the service"));
}

/// Whether the namespace is of a binding of WSDL 1.1, or of policies and addressing, which later
/// stages judge.
fn is_known(node: Node<'_>) -> bool {
    let Some(namespace) = node.tag_name().namespace() else { return false };
    matches!(
        namespace,
        namespaces::WSDL_SOAP11
            | namespaces::WSDL_SOAP12
            | namespaces::WSDL_HTTP
            | namespaces::WSDL_MIME
    ) || namespaces::POLICY.contains(&namespace)
        || namespaces::WSAW.contains(&namespace)
        || namespace == namespaces::WSAP
}

/// An element of the HTTP or MIME binding: its required attribute, its optional ones, and its
/// children of the same namespace.
struct Shape {
    required: Option<&'static str>,
    optional: &'static [&'static str],
    children: &'static [&'static str],
}

/// The elements of WSDL 1.1, sections 4 and 5.
fn shape(namespace: &str, name: &str) -> Option<Shape> {
    let shape = |required, optional, children| Some(Shape { required, optional, children });
    match (namespace, name) {
        (namespaces::WSDL_HTTP, terms::ADDRESS | terms::OPERATION) => {
            shape(Some(terms::LOCATION), &[], &[])
        }
        (namespaces::WSDL_HTTP, terms::BINDING) => shape(Some(terms::VERB), &[], &[]),
        (namespaces::WSDL_HTTP, terms::URL_ENCODED | terms::URL_REPLACEMENT) => {
            shape(None, &[], &[])
        }
        (namespaces::WSDL_MIME, terms::CONTENT) => shape(None, &[terms::PART, terms::TYPE], &[]),
        (namespaces::WSDL_MIME, terms::MULTIPART_RELATED) => shape(None, &[], &[terms::PART]),
        (namespaces::WSDL_MIME, terms::PART) => {
            shape(None, &[terms::NAME], &[terms::CONTENT, terms::MIME_XML])
        }
        (namespaces::WSDL_MIME, terms::MIME_XML) => shape(None, &[terms::PART], &[]),
        _ => None,
    }
}

/// Checks an element of the HTTP or MIME binding.
fn check_binding(node: Node<'_>, cx: &mut Context<'_>) {
    let namespace = node.tag_name().namespace().unwrap_or_default();
    if !matches!(namespace, namespaces::WSDL_HTTP | namespaces::WSDL_MIME) {
        return;
    }
    let Some(shape) = shape(namespace, node.tag_name().name()) else {
        let span: Span = cx.start_tag(node);
        let message = format!("{} is no element of the binding", display(node));
        let finding = Diagnostic::new(Code::SloppySoapBinding, span, message);
        cx.report(finding.because("WSDL 1.1 does not have it"));
        return;
    };
    let mut reader = Reader::new(node, cx);
    reader.foreign(cx);
    if let Some(required) = shape.required {
        reader.require(cx, required);
    }
    for name in shape.optional {
        reader.take(cx, name);
    }
    for child in reader.children(cx) {
        let is_own = child.tag_name().namespace() == Some(namespace);
        if is_own && shape.children.contains(&child.tag_name().name()) {
            check_binding(child, cx);
        } else if is_own {
            reader.unexpected(cx, child);
        }
    }
    reader.finish(cx);
}
