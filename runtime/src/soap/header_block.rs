//! A header of a request with what SOAP lets its sender say of it (SOAP 1.1, sections 4.2.2 and 4.2.3;
//! SOAP 1.2 Part 1, sections 5.2.2 to 5.2.4).

use std::fmt;

use super::Version;
use crate::xml::{WriteError, Writer};

/// A header block. One is made of the value alone by `into()`.
///
/// `Debug` does not show the value: headers carry sessions and passwords.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct HeaderBlock<T> {
    /// The content of the header's element.
    pub value: T,
    must_understand: bool,
    role: Option<String>,
    relay: bool,
}

impl<T> HeaderBlock<T> {
    /// A header for the service itself, which may ignore it.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self { value, must_understand: false, role: None, relay: false }
    }

    /// The service must refuse the message if it does not understand the header
    /// (`mustUnderstand`).
    #[must_use]
    pub fn must_understand(mut self) -> Self {
        self.must_understand = true;
        self
    }

    /// The service may ignore the header, as one that is made anew.
    #[must_use]
    pub fn may_be_ignored(mut self) -> Self {
        self.must_understand = false;
        self
    }

    /// Whoever the header is for and does not process it passes it on: `relay` of SOAP 1.2 Part 1,
    /// section 5.2.4. SOAP 1.1 has no such attribute, and none is written.
    #[must_use]
    pub fn relay(mut self) -> Self {
        self.relay = true;
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
        let relay = (self.relay && version == Version::V12).then_some(("soap:relay", "true"));
        must_understand.into_iter().chain(role).chain(relay).collect()
    }

    /// Writes a start tag that is whole but for its attributes and its `>`.
    pub(crate) fn write_start(
        &self,
        start: &'static str,
        version: Version,
        writer: &mut Writer,
    ) -> Result<(), WriteError> {
        writer.raw(start);
        for (name, value) in self.attributes(version) {
            writer.raw(" ");
            writer.raw(name);
            writer.raw("=\"");
            writer.attribute_text(value)?;
            writer.raw("\"");
        }
        writer.close_start();
        Ok(())
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
            .field("relay", &self.relay)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_those_of_the_version() {
        let all = HeaderBlock::new(()).must_understand().for_role("urn:r&").relay();
        let rows = [
            (HeaderBlock::new(()), Version::V11, "<h>"),
            (HeaderBlock::new(()), Version::V12, "<h>"),
            (all.clone(), Version::V11, "<h soap:mustUnderstand=\"1\" soap:actor=\"urn:r&amp;\">"),
            (
                all.clone(),
                Version::V12,
                "<h soap:mustUnderstand=\"true\" soap:role=\"urn:r&amp;\" soap:relay=\"true\">",
            ),
            (
                all.may_be_ignored(),
                Version::V12,
                "<h soap:role=\"urn:r&amp;\" soap:relay=\"true\">",
            ),
        ];
        for (block, version, expected) in rows {
            let mut writer = Writer::new();
            block.write_start("<h", version, &mut writer).expect("it can be written");
            assert_eq!(writer.into_string(), expected);
        }
    }
}
