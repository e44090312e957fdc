//! Typed access to one XML element: its attributes one by one, its children, and what is left over.
//!
//! An attribute or a child that the specification does not have there is a finding under the
//! specification's own code, never skipped in silence.

use std::borrow::Cow;

use super::ForeignAttribute;
use super::context::Context;
use super::lexical::{self, collapse};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::vocabulary::{QName, namespaces};

/// An element of a parsed tree.
pub(crate) type Node<'a> = roxmltree::Node<'a, 'a>;

/// One element, and which of its attributes were taken.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    node: Node<'a>,
    span: Span,
    taken: Vec<bool>,
}

/// An attribute's value, white space as XML normalises it, and its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Value<'a> {
    /// The value.
    pub(crate) text: &'a str,
    /// The place of the value, without its quotes.
    pub(crate) span: Span,
}

impl<'a> Value<'a> {
    /// The value with white space collapsed.
    pub(crate) fn collapsed(self) -> Cow<'a, str> {
        collapse(self.text)
    }

    /// The value with white space collapsed, and its place.
    pub(crate) fn spanned(self) -> Spanned<String> {
        Spanned::new(self.collapsed().into_owned(), self.span)
    }
}

impl<'a> Reader<'a> {
    /// Begins to read an element.
    pub(crate) fn new(node: Node<'a>, cx: &Context<'_>) -> Self {
        let count = node.attributes().len();
        Self { node, span: cx.start_tag(node), taken: vec![false; count] }
    }

