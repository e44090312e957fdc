//! References to documents that were not found: an error where something needs the document.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::loader::LoadError;
use crate::source::uri::Refusal;
use crate::source::{Span, well_known};
use crate::syntax::context::Shared;
use crate::vocabulary::{Namespace, namespaces};

/// A reference to a document that was not found.
#[derive(Debug)]
pub(super) struct Missing {
    /// The location, or the directive where it has none.
    pub(super) span: Span,
    /// The location as written.
    pub(super) location: String,
    /// For an import, the namespace that is wanted. An include wants whatever there is.
    pub(super) namespace: Option<Namespace>,
    /// Whether it is an include, which need not be found: what is missing then is found out where
    /// it is used (XSD 1.0 Part 1, section 4.2.1).
    pub(super) is_include: bool,
    /// Why it was not found.
    pub(super) reason: Cow<'static, str>,
}

impl Missing {
    /// Reports the reference, unless nothing needs the document.
    pub(super) fn report(
        &self,
        shared: &Shared,
        declared: &BTreeSet<Namespace>,
        diagnostics: &mut Diagnostics,
    ) {
        let uri = self.namespace.as_ref().map(Namespace::as_str);
        if uri.is_some_and(is_supplied) {
            return;
        }
        let is_declared = self.namespace.as_ref().is_some_and(|uri| declared.contains(uri));
        let is_needed = uri.is_none_or(|uri| shared.is_referred_to(uri));
        let (code, why) = match (is_declared, is_needed) {
            _ if self.is_include => (Code::IncludeNotFound, ""),
            (true, _) => (Code::UnusedNotFound, "; another document declares the namespace"),
            (false, true) => (Code::DocumentNotFound, ""),
            (false, false) => (Code::UnusedNotFound, "; nothing refers to the namespace"),
        };
        let message = format!("the document `{}` was not found{why}", self.location);
        diagnostics.report(Diagnostic::new(code, self.span, message).because(self.reason.clone()));
    }
}

/// Whether the generator itself has the components of a namespace, or needs none of them.
fn is_supplied(uri: &str) -> bool {
    matches!(uri, namespaces::XSD | namespaces::XSI | namespaces::WSDL)
        || well_known::find(uri).is_some()
}

/// The finding for a location that a document may not name.
pub(super) fn refused(span: Span, location: &str, refusal: Option<Refusal>) -> Diagnostic {
    let label = match refusal {
        Some(Refusal::FileUri) => "a `file:` URI names a place on the machine of its author",
        Some(Refusal::AbsolutePath) => {
            "an absolute path names a place on the machine of its author"
        }
        Some(Refusal::NetworkPath) => "a network path is never opened",
        None => "outside the folders that documents may name files in",
    };
    let message = format!("the document names the file `{location}`");
    let finding = Diagnostic::new(Code::OutsideFolder, span, message).because(label);
    match refusal {
        // No include folder makes these locations ones that are followed.
        Some(_) => finding.help("write a relative location, or name this one in a catalog"),
        None => finding,
    }
}

/// Why a file cannot be read.
pub(super) fn reason(error: &LoadError) -> &'static str {
    match error {
        LoadError::NotFound => "there is no such file",
        LoadError::Outside => "outside the folders that documents may name files in",
        LoadError::NotAFile => "it is no file",
        LoadError::TooLarge => "it is too large",
        LoadError::Denied => "permission is denied",
        LoadError::Failed => "reading it failed",
    }
}
