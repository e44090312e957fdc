//! From a reference to the document that it leads to.

use std::borrow::Cow;

use super::missing::{Missing, reason, refused};
use super::reference::{Reference, Relation};
use super::{Key, Link, Load, Request, tree};
use crate::diagnostic::{Code, Diagnostic, visible};
use crate::source::loader::{LoadError, NamedBy};
use crate::source::{Location, uri};
use crate::syntax::xsd::SchemaId;
use crate::vocabulary::{Namespace, namespaces};

impl Load<'_> {
    /// Asks for the documents that references of a document lead to.
    pub(super) fn follow_all(
        &mut self,
        request: &Request,
        schema: Option<SchemaId>,
        references: Vec<Reference>,
    ) {
        for reference in references {
            self.follow(request, schema, reference);
        }
    }

    /// Asks for the document that a reference leads to.
    fn follow(&mut self, request: &Request, schema: Option<SchemaId>, reference: Reference) {
        let uri = reference.namespace.as_ref().map(Namespace::as_str);
        if reference.relation == Relation::Import && uri == Some(namespaces::XSD) {
            // The components of XML Schema itself are built in.
            return;
        }
        let Some(written) = &reference.location else { return };
        let mut mapped = None;
        let found = match request.location.resolve(&written.value, self.input.catalog) {
            uri::Reference::Mapped(file) => {
                mapped = Some(visible(file.path()).into_owned());
                self.locate(vec![file], NamedBy::User)
            }
            uri::Reference::Files(files) => self.locate(files, NamedBy::Document),
            uri::Reference::Itself => return,
            uri::Reference::Remote(_) => {
                let reason = "no catalog has it, and nothing is downloaded";
                return self.not_found(reference, reason.into());
            }
            uri::Reference::Refused(refusal) => {
                let finding = refused(written.span, &written.value, Some(refusal));
                return self.diagnostics.report(finding);
            }
        };
        let (location, key) = match found {
            Ok(found) => found,
            Err(LoadError::Outside) => {
                let finding = refused(written.span, &written.value, None);
                return self.diagnostics.report(finding);
            }
            Err(error) => {
                let reason = match mapped {
                    Some(path) => {
                        format!("a catalog has it as `{path}`: {}", reason(&error)).into()
                    }
                    None => reason(&error).into(),
                };
                return self.not_found(reference, reason);
            }
        };
        self.ask(request, schema, reference, location, key);
    }

    fn ask(
        &mut self,
        request: &Request,
        schema: Option<SchemaId>,
        reference: Reference,
        location: Location,
        key: Key,
    ) {
        let depth = request.depth + 1;
        let limit = self.input.limits.import_depth;
        if depth > limit && !self.files.contains_key(&key) {
            let message = tree::limit("import_depth", limit);
            let span = reference.place();
            return self.diagnostics.report(Diagnostic::new(Code::LimitExceeded, span, message));
        }
        if let Some(schema) = schema {
            let (key, reference) = (key.clone(), reference.clone());
            self.links.push(Link { schema, directive: reference.index, key, reference });
        }
        self.queue.push_back(Request { key, location, depth, reference: Some(reference) });
    }

    /// The first of these files that exists.
    fn locate(
        &self,
        files: Vec<Location>,
        named_by: NamedBy,
    ) -> Result<(Location, Key), LoadError> {
        let mut first_error = LoadError::NotFound;
        for location in files {
            match self.input.loader.locate(location.path(), named_by) {
                Ok(key) => return Ok((location, Key::File(key))),
                Err(LoadError::NotFound) => {}
                Err(error) => first_error = error,
            }
        }
        Err(first_error)
    }

    /// Notes a reference whose document was not found, to be judged when all documents are read.
    pub(super) fn not_found(&mut self, reference: Reference, reason: Cow<'static, str>) {
        let span = reference.place();
        let is_include = reference.relation == Relation::Include;
        if is_include {
            self.documents.incomplete.extend(reference.namespace.clone());
        }
        let location = reference.location.map(|location| location.value).unwrap_or_default();
        let namespace = reference.namespace.filter(|_| !reference.relation.is_include());
        self.missing.push(Missing { span, location, namespace, is_include, reason });
    }
}
