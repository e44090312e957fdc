//! The symbol spaces of WSDL 1.1 (section 2.1.1): messages, portTypes, bindings, services of all
//! documents by name.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::resolve::Resolver;
use crate::source::{Span, Spanned};
use crate::suggest::nearest;
use crate::syntax::wsdl::{Binding, Message, Part, PartContent, PortType, Service};
use crate::vocabulary::{QName, namespaces};

/// The first definition of each name.
#[derive(Default)]
pub(super) struct Definitions<'a> {
    /// `wsdl:message`.
    pub(super) messages: BTreeMap<&'a QName, &'a Message>,
    /// `wsdl:portType`.
    pub(super) port_types: BTreeMap<&'a QName, &'a PortType>,
    /// `wsdl:binding`.
    pub(super) bindings: BTreeMap<&'a QName, &'a Binding>,
    /// `wsdl:service`.
    services: BTreeMap<&'a QName, &'a Service>,
}

impl<'a> Resolver<'a, '_> {
    /// Gathers the definitions of all documents, and reports second ones.
    pub(super) fn collect_definitions(&mut self) -> Definitions<'a> {
        let mut all = Definitions::default();
        let documents = self.documents;
        for document in &documents.definitions {
            for message in &document.messages {
                let first = *all.messages.entry(&message.name.value).or_insert(message);
                self.check_message(message, first);
            }
            for port_type in &document.port_types {
                let first = all.port_types.entry(&port_type.name.value).or_insert(port_type);
                self.check_second("portType", &port_type.name, port_type.span, first.span);
            }
            for binding in &document.bindings {
                let first = all.bindings.entry(&binding.name.value).or_insert(binding);
                self.check_second("binding", &binding.name, binding.span, first.span);
            }
            for service in &document.services {
                let first = all.services.entry(&service.name.value).or_insert(service);
                self.check_second("service", &service.name, service.span, first.span);
            }
        }
        all
    }

    /// A second message that says the same is only worth a warning: several documents of one
    /// contract repeat what they share.
    fn check_message(&mut self, message: &Message, first: &Message) {
        let parts = message.parts.iter().zip(&first.parts);
        let is_same = message.parts.len() == first.parts.len()
            && parts.into_iter().all(|(part, first)| is_same_part(part, first));
        if !is_same {
            return self.check_second("message", &message.name, message.span, first.span);
        }
        if message.span != first.span {
            let text = format!("the message `{}` is defined twice, alike", message.name.value);
            let finding = Diagnostic::new(Code::RepeatedDefinition, message.span, text);
            let finding = finding.label(first.span, "the first definition");
            self.report(finding.component(&message.name.value));
        }
    }

    fn check_second(&mut self, kind: &str, name: &Spanned<QName>, span: Span, first: Span) {
        if span != first {
            let message =
                format!("the {kind} `{}` is defined twice; the first one counts", name.value);
            let finding = Diagnostic::new(Code::DuplicateDefinition, span, message);
            self.report(finding.label(first, "the first definition").component(&name.value));
        }
    }

    /// The definition of a name; none where there is none. A name without prefix is often meant to be
    /// in the target namespace of its document, and is in WSDL's own by mistake.
    pub(super) fn defined<'d, T>(
        &mut self,
        all: &BTreeMap<&'d QName, &'d T>,
        kind: &str,
        name: &Spanned<QName>,
    ) -> Option<&'d T> {
        if let Some(found) = all.get(&name.value) {
            return Some(found);
        }
        let meant = self.meant(name)?;
        let found = all.get(&meant).copied()?;
        self.own_namespace_taken(kind, name, &meant);
        Some(found)
    }

    /// A name of WSDL's namespace, or of none, in the target namespace of the document that has it.
    pub(in crate::model::resolve) fn meant(&self, name: &Spanned<QName>) -> Option<QName> {
        let namespace = &name.value.namespace;
        if !namespace.is_none() && namespace.as_str() != namespaces::WSDL {
            return None;
        }
        let mut documents = self.documents.definitions.iter();
        let document = documents.find(|document| document.span.source == name.span.source)?;
        Some(QName::new(document.target_namespace.clone(), &name.value.local))
    }

    /// Reports a reference to something that no document defines, and what is left out for it.
    pub(super) fn unknown_definition(&mut self, kind: &str, name: &Spanned<QName>, loss: &str) {
        let message = format!("there is no {kind} `{}`; the {loss} is left out", name.value);
        let finding = Diagnostic::new(Code::UnknownDefinition, name.span, message);
        self.broken_reference.get_or_insert(name.span);
        let finding = match self.defined_name(kind, &name.value) {
            Some(suggestion) => finding.help(format!("did you mean `{suggestion}`?")),
            None => finding,
        };
        self.report(finding);
    }

    /// A defined name that may have been meant: the same in another namespace, else a near one.
    fn defined_name(&self, kind: &str, wanted: &QName) -> Option<&'a QName> {
        let names: Vec<&QName> = self
            .documents
            .definitions
            .iter()
            .flat_map(|document| match kind {
                "message" => document.messages.iter().map(|message| &message.name.value).collect(),
                "portType" => document.port_types.iter().map(|port| &port.name.value).collect(),
                "binding" => document.bindings.iter().map(|binding| &binding.name.value).collect(),
                _ => Vec::new(),
            })
            .collect();
        let same = names.iter().find(|name| name.local == wanted.local);
        same.copied().or_else(|| {
            let near = nearest(&wanted.local, names.iter().map(|name| &*name.local))?;
            names.iter().copied().find(|name| &*name.local == near)
        })
    }
}

/// Whether two parts have one name and refer to one thing.
fn is_same_part(part: &Part, other: &Part) -> bool {
    use PartContent::{Element, Type};
    let content = match (&part.content, &other.content) {
        (Element(name), Element(other)) | (Type(name), Type(other)) => name.value == other.value,
        _ => false,
    };
    content && part.name.value == other.name.value
}
