//! Ports → clients, portTypes → traits, bound operations → methods.

use std::collections::BTreeMap;

use super::addressing;
use super::bodies::{Bodies, Bound, RESPONSE};
use super::elements::Markers;
use super::header_faults;
use super::headers::Headers;
use super::reach::Subject;
use super::{Lowering, ROOT};
use crate::ir::client::{
    Body, Client, FaultDetail, FaultEnum, FaultVariant, MarkerPath, Operation, PortTrait, Services,
    Version,
};
use crate::ir::doc::Doc;
use crate::ir::ident::{Casing, Ident, Scope};
use crate::ir::item::ItemKind;
use crate::ir::ty::{Type, TypeId};
use crate::model::id::Id;
use crate::model::wsdl::{
    self, BoundFault, BoundMessage, BoundOperation, PartContent, SoapVersion,
};
use crate::model::xsd::Element;
use crate::source::Span;

/// Lowers the ports of all services.
pub(super) fn lower_all(lowering: &mut Lowering<'_>, markers: &Markers) -> Services {
    let mut services = Services::default();
    let headers = Headers::lower_all(lowering, markers, &mut services);
    let mut building = Building {
        markers,
        services,
        headers,
        names: Scope::default(),
        faults: BTreeMap::new(),
        header_faults: header_faults::of_operations(lowering.model),
        bodies: Bodies::default(),
    };
    let model = lowering.model;
    let mut traits: BTreeMap<Id<wsdl::PortType>, usize> = BTreeMap::new();
    for service in &model.services {
        for port in &service.ports {
            let operations = building.operations(lowering, service, port);
            let implements = *traits.entry(port.port_type).or_insert_with(|| {
                building.port_trait(lowering, port.port_type, operations.clone())
            });
            building.client(lowering, service, port, operations, implements);
        }
    }
    building.services
}

struct Building<'a> {
    markers: &'a Markers,
    services: Services,
    headers: Headers,
    /// The names in `operations`.
    names: Scope,
    /// The fault enum of an operation of a portType, which all its ports share.
    faults: BTreeMap<Span, usize>,
    /// What is declared for headers beside them.
    header_faults: BTreeMap<Span, Vec<BoundFault>>,
    bodies: Bodies,
}

/// The methods that every client has.
const CLIENT_METHODS: [&str; 6] =
    ["new", "with_signer", "with_headers", "configure", "with", "client"];

