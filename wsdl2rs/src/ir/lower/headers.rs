//! Declared headers (WSDL 1.1, section 3.7) → one struct for the requests of a portType and one for
//! its answers, with a field for each element that any of its operations declares.
//!
//! Contracts declare the same few headers for most operations, and a session sends them with all:
//! so they belong to the client, and each operation sends those that it declares.

use std::collections::{BTreeMap, BTreeSet};

use super::elements::Markers;
use super::reach::Subject;
use super::{Lowering, ROOT};
use crate::ir::client::{HeaderField, HeaderSet, MarkerPath, OperationHeaders, Services};
use crate::ir::doc::Doc;
use crate::ir::ident::{Casing, Scope};
use crate::model::id::Id;
use crate::model::wsdl::{BoundMessage, BoundOperation, PortType};
use crate::model::xsd::Element;

/// The most operations that the documentation of a header names.
const MOST_NAMED: usize = 6;
/// The most required headers that `new` takes.
const MOST_ARGUMENTS: usize = 4;

/// The headers of all portTypes.
#[derive(Default)]
pub(super) struct Headers {
    sets: BTreeMap<Key, (usize, Fields)>,
}

/// A portType, and whether its answers are meant.
type Key = (Id<PortType>, bool);

/// The field of each element; none where no chosen operation declares it.
type Fields = BTreeMap<Id<Element>, Option<usize>>;

/// An element that is declared as a header.
struct Declared {
    element: Id<Element>,
    required: bool,
    /// The chosen operations that declare it.
    operations: BTreeSet<String>,
}

impl Headers {
    /// Lowers the headers of all ports: those of one portType have their structs in common.
    pub(super) fn lower_all(
        lowering: &mut Lowering<'_>,
        markers: &Markers,
        services: &mut Services,
    ) -> Self {
        let model = lowering.model;
        let mut headers = Self::default();
        let mut all: BTreeMap<Key, Vec<Declared>> = BTreeMap::new();
        for service in &model.services {
            let name = service.name.to_string();
            for port in &service.ports {
                for operation in &port.operations {
                    let is_chosen = lowering.settings.chooses(&name, &port.name, &operation.name);
                    let input = [(false, &operation.input)];
                    let output = operation.output.iter().map(|output| (true, output));
                    for (is_reply, message) in input.into_iter().chain(output) {
                        let known = all.entry((port.port_type, is_reply)).or_default();
                        collect(known, (operation, is_chosen), message);
                    }
                }
            }
        }
        for ((port_type, is_reply), declared) in all {
            if declared.is_empty() {
                continue;
            }
            let (set, fields) = set(lowering, markers, (port_type, is_reply), declared);
            services.headers.push(set);
            headers.sets.insert((port_type, is_reply), (services.headers.len() - 1, fields));
        }
        headers
    }

    /// The struct for the requests of a portType.
    pub(super) fn of_requests(&self, port_type: Id<PortType>) -> Option<usize> {
        self.sets.get(&(port_type, false)).map(|(set, _)| *set)
    }

    /// The headers of an operation; none where one of them is refused.
    pub(super) fn of_operation(
        &self,
        lowering: &mut Lowering<'_>,
        port_type: Id<PortType>,
        operation: &BoundOperation,
    ) -> Option<OperationHeaders> {
        let request = self.fields(lowering, (port_type, false), &operation.input)?;
        let reply = match &operation.output {
            Some(output) => self.fields(lowering, (port_type, true), output)?,
            None => None,
        };
        Some(OperationHeaders { request, reply: reply.map(|(set, _)| set) })
    }

    /// The set and the fields of the headers of a message; none within where it has no headers.
    fn fields(
        &self,
        lowering: &mut Lowering<'_>,
        key: Key,
        message: &BoundMessage,
    ) -> Option<Option<(usize, Vec<usize>)>> {
        if message.headers.is_empty() {
            return Some(None);
        }
        let mut elements = BTreeSet::new();
        for header in &message.headers {
            lowering.uses(Subject::Element(header.element));
            elements.insert(header.element);
        }
        let (set, fields) = self.sets.get(&key)?;
        let found: Option<BTreeSet<Option<usize>>> =
            elements.iter().map(|element| fields.get(element).copied()).collect();
        Some(Some((*set, found?.into_iter().flatten().collect())))
    }
}

fn collect(
    known: &mut Vec<Declared>,
    (operation, is_chosen): (&BoundOperation, bool),
    message: &BoundMessage,
) {
    for header in &message.headers {
        let element = header.element;
        let index = known.iter().position(|known| known.element == element);
        let index = index.unwrap_or_else(|| {
            let operations = BTreeSet::new();
            known.push(Declared { element, required: false, operations });
            known.len() - 1
        });
        if is_chosen {
            known[index].required |= header.required;
            known[index].operations.insert(operation.name.clone());
        }
    }
}

fn set(
    lowering: &mut Lowering<'_>,
    markers: &Markers,
    (port_type, is_reply): Key,
    declared: Vec<Declared>,
) -> (HeaderSet, Fields) {
    let name = &lowering.model.port_types[port_type].name;
    let (suffix, whose) =
        if is_reply { ("reply_headers", "answers") } else { ("headers", "requests") };
    let suggestion = format!("{}_{suffix}", name.local);
    let own = format!("{}_soap_{suffix}", name.local);
    let (ident, _) = lowering.modules.scope(ROOT).take(&[&suggestion, &own], Casing::Camel);
    let doc = Doc::own(&format!(
        "The headers of {whose} of portType `{name}`. Each is {} the operations that declare it.",
        if is_reply { "looked for in the answers of" } else { "sent with" },
    ));
    let mut names = Scope::default();
    let mut fields = Vec::new();
    let mut places = BTreeMap::new();
    for header in declared {
        let Some((module, marker, ty)) = markers.path(header.element) else { continue };
        let element = &lowering.model.elements[header.element];
        let (ident, _) = names.take(&[&element.name.local], Casing::Snake);
        if header.operations.is_empty() {
            places.insert(header.element, None);
            continue;
        }
        places.insert(header.element, Some(fields.len()));
        fields.push(HeaderField {
            ident,
            element: MarkerPath { module: *module, ident: marker.clone() },
            ty: ty.clone(),
            required: header.required && !is_reply,
            doc: field_doc(lowering, element, &header),
        });
    }
    let constructor = constructor(&fields);
    (HeaderSet { ident, doc, is_reply, fields, constructor }, places)
}

fn field_doc(lowering: &Lowering<'_>, element: &Element, header: &Declared) -> Doc {
    let required = if header.required { ", required" } else { "" };
    let mut operations: Vec<String> =
        header.operations.iter().take(MOST_NAMED).map(|name| format!("`{name}`")).collect();
    if let Some(more) = header.operations.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        operations.push(format!("{more} more"));
    }
    let place = lowering.place(element.origin.span);
    let facts =
        format!("Header `{}`{required}, of {}, {place}.", element.name, operations.join(", "));
    Doc::foreign(&element.origin.documentation).then(&facts)
}

/// The fields that `new` takes, by the rule for structs.
fn constructor(fields: &[HeaderField]) -> Option<Vec<usize>> {
    let required: Vec<usize> = (0..fields.len()).filter(|index| fields[*index].required).collect();
    let swappable = required.windows(2).any(|pair| fields[pair[0]].ty == fields[pair[1]].ty);
    (required.len() <= MOST_ARGUMENTS && !swappable).then_some(required)
}
