//! Services and what they offer (WSDL 1.1, sections 2 and 3).
//!
//! Only what a SOAP port uses is looked at: a message that nobody sends may be broken. A port, an
//! operation or a fault that refers to something missing is left out with a warning; its neighbours
//! stay. It is an error when nothing is left.

mod addressing;
mod bindings;
mod definitions;
mod endpoints;
mod faults;
mod header_faults;
mod headers;
mod messages;
mod operations;
mod parts;
mod policies;

use std::collections::BTreeMap;

use super::Resolver;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::wsdl::{Addressing, Port, PortType, Service};
use crate::model::xsd::Origin;
use crate::source::Span;
use crate::syntax::{Documentation, wsdl as syntax};
use crate::vocabulary::QName;
use bindings::BoundBinding;
use definitions::Definitions;
use policies::Policies;

/// What is known of bindings and portTypes that ports have used.
struct Bound<'a> {
    /// The policies.
    policies: Policies<'a>,
    /// The bindings; none for one that cannot be used.
    bindings: BTreeMap<QName, Option<BoundBinding>>,
    /// The portTypes.
    port_types: BTreeMap<QName, Id<PortType>>,
}

impl Resolver<'_, '_> {
    /// Makes the services of all WSDL documents.
    pub(super) fn resolve_services(&mut self) {
        let definitions = self.collect_definitions();
        let documents = self.documents;
        let mut bound = Bound {
            policies: Policies::collect(documents),
            bindings: BTreeMap::new(),
            port_types: BTreeMap::new(),
        };
        for service in documents.definitions.iter().flat_map(|document| &document.services) {
            self.check_port_names(service);
            let ports: Vec<Port> = service
                .ports
                .iter()
                .filter_map(|port| self.port(port, &definitions, &mut bound))
                .collect();
            if !ports.is_empty() {
                let origin = origin(service.span, &service.documentation);
                let name = service.name.value.clone();
                self.model.services.push(Service { name, origin, ports });
            }
        }
        if self.model.services.is_empty() {
            self.services_of_bindings(&definitions, &mut bound);
        }
        self.check_something_is_left();
    }

    /// A port's name is unique in its service (WSDL 1.1, section 2.6).
    fn check_port_names(&mut self, service: &syntax::Service) {
        let mut names = BTreeMap::new();
        for port in &service.ports {
            let Some(first) = names.insert(port.name.value.as_str(), port.name.span) else {
                continue;
            };
            let message = format!("the service has two ports `{}`", port.name.value);
            let finding = Diagnostic::new(Code::RepeatedDefinition, port.name.span, message);
            self.report(finding.label(first, "the first definition"));
        }
    }

    /// Broken references cost only what uses them, unless that is everything.
    fn check_something_is_left(&mut self) {
        let ports = self.model.services.iter().flat_map(|service| &service.ports);
        let has_operation = ports.into_iter().any(|port| !port.operations.is_empty());
        if let (false, Some(span)) = (has_operation, self.broken_reference) {
            let message = "no operation is left, since what they refer to is missing";
            self.find(Code::NothingLeft, span, message);
        }
    }

    /// A SOAP port; none for another one and for one that cannot be used.
    fn port(
        &mut self,
        port: &syntax::Port,
        definitions: &Definitions<'_>,
        bound: &mut Bound<'_>,
    ) -> Option<Port> {
        let Some(binding) = self.defined(&definitions.bindings, "binding", &port.binding) else {
            self.unknown_definition("binding", &port.binding, "port");
            return None;
        };
        if binding.soap.is_none() {
            let message =
                format!("the port `{}` is not bound to SOAP; it is left out", port.name.value);
            let finding = Diagnostic::new(Code::NotSoap, port.span, message);
            self.report(finding.label(binding.span, "its binding"));
            return None;
        }
        let place = (port.name.value.clone(), origin(port.span, &port.documentation));
        let mut made = self.bound_port(binding, definitions, bound, place)?;
        made.address = self.address(port);
        let port_type = definitions.port_types.get(&binding.port_type.value).copied();
        let demands = self.demands(&mut bound.policies, Some(port), binding, port_type);
        made.addressing = demands.addressing;
        made.demands = demands.known.into_iter().collect();
        Some(made)
    }

    /// A port with the operations of its binding, without an address.
    fn bound_port(
        &mut self,
        binding: &syntax::Binding,
        definitions: &Definitions<'_>,
        bound: &mut Bound<'_>,
        (name, origin): (String, Origin),
    ) -> Option<Port> {
        let key = &binding.name.value;
        if !bound.bindings.contains_key(key) {
            let resolved = self.bind(binding, definitions, &mut bound.port_types);
            bound.bindings.insert(key.clone(), resolved);
        }
        let resolved = bound.bindings.get(key)?.as_ref()?;
        Some(Port {
            name,
            origin,
            address: String::new(),
            version: resolved.version,
            binding: key.clone(),
            port_type: resolved.port_type,
            operations: resolved.operations.clone(),
            addressing: Addressing::Unsaid,
            demands: Vec::new(),
        })
    }

    /// Without any port, each SOAP binding makes a service of its own name with a port without
    /// address, so that a client exists for an address that is known otherwise.
    fn services_of_bindings(&mut self, definitions: &Definitions<'_>, bound: &mut Bound<'_>) {
        let documents = self.documents;
        for binding in documents.definitions.iter().flat_map(|document| &document.bindings) {
            let counts = definitions.bindings.get(&binding.name.value);
            if binding.soap.is_none() || counts.is_none_or(|first| first.span != binding.span) {
                continue;
            }
            let origin = origin(binding.span, &binding.documentation);
            let name = binding.name.value.local.to_string();
            let port = (name, origin.clone());
            if let Some(mut port) = self.bound_port(binding, definitions, bound, port) {
                let port_type = definitions.port_types.get(&binding.port_type.value).copied();
                let demands = self.demands(&mut bound.policies, None, binding, port_type);
                port.addressing = demands.addressing;
                port.demands = demands.known.into_iter().collect();
                let name = binding.name.value.clone();
                self.model.services.push(Service { name, origin, ports: vec![port] });
            }
        }
    }
}

/// The origin of a component.
fn origin(span: Span, documentation: &Documentation) -> Origin {
    Origin { span, documentation: documentation.text.clone() }
}
