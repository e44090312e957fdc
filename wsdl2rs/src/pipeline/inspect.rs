//! What a contract has, and the Rust that it becomes, for `wsdl2rs inspect`.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Done, Run};
use crate::diagnostic::Finding;
use crate::emit;
use crate::ir::client::{Client, MarkerPath, Operation, Version};
use crate::ir::{Crate, ModuleId};
use crate::model::Model;
use crate::model::wsdl::{Body, BoundMessage, BoundOperation, PartContent, Port, Style, Use};
use crate::source::SourceId;
use crate::{Config, Error};

/// What a contract has. Rust paths are relative to the generated module.
#[derive(Debug, Serialize)]
pub(crate) struct Inspection {
    /// The documents that were read.
    pub(crate) documents: Vec<DocumentEntry>,
    /// The services with a SOAP port.
    pub(crate) services: Vec<ServiceEntry>,
    /// Every global element.
    pub(crate) elements: Vec<ElementEntry>,
    /// Every named type that has a Rust type of its own.
    pub(crate) types: Vec<TypeEntry>,
}

/// A document.
#[derive(Debug, Serialize)]
pub(crate) struct DocumentEntry {
    /// The path, or the URI of a schema that the generator has.
    pub(crate) uri: String,
    /// Of its bytes, or of the text where it is no file; in hexadecimal.
    pub(crate) sha256: String,
    /// Its text.
    #[serde(skip)]
    pub(crate) text: String,
    /// Whether `uri` is the path of a file.
    #[serde(skip)]
    pub(crate) is_file: bool,
}

/// A service.
#[derive(Debug, Serialize)]
pub(crate) struct ServiceEntry {
    /// Its expanded name.
    pub(crate) name: String,
    /// Its SOAP ports.
    pub(crate) ports: Vec<PortEntry>,
}

/// A port.
#[derive(Debug, Serialize)]
pub(crate) struct PortEntry {
    /// Its name.
    pub(crate) name: String,
    /// Where the service is.
    pub(crate) address: String,
    /// `1.1` or `1.2`.
    pub(crate) soap: &'static str,
    /// The path of the client.
    pub(crate) client: String,
    /// The operations.
    pub(crate) operations: Vec<OperationEntry>,
}

/// An operation.
#[derive(Debug, Serialize)]
pub(crate) struct OperationEntry {
    /// Its name.
    pub(crate) name: String,
    /// The method of the client.
    pub(crate) rust: String,
    /// `soapAction`.
    pub(crate) soap_action: String,
    /// `document` or `rpc`.
    pub(crate) style: &'static str,
    /// `literal` or `encoded`.
    #[serde(rename = "use")]
    pub(crate) usage: &'static str,
    /// The element of the request; none where the body is empty or has typed parts.
    pub(crate) input: Option<String>,
    /// The element of the reply; none for a one-way operation as well.
    pub(crate) output: Option<String>,
    /// The elements of declared faults.
    pub(crate) faults: Vec<String>,
    /// The elements of declared headers, of request and reply.
    pub(crate) headers: Vec<String>,
}

/// A global element.
#[derive(Debug, Serialize)]
pub(crate) struct ElementEntry {
    /// Its expanded name.
    pub(crate) name: String,
    /// The path of its marker; none for one that has no Rust form, as an abstract one.
    pub(crate) rust: Option<String>,
    /// The type of its content.
    #[serde(rename = "type")]
    pub(crate) ty: Option<String>,
    /// Whether it is abstract: no document has it.
    #[serde(rename = "abstract", skip_serializing_if = "std::ops::Not::not")]
    pub(crate) is_abstract: bool,
}

/// A named type.
#[derive(Debug, Serialize)]
pub(crate) struct TypeEntry {
    /// Its expanded name.
    pub(crate) name: String,
    /// Its path.
    pub(crate) rust: String,
}

/// Reads the documents and says what they have. What has no Rust form is left out and reported as
/// a warning, since nothing is generated.
pub(crate) fn inspect(config: &Config) -> Result<(Inspection, Vec<Finding>), Error> {
    let (mut inspection, done) = Run::tolerant(config, |run| {
        let documents = run.load()?;
        let model = run.resolve(&documents)?;
        let krate = run.lower(&model)?;
        Ok(Inspection {
            documents: Vec::new(),
            services: services(&model, &krate),
            elements: elements(&model, &krate),
            types: types(&krate),
        })
    })?;
    inspection.documents = done.sources.iter().map(|id| document(&done, id)).collect();
    Ok((inspection, done.findings))
}

fn document(done: &Done, id: SourceId) -> DocumentEntry {
    DocumentEntry {
        uri: done.sources.uri(id).to_owned(),
        sha256: String::new(),
        text: done.sources.text(id).to_string(),
        is_file: done.sources.location(id).is_file(),
    }
}

