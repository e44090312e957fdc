//! Messages as bound to SOAP: the shape of the body, and the headers (WSDL 1.1, sections 3.5 and
//! 3.7; WS-I Basic Profile 1.1, section 4.4).

use std::collections::BTreeSet;

use super::definitions::Definitions;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;
use crate::model::wsdl::{Body, BodyPart, BoundMessage, Header, PartContent};
use crate::source::{Span, Spanned};
use crate::syntax::ForeignElement;
use crate::syntax::soap::{SoapBody, SoapHeader, Style, Use};
use crate::syntax::wsdl::{self as syntax, BindingMessage, Message, OperationMessage, Part};
use crate::vocabulary::{Namespace, QName, namespaces};

/// A message where it is bound.
pub(super) struct Place<'p> {
    /// The input or output of the portType operation.
    pub(super) declared: &'p OperationMessage,
    /// That of the binding operation.
    pub(super) bound: Option<&'p BindingMessage>,
    /// The binding operation.
    pub(super) binding_span: Span,
    /// The style of the operation.
    pub(super) style: Style,
    /// The local name of the wrapper of rpc style.
    pub(super) wrapper: String,
}

impl Place<'_> {
    fn span(&self) -> Span {
        self.bound.map_or(self.binding_span, |bound| bound.span)
    }
}

impl Resolver<'_, '_> {
    /// The message with the shape of its body; none where something that it needs is missing.
    pub(super) fn bind_message(
        &mut self,
        place: &Place<'_>,
        definitions: &Definitions<'_>,
    ) -> Option<BoundMessage> {
        let message = self.message_named(&place.declared.message, definitions, "operation")?;
        let soap_body = place.bound.and_then(|bound| bound.body.as_ref());
        let headers = place.bound.map_or(&[][..], |bound| bound.headers.as_slice());
        let parts = self.body_parts(message, place, headers)?;
        let body = match place.style {
            Style::Rpc => self.rpc_body(place, soap_body, &parts),
            Style::Document => self.document_body(place, soap_body, &parts),
        };
        let headers: Option<Vec<Header>> =
            headers.iter().map(|header| self.bind_header(header, definitions)).collect();
        Some(BoundMessage {
            message: message.name.value.clone(),
            span: place.span(),
            body: body?,
            usage: used(soap_body.and_then(|body| body.usage.as_ref())),
            headers: headers?,
        })
    }

