//! Header faults (WSDL 1.1, section 3.7): they are declared faults of their operation beside those of
//! its portType.

use std::collections::BTreeMap;

use crate::model::Model;
use crate::model::id::Id;
use crate::model::wsdl::{BoundFault, PartContent};
use crate::model::xsd::Element;
use crate::source::Span;

/// The header faults that any binding of an operation declares, by the place of the operation: each
/// element once, and none that is a fault of the operation anyway.
pub(super) fn of_operations(model: &Model) -> BTreeMap<Span, Vec<BoundFault>> {
    let mut all: BTreeMap<Span, Vec<BoundFault>> = BTreeMap::new();
    let ports = model.services.iter().flat_map(|service| &service.ports);
    for operation in ports.flat_map(|port| &port.operations) {
        let messages = [&operation.input].into_iter().chain(&operation.output);
        let headers = messages.flat_map(|message| &message.headers);
        for fault in headers.flat_map(|header| &header.faults) {
            let found = all.entry(operation.origin.span).or_default();
            let mut known = operation.faults.iter().chain(&*found);
            if !known.any(|known| element(known) == element(fault)) {
                found.push(fault.clone());
            }
        }
    }
    all
}

fn element(fault: &BoundFault) -> Option<Id<Element>> {
    match &fault.content {
        PartContent::Element(id) => Some(*id),
        PartContent::Type(_) => None,
    }
}
