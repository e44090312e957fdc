//! One attribute of a start tag (XML 1.0, section 3.1).

use std::borrow::Cow;

use super::{Name, reference};

/// An attribute of the start tag read last. Namespace declarations are not among them.
#[derive(Clone, Copy, Debug)]
pub struct Attribute<'a> {
    pub(crate) raw: &'a str,
    pub(crate) local: &'a str,
    /// Where the qualified name starts in the document.
    pub(crate) offset: u32,
    pub(crate) namespace: u16,
    /// Whether the value needs no work: no reference and no white space but spaces.
    pub(crate) plain: bool,
}

impl<'a> Attribute<'a> {
    /// The expanded name. An attribute without prefix is in no namespace.
    #[must_use]
    #[inline]
    pub fn name(&self) -> Name<'a> {
        Name { namespace: self.namespace, local: self.local }
    }

    /// The value with references resolved and each white space character as a space
    /// (XML 1.0, section 3.3.3, for attributes of type CDATA).
    #[must_use]
    #[inline]
    pub fn value(&self) -> Cow<'a, str> {
        if self.plain { Cow::Borrowed(self.raw) } else { reference::attribute_value(self.raw) }
    }

    /// The value as written between the quotes.
    #[must_use]
    pub fn raw(&self) -> &'a str {
        self.raw
    }

    /// Whether [`value`](Self::value) is [`raw`](Self::raw) unchanged.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.plain
    }
}
