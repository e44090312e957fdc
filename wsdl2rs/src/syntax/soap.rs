//! The SOAP 1.1 and 1.2 extension elements of WSDL 1.1 (WSDL 1.1, section 3; WSDL 1.1 Binding
//! Extension for SOAP 1.2).

use super::context::Context;
use super::lexical;
use super::reader::{Node, Reader};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::vocabulary::{Namespace, QName, namespaces, terms};

/// Which SOAP extension namespace an element is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SoapVersion {
    /// SOAP 1.1.
    V11,
    /// SOAP 1.2.
    V12,
}

/// `style` of a binding or an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Parts are the message.
    Document,
    /// Parts are parameters.
    Rpc,
}

/// `use` of a body, header or fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// As the schema says.
    Literal,
    /// By an encoding style.
    Encoded,
}

/// `soap:binding`.
#[derive(Clone, Debug)]
pub(crate) struct SoapBinding {
    /// Its start tag.
    pub(crate) span: Span,
    /// Its namespace.
    pub(crate) version: SoapVersion,
    /// `transport`, a URI.
    pub(crate) transport: Option<Spanned<String>>,
    /// `style`; document where it is absent.
    pub(crate) style: Option<Spanned<Style>>,
}

/// `soap:operation`.
#[derive(Clone, Debug)]
pub(crate) struct SoapOperation {
    /// Its start tag.
    pub(crate) span: Span,
    /// `soapAction`.
    pub(crate) action: Option<Spanned<String>>,
    /// `soapActionRequired` (1.2).
    pub(crate) action_required: Option<bool>,
    /// `style`; the binding's where it is absent.
    pub(crate) style: Option<Spanned<Style>>,
}

/// `soap:body`.
#[derive(Clone, Debug)]
pub(crate) struct SoapBody {
    /// Its start tag.
    pub(crate) span: Span,
    /// `parts`, names of message parts.
    pub(crate) parts: Option<Spanned<Vec<String>>>,
    /// `use`; literal where it is absent.
    pub(crate) usage: Option<Spanned<Use>>,
    /// `encodingStyle`, a list of URIs.
    pub(crate) encoding_style: Option<String>,
    /// `namespace` of the rpc wrapper.
    pub(crate) namespace: Option<Spanned<Namespace>>,
}

/// `soap:header` or `soap:headerfault`.
#[derive(Clone, Debug)]
pub(crate) struct SoapHeader {
    /// Its start tag.
    pub(crate) span: Span,
    /// `message`.
    pub(crate) message: Spanned<QName>,
    /// `part`.
    pub(crate) part: Spanned<String>,
    /// `use`; literal where it is absent.
    pub(crate) usage: Option<Spanned<Use>>,
    /// `encodingStyle`.
    pub(crate) encoding_style: Option<String>,
    /// `namespace`.
    pub(crate) namespace: Option<Spanned<Namespace>>,
    /// `wsdl:required`.
    pub(crate) required: bool,
    /// `headerfault` children.
    pub(crate) faults: Vec<SoapHeader>,
}