impl Building<'_> {
    fn operations(
        &mut self,
        lowering: &mut Lowering<'_>,
        service: &wsdl::Service,
        port: &wsdl::Port,
    ) -> Vec<usize> {
        let service = service.name.to_string();
        let mut methods = Scope::with(&CLIENT_METHODS);
        let mut operations = Vec::new();
        for operation in &port.operations {
            let (method, _) = methods.take(&[&operation.name], Casing::Snake);
            let is_chosen = lowering.settings.chooses(&service, &port.name, &operation.name);
            let before = lowering.enter(if is_chosen { Subject::Contract } else { Subject::Apart });
            if let Some(lowered) = self.operation(lowering, port, operation, method) {
                self.services.operations.push(lowered);
                operations.push(self.services.operations.len() - 1);
            }
            lowering.leave(before);
        }
        operations
    }

    fn operation(
        &mut self,
        lowering: &mut Lowering<'_>,
        port: &wsdl::Port,
        operation: &BoundOperation,
        method: Ident,
    ) -> Option<Operation> {
        let version = port.version;
        let input = self.body(lowering, (operation, "request"), version, &operation.input)?;
        let output = match &operation.output {
            Some(output) => Some(self.body(lowering, (operation, RESPONSE), version, output)?),
            None => None,
        };
        let headers = self.headers.of_operation(lowering, port.port_type, operation)?;
        let faults = self.faults(lowering, operation)?;
        let (ident, _) = self.names.take(&[&operation.name], Casing::Camel);
        let place = lowering.place(operation.origin.span);
        let doc = Doc::foreign(&operation.origin.documentation)
            .then(&format!("Operation `{}`, {place}.", operation.name));
        let sent = headers.request.iter().flat_map(|(set, fields)| {
            let all = &self.services.headers[*set].fields;
            fields.iter().map(|field| &all[*field].ty)
        });
        let signed = input.ty().into_iter().chain(sent).any(|ty| is_signed(lowering, ty));
        Some(Operation {
            ident,
            method,
            doc,
            name: operation.name.clone(),
            soap_action: operation.soap_action.clone(),
            action: addressing::action(port, operation),
            version: self::version(version),
            input,
            output,
            headers,
            faults,
            signed,
        })
    }

    fn body(
        &mut self,
        lowering: &mut Lowering<'_>,
        (operation, role): (&BoundOperation, &'static str),
        version: SoapVersion,
        message: &BoundMessage,
    ) -> Option<Body> {
        let bound = Bound { operation: &operation.name, role, version, message };
        self.bodies.lower(lowering, self.markers, &mut self.services, &bound)
    }

    fn marker(
        &self,
        lowering: &mut Lowering<'_>,
        element: Id<Element>,
    ) -> Option<(MarkerPath, Type)> {
        lowering.uses(Subject::Element(element));
        let (module, ident, ty) = self.markers.path(element)?.clone();
        Some((MarkerPath { module, ident }, ty))
    }

    /// The enum of an operation's declared faults; `Some(None)` where it declares none.
    fn faults(
        &mut self,
        lowering: &mut Lowering<'_>,
        operation: &BoundOperation,
    ) -> Option<Option<usize>> {
        let span = operation.origin.span;
        let in_headers = self.header_faults.get(&span).cloned().unwrap_or_default();
        if operation.faults.is_empty() && in_headers.is_empty() {
            return Some(None);
        }
        if let Some(known) = self.faults.get(&span).copied() {
            lowering.uses(Subject::Fault(known));
            return Some(Some(known));
        }
        let before = lowering.enter(Subject::Fault(self.services.faults.len()));
        let variants = self.fault_variants(lowering, operation, &in_headers);
        lowering.leave(before);
        lowering.uses(Subject::Fault(self.services.faults.len()));
        if variants.is_empty() {
            return Some(None);
        }
        let suggestion = format!("{}_fault", operation.name);
        let own = format!("{}_operation_fault", operation.name);
        let (ident, _) = lowering.modules.scope(ROOT).take(&[&suggestion, &own], Casing::Camel);
        let place = lowering.place(span);
        let doc =
            Doc::own(&format!("The declared faults of operation `{}`, {place}.", operation.name));
        self.services.faults.push(FaultEnum { ident, doc, variants });
        let index = self.services.faults.len() - 1;
        self.faults.insert(span, index);
        Some(Some(index))
    }

    fn fault_variants(
        &mut self,
        lowering: &mut Lowering<'_>,
        operation: &BoundOperation,
        in_headers: &[BoundFault],
    ) -> Vec<FaultVariant> {
        let mut scope = Scope::default();
        let mut variants = Vec::new();
        let all = operation.faults.iter().map(|fault| (fault, "Fault"));
        for (fault, kind) in all.chain(in_headers.iter().map(|fault| (fault, "Header fault"))) {
            let (ident, _) = scope.take(&[&fault.name], Casing::Camel);
            variants.extend(self.fault(lowering, operation, (fault, kind), ident));
        }
        variants
    }

    fn fault(
        &mut self,
        lowering: &mut Lowering<'_>,
        operation: &BoundOperation,
        (fault, kind): (&BoundFault, &str),
        ident: Ident,
    ) -> Option<FaultVariant> {
        let (detail, ty) = match &fault.content {
            PartContent::Element(id) => {
                let (element, ty) = self.marker(lowering, *id)?;
                (FaultDetail::Element(element), ty)
            }
            PartContent::Type(_) => self.bodies.fault(
                lowering,
                &mut self.services,
                &operation.name,
                (fault, fault.element),
            )?,
        };
        let place = lowering.place(fault.span);
        let doc = Doc::own(&format!("{kind} `{}`, {place}.", fault.name));
        Some(FaultVariant { ident, detail, ty, doc })
    }

    fn port_trait(
        &mut self,
        lowering: &mut Lowering<'_>,
        id: Id<wsdl::PortType>,
        operations: Vec<usize>,
    ) -> usize {
        let port_type = &lowering.model.port_types[id];
        let doc = lowering.component_doc(&port_type.origin, "portType", Some(&port_type.name));
        let local = &port_type.name.local;
        let own = format!("{local}_operations");
        let (ident, _) = lowering.modules.scope(ROOT).take(&[local, &own], Casing::Camel);
        self.services.traits.push(PortTrait { ident, doc, operations });
        self.services.traits.len() - 1
    }

    fn client(
        &mut self,
        lowering: &mut Lowering<'_>,
        service: &wsdl::Service,
        port: &wsdl::Port,
        operations: Vec<usize>,
        implements: usize,
    ) {
        let place = lowering.place(port.origin.span);
        let text = format!("{}\n\n{}", service.origin.documentation, port.origin.documentation);
        let doc = Doc::foreign(&text)
            .then(&format!("Port `{}` of service `{}`, {place}.", port.name, service.name));
        let doc = match addressing::demands(port) {
            Some(demands) => doc.then(&demands),
            None => doc,
        };
        let own = format!("{}_client", port.name);
        let with_service = format!("{}_{}_client", service.name.local, port.name);
        let suggestions = [port.name.as_str(), own.as_str(), with_service.as_str()];
        let (ident, _) = lowering.modules.scope(ROOT).take(&suggestions, Casing::Camel);
        let implements = self.is_complete(implements, &operations).then_some(implements);
        let signed = operations.iter().any(|index| self.services.operations[*index].signed);
        self.services.clients.push(Client {
            ident,
            doc,
            address: port.address.clone(),
            operations,
            implements,
            headers: self.headers.of_requests(port.port_type),
            signed,
            service: service.name.to_string(),
            port: port.name.clone(),
            version: version(port.version),
        });
    }

    /// Whether a port has every operation of its trait, with the same types.
    fn is_complete(&self, implements: usize, operations: &[usize]) -> bool {
        let of = |index: &usize| &self.services.operations[*index];
        self.services.traits[implements].operations.iter().map(of).all(|declared| {
            operations.iter().map(of).any(|own| {
                own.method == declared.method
                    && own.input.ty() == declared.input.ty()
                    && own.faults == declared.faults
                    && own.headers.reply == declared.headers.reply
                    && own.output.as_ref().map(Body::ty) == declared.output.as_ref().map(Body::ty)
            })
        })
    }
}

