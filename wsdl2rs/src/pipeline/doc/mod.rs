//! What the site of a contract says, gathered from what the documents mean and from what becomes of
//! it in Rust.

mod components;
mod derivation;
mod operations;
mod rust;
mod tree;
mod uses;

use std::collections::BTreeMap;

use super::Run;
use crate::diagnostic::Finding;
use crate::ir::Crate;
use crate::model::Model;
use crate::model::id::Id;
use crate::model::xsd::{self, SimpleTypeRef};
use crate::site::{Contract, Head, Mention, Page, Target};
use crate::source::{SourceMap, Span};
use crate::vocabulary::QName;
use crate::{Config, Error, site};
use rust::Sources;

/// The pages that document a contract. What has no Rust form is told as a warning.
pub(crate) fn doc(config: &Config) -> Result<(Vec<Page>, Vec<Finding>), Error> {
    let (pages, done) = Run::tolerant(config, |run| {
        let documents = run.load()?;
        let model = run.resolve(&documents)?;
        drop(documents);
        let krate = run.lower(&model)?;
        let sources = Sources::new(&run.emit(&krate));
        let gathering = Gathering::new(&model, &krate, &run.sources, &sources);
        Ok(site::pages(&gathering.contract(run.config.sources.len())))
    })?;
    Ok((pages, done.findings))
}

/// What is gathered from.
struct Gathering<'a> {
    model: &'a Model,
    krate: &'a Crate,
    map: &'a SourceMap,
    sources: &'a Sources,
    /// The pages of global elements and named types.
    elements: BTreeMap<Id<xsd::Element>, usize>,
    types: BTreeMap<xsd::Type, usize>,
    element_names: Vec<&'a str>,
    type_names: Vec<&'a str>,
    /// The operations, each once although several ports may have it.
    operations: Vec<operations::Bound<'a>>,
}

impl<'a> Gathering<'a> {
    fn new(model: &'a Model, krate: &'a Crate, map: &'a SourceMap, sources: &'a Sources) -> Self {
        let elements = model.global_elements.values().enumerate();
        let elements = elements.map(|(index, id)| (*id, index)).collect();
        let named = named_types(model).enumerate();
        let types = named.map(|(index, (_, ty))| (ty, index)).collect();
        let operations = operations::bound(model);
        let element_names = model.global_elements.keys().map(|name| &*name.local).collect();
        let type_names = named_types(model).map(|(name, _)| &*name.local).collect();
        Self { model, krate, map, sources, elements, types, element_names, type_names, operations }
    }

    fn contract(&self, entries: usize) -> Contract {
        let documents = self.map.iter().map(|id| self.map.name(id).to_owned()).collect();
        let uses = uses::Uses::new(self);
        let elements = self.model.global_elements.values();
        let elements = elements.map(|id| self.element(*id, &uses)).collect();
        let types = named_types(self.model).map(|(name, ty)| self.ty(name, ty, &uses)).collect();
        Contract {
            title: self.title(entries),
            documents,
            services: self.services(),
            operations: self.operations.iter().map(|bound| self.operation(bound)).collect(),
            elements,
            types,
        }
    }

    /// The name of the service, or of the entry documents.
    fn title(&self, entries: usize) -> String {
        if let [service] = self.model.services.as_slice() {
            return service.name.local.to_string();
        }
        let names: Vec<&str> = self.map.iter().take(entries).map(|id| self.map.name(id)).collect();
        names.join(", ")
    }

    fn head(&self, name: &QName, origin: &xsd::Origin) -> Head {
        Head {
            local: name.local.to_string(),
            namespace: name.namespace.as_str().to_owned(),
            documentation: origin.documentation.clone(),
            place: self.place(origin.span),
        }
    }

    fn place(&self, span: Span) -> String {
        format!("{}:{}", self.map.name(span.source), self.map.position(span).line)
    }

    fn mention_element(&self, id: Id<xsd::Element>) -> Mention {
        let text = self.model.elements[id].name.local.to_string();
        Mention { text, target: self.elements.get(&id).map(|index| Target::Element(*index)) }
    }

    /// A type that has a name.
    fn mention_type(&self, ty: xsd::Type) -> Option<Mention> {
        let name = match ty {
            xsd::Type::AnyType => return Some(builtin("xs:anyType")),
            xsd::Type::Simple(SimpleTypeRef::Builtin(ty)) => {
                return Some(builtin(&format!("xs:{}", ty.name())));
            }
            xsd::Type::Complex(id) => self.model.complex_types[id].name.as_ref()?,
            xsd::Type::Simple(SimpleTypeRef::Defined(id)) => {
                self.model.simple_types[id].name.as_ref()?
            }
        };
        let target = self.types.get(&ty).map(|index| Target::Type(*index));
        Some(Mention { text: name.local.to_string(), target })
    }
}

fn builtin(text: &str) -> Mention {
    Mention { text: text.to_owned(), target: None }
}

/// The named types of the documents, in the order of their names.
fn named_types(model: &Model) -> impl Iterator<Item = (&QName, xsd::Type)> {
    let is_own = |ty: &xsd::Type| {
        !matches!(ty, xsd::Type::AnyType | xsd::Type::Simple(SimpleTypeRef::Builtin(_)))
    };
    model.named_types.iter().map(|(name, ty)| (name, *ty)).filter(move |(_, ty)| is_own(ty))
}
