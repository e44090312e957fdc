//! A header of a request with what SOAP lets its sender say of it (SOAP 1.1, sections 4.2.2 and 4.2.3;
//! SOAP 1.2 Part 1, sections 5.2.2 and 5.2.3).

use std::fmt;

use super::Version;

/// A header block. One is made of the value alone by `into()`.
///
/// `Debug` does not show the value: headers carry sessions and passwords.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct HeaderBlock<T> {
    /// The content of the header's element.
    pub value: T,
    must_understand: bool,
    role: Option<String>,
}

impl<T> HeaderBlock<T> {
    /// A header for the service itself, which may ignore it.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self { value, must_understand: false, role: None }
    }

    /// The service must refuse the message if it does not understand the header
    /// (`mustUnderstand`).
    #[must_use]
    pub fn must_understand(mut self) -> Self {
        self.must_understand = true;
        self
    }

    /// The header is for whoever acts in this role, a URI: `actor` in SOAP 1.1, `role` in SOAP 1.2.
    #[must_use]
    pub fn for_role(mut self, role: impl Into<String>) -> Self {
        self.role = Some(role.into());
        self
    }

    /// The attributes that say so, by qualified name.
    pub(super) fn attributes(&self, version: Version) -> Vec<(&'static str, &str)> {
        let (yes, role) = match version {
            Version::V11 => ("1", "soap:actor"),
            Version::V12 => ("true", "soap:role"),
        };
        let must_understand = self.must_understand.then_some(("soap:mustUnderstand", yes));
        let role = self.role.as_ref().map(|uri| (role, uri.as_str()));
        must_understand.into_iter().chain(role).collect()
    }
}

impl<T> From<T> for HeaderBlock<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T> fmt::Debug for HeaderBlock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HeaderBlock")
            .field("must_understand", &self.must_understand)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}