/// `soap:fault`.
#[derive(Clone, Debug)]
pub(crate) struct SoapFault {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`; the WSDL fault's where it is absent.
    pub(crate) name: Option<Spanned<String>>,
    /// `use`; literal where it is absent.
    pub(crate) usage: Option<Spanned<Use>>,
}

/// `soap:address`.
#[derive(Clone, Debug)]
pub(crate) struct SoapAddress {
    /// Its start tag.
    pub(crate) span: Span,
    /// Its namespace.
    pub(crate) version: SoapVersion,
    /// `location`.
    pub(crate) location: Spanned<String>,
}

impl SoapVersion {
    /// The version of an extension element of this name.
    pub(super) fn of(node: Node<'_>, name: &str) -> Option<Self> {
        if node.tag_name().name() != name {
            return None;
        }
        match node.tag_name().namespace() {
            Some(namespaces::WSDL_SOAP11) => Some(Self::V11),
            Some(namespaces::WSDL_SOAP12) => Some(Self::V12),
            _ => None,
        }
    }
}

/// Whether an element extends WSDL for SOAP.
pub(super) fn is_soap(node: Node<'_>) -> bool {
    matches!(node.tag_name().namespace(), Some(namespaces::WSDL_SOAP11 | namespaces::WSDL_SOAP12))
}

/// Begins to read an extension element, which may have attributes of other namespaces.
fn begin<'a>(node: Node<'a>, cx: &mut Context<'_>) -> Reader<'a> {
    let mut reader = Reader::new(node, cx);
    reader.foreign(cx);
    reader
}

/// Ends an extension element without children of its own namespace.
fn end(reader: Reader<'_>, cx: &mut Context<'_>) -> Span {
    for child in reader.children(cx) {
        if is_soap(child) {
            reader.unexpected(cx, child);
        }
    }
    let span = reader.span();
    reader.finish(cx);
    span
}

fn style(reader: &mut Reader<'_>, cx: &mut Context<'_>) -> Option<Spanned<Style>> {
    reader.parse(cx, terms::STYLE, "`document` or `rpc`", Style::of)
}

fn usage(reader: &mut Reader<'_>, cx: &mut Context<'_>) -> Option<Spanned<Use>> {
    reader.parse(cx, terms::USE, "`literal` or `encoded`", |value| match value {
        "literal" => Some(Use::Literal),
        "encoded" => Some(Use::Encoded),
        _ => None,
    })
}

fn namespace(reader: &mut Reader<'_>, cx: &mut Context<'_>) -> Option<Spanned<Namespace>> {
    let uri = reader.string(cx, terms::NAMESPACE)?;
    Some(Spanned::new(cx.namespace(&uri.value), uri.span))
}

fn encoding_style(reader: &mut Reader<'_>, cx: &Context<'_>) -> Option<String> {
    reader.string(cx, terms::ENCODING_STYLE).map(|style| style.value)
}

impl Style {
    fn of(value: &str) -> Option<Self> {
        match value {
            "document" => Some(Self::Document),
            "rpc" => Some(Self::Rpc),
            _ => None,
        }
    }
}

impl SoapBinding {
    /// Reads `soap:binding`.
    pub(super) fn read(node: Node<'_>, version: SoapVersion, cx: &mut Context<'_>) -> Self {
        let mut reader = begin(node, cx);
        let transport = reader.string(cx, terms::TRANSPORT);
        let style = style(&mut reader, cx);
        Self { span: end(reader, cx), version, transport, style }
    }
}

impl SoapOperation {
    /// Reads `soap:operation`.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Self {
        let mut reader = begin(node, cx);
        let action = reader.string(cx, terms::SOAP_ACTION);
        let required = reader.boolean(cx, terms::SOAP_ACTION_REQUIRED);
        // A style that is none leaves the binding's, as in other toolkits.
        let style = reader.take(cx, terms::STYLE).and_then(|value| {
            let style = Style::of(&value.collapsed());
            if style.is_none() {
                let message = format!("`{}` is no style", value.text);
                let finding = Diagnostic::new(Code::SloppySoapBinding, value.span, message);
                cx.report(finding.because("the binding's style counts"));
            }
            style.map(|style| Spanned::new(style, value.span))
        });
        let action_required = required.map(|required| required.value);
        Self { span: end(reader, cx), action, action_required, style }
    }
}

impl SoapBody {
    /// Reads `soap:body`.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Self {
        let mut reader = begin(node, cx);
        let parts = reader.string(cx, terms::PARTS).map(|parts| {
            Spanned::new(lexical::words(&parts.value).map(str::to_owned).collect(), parts.span)
        });
        let usage = usage(&mut reader, cx);
        let encoding_style = encoding_style(&mut reader, cx);
        let namespace = namespace(&mut reader, cx);
        Self { span: end(reader, cx), parts, usage, encoding_style, namespace }
    }
}

impl SoapHeader {
    /// Reads `soap:header` or `soap:headerfault`.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = begin(node, cx);
        let message = reader.qname(cx, terms::MESSAGE);
        let part = reader.string(cx, terms::PART);
        if message.is_none() && !node.has_attribute(terms::MESSAGE) || part.is_none() {
            let finding = Diagnostic::new(
                Code::SloppySoapBinding,
                reader.span(),
                "a header does not say which part of which message it is",
            );
            cx.report(finding.because("left out"));
        }
        let usage = usage(&mut reader, cx);
        let encoding_style = encoding_style(&mut reader, cx);
        let namespace = namespace(&mut reader, cx);
        let required = node.attribute((namespaces::WSDL, terms::REQUIRED));
        let required = required.and_then(|value| lexical::boolean(value.trim())) == Some(true);
        let is_header = node.tag_name().name() == terms::HEADER;
        let mut faults = Vec::new();
        for child in reader.children(cx) {
            if is_header && SoapVersion::of(child, terms::HEADERFAULT).is_some() {
                faults.extend(Self::read(child, cx));
            } else if is_soap(child) {
                reader.unexpected(cx, child);
            }
        }
        let span = reader.span();
        reader.finish(cx);
        let (message, part) = (message?, part?);
        Some(Self { span, message, part, usage, encoding_style, namespace, required, faults })
    }
}

impl SoapFault {
    /// Reads `soap:fault`.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Self {
        let mut reader = begin(node, cx);
        let name = reader.string(cx, terms::NAME);
        let usage = usage(&mut reader, cx);
        encoding_style(&mut reader, cx);
        namespace(&mut reader, cx);
        Self { span: end(reader, cx), name, usage }
    }
}

impl SoapAddress {
    /// Reads `soap:address`.
    pub(super) fn read(node: Node<'_>, version: SoapVersion, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = begin(node, cx);
        let location = reader.require(cx, terms::LOCATION).map(|location| location.spanned());
        Some(Self { span: end(reader, cx), version, location: location? })
    }
}