fn version(version: SoapVersion) -> Version {
    match version {
        SoapVersion::V11 => Version::V11,
        SoapVersion::V12 => Version::V12,
    }
}

/// Whether a message has a place for credentials.
fn is_signed(lowering: &Lowering<'_>, ty: &Type) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    let mut open: Vec<TypeId> = Vec::new();
    reach(ty, &mut open);
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let Some(item) = lowering.item(id) else { continue };
        match &item.kind {
            ItemKind::Struct(structure) => {
                let is_credential = |member: &crate::ir::content::Member| {
                    matches!(member, crate::ir::content::Member::Credential { .. })
                };
                if structure.members.iter().any(is_credential) {
                    return true;
                }
                structure.fields.iter().for_each(|field| reach(&field.ty, &mut open));
            }
            ItemKind::Choice(choice) => {
                choice.variants.iter().for_each(|variant| reach(&variant.ty, &mut open));
            }
            ItemKind::Alternatives(alternatives) => {
                open.extend(alternatives.variants.iter().map(|(_, ty, _)| *ty));
            }
            ItemKind::Array(array) => reach(&array.item, &mut open),
            ItemKind::Enumeration(_) | ItemKind::Newtype(_) | ItemKind::Union(_) => {}
        }
    }
    false
}

fn reach(ty: &Type, open: &mut Vec<TypeId>) {
    match ty {
        Type::Item(id) | Type::Boxed(id) => open.push(*id),
        Type::Nillable(inner, _) => reach(inner, open),
        Type::Builtin(_) | Type::List(_) | Type::Present | Type::Open(_) => {}
    }
}
