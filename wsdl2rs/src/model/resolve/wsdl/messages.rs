//! Messages as bound to SOAP: the shape of the body, and the headers (WSDL 1.1, sections 3.5 and
//! 3.7; WS-I Basic Profile 1.1, section 4.4).

use std::collections::BTreeSet;

use super::definitions::Definitions;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::references::Scope;
use crate::model::resolve::symbols::{Space, Target};
use crate::model::resolve::xsd::drafts::ElementDraft;
use crate::model::wsdl::{Body, BodyPart, BoundMessage, Header, PartContent};
use crate::model::xsd::{Element, Origin, Type};
use crate::source::{Span, Spanned};
use crate::syntax::ForeignElement;
use crate::syntax::soap::{SoapBody, SoapHeader, Style, Use};
use crate::syntax::wsdl::{self as syntax, BindingMessage, Message, OperationMessage, Part};
use crate::syntax::xsd::Derivations;
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
            Style::Document => self.document_body(place, &parts),
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
        let found = definitions.messages.get(&name.value).copied();
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
                let message = format!("the part `{part}` is an attachment; it is left out");
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
        let parts = self.typed_parts(parts)?;
        self.know_namespace(&namespace);
        Some(Body::Parts { wrapper: Some(QName::new(namespace, &place.wrapper)), parts })
    }

    /// Document style: one element, or what older services do: several elements, or typed content.
    fn document_body(&mut self, place: &Place<'_>, parts: &[&Part]) -> Option<Body> {
        if parts.is_empty() {
            return Some(Body::Empty);
        }
        if let [part] = parts
            && let syntax::PartContent::Element(_) = part.content
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
        Some(Body::Parts { wrapper: None, parts: self.typed_parts(parts)? })
    }

    fn typed_parts(&mut self, parts: &[&Part]) -> Option<Vec<BodyPart>> {
        let parts: Vec<Option<BodyPart>> = parts
            .iter()
            .map(|part| {
                let content = self.part_content(part, "operation")?;
                let element = match content {
                    PartContent::Element(id) => id,
                    PartContent::Type(ty) => self.accessor(part, ty),
                };
                Some(BodyPart { name: part.name.value.clone(), span: part.span, content, element })
            })
            .collect();
        parts.into_iter().collect()
    }

    /// The element that carries a typed part.
    pub(super) fn accessor(&mut self, part: &Part, ty: Type) -> Id<Element> {
        self.elements.push(ElementDraft::default());
        self.model.elements.add(Element {
            name: QName::new(Namespace::none(), &part.name.value),
            origin: Origin { span: part.span, documentation: String::new() },
            is_global: false,
            ty,
            nillable: false,
            value: None,
            is_abstract: false,
            substitution_head: None,
            substitutes: Vec::new(),
            block: Derivations::default(),
            has_identity_constraints: false,
        })
    }

    /// Adds the namespace of a wrapper to those of the contract.
    fn know_namespace(&mut self, namespace: &Namespace) {
        let namespaces = &mut self.model.namespaces;
        if !namespace.is_none() && !namespaces.contains(namespace) {
            namespaces.push(namespace.clone());
        }
    }

    /// What a part contains; none with a finding that says what is left out for it.
    pub(super) fn part_content(&mut self, part: &Part, loss: &str) -> Option<PartContent> {
        let (space, name) = match &part.content {
            syntax::PartContent::Element(name) => {
                if let Some(Target::Element(id)) = self.look_up(Space::Elements, name, Scope::WSDL)
                {
                    return Some(PartContent::Element(id));
                }
                (Space::Elements, name)
            }
            syntax::PartContent::Type(name) => {
                if let Some(ty) = self.find_type(name, Scope::WSDL).or_else(|| self.type_of(name)) {
                    return Some(PartContent::Type(ty));
                }
                (Space::Types, name)
            }
            syntax::PartContent::Missing => {
                let name = &part.name.value;
                let message = format!(
                    "the part `{name}` has neither element nor type; the {loss} is left out"
                );
                self.broken_reference.get_or_insert(part.span);
                self.find(Code::PartWithoutContent, part.span, message);
                return None;
            }
        };
        self.broken_reference.get_or_insert(name.span);
        let message = format!("there is no {space} `{}`; the {loss} is left out", name.value);
        let finding = Diagnostic::new(Code::UnknownPartContent, name.span, message);
        let finding = match self.suggestion(space, &name.value) {
            Some(suggestion) => finding.help(format!("did you mean `{suggestion}`?")),
            None => finding,
        };
        self.report(finding);
        None
    }

    /// The type of the element that a part names where it should name a type.
    fn type_of(&mut self, name: &Spanned<QName>) -> Option<Type> {
        let Some(Target::Element(id)) = self.look_up(Space::Elements, name, Scope::WSDL) else {
            return None;
        };
        let message = format!("`{}` is an element, not a type; its type is taken", name.value);
        self.find(Code::UnknownPartContent, name.span, message);
        Some(self.model.elements[id].ty)
    }

    fn bind_header(
        &mut self,
        header: &SoapHeader,
        definitions: &Definitions<'_>,
    ) -> Option<Header> {
        let message = self.message_named(&header.message, definitions, "operation")?;
        let part = message.parts.iter().find(|part| part.name.value == header.part.value);
        let Some(part) = part else {
            let text = format!(
                "the message `{}` has no part `{}`; the operation is left out",
                message.name.value, header.part.value
            );
            self.broken_reference.get_or_insert(header.part.span);
            let finding = Diagnostic::new(Code::UnknownPart, header.part.span, text);
            self.report(finding.label(message.span, "the message"));
            return None;
        };
        Some(Header {
            part: part.name.value.clone(),
            span: header.span,
            content: self.part_content(part, "operation")?,
            usage: used(header.usage.as_ref()),
            required: header.required,
            faults: self.bind_header_faults(header, definitions),
        })
    }
}

/// `use`; literal where it is absent.
pub(super) fn used(usage: Option<&Spanned<Use>>) -> Use {
    usage.map_or(Use::Literal, |usage| usage.value)
}
