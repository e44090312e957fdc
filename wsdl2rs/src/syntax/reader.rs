//! Typed access to one XML element: its attributes one by one, its children, and what is left over.
//!
//! An attribute or a child that the specification does not have there is a finding under the
//! specification's own code, never skipped in silence.

use std::borrow::Cow;

use super::ForeignAttribute;
use super::context::Context;
use super::family::{
    Family, attribute_code, code_of, display, family, near, text_code, unexpected,
};
use super::lexical::{self, collapse};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::{Span, Spanned};
use crate::vocabulary::{QName, terms};

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
            let code = code_of(self.node, Code::AttributeMissing);
            let finding = Diagnostic::new(code, self.span, message);
            let help = format!("add the attribute `{name}`");
            cx.report(finding.because("it is required here").help(help));
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

    /// Takes a name of WSDL that the element must have and that no message shows. Toolkits accept
    /// ones that are no XML names.
    pub(crate) fn identifier(
        &mut self,
        cx: &mut Context<'_>,
        name: &str,
    ) -> Option<Spanned<String>> {
        let value = self.require(cx, name)?;
        let text = value.spanned();
        if text.value.is_empty() || text.value.contains(' ') {
            self.invalid(cx, name, value, "a name without a colon");
            return None;
        }
        if !lexical::is_ncname(&text.value) {
            let message = format!("`{}` is no XML name", text.value);
            let finding = Diagnostic::new(Code::NameNotNcName, value.span, message);
            cx.report(finding.because("no message shows it"));
        }
        Some(text)
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

    /// Takes `id`, which is for the editors of a schema: it names no component, and is unique in
    /// its document.
    pub(crate) fn id(&mut self, cx: &mut Context<'_>) {
        let Some(value) = self.take(cx, terms::ID) else { return };
        let id = value.collapsed();
        if !lexical::is_ncname(&id) {
            self.invalid(cx, terms::ID, value, "a name without a colon");
        } else if !cx.note_id(&id) {
            self.invalid(cx, terms::ID, value, "an id that is unique in the document");
        }
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

    /// Takes a reference whose fault costs only who uses the component: a finding about it is a
    /// warning.
    pub(crate) fn qname_for_users(
        &mut self,
        cx: &mut Context<'_>,
        name: &str,
    ) -> Option<Spanned<QName>> {
        let value = self.take(cx, name)?;
        match self.try_reference(cx, name, value, &value.collapsed()) {
            Ok(name) => Some(name),
            Err(mut finding) => {
                finding.severity = Severity::Warning;
                cx.report(*finding);
                None
            }
        }
    }

    fn reference(
        &self,
        cx: &mut Context<'_>,
        name: &str,
        value: Value<'a>,
        text: &str,
    ) -> Option<Spanned<QName>> {
        match self.try_reference(cx, name, value, text) {
            Ok(name) => Some(name),
            Err(finding) => {
                cx.report(*finding);
                None
            }
        }
    }

    fn try_reference(
        &self,
        cx: &mut Context<'_>,
        name: &str,
        value: Value<'a>,
        text: &str,
    ) -> Result<Spanned<QName>, Box<Diagnostic>> {
        let parts = match family(self.node) {
            Family::Schema => lexical::split_qname(text),
            Family::Wsdl | Family::Binding => lexical::split_reference(text),
        };
        let Some((prefix, local)) = parts else {
            return Err(Box::new(self.not_of_type(name, value, "a qualified name")));
        };
        let Some(namespace) = cx.reference_namespace(self.node, prefix) else {
            let prefix = prefix.unwrap_or_default();
            let message = format!("the prefix `{prefix}` of `{text}` is not declared");
            let finding = Diagnostic::new(Code::UndeclaredPrefix, value.span, message)
                .because("no namespace is bound to it here");
            return Err(Box::new(finding));
        };
        Ok(Spanned::new(QName::new(namespace, local), value.span))
    }

    /// Reports a value that is not of the attribute's type.
    pub(crate) fn invalid(
        &self,
        cx: &mut Context<'_>,
        name: &str,
        value: Value<'_>,
        expected: &str,
    ) {
        cx.report(self.not_of_type(name, value, expected));
    }

    fn not_of_type(&self, name: &str, value: Value<'_>, expected: &str) -> Diagnostic {
        let text = value.text;
        let message = format!("`{text}` is no value for `{name}` of {}", display(self.node));
        let code = code_of(self.node, Code::AttributeInvalid);
        Diagnostic::new(code, value.span, message).because(format!("expected {expected}"))
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
            let code = attribute_code(self.node, attribute.name());
            let message = format!("{} has no attribute `{}`", display(self.node), attribute.name());
            let span = cx.span(attribute.range());
            let finding = Diagnostic::new(code, span, message).because("not allowed here");
            cx.report(match near(attribute.name()) {
                Some(near) if code == Code::AttributeNotAllowed => {
                    finding.help(format!("did you mean `{near}`?"))
                }
                _ => finding,
            });
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
                let span = cx.words(child.range());
                let code = text_code(self.node);
                cx.report(Diagnostic::new(code, span, message).because("text is not allowed here"));
            }
        }
        elements
    }

    /// Reports a child that the specification does not have here.
    pub(crate) fn unexpected(&self, cx: &mut Context<'_>, child: Node<'_>) {
        unexpected(cx, self.node, child);
    }
}

/// The name that a foreign attribute's value would be, array bounds removed.
fn foreign_name(cx: &mut Context<'_>, node: Node<'_>, value: &str) -> Option<QName> {
    let name = cx.value_name(node, value.split('[').next().unwrap_or_default().trim())?;
    if value.contains(':') {
        cx.refer_to(&name.namespace);
    }
    Some(name)
}
