//! Stage 3: documents → model. Every reference resolves, symbol spaces have no duplicates,
//! derivation is acyclic, attribute groups are expanded, each operation has one body shape
//! (XSD 1.0 Part 1, sections 3.2 to 3.16 and 4.2; WSDL 1.1, sections 2 and 3).
//!
//! A finding never leaves the model inconsistent: what cannot be resolved is replaced by the
//! widest component of its kind, so that a configuration may turn the error into a warning.

mod check;
mod limits;
mod order;
mod references;
mod same;
mod symbols;
mod wsdl;
mod xsd;

use std::collections::BTreeSet;

use super::Model;
use super::id::{Arena, Id};
use super::xsd::Element;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::source::Span;
use crate::syntax::Documents;
use crate::syntax::xsd::{IdentityConstraint, Schema, SchemaId};
use crate::vocabulary::Namespace;
use references::References;
use symbols::Symbols;
use xsd::drafts::{AttributeGroup, ComplexDraft, ElementDraft, GroupDraft, SimpleDraft, ValuedUse};

/// Finds out what the documents mean.
///
/// The components of the model are in document order: the global ones first, then those that stand
/// in them.
pub(crate) fn resolve(documents: &Documents, diagnostics: &mut Diagnostics) -> Model {
    let mut resolver = Resolver::new(documents, diagnostics);
    resolver.resolve_schemas();
    resolver.report_references();
    resolver.in_schemas = false;
    resolver.resolve_services();
    resolver.model
}

/// The model under construction, and what is known only while it is.
///
/// The fields named like a field of the model are parallel to it: the draft of a component has the
/// index of its id.
struct Resolver<'a, 'd> {
    documents: &'a Documents,
    diagnostics: &'d mut Diagnostics,
    model: Model,
    symbols: Symbols<'a>,
    references: References<'a>,
    elements: Vec<ElementDraft>,
    complex_types: Vec<ComplexDraft<'a>>,
    simple_types: Vec<SimpleDraft<'a>>,
    attribute_groups: Arena<AttributeGroup>,
    /// Whether schemas are resolved, not services.
    in_schemas: bool,
    /// The element `xs:schema`, once it is used.
    schema_element: Option<Id<Element>>,
    groups: Vec<GroupDraft>,
    /// The first reference of a WSDL document to something that is missing.
    broken_reference: Option<Span>,
    /// How many components the one being defined stands in.
    depth: usize,
    /// The uses that give a value to an attribute that is declared elsewhere.
    valued_uses: Vec<ValuedUse>,
    /// The identity constraints of all elements.
    identity: Vec<&'a IdentityConstraint>,
    /// How many attribute uses have been made.
    attribute_uses: usize,
    /// How many particles all content models have.
    particles: u64,
}

impl<'a, 'd> Resolver<'a, 'd> {
    fn new(documents: &'a Documents, diagnostics: &'d mut Diagnostics) -> Self {
        let namespaces = target_namespaces(documents);
        let entry_namespace = documents.entry_namespaces.first().cloned();
        Self {
            documents,
            diagnostics,
            model: Model { namespaces, entry_namespace, ..Model::default() },
            symbols: Symbols::default(),
            references: References::new(documents),
            elements: Vec::new(),
            complex_types: Vec::new(),
            simple_types: Vec::new(),
            attribute_groups: Arena::default(),
            in_schemas: true,
            schema_element: None,
            groups: Vec::new(),
            broken_reference: None,
            depth: 0,
            valued_uses: Vec::new(),
            identity: Vec::new(),
            attribute_uses: 0,
            particles: 0,
        }
    }

    fn schema(&self, id: SchemaId) -> &'a Schema {
        &self.documents.schemas[id.0]
    }

    /// Reports a finding. One about a schema that names no component is about the global one that
    /// it lies in.
    fn report(&mut self, finding: Diagnostic) {
        let component = match &finding.primary.place {
            Place::Document(span) if finding.component.is_none() && self.in_schemas => {
                self.symbols.component_at(*span)
            }
            Place::Document(_) | Place::Option(_) => None,
        };
        self.diagnostics.report(match component {
            Some(name) => finding.component(name),
            None => finding,
        });
    }

    /// Reports a finding without second place.
    fn find(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.report(Diagnostic::new(code, span, message));
    }
}

/// All target namespaces: those of the entry documents, of the other WSDL documents, of the
/// schemas.
fn target_namespaces(documents: &Documents) -> Vec<Namespace> {
    let definitions = documents.definitions.iter().map(|document| &document.target_namespace);
    let schemas = documents.schemas.iter().map(|schema| &schema.target_namespace);
    let mut namespaces: Vec<Namespace> = Vec::new();
    let mut seen = BTreeSet::new();
    for namespace in documents.entry_namespaces.iter().chain(definitions).chain(schemas) {
        if seen.insert(namespace) {
            namespaces.push(namespace.clone());
        }
    }
    namespaces
}

#[cfg(test)]
mod corpus;
#[cfg(test)]
mod tests;