fn services(model: &Model, krate: &Crate) -> Vec<ServiceEntry> {
    let service = |service: &crate::model::wsdl::Service| {
        let name = service.name.to_string();
        let port = |port: &Port| {
            let client = krate.services.clients.iter();
            let mut client = client.filter(|c| c.service == name && c.port == port.name);
            client.next().map(|client| port_entry(model, krate, port, client))
        };
        let ports = service.ports.iter().filter_map(port).collect();
        ServiceEntry { name: name.clone(), ports }
    };
    model.services.iter().map(service).collect()
}

fn port_entry(model: &Model, krate: &Crate, port: &Port, client: &Client) -> PortEntry {
    let mut bound = port.operations.iter();
    let entry = |index: &usize| {
        let operation = &krate.services.operations[*index];
        // Operations that were refused are left out of the client; the order is the same.
        let bound = bound.find(|bound| bound.name == operation.name)?;
        Some(operation_entry(model, bound, operation))
    };
    PortEntry {
        name: port.name.clone(),
        address: port.address.clone(),
        soap: match client.version {
            Version::V11 => "1.1",
            Version::V12 => "1.2",
        },
        client: client.ident.to_string(),
        operations: client.operations.iter().filter_map(entry).collect(),
    }
}

fn operation_entry(model: &Model, bound: &BoundOperation, own: &Operation) -> OperationEntry {
    let content = |content: &PartContent| match content {
        PartContent::Element(id) => Some(model.elements[*id].name.to_string()),
        PartContent::Type(_) => None,
    };
    let element = |message: &BoundMessage| match &message.body {
        Body::Element(id) => Some(model.elements[*id].name.to_string()),
        Body::Parts { wrapper, .. } => wrapper.as_ref().map(ToString::to_string),
        Body::Empty => None,
    };
    let messages = std::iter::once(&bound.input).chain(&bound.output);
    let headers = messages.flat_map(|message| &message.headers);
    OperationEntry {
        name: bound.name.clone(),
        rust: own.method.to_string(),
        soap_action: bound.soap_action.clone(),
        style: match bound.style {
            Style::Document => "document",
            Style::Rpc => "rpc",
        },
        usage: match bound.input.usage {
            Use::Literal => "literal",
            Use::Encoded => "encoded",
        },
        input: element(&bound.input),
        output: bound.output.as_ref().and_then(element),
        faults: bound.faults.iter().filter_map(|fault| content(&fault.content)).collect(),
        headers: headers.map(|header| model.elements[header.element].name.to_string()).collect(),
    }
}

fn elements(model: &Model, krate: &Crate) -> Vec<ElementEntry> {
    let mut entries = Vec::new();
    for (index, module) in krate.modules.iter().enumerate() {
        for marker in &module.elements {
            let path = MarkerPath { module: ModuleId(index), ident: marker.ident.clone() };
            entries.push(ElementEntry {
                name: expanded(&marker.namespace, &marker.wire.local),
                rust: Some(marker_path(krate, &path)),
                ty: Some(emit::type_at_root(krate, &marker.value)),
                is_abstract: false,
            });
        }
    }
    let known: BTreeSet<String> = entries.iter().map(|entry| entry.name.clone()).collect();
    for (name, id) in &model.global_elements {
        let (name, is_abstract) = (name.to_string(), model.elements[*id].is_abstract);
        if !known.contains(&name) {
            entries.push(ElementEntry { name, rust: None, ty: None, is_abstract });
        }
    }
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    entries
}

fn types(krate: &Crate) -> Vec<TypeEntry> {
    let items = krate.kept_items().filter_map(|item| {
        let name = item.name.clone()?;
        Some(TypeEntry { name, rust: in_module(krate, item.module, item.ident.as_str()) })
    });
    let replaced = krate.replaced.iter().filter_map(|(id, path)| {
        Some(TypeEntry { name: krate.item(*id).name.clone()?, rust: path.clone() })
    });
    let aliases = krate.modules.iter().enumerate().flat_map(|(index, module)| {
        let alias = move |alias: &crate::ir::Alias| TypeEntry {
            name: alias.name.clone(),
            rust: in_module(krate, ModuleId(index), alias.ident.as_str()),
        };
        module.aliases.iter().map(alias)
    });
    let mut entries: Vec<TypeEntry> = items.chain(replaced).chain(aliases).collect();
    entries.sort_by(|a, b| a.name.cmp(&b.name));
    entries
}

/// The path of an element's marker.
pub(super) fn marker_path(krate: &Crate, path: &MarkerPath) -> String {
    in_module(krate, path.module, &format!("elements::{}", path.ident))
}

/// The path of what a module has.
pub(super) fn in_module(krate: &Crate, module: ModuleId, inner: &str) -> String {
    match &krate.module(module).ident {
        Some(ident) => format!("{ident}::{inner}"),
        None => inner.to_owned(),
    }
}

/// `{namespace}local`, or `local` alone for no namespace.
pub(super) fn expanded(namespace: &str, local: &str) -> String {
    if namespace.is_empty() { local.to_owned() } else { format!("{{{namespace}}}{local}") }
}
