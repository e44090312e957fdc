//! The components that the configuration chooses: services, ports, operations, global elements and
//! named types. What they do not reach is dropped when all is named, so that no name depends on
//! the choice.

use std::collections::BTreeMap;

use super::Lowering;
use super::elements::Markers;
use super::reach::{Reached, Subject};
use super::replaced;
use super::settings::{Settings, Unmatched};
use crate::ir::client::{Body, Client, FaultDetail, FaultEnum, Operation, Services};
use crate::ir::ident::Ident;
use crate::model::Model;

/// The elements and types that are chosen, beside what chosen operations refer to; none where all
/// of them are, and none is replaced.
pub(super) fn find(
    model: &Model,
    settings: &Settings,
    unmatched: &mut Vec<Unmatched>,
) -> Option<Vec<Subject>> {
    if settings.only.is_empty() {
        return (!settings.replacements.is_empty()).then(|| all(model));
    }
    let mut known: BTreeMap<String, Vec<Subject>> = BTreeMap::new();
    for service in &model.services {
        let name = service.name.to_string();
        for port in &service.ports {
            let path = format!("{name}/{}", port.name);
            for operation in &port.operations {
                known.entry(format!("{path}/{}", operation.name)).or_default();
            }
            known.entry(path).or_default();
        }
        known.entry(name).or_default();
    }
    for (name, id) in &model.global_elements {
        known.entry(name.to_string()).or_default().push(Subject::Element(*id));
    }
    for (name, ty) in &model.named_types {
        known.entry(name.to_string()).or_default().extend(replaced::subject(*ty));
    }
    let names: Vec<String> = known.keys().cloned().collect();
    let mut chosen = Vec::new();
    for key in &settings.only {
        match known.get(key) {
            Some(subjects) => chosen.extend(subjects),
            None => unmatched.push(Unmatched::new("only", key, &names)),
        }
    }
    Some(chosen)
}

/// All global elements and named types.
fn all(model: &Model) -> Vec<Subject> {
    let elements = model.global_elements.values().map(|id| Subject::Element(*id));
    elements.chain(model.named_types.values().filter_map(|ty| replaced::subject(*ty))).collect()
}

impl Settings {
    /// Whether an operation of a port is chosen.
    pub(super) fn chooses(&self, service: &str, port: &str, operation: &str) -> bool {
        let path = format!("{service}/{port}");
        self.only.is_empty()
            || self.only.contains(service)
            || self.only.contains(&path)
            || self.only.contains(&format!("{path}/{operation}"))
    }
}

/// Drops what is not reached. Types keep their places in `Crate::items`; they are in no module.
pub(super) fn keep(
    lowering: &mut Lowering<'_>,
    markers: &mut Markers,
    services: Services,
    reached: &Reached,
) -> Services {
    let model = lowering.model;
    markers.retain(|id| reached.has(Subject::Element(id)));
    let names = lowering.simple.keys().filter(|id| reached.has(Subject::Simple(**id)));
    let names =
        names.filter_map(|id| model.simple_types[*id].name.as_ref()).map(ToString::to_string);
    let names = names.collect();
    lowering.modules.retain(|item| reached.has(Subject::Item(item)), &names);
    if lowering.settings.only.is_empty() {
        return services;
    }
    services_of(services, lowering.settings, reached)
}

/// The clients with the chosen operations, and the traits that are left of theirs.
fn services_of(all: Services, settings: &Settings, reached: &Reached) -> Services {
    let mut kept = Services::default();
    let faults =
        numbers(all.faults, &mut kept.faults, |index, _| reached.has(Subject::Fault(index)));
    let mut is_chosen = vec![false; all.operations.len()];
    for client in &all.clients {
        for index in &client.operations {
            let name = &all.operations[*index].name;
            is_chosen[*index] = settings.chooses(&client.service, &client.port, name);
        }
    }
    let operations = numbers(all.operations, &mut kept.operations, |index, _| is_chosen[index]);
    let headers = numbers(all.headers, &mut kept.headers, |_, set| !set.fields.is_empty());
    let header = |index: usize| headers.get(&index).copied();
    for operation in &mut kept.operations {
        operation.faults = operation.faults.and_then(|index| faults.get(&index).copied());
        let request = operation.headers.request.take();
        operation.headers.request = request.and_then(|(set, sent)| Some((header(set)?, sent)));
        operation.headers.reply = operation.headers.reply.and_then(header);
    }
    kept.wrappers = all.wrappers;
    kept.wrappers.retain(|marker| {
        has_body(&kept.operations, &marker.ident) || has_detail(&kept.faults, &marker.ident)
    });
    kept.contents = all.contents;
    kept.contents.retain(|marker| has_body(&kept.operations, &marker.ident));
    let mut clients = all.clients;
    for client in &mut clients {
        client.headers = client.headers.and_then(header);
        client.operations.retain_mut(|index| {
            operations.get(index).is_some_and(|new| {
                *index = *new;
                true
            })
        });
        client.signed = client.operations.iter().any(|index| kept.operations[*index].signed);
    }
    clients.retain(|client| !client.operations.is_empty());
    let first = |index: usize| clients.iter().find(|client| client.implements == Some(index));
    let traits = numbers(all.traits, &mut kept.traits, |index, port_trait| {
        let client = first(index);
        port_trait.operations = client.map(|client| client.operations.clone()).unwrap_or_default();
        client.is_some()
    });
    for client in &mut clients {
        let implemented = client.implements.and_then(|index| traits.get(&index).copied());
        client.implements = implemented.filter(|index| has_methods(&kept, client, *index));
    }
    kept.clients = clients;
    kept
}

/// Whether an operation has the body with this marker in `bodies`.
fn has_body(operations: &[Operation], marker: &Ident) -> bool {
    let bodies = operations
        .iter()
        .flat_map(|operation| [&operation.input].into_iter().chain(&operation.output));
    let mut markers = bodies.filter_map(|body| match body {
        Body::Wrapper(ident, _)
        | Body::Encoded(ident, _)
        | Body::Contents(ident, _)
        | Body::EncodedContents(ident, _) => Some(ident),
        Body::Nothing | Body::Element(..) => None,
    });
    markers.any(|ident| ident == marker)
}

/// Whether a fault has the part with this marker in `bodies`.
fn has_detail(faults: &[FaultEnum], marker: &Ident) -> bool {
    faults.iter().flat_map(|fault| &fault.variants).any(|variant| match &variant.detail {
        FaultDetail::Part(ident, _) => ident == marker,
        FaultDetail::Element(_) => false,
    })
}

/// Whether a client has every method of a trait that it implemented when it was whole.
fn has_methods(services: &Services, client: &Client, implements: usize) -> bool {
    let method = |index: &usize| &services.operations[*index].method;
    let mut declared = services.traits[implements].operations.iter().map(method);
    declared.all(|name| client.operations.iter().any(|own| method(own) == name))
}

/// Moves the values that are kept, and says which number each has then.
fn numbers<T>(
    all: Vec<T>,
    kept: &mut Vec<T>,
    mut keeps: impl FnMut(usize, &mut T) -> bool,
) -> BTreeMap<usize, usize> {
    let mut numbers = BTreeMap::new();
    for (index, mut value) in all.into_iter().enumerate() {
        if keeps(index, &mut value) {
            numbers.insert(index, kept.len());
            kept.push(value);
        }
    }
    numbers
}
