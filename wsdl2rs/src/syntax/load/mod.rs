//! Follows `wsdl:import`, `xs:import`, `xs:include` and `xs:redefine` until the set of documents is
//! closed (WSDL 1.1, section 2.1.1; XSD 1.0 Part 1, section 4.2).
//!
//! A document is read once for each target namespace that it is read for: a chameleon include gives
//! a schema of its own to each namespace that includes it.

mod document;
mod drafts;
mod follow;
mod missing;
mod reference;
#[cfg(test)]
mod tests;
mod tree;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;

use super::Documents;
use super::context::Shared;
use super::xsd::{Directive, SchemaId};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::loader::{FileKey, NamedBy};
use crate::source::{Catalog, Limits, Loader, Location, SourceId, SourceMap, Span, well_known};
use crate::vocabulary::{Namespace, namespaces};
use missing::Missing;
use reference::Reference;
use tree::Kind;

/// Where documents come from.
pub(crate) struct Input<'a> {
    /// The entry documents, as the user wrote their paths.
    pub(crate) entries: &'a [String],
    /// What reads files.
    pub(crate) loader: &'a dyn Loader,
    /// Which files stand for which URIs.
    pub(crate) catalog: &'a Catalog,
    /// What is too much.
    pub(crate) limits: &'a Limits,
}

/// Reads the entry documents and all that they import.
pub(crate) fn load(
    input: &Input<'_>,
    sources: &mut SourceMap,
    diagnostics: &mut Diagnostics,
) -> Documents {
    let mut load = Load {
        input,
        sources,
        diagnostics,
        shared: Shared::default(),
        documents: Documents::default(),
        files: BTreeMap::new(),
        schemas: BTreeMap::new(),
        queue: VecDeque::new(),
        links: Vec::new(),
        missing: Vec::new(),
        nodes: 0,
        stopped: false,
    };
    for entry in input.entries {
        load.begin(entry);
    }
    load.close();
    load.link();
    load.report_missing();
    load.documents
}

/// What a document is, whatever reference led to it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    File(FileKey),
    Shipped(&'static str),
}

/// A document to be read.
#[derive(Debug)]
struct Request {
    key: Key,
    location: Location,
    depth: usize,
    /// What asks for it; nothing for an entry document.
    reference: Option<Reference>,
}

/// A document that was read.
#[derive(Clone, Debug)]
struct File {
    source: SourceId,
    /// Nothing where it is no document that the generator reads.
    kind: Option<Kind>,
}

/// A directive whose schema is to be found once all documents are read.
#[derive(Debug)]
struct Link {
    schema: SchemaId,
    directive: usize,
    key: Key,
    reference: Reference,
}

struct Load<'a> {
    input: &'a Input<'a>,
    sources: &'a mut SourceMap,
    diagnostics: &'a mut Diagnostics,
    shared: Shared,
    documents: Documents,
    files: BTreeMap<Key, File>,
    /// The schemas of a document, as read for a namespace.
    schemas: BTreeMap<(Key, Namespace), Range<usize>>,
    queue: VecDeque<Request>,
    links: Vec<Link>,
    missing: Vec<Missing>,
    nodes: usize,
    /// Whether a limit on all documents together was reached.
    stopped: bool,
}

impl Load<'_> {
    /// Asks for an entry document.
    fn begin(&mut self, entry: &str) {
        let location = Location::entry(entry);
        match self.input.loader.locate(location.path(), NamedBy::User) {
            Ok(key) => {
                let key = Key::File(key);
                self.queue.push_back(Request { key, location, depth: 0, reference: None });
            }
            Err(error) => {
                let message = format!("`{entry}` cannot be read: {}", missing::reason(&error));
                let source = self.sources.add(location, String::new());
                let span = Span::new(source, 0..0);
                self.diagnostics.report(Diagnostic::new(Code::FileNotRead, span, message));
            }
        }
    }

    /// Reads what was asked for, and what that asks for, until nothing is left.
    fn close(&mut self) {
        loop {
            while let Some(request) = self.queue.pop_front() {
                if self.stopped {
                    return;
                }
                self.read(&request);
            }
            self.ask_for_well_known();
            if self.queue.is_empty() {
                return;
            }
        }
    }

    /// Asks for the generator's own schemas of namespaces that no document declares. The attributes
    /// of the `xml` namespace are asked for where a document declares some of them: XML has them all.
    fn ask_for_well_known(&mut self) {
        let declared = self.declared();
        let imported = self.documents.schemas.iter().flat_map(|schema| &schema.directives);
        let imported: BTreeSet<&Namespace> = imported
            .filter_map(|directive| match directive {
                Directive::Import { namespace, .. } => Some(namespace),
                Directive::Include { .. } | Directive::Redefine { .. } => None,
            })
            .collect();
        let referred: BTreeSet<&Namespace> = self.shared.referred().collect();
        for namespace in imported.union(&referred).copied() {
            let is_wanted = match namespace.as_str() {
                namespaces::XML => true,
                // Most contracts import it for `wsdl:arrayType` alone, and those that have it as their
                // default namespace refer to it by mistake.
                namespaces::WSDL => imported.contains(namespace) && referred.contains(namespace),
                _ => !declared.contains(namespace),
            };
            let schema = well_known::find(namespace.as_str());
            let Some(schema) = schema.filter(|_| is_wanted) else { continue };
            let key = Key::Shipped(schema.namespace);
            if !self.files.contains_key(&key) {
                let location = Location::Shipped { uri: schema.uri };
                self.queue.push_back(Request { key, location, depth: 0, reference: None });
            }
        }
    }

    /// The target namespaces of all documents.
    fn declared(&self) -> BTreeSet<Namespace> {
        let schemas = self.documents.schemas.iter().map(|schema| &schema.target_namespace);
        let definitions = self.documents.definitions.iter().map(|wsdl| &wsdl.target_namespace);
        schemas.chain(definitions).cloned().collect()
    }

    /// Sets the schema of each directive whose document was read.
    fn link(&mut self) {
        for link in std::mem::take(&mut self.links) {
            let Some(File { kind: Some(kind), .. }) = self.files.get(&link.key).cloned() else {
                continue;
            };
            let namespace = self.effective(Some(&link.reference), &kind);
            let Some(schemas) = self.schemas.get(&(link.key, namespace)).cloned() else { continue };
            let found = self.documents.schemas[schemas.clone()]
                .iter()
                .position(|schema| {
                    link.reference.namespace.as_ref() == Some(&schema.target_namespace)
                })
                .map_or(schemas.start, |position| schemas.start + position);
            let found = Some(SchemaId(found)).filter(|_| !schemas.is_empty());
            match &mut self.documents.schemas[link.schema.0].directives[link.directive] {
                Directive::Include { schema, .. }
                | Directive::Import { schema, .. }
                | Directive::Redefine { schema, .. } => *schema = found,
            }
        }
    }

    fn report_missing(&mut self) {
        let declared = self.declared();
        for missing in &self.missing {
            missing.report(&self.shared, &declared, self.diagnostics);
        }
    }
}
