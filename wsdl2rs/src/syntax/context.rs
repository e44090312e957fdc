//! What parsers of elements share: the document, the findings, and the schema that they are in.

use std::collections::BTreeSet;
use std::ops::Range;

use super::lexical;
use super::reader::Node;
use super::xsd::Form;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{SourceId, Span, prescan};
use crate::vocabulary::{Namespace, QName, namespaces, terms};

/// What all documents of a run share.
#[derive(Debug, Default)]
pub(crate) struct Shared {
    /// Every namespace met, so that equal ones share their text.
    namespaces: BTreeSet<Namespace>,
    /// The namespaces that some component refers to.
    referred: BTreeSet<Namespace>,
    /// The number of type definitions.
    pub(crate) types: usize,
}

impl Shared {
    /// The namespace with this URI.
    pub(crate) fn namespace(&mut self, uri: &str) -> Namespace {
        if let Some(known) = self.namespaces.get(uri) {
            return known.clone();
        }
        let namespace = Namespace::new(uri);
        self.namespaces.insert(namespace.clone());
        namespace
    }

    /// Whether some component refers to the namespace.
    pub(crate) fn is_referred_to(&self, uri: &str) -> bool {
        self.referred.contains(uri)
    }

    /// The namespaces that some component refers to.
    pub(crate) fn referred(&self) -> impl Iterator<Item = &Namespace> {
        self.referred.iter()
    }
}

/// The schema whose components are parsed.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    /// Its target namespace; for a chameleon include that of the schema that includes it.
    pub(crate) target: Namespace,
    /// `elementFormDefault`.
    pub(crate) element_form: Form,
    /// `attributeFormDefault`.
    pub(crate) attribute_form: Form,
    /// Whether names without a namespace mean the target namespace (XSD 1.0 Part 1, section 4.2.1).
    pub(crate) is_chameleon: bool,
}

/// What parsers of elements share.
#[derive(Debug)]
pub(crate) struct Context<'a> {
    source: SourceId,
    text: &'a str,
    shared: &'a mut Shared,
    diagnostics: &'a mut Diagnostics,
    ids: BTreeSet<String>,
    /// The expanded name of the global component that is read.
    component: Option<String>,
    /// The schema, or the WSDL document, whose components are parsed.
    pub(crate) scope: Scope,
}

/// The scope of a schema without attributes.
impl Default for Scope {
    fn default() -> Self {
        Self {
            target: Namespace::none(),
            element_form: Form::Unqualified,
            attribute_form: Form::Unqualified,
            is_chameleon: false,
        }
    }
}

impl<'a> Context<'a> {
    /// A context for one document.
    pub(crate) fn new(
        source: SourceId,
        text: &'a str,
        shared: &'a mut Shared,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        let scope = Scope::default();
        Self { source, text, shared, diagnostics, ids: BTreeSet::new(), component: None, scope }
    }

    /// Records a finding, as one about the global component that is read.
    pub(crate) fn report(&mut self, mut finding: Diagnostic) {
        if finding.component.is_none() {
            finding.component.clone_from(&self.component);
        }
        self.diagnostics.report(finding);
    }

    /// Begins a global component, by its own idea of its name: findings are about it until the
    /// next begins. None ends it.
    pub(crate) fn begin_component(&mut self, node: Option<Node<'_>>) {
        let name = node.and_then(|node| node.attribute(terms::NAME));
        self.component =
            name.map(|name| self.own_name(lexical::collapse(name).as_ref()).to_string());
    }

    /// A place in the document.
    pub(crate) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, range)
    }

    /// A place in the document, without the white space around it.
    pub(crate) fn words(&self, range: Range<usize>) -> Span {
        let text = &self.text[range.clone()];
        let start = range.start + text.len() - text.trim_start().len();
        self.span(start..start + text.trim().len())
    }

    /// The start tag of an element.
    pub(crate) fn start_tag(&self, node: Node<'_>) -> Span {
        let start = node.range().start;
        self.span(start..prescan::start_tag_end(self.text, start))
    }

    /// The namespace with this URI.
    pub(crate) fn namespace(&mut self, uri: &str) -> Namespace {
        self.shared.namespace(uri)
    }

    /// A name in the target namespace.
    pub(crate) fn own_name(&self, local: &str) -> QName {
        QName::new(self.scope.target.clone(), local)
    }

    /// Notes the id of an element; whether it is the first of its name in the document.
    pub(crate) fn note_id(&mut self, id: &str) -> bool {
        self.ids.insert(id.to_owned())
    }

    /// Counts a type definition.
    pub(crate) fn count_type(&mut self) {
        self.shared.types += 1;
    }

    /// The namespace that a prefix, or its absence, means in a reference to a component.
    pub(crate) fn reference_namespace(
        &mut self,
        node: Node<'_>,
        prefix: Option<&str>,
    ) -> Option<Namespace> {
        let namespace = match node.lookup_namespace_uri(prefix) {
            Some("") | None if prefix.is_none() && self.scope.is_chameleon => {
                self.scope.target.clone()
            }
            Some(uri) => self.namespace(uri),
            None if prefix.is_none() => Namespace::none(),
            None if prefix == Some("xml") => self.namespace(namespaces::XML),
            None => return None,
        };
        self.refer_to(&namespace);
        Some(namespace)
    }

    /// The name that a value would be, if it is one whose prefix is bound here.
    pub(crate) fn value_name(&mut self, node: Node<'_>, value: &str) -> Option<QName> {
        let (prefix, local) = lexical::split_qname(value)?;
        let namespace = match node.lookup_namespace_uri(prefix) {
            Some(uri) => self.namespace(uri),
            None if prefix.is_none() => Namespace::none(),
            None => return None,
        };
        Some(QName::new(namespace, local))
    }

    /// Records that a component refers to a namespace.
    pub(crate) fn refer_to(&mut self, namespace: &Namespace) {
        if !self.shared.referred.contains(namespace) {
            self.shared.referred.insert(namespace.clone());
        }
    }
}
