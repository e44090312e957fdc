//! Reads one document: bytes, text, tree, syntax.

use super::drafts;
use super::missing::reason;
use super::reference::{Reference, Relation, of_definitions, of_schema};
use super::tree::{self, Kind};
use super::{File, Key, Load, Request};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::loader::LoadError;
use crate::source::{Decoded, SourceId, Span, decode, well_known};
use crate::syntax::context::Context;
use crate::syntax::reader::Node;
use crate::syntax::wsdl::Definitions;
use crate::syntax::xsd::{Schema, SchemaId};
use crate::vocabulary::Namespace;

impl Load<'_> {
    /// Reads a document, unless it was read for the same namespace.
    pub(super) fn read(&mut self, request: &Request) {
        let known = self.files.get(&request.key).cloned();
        let source = match &known {
            Some(File { kind: None, .. }) => return,
            Some(file) => file.source,
            None => match self.add_source(request) {
                Some(source) => source,
                None => return,
            },
        };
        if let Some(File { kind: Some(kind), .. }) = &known
            && self.is_read(request, kind)
        {
            self.check_target(request, kind);
            return;
        }
        let original = self.sources.text(source).clone();
        let (text, draft) = drafts::as_recommendation(&original);
        let left = self.input.limits.nodes.saturating_sub(self.nodes);
        let parsed = tree::tree(source, &text, self.input.limits, left);
        let (document, nodes) = match parsed {
            Ok(parsed) => parsed,
            Err(finding) => return self.refuse(request, source, *finding),
        };
        self.nodes += nodes;
        let root = document.root_element();
        let kind = tree::kind(source, &text, root, self.diagnostics);
        self.files.insert(request.key.clone(), File { source, kind: kind.clone() });
        let Some(kind) = kind else { return };
        if let (Some(draft), true) = (draft, known.is_none()) {
            let message = format!("`{}` is a draft of XML Schema", &original[draft.clone()]);
            let finding = Diagnostic::new(Code::DraftSchema, Span::new(source, draft), message);
            self.diagnostics.report(finding.because("read as the recommendation of 2001"));
        }
        if self.check_target(request, &kind) {
            self.parse(request, source, &text, root, &kind);
        }
    }

    /// The text of a document that was not read before.
    fn add_source(&mut self, request: &Request) -> Option<SourceId> {
        let text = match &request.key {
            Key::Shipped(namespace) => well_known::find(namespace)?.text.to_owned(),
            Key::File(key) => {
                let limits = self.input.limits;
                if self.files.len() >= limits.files {
                    self.exceeded(request, tree::limit("files", limits.files));
                    self.stopped = true;
                    return None;
                }
                match self.input.loader.read(key, limits.file_bytes) {
                    Ok(bytes) => return self.add_decoded(request, bytes),
                    Err(error) => {
                        self.unreadable(request, &error);
                        return None;
                    }
                }
            }
        };
        Some(self.sources.add(request.location.clone(), text))
    }

    fn add_decoded(&mut self, request: &Request, bytes: Vec<u8>) -> Option<SourceId> {
        let location = request.location.clone();
        let (text, finding) = match decode(bytes) {
            Decoded::Text(text) => return Some(self.sources.add(location, text)),
            Decoded::Mislabelled(text, name) => {
                let message = format!("the document says that it is {name}, and is UTF-8");
                (text, (Code::EncodingMislabelled, 0..0, message))
            }
            Decoded::Malformed { text, at, encoding } => {
                let message = format!("the document is not {encoding}");
                (text, (Code::EncodingUnsupported, at..at + '\u{FFFD}'.len_utf8(), message))
            }
            Decoded::Unsupported(name) => {
                let message = format!("the encoding {name} is not supported");
                (String::new(), (Code::EncodingUnsupported, 0..0, message))
            }
        };
        let source = self.sources.add(location, text);
        let (code, range, message) = finding;
        self.diagnostics.report(Diagnostic::new(code, Span::new(source, range), message));
        if code == Code::EncodingMislabelled {
            return Some(source);
        }
        self.files.insert(request.key.clone(), File { source, kind: None });
        None
    }

    /// Whether a document was read for the namespace that the request is for.
    fn is_read(&mut self, request: &Request, kind: &Kind) -> bool {
        let namespace = self.effective(request.reference.as_ref(), kind);
        self.schemas.contains_key(&(request.key.clone(), namespace))
    }

    /// The target namespace that a document has when a reference leads to it.
    pub(super) fn effective(&mut self, reference: Option<&Reference>, kind: &Kind) -> Namespace {
        match (kind, reference) {
            (Kind::Schema(Some(own)), _) => self.shared.namespace(own),
            (Kind::Schema(None), Some(reference)) if reference.relation.is_include() => {
                reference.namespace.clone().unwrap_or_else(Namespace::none)
            }
            (Kind::Schema(None) | Kind::Wsdl(_), _) => Namespace::none(),
        }
    }

    /// Parses a document's elements, and asks for what they refer to.
    fn parse(
        &mut self,
        request: &Request,
        source: SourceId,
        text: &str,
        root: Node<'_>,
        kind: &Kind,
    ) {
        let namespace = self.effective(request.reference.as_ref(), kind);
        let first = self.documents.schemas.len();
        let mut cx = Context::new(source, text, &mut self.shared, self.diagnostics);
        match kind {
            Kind::Wsdl(_) => {
                let (definitions, schemas) = Definitions::read(root, &mut cx);
                self.note_entry(request, &definitions.target_namespace);
                self.follow_all(request, None, of_definitions(&definitions));
                self.documents.definitions.push(definitions);
                self.documents.schemas.extend(schemas);
            }
            Kind::Schema(_) => {
                let mut schema = Schema::read(root, &mut cx, Some(&namespace));
                if let Key::Shipped(_) = request.key {
                    self.documents.leave_out_declared(&mut schema);
                }
                self.note_entry(request, &schema.target_namespace);
                self.documents.schemas.push(schema);
            }
        }
        let last = self.documents.schemas.len();
        self.schemas.insert((request.key.clone(), namespace), first..last);
        for index in first..last {
            let references = of_schema(&self.documents.schemas[index]);
            self.follow_all(request, Some(SchemaId(index)), references);
        }
        if self.shared.types > self.input.limits.types && !self.stopped {
            self.exceeded(request, tree::limit("types", self.input.limits.types));
            self.stopped = true;
        }
    }

    fn note_entry(&mut self, request: &Request, namespace: &Namespace) {
        let is_entry = request.reference.is_none() && request.location.is_file();
        if is_entry {
            self.documents.entry_namespaces.push(namespace.clone());
        }
    }

    /// Whether the document is one that the reference may lead to.
    fn check_target(&mut self, request: &Request, kind: &Kind) -> bool {
        let Some(reference) = &request.reference else { return true };
        let wanted = reference.namespace.as_ref().map(Namespace::as_str);
        let (Kind::Wsdl(own) | Kind::Schema(own)) = kind;
        let own = own.as_deref();
        let (code, message) = match (reference.relation, kind) {
            (Relation::Include, Kind::Wsdl(_)) => {
                (Code::InvalidInclude, "the included document is WSDL".to_owned())
            }
            (Relation::Redefine, Kind::Wsdl(_)) => {
                (Code::InvalidRedefine, "the redefined document is WSDL".to_owned())
            }
            (Relation::Include, _) if own.is_some() && own != wanted => {
                (Code::InvalidInclude, declares("included", own))
            }
            (Relation::Redefine, _) if own.is_some() && own != wanted => {
                (Code::InvalidRedefine, declares("redefined", own))
            }
            (Relation::Import, Kind::Schema(_))
                if own.unwrap_or_default() != wanted.unwrap_or_default() =>
            {
                (Code::ImportNamespaceDiffers, declares("imported", own))
            }
            (Relation::WsdlImport, Kind::Schema(_)) => {
                (Code::WsdlImportOfSchema, "a WSDL import leads to a schema".to_owned())
            }
            (Relation::WsdlImport, Kind::Wsdl(_)) if wanted.is_some() && own != wanted => {
                (Code::ImportNamespaceOfWsdl, declares("imported", own))
            }
            _ => return true,
        };
        let is_read = !matches!(code, Code::InvalidInclude | Code::InvalidRedefine);
        let label = match wanted {
            Some(wanted) if !wanted.is_empty() => format!("expected the namespace `{wanted}`"),
            _ => "expected a schema without a target namespace".to_owned(),
        };
        let span = reference.place();
        self.diagnostics.report(Diagnostic::new(code, span, message).because(label));
        is_read
    }

    /// Reports why a document is not parsed. A document that only has a document type too many is
    /// replaced where the generator has a schema of its own.
    fn refuse(&mut self, request: &Request, source: SourceId, finding: Diagnostic) {
        self.files.insert(request.key.clone(), File { source, kind: None });
        let namespace =
            request.reference.as_ref().and_then(|reference| reference.namespace.as_ref());
        let replacement = namespace.and_then(|namespace| well_known::find(namespace.as_str()));
        if finding.code != Code::DoctypeRefused || replacement.is_none() {
            return self.diagnostics.report(finding);
        }
        let replaced =
            Diagnostic::new(Code::DoctypeReplaced, finding.primary.place, finding.message);
        self.diagnostics.report(replaced.because("the document is not read"));
    }

    /// Reports a document whose bytes cannot be had.
    fn unreadable(&mut self, request: &Request, error: &LoadError) {
        if *error == LoadError::TooLarge {
            let message = tree::limit("file_bytes", self.input.limits.file_bytes);
            return self.exceeded(request, message);
        }
        match &request.reference {
            Some(reference) => self.not_found(reference.clone(), reason(error).into()),
            None => {
                let message = format!("`{}` cannot be read", request.location.path());
                let span = self.place(request);
                let finding = Diagnostic::new(Code::FileNotRead, span, message);
                self.diagnostics.report(finding.because(reason(error)));
            }
        }
    }

    /// Reports a limit.
    fn exceeded(&mut self, request: &Request, message: String) {
        let span = self.place(request);
        self.diagnostics.report(Diagnostic::new(Code::LimitExceeded, span, message));
    }

    /// What asked for a document; for an entry document, its own beginning.
    fn place(&mut self, request: &Request) -> Span {
        match (&request.reference, self.files.get(&request.key)) {
            (Some(reference), _) => reference.place(),
            (None, Some(file)) => Span::new(file.source, 0..0),
            (None, None) => {
                let source = self.sources.add(request.location.clone(), String::new());
                Span::new(source, 0..0)
            }
        }
    }
}

fn declares(how: &str, namespace: Option<&str>) -> String {
    match namespace {
        Some(namespace) => format!("the {how} document declares the namespace `{namespace}`"),
        None => format!("the {how} document declares no target namespace"),
    }
}
