//! Expanded names (Namespaces in XML 1.0, section 2.1).

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// A namespace URI; empty for "no namespace". Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Namespace(Arc<str>);

impl Namespace {
    /// The namespace with this URI.
    pub(crate) fn new(uri: &str) -> Self {
        Self(Arc::from(uri))
    }

    /// The absence of a namespace.
    pub(crate) fn none() -> Self {
        Self::new("")
    }

    /// The URI, empty for none.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this is the absence of a namespace.
    pub(crate) fn is_none(&self) -> bool {
        self.0.is_empty()
    }
}

/// Lets a set of namespaces be searched by URI.
impl Borrow<str> for Namespace {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// An expanded name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct QName {
    /// The namespace.
    pub(crate) namespace: Namespace,
    /// The local part, an NCName.
    pub(crate) local: Arc<str>,
}

impl QName {
    /// The name made of a namespace and a local part.
    pub(crate) fn new(namespace: Namespace, local: &str) -> Self {
        Self { namespace, local: Arc::from(local) }
    }
}

/// `{namespace}local`, or `local` alone for a name in no namespace.
impl fmt::Display for QName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.namespace.is_none() {
            f.write_str(&self.local)
        } else {
            write!(f, "{{{}}}{}", self.namespace.as_str(), self.local)
        }
    }
}