    /// The element.
    pub(crate) fn node(&self) -> Node<'a> {
        self.node
    }

    /// The start tag.
    pub(crate) fn span(&self) -> Span {
        self.span
    }

    /// Takes the attribute of this name in no namespace.
    pub(crate) fn take(&mut self, cx: &Context<'_>, name: &str) -> Option<Value<'a>> {
        self.take_in(cx, None, name)
    }

    /// Takes the attribute of this name and namespace.
    pub(crate) fn take_in(
        &mut self,
        cx: &Context<'_>,
        namespace: Option<&str>,
        name: &str,
    ) -> Option<Value<'a>> {
        let matches = |attribute: &roxmltree::Attribute<'_, '_>| {
            attribute.name() == name && attribute.namespace() == namespace
        };
        let (index, attribute) =
            self.node.attributes().enumerate().find(|(_, attribute)| matches(attribute))?;
        self.taken[index] = true;
        Some(Value { text: attribute.value(), span: cx.span(attribute.range_value()) })
    }

    /// Takes an attribute that the element must have.
    pub(crate) fn require(&mut self, cx: &mut Context<'_>, name: &str) -> Option<Value<'a>> {
        let value = self.take(cx, name);
        if value.is_none() {
            let message = format!("{} has no attribute `{name}`", display(self.node));
            let code = self.code(Code::AttributeMissing);
            cx.report(Diagnostic::new(code, self.span, message).because("it is required here"));
        }
        value
    }

    /// Takes an attribute and reads its collapsed value; one that cannot be read is a finding.
    pub(crate) fn parse<T>(
        &mut self,
        cx: &mut Context<'_>,
        name: &str,
        expected: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let value = self.take(cx, name)?;
        let read = read(&value.collapsed());
        if read.is_none() {
            self.invalid(cx, name, value, expected);
        }
        read.map(|read| Spanned::new(read, value.span))
    }

    /// Takes a boolean attribute.
    pub(crate) fn boolean(&mut self, cx: &mut Context<'_>, name: &str) -> Option<Spanned<bool>> {
        self.parse(cx, name, "`true` or `false`", lexical::boolean)
    }

    /// Takes a string attribute, white space collapsed.
    pub(crate) fn string(&mut self, cx: &Context<'_>, name: &str) -> Option<Spanned<String>> {
        self.take(cx, name).map(Value::spanned)
    }

    /// Takes a name in no namespace that the element must have.
    pub(crate) fn name(&mut self, cx: &mut Context<'_>, name: &str) -> Option<Spanned<String>> {
        let value = self.require(cx, name)?;
        self.checked_name(cx, name, value)
    }

    /// Takes a name in no namespace.
    pub(crate) fn optional_name(
        &mut self,
        cx: &mut Context<'_>,
        name: &str,
    ) -> Option<Spanned<String>> {
        let value = self.take(cx, name)?;
        self.checked_name(cx, name, value)
    }

    fn checked_name(
        &mut self,
        cx: &mut Context<'_>,
        name: &str,
        value: Value<'a>,
    ) -> Option<Spanned<String>> {
        let text = value.spanned();
        if !lexical::is_ncname(&text.value) {
            self.invalid(cx, name, value, "a name without a colon");
            return None;
        }
        Some(text)
    }

    /// Takes a reference to a component, a name whose prefix is bound here.
    pub(crate) fn qname(&mut self, cx: &mut Context<'_>, name: &str) -> Option<Spanned<QName>> {
        let value = self.take(cx, name)?;
        self.reference(cx, name, value, &value.collapsed())
    }

    /// Takes a reference that the element must have.
    pub(crate) fn required_qname(
        &mut self,
        cx: &mut Context<'_>,
        name: &str,
    ) -> Option<Spanned<QName>> {
        let value = self.require(cx, name)?;
        self.reference(cx, name, value, &value.collapsed())
    }

    /// Takes a list of references.
    pub(crate) fn qnames(&mut self, cx: &mut Context<'_>, name: &str) -> Vec<Spanned<QName>> {
        let Some(value) = self.take(cx, name) else { return Vec::new() };
        let words: Vec<&str> = lexical::words(value.text).collect();
        words.into_iter().filter_map(|word| self.reference(cx, name, value, word)).collect()
    }

    fn reference(
        &self,
        cx: &mut Context<'_>,
        name: &str,
        value: Value<'a>,
        text: &str,
    ) -> Option<Spanned<QName>> {
        let Some((prefix, local)) = lexical::split_qname(text) else {
            self.invalid(cx, name, value, "a qualified name");
            return None;
        };
        let Some(namespace) = cx.reference_namespace(self.node, prefix) else {
            let prefix = prefix.unwrap_or_default();
            let message = format!("the prefix `{prefix}` of `{text}` is not declared");
            cx.report(
                Diagnostic::new(Code::UndeclaredPrefix, value.span, message)
                    .because("no namespace is bound to it here"),
            );
            return None;
        };
        Some(Spanned::new(QName::new(namespace, local), value.span))
    }

    /// Reports a value that is not of the attribute's type.
    pub(crate) fn invalid(
        &self,
        cx: &mut Context<'_>,
        name: &str,
        value: Value<'_>,
        expected: &str,
    ) {
        let text = &value.text;
        let message = format!("`{text}` is no value for `{name}` of {}", display(self.node));
        let code = self.code(Code::AttributeInvalid);
        let label = format!("expected {expected}");
        cx.report(Diagnostic::new(code, value.span, message).because(label));
    }

    /// Takes the attributes of other namespaces.
    pub(crate) fn foreign(&mut self, cx: &mut Context<'_>) -> Vec<ForeignAttribute> {
        let own = self.node.tag_name().namespace();
        let mut foreign = Vec::new();
        for (index, attribute) in self.node.attributes().enumerate() {
            let Some(namespace) = attribute.namespace().filter(|uri| Some(*uri) != own) else {
                continue;
            };
            if std::mem::replace(&mut self.taken[index], true) {
                continue;
            }
            let name = QName::new(cx.namespace(namespace), attribute.name());
            let value =
                Spanned::new(attribute.value().to_owned(), cx.span(attribute.range_value()));
            let qname = foreign_name(cx, self.node, attribute.value());
            foreign.push(ForeignAttribute { name, value, qname });
        }
        foreign
    }

    /// Ends the element: an attribute that was not taken is a finding.
    pub(crate) fn finish(self, cx: &mut Context<'_>) {
        let own = self.node.tag_name().namespace();
        for (attribute, taken) in self.node.attributes().zip(&self.taken) {
            let is_foreign = attribute.namespace().is_some_and(|uri| Some(uri) != own);
            if *taken || is_foreign {
                continue;
            }
            let code = match family(self.node) {
                Family::Schema => schema_attribute_code(attribute.name()),
                Family::Wsdl => Code::SloppyWsdl,
                Family::Binding => Code::SloppySoapBinding,
            };
            let message = format!("{} has no attribute `{}`", display(self.node), attribute.name());
            let span = cx.span(attribute.range());
            cx.report(Diagnostic::new(code, span, message).because("not allowed here"));
        }
    }

    /// The child elements. Text between them is a finding.
    pub(crate) fn children(&self, cx: &mut Context<'_>) -> Vec<Node<'a>> {
        let mut elements = Vec::new();
        for child in self.node.children() {
            if child.is_element() {
                elements.push(child);
            } else if child.is_text() && !child.text().is_none_or(lexical::is_blank) {
                let message = format!("{} contains text", display(self.node));
                let span = cx.span(child.range());
                let code = self.code(Code::TextNotAllowed);
                cx.report(Diagnostic::new(code, span, message).because("text is not allowed here"));
            }
        }
        elements
    }

    /// Reports a child that the specification does not have here.
    pub(crate) fn unexpected(&self, cx: &mut Context<'_>, child: Node<'_>) {
        unexpected(cx, self.node, child);
    }

    /// The code for a finding of this kind, by the element's own specification.
    fn code(&self, schema: Code) -> Code {
        match family(self.node) {
            Family::Schema => schema,
            Family::Wsdl => Code::InvalidWsdl,
            Family::Binding => Code::InvalidSoapBinding,
        }
    }
}

/// Reports a child that the specification does not have in its parent.
pub(crate) fn unexpected(cx: &mut Context<'_>, parent: Node<'_>, child: Node<'_>) {
    let name = child.tag_name().name();
    let code = match family(parent) {
        Family::Schema if is_schema(child) => schema_element_code(name),
        Family::Schema => Code::ElementNotAllowed,
        Family::Wsdl => Code::InvalidWsdl,
        Family::Binding => Code::InvalidSoapBinding,
    };
    let message = format!("{} is not allowed in {}", display(child), display(parent));
    let span = cx.start_tag(child);
    cx.report(Diagnostic::new(code, span, message).because("not allowed here"));
}

/// Which specification an element is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Schema,
    Wsdl,
    Binding,
}

fn family(node: Node<'_>) -> Family {
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
pub(crate) fn is_schema(node: Node<'_>) -> bool {
    node.tag_name().namespace() == Some(namespaces::XSD)
}

/// The code for an attribute that XSD 1.0 does not have where it stands.
fn schema_attribute_code(name: &str) -> Code {
    match name {
        "notNamespace"
        | "notQName"
        | "defaultAttributes"
        | "defaultAttributesApply"
        | "inheritable"
        | "xpathDefaultNamespace" => Code::Xsd11,
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
pub(crate) fn display(node: Node<'_>) -> String {
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

/// The name that a foreign attribute's value would be, array bounds removed.
fn foreign_name(cx: &mut Context<'_>, node: Node<'_>, value: &str) -> Option<QName> {
    let name = cx.value_name(node, value.split('[').next().unwrap_or_default().trim())?;
    if value.contains(':') {
        cx.refer_to(&name.namespace);
    }
    Some(name)
}
