//! Which specification an element is of, and under which code its faults are reported.

use super::context::Context;
use super::reader::Node;
use crate::diagnostic::{Code, Diagnostic};
use crate::suggest;
use crate::vocabulary::{namespaces, terms};

/// Reports a child that the specification does not have in its parent.
pub(super) fn unexpected(cx: &mut Context<'_>, parent: Node<'_>, child: Node<'_>) {
    let code = match child.tag_name().namespace() {
        Some(namespaces::XSD) if family(parent) == Family::Schema => {
            schema_element_code(child.tag_name().name())
        }
        _ => code_of(parent, Code::ElementNotAllowed),
    };
    let message = format!("{} is not allowed in {}", display(child), display(parent));
    let span = cx.start_tag(child);
    let finding = Diagnostic::new(code, span, message).because("not allowed here");
    cx.report(match near(child.tag_name().name()) {
        Some(near) if code == Code::ElementNotAllowed => {
            finding.help(format!("did you mean `{}`?", qualified(child, near)))
        }
        _ => finding,
    });
}

/// The name of the specifications that another name was probably meant to be.
pub(super) fn near(name: &str) -> Option<&'static str> {
    suggest::nearest(name, terms::EVERY.iter().copied()).filter(|near| *near != name)
}

/// A name with the prefix that an element shows.
fn qualified(node: Node<'_>, name: &str) -> String {
    let shown = display(node).to_string();
    let prefix = shown.trim_matches('`').split_once(':').map(|(prefix, _)| prefix.to_owned());
    prefix.map_or_else(|| name.to_owned(), |prefix| format!("{prefix}:{name}"))
}

/// Which specification an element is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// XML Schema.
    Schema,
    /// WSDL 1.1.
    Wsdl,
    /// The bindings of WSDL 1.1.
    Binding,
}

/// The specification of an element.
pub(super) fn family(node: Node<'_>) -> Family {
    match node.tag_name().namespace() {
        Some(namespaces::WSDL) => Family::Wsdl,
        Some(
            namespaces::WSDL_SOAP11
            | namespaces::WSDL_SOAP12
            | namespaces::WSDL_HTTP
            | namespaces::WSDL_MIME,
        ) => Family::Binding,
        _ => Family::Schema,
    }
}

/// Whether an element is in the namespace of XML Schema.
pub(super) fn is_schema(node: Node<'_>) -> bool {
    node.tag_name().namespace() == Some(namespaces::XSD)
}

/// The code for a finding of this kind, by the element's own specification.
pub(super) fn code_of(node: Node<'_>, schema: Code) -> Code {
    match family(node) {
        Family::Schema => schema,
        Family::Wsdl => Code::InvalidWsdl,
        Family::Binding => Code::InvalidSoapBinding,
    }
}

/// The code for text where only elements may be.
pub(super) fn text_code(node: Node<'_>) -> Code {
    match family(node) {
        Family::Schema => Code::TextNotAllowed,
        Family::Wsdl => Code::SloppyWsdl,
        Family::Binding => Code::SloppySoapBinding,
    }
}

/// The code for an attribute that its specification does not have on an element.
pub(super) fn attribute_code(node: Node<'_>, name: &str) -> Code {
    match family(node) {
        Family::Schema => schema_attribute_code(node.tag_name().name(), name),
        Family::Wsdl => Code::SloppyWsdl,
        Family::Binding => Code::SloppySoapBinding,
    }
}

/// The code for an attribute that XSD 1.0 does not have where it stands. Vendors' documents have
/// some that say nothing there, and toolkits pass them over.
fn schema_attribute_code(element: &str, name: &str) -> Code {
    match (element, name) {
        (
            _,
            "notNamespace"
            | "notQName"
            | "defaultAttributes"
            | "defaultAttributesApply"
            | "inheritable"
            | "xpathDefaultNamespace",
        ) => Code::Xsd11,
        (terms::ELEMENT | terms::ATTRIBUTE, terms::MIN_OCCURS | terms::MAX_OCCURS)
        | (terms::COMPLEX_TYPE, terms::BASE | terms::TYPE | terms::NILLABLE) => {
            Code::AttributeIgnored
        }
        _ => Code::AttributeNotAllowed,
    }
}

/// The code for an element of XML Schema that XSD 1.0 does not have where it stands.
fn schema_element_code(name: &str) -> Code {
    match name {
        "assert" | "assertion" => Code::Xsd11Unchecked,
        "alternative" | "openContent" | "defaultOpenContent" | "override" | "explicitTimezone" => {
            Code::Xsd11
        }
        _ => Code::ElementNotAllowed,
    }
}

/// The element's name as people know it.
pub(super) fn display(node: Node<'_>) -> String {
    let name = node.tag_name().name();
    let prefix = match node.tag_name().namespace() {
        Some(namespaces::XSD) => "xs:",
        Some(namespaces::WSDL) => "wsdl:",
        Some(namespaces::WSDL_SOAP11) => "soap:",
        Some(namespaces::WSDL_SOAP12) => "soap12:",
        Some(namespaces::WSDL_HTTP) => "http:",
        Some(namespaces::WSDL_MIME) => "mime:",
        Some(other) => return format!("`{{{other}}}{name}`"),
        None => "",
    };
    format!("`{prefix}{name}`")
}
