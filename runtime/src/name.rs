//! Expanded names: a namespace URI and a local name (Namespaces in XML 1.0, section 2.1).

use std::borrow::Cow;
use std::fmt;

/// An expanded name. An empty namespace means "in no namespace".
///
/// It is both the name of a component (`Element::NAME`) and the value of `xs:QName`
/// (XML Schema Part 2, section 3.2.18). Prefixes are not part of it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct QName {
    namespace: Cow<'static, str>,
    local: Cow<'static, str>,
}

impl QName {
    /// The name made of two literals.
    #[must_use]
    pub const fn from_static(namespace: &'static str, local: &'static str) -> Self {
        Self { namespace: Cow::Borrowed(namespace), local: Cow::Borrowed(local) }
    }

    /// The name made of two strings. `local` is expected to be an NCName; the reader and the
    /// checked constructors of generated types ensure it.
    #[must_use]
    pub fn new(
        namespace: impl Into<Cow<'static, str>>,
        local: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { namespace: namespace.into(), local: local.into() }
    }

    /// The namespace URI; empty for a name in no namespace.
    #[must_use]
    pub fn namespace(&self) -> &str {
        &self.namespace
    }

    /// The local part.
    #[must_use]
    pub fn local(&self) -> &str {
        &self.local
    }
}

/// `{namespace}local`, or `local` alone for a name in no namespace.
impl fmt::Display for QName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.namespace.is_empty() {
            f.write_str(&self.local)
        } else {
            write!(f, "{{{}}}{}", self.namespace, self.local)
        }
    }
}
