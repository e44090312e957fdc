//! The references of a document to others.

use crate::source::{Span, Spanned};
use crate::syntax::wsdl::Definitions;
use crate::syntax::xsd::{Directive, Schema};
use crate::vocabulary::Namespace;

/// The kinds of reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// `wsdl:import`.
    WsdlImport,
    /// `xs:import`.
    Import,
    /// `xs:include`.
    Include,
    /// `xs:redefine`.
    Redefine,
}

impl Relation {
    /// Whether the document becomes part of the one that refers to it.
    pub(super) fn is_include(self) -> bool {
        matches!(self, Self::Include | Self::Redefine)
    }
}

/// A reference to a document.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    /// Its kind.
    pub(super) relation: Relation,
    /// The namespace that is wanted: the importing directive's, or the including schema's.
    pub(super) namespace: Option<Namespace>,
    /// The location, where one is given.
    pub(super) location: Option<Spanned<String>>,
    /// The start tag.
    pub(super) span: Span,
    /// The index among the schema's directives.
    pub(super) index: usize,
}

impl Reference {
    /// The location, or the directive where it has none.
    pub(super) fn place(&self) -> Span {
        self.location.as_ref().map_or(self.span, |location| location.span)
    }
}

/// The references of a WSDL document, without those of its schemas.
pub(super) fn of_definitions(definitions: &Definitions) -> Vec<Reference> {
    let imports = definitions.imports.iter().enumerate();
    let references = imports.map(|(index, import)| Reference {
        relation: Relation::WsdlImport,
        namespace: import.namespace.as_ref().map(|namespace| namespace.value.clone()),
        location: import.location.clone(),
        span: import.span,
        index,
    });
    references.collect()
}

/// The references of a schema.
pub(super) fn of_schema(schema: &Schema) -> Vec<Reference> {
    let directives = schema.directives.iter().enumerate();
    let references = directives.map(|(index, directive)| {
        let own = &schema.target_namespace;
        let (relation, namespace, location, span) = match directive {
            Directive::Include { span, location, .. } => {
                (Relation::Include, own, Some(location), *span)
            }
            Directive::Redefine { span, location, .. } => {
                (Relation::Redefine, own, Some(location), *span)
            }
            Directive::Import { span, namespace, location, .. } => {
                (Relation::Import, namespace, location.as_ref(), *span)
            }
        };
        let (namespace, location) = (Some(namespace.clone()), location.cloned());
        Reference { relation, namespace, location, span, index }
    });
    references.collect()
}
