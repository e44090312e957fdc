//! Services and their operations: messages as trees, samples of them, and calls in Rust.

use super::Gathering;
use super::tree::Tree;
use crate::emit;
use crate::ir::client::{Client, Operation};
use crate::ir::sample;
use crate::model::Model;
use crate::model::wsdl::{
    Body, BoundMessage, BoundOperation, PartContent, Port, SoapVersion, Style, Use,
};
use crate::model::xsd::{Occurs, Type};
use crate::output;
use crate::site::{self, Message, Node};

/// An operation and the first port that has it.
pub(super) struct Bound<'a> {
    /// The operation.
    pub(super) operation: &'a BoundOperation,
    service: String,
    port: &'a Port,
}

const ONCE: Occurs = Occurs { min: 1, max: Some(1) };

/// The operations of all ports; one that several ports of a portType have is there once.
pub(super) fn bound(model: &Model) -> Vec<Bound<'_>> {
    let mut found: Vec<Bound<'_>> = Vec::new();
    let mut known = std::collections::BTreeSet::new();
    for service in &model.services {
        for port in &service.ports {
            for operation in &port.operations {
                if known.insert((port.port_type, operation.origin.span, &operation.name)) {
                    found.push(Bound { operation, service: service.name.to_string(), port });
                }
            }
        }
    }
    found
}

impl Gathering<'_> {
    /// The services.
    pub(super) fn services(&self) -> Vec<site::Service> {
        let services = self.model.services.iter().map(|service| {
            let ports = service.ports.iter().map(|port| self.port(&service.name.to_string(), port));
            site::Service {
                head: self.head(&service.name, &service.origin),
                ports: ports.collect(),
            }
        });
        services.collect()
    }

    fn port(&self, service: &str, port: &Port) -> site::Port {
        let index_of = |operation: &BoundOperation| {
            self.operations.iter().position(|bound| {
                bound.port.port_type == port.port_type
                    && bound.operation.origin.span == operation.origin.span
                    && bound.operation.name == operation.name
            })
        };
        site::Port {
            name: port.name.clone(),
            address: port.address.clone(),
            soap: version(port.version),
            client: self.client(service, port).map(|client| client.ident.to_string()),
            operations: port.operations.iter().filter_map(index_of).collect(),
        }
    }

    fn client(&self, service: &str, port: &Port) -> Option<&Client> {
        let mut clients = self.krate.services.clients.iter();
        clients.find(|client| client.service == service && client.port == port.name)
    }

    /// An operation.
    pub(super) fn operation(&self, bound: &Bound<'_>) -> site::Operation {
        let BoundOperation { name, origin, .. } = bound.operation;
        let client = self.client(&bound.service, bound.port);
        let lowered = client.and_then(|client| self.lowered(client, bound));
        let call = client.zip(lowered).and_then(|(client, operation)| {
            output::statements(emit::call(self.krate, client, operation)?)
        });
        let port_type = &self.model.port_types[bound.port.port_type];
        let mut head = self.head(&port_type.name, origin);
        head.local.clone_from(name);
        let message = |bound: &BoundMessage, is_reply| Message {
            headers: self.headers(bound),
            body: self.body(bound),
            sample: lowered.and_then(|own| sample::envelope(self.krate, own, is_reply)),
        };
        let faults = bound.operation.faults.iter().map(|fault| {
            let mut node = self.part(&fault.name, &fault.content);
            node.notes.insert(0, format!("fault {}", fault.name));
            node
        });
        site::Operation {
            head,
            facts: facts(bound, client.zip(lowered)),
            request: message(&bound.operation.input, false),
            reply: bound.operation.output.as_ref().map(|output| message(output, true)),
            faults: faults.collect(),
            call,
        }
    }

    /// What the operation becomes: the operations of a client are in the order of the port's, with
    /// those left out that were refused.
    fn lowered(&self, client: &Client, bound: &Bound<'_>) -> Option<&Operation> {
        let name = &bound.operation.name;
        let same = bound.port.operations.iter().filter(|operation| operation.name == *name);
        let nth = same.take_while(|it| it.origin.span != bound.operation.origin.span).count();
        let own = client.operations.iter().map(|index| &self.krate.services.operations[*index]);
        own.filter(|operation| operation.name == *name).nth(nth)
    }

    fn headers(&self, message: &BoundMessage) -> Vec<Node> {
        let nodes = message.headers.iter().map(|header| {
            let mut node = Tree::of_message(self).element(header.element, ONCE);
            node.min = u64::from(header.required);
            node
        });
        nodes.collect()
    }

    fn body(&self, message: &BoundMessage) -> Vec<Node> {
        match &message.body {
            Body::Empty => Vec::new(),
            Body::Element(id) => vec![Tree::of_message(self).element(*id, ONCE)],
            Body::Parts { wrapper, parts } => {
                let parts = parts.iter().map(|part| self.part(&part.name, &part.content));
                let parts: Vec<Node> = parts.collect();
                match wrapper {
                    None => parts,
                    Some(name) => vec![Node {
                        name: name.local.to_string(),
                        min: 1,
                        max: Some(1),
                        children: parts,
                        ..Node::default()
                    }],
                }
            }
        }
    }

    /// A part of a message: an element, or one that has the part's name.
    fn part(&self, name: &str, content: &PartContent) -> Node {
        match content {
            PartContent::Element(id) => Tree::of_message(self).element(*id, ONCE),
            PartContent::Type(ty) => {
                let children = match ty {
                    Type::Complex(id) => Tree::of_message(self).members(*id),
                    Type::Simple(_) | Type::AnyType => Vec::new(),
                };
                let (name, ty) = (name.to_owned(), self.mention_type(*ty));
                Node { name, ty, min: 1, max: Some(1), children, ..Node::default() }
            }
        }
    }
}

fn facts(bound: &Bound<'_>, own: Option<(&Client, &Operation)>) -> Vec<(&'static str, String)> {
    let style = match bound.operation.style {
        Style::Document => "document",
        Style::Rpc => "rpc",
    };
    let usage = match bound.operation.input.usage {
        Use::Literal => "literal",
        Use::Encoded => "encoded",
    };
    let soap = format!("SOAP {}, {style}/{usage}", version(bound.port.version));
    let mut facts = vec![("Binding", soap), ("Address", bound.port.address.clone())];
    if !bound.operation.soap_action.is_empty() {
        facts.push(("Action", bound.operation.soap_action.clone()));
    }
    match own {
        Some((client, operation)) => {
            facts.push(("Method", format!("{}::{}", client.ident, operation.method)));
            if operation.signed {
                facts.push(("Signing", "the client adds the credentials".to_owned()));
            }
        }
        None => facts.push(("Method", "none: the operation was refused".to_owned())),
    }
    facts
}

fn version(version: SoapVersion) -> &'static str {
    match version {
        SoapVersion::V11 => "1.1",
        SoapVersion::V12 => "1.2",
    }
}