    /// The definition of a message; none with a finding.
    pub(super) fn message_named<'d>(
        &mut self,
        name: &Spanned<QName>,
        definitions: &Definitions<'d>,
        loss: &str,
    ) -> Option<&'d Message> {
        let found = self.defined(&definitions.messages, "message", name);
        if found.is_none() {
            self.unknown_definition("message", name, loss);
        }
        found
    }

    /// The parts that `soap:body` names; without names, those that are neither headers nor
    /// attachments.
    fn body_parts<'m>(
        &mut self,
        message: &'m Message,
        place: &Place<'_>,
        headers: &[SoapHeader],
    ) -> Option<Vec<&'m Part>> {
        let attachments = self.attachments(place);
        let body = place.bound.and_then(|bound| bound.body.as_ref());
        let Some(names) = body.and_then(|body| body.parts.as_ref()) else {
            let is_header = |part: &Part| {
                headers.iter().any(|header| {
                    header.message.value == message.name.value
                        && header.part.value == part.name.value
                })
            };
            let is_body =
                |part: &&Part| !is_header(part) && !attachments.contains(part.name.value.as_str());
            return Some(message.parts.iter().filter(is_body).collect());
        };
        for name in &names.value {
            if !message.parts.iter().any(|part| part.name.value == *name) {
                let text = format!(
                    "the message `{}` has no part `{name}`; the operation is left out",
                    message.name.value
                );
                self.broken_reference.get_or_insert(names.span);
                let finding = Diagnostic::new(Code::UnknownPart, names.span, text);
                self.report(finding.label(message.span, "the message"));
                return None;
            }
        }
        let is_named = |part: &&Part| names.value.contains(&part.name.value);
        Some(message.parts.iter().filter(is_named).collect())
    }

    /// The parts that `mime:content` binds to attachments, which are left out.
    fn attachments<'p>(&mut self, place: &Place<'p>) -> BTreeSet<&'p str> {
        let mut names = BTreeSet::new();
        let mut open: Vec<&ForeignElement> =
            place.bound.map_or_else(Vec::new, |bound| bound.extensions.iter().collect());
        while let Some(element) = open.pop() {
            let is_content = element.name.namespace.as_str() == namespaces::WSDL_MIME
                && &*element.name.local == "content";
            let part = element.attributes.iter().find(|(name, _)| &*name.local == "part");
            if let (true, Some((_, part))) = (is_content, part)
                && names.insert(part.as_str())
            {
                let message = format!(
                    "the part `{part}` is an attachment, which is no member: a request goes without it"
                );
                self.find(Code::Attachment, element.span, message);
            }
            open.extend(&element.children);
        }
        names
    }

    /// Rpc style: a wrapper named after the operation, with an element for each part.
    fn rpc_body(
        &mut self,
        place: &Place<'_>,
        body: Option<&SoapBody>,
        parts: &[&Part],
    ) -> Option<Body> {
        let namespace = body.and_then(|body| body.namespace.as_ref());
        if namespace.is_none() {
            let message = "rpc style needs the namespace of the wrapper; it is taken as none";
            let span = body.map_or(place.span(), |body| body.span);
            self.find(Code::RpcWithoutNamespace, span, message);
        }
        let namespace = namespace.map_or_else(Namespace::none, |namespace| namespace.value.clone());
        for part in parts {
            if matches!(part.content, syntax::PartContent::Element(_)) {
                let message =
                    format!("rpc style has typed parts, but `{}` is an element", part.name.value);
                self.find(Code::RpcElementPart, part.span, message);
            }
        }
        let usage = used(body.and_then(|body| body.usage.as_ref()));
        let parts = parts.iter().map(|part| self.rpc_part(part, usage)).collect::<Vec<_>>();
        let parts = parts.into_iter().collect::<Option<Vec<BodyPart>>>()?;
        self.know_namespace(&namespace);
        Some(Body::Parts { wrapper: Some(QName::new(namespace, &place.wrapper)), parts })
    }

    /// Document style: one element, or what older services do: several elements, or typed content.
    fn document_body(
        &mut self,
        place: &Place<'_>,
        body: Option<&SoapBody>,
        parts: &[&Part],
    ) -> Option<Body> {
        if parts.is_empty() {
            return Some(Body::Empty);
        }
        let usage = used(body.and_then(|body| body.usage.as_ref()));
        if let [part] = parts
            && let syntax::PartContent::Element(_) = part.content
            && usage == Use::Literal
        {
            return match self.part_content(part, "operation")? {
                PartContent::Element(id) => Some(Body::Element(id)),
                PartContent::Type(_) => None,
            };
        }
        let typed = parts.iter().find(|part| matches!(part.content, syntax::PartContent::Type(_)));
        if let Some(part) = typed {
            let message =
                format!("document style has elements, but the part `{}` is typed", part.name.value);
            let finding = Diagnostic::new(Code::DocumentTypedPart, part.span, message);
            self.report(finding.label(place.span(), "the part is bound here"));
        } else if parts.len() > 1 {
            let message = format!("document style has one part, not {}", parts.len());
            self.find(Code::DocumentParts, place.span(), message);
        }
        let namespace = match usage {
            Use::Encoded => body.and_then(|body| body.namespace.as_ref()),
            Use::Literal => None,
        };
        let namespace = namespace.map_or_else(Namespace::none, |namespace| namespace.value.clone());
        let parts = parts.iter().map(|part| self.document_part(part, &namespace));
        let parts = parts.collect::<Vec<_>>().into_iter().collect::<Option<Vec<BodyPart>>>()?;
        self.know_namespace(&namespace);
        Some(Body::Parts { wrapper: None, parts })
    }

    /// Adds the namespace of a wrapper to those of the contract.
    pub(super) fn know_namespace(&mut self, namespace: &Namespace) {
        let namespaces = &mut self.model.namespaces;
        if !namespace.is_none() && !namespaces.contains(namespace) {
            namespaces.push(namespace.clone());
        }
    }
}

/// `use`; literal where it is absent.
pub(super) fn used(usage: Option<&Spanned<Use>>) -> Use {
    usage.map_or(Use::Literal, |usage| usage.value)
}
