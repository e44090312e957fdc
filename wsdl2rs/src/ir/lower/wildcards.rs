//! Wildcards: which elements and attributes a schema leaves open (XSD 1.0 Part 1, section 3.10).

use super::Lowering;
use crate::ir::content::{ProcessContents, Range, Wildcard, WildcardNamespaces};
use crate::ir::doc::Doc;
use crate::model::xsd::{self, NamespaceConstraint};
use crate::vocabulary::Namespace;

/// The wildcard with its namespaces spelt out.
pub(super) fn lower(wildcard: &xsd::Wildcard) -> Wildcard {
    let uri = |namespace: &Namespace| namespace.as_str().to_owned();
    let namespaces = match &wildcard.namespaces {
        NamespaceConstraint::Any => WildcardNamespaces::Any,
        NamespaceConstraint::Not(excluded) => WildcardNamespaces::Other(uri(excluded)),
        NamespaceConstraint::OneOf(allowed) => {
            WildcardNamespaces::OneOf(allowed.iter().map(uri).collect())
        }
    };
    Wildcard { namespaces, process: wildcard.process }
}

/// What a wildcard takes, for documentation: begins with a space.
pub(super) fn facts(wildcard: &xsd::Wildcard) -> String {
    let name = |namespace: &Namespace| match namespace.as_str() {
        "" => "no namespace".to_owned(),
        uri => format!("`{}`", uri.replace('`', "'")),
    };
    let of = match &wildcard.namespaces {
        NamespaceConstraint::Any => " of any namespace".to_owned(),
        NamespaceConstraint::Not(excluded) if excluded.is_none() => {
            " of any namespace but none".to_owned()
        }
        NamespaceConstraint::Not(excluded) => {
            format!(" of other namespaces than {}", name(excluded))
        }
        NamespaceConstraint::OneOf(allowed) => {
            let names: Vec<String> = allowed.iter().map(name).collect();
            format!(" of {}", names.join(" or "))
        }
    };
    let process = match wildcard.process {
        ProcessContents::Strict => "strict",
        ProcessContents::Lax => "lax",
        ProcessContents::Skip => "skip",
    };
    format!("{of}, processContents `{process}`")
}

impl Lowering<'_> {
    /// The documentation of a member that a wildcard makes.
    pub(super) fn wildcard_doc(&self, wildcard: &xsd::Wildcard, range: Range) -> Doc {
        let (facts, occurrence) = (facts(wildcard), super::docs::occurrence(range));
        Doc::own(&format!("Any element{facts}, {occurrence}, {}.", self.place(wildcard.span)))
    }
}
