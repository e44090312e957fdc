//! Text whose type is not known. It may be an `xs:QName`, or begin with one, as
//! `SOAP-ENC:arrayType` does; so the namespace of its prefix is kept with it.

use std::borrow::Cow;
use std::fmt;

use crate::QName;
use crate::value::{DeclarePrefix, Prefixes, is_nc_name};
use crate::xml::Writer;

/// A text, and the namespace that the prefix at its beginning means, if it has one that was
/// declared where it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnyText {
    text: String,
    namespace: Option<Box<str>>,
}

impl AnyText {
    /// The text as it was read where `prefixes` hold.
    pub(super) fn read(text: Cow<'_, str>, prefixes: &dyn Prefixes) -> Self {
        let namespace = split(&text).and_then(|(_, prefix, _)| prefixes.namespace_of(prefix));
        let namespace = namespace.map(Box::from);
        Self { text: text.into_owned(), namespace }
    }

    /// The text of a qualified name, which is written with a prefix that is declared.
    #[must_use]
    pub fn from_name(name: &QName) -> Self {
        if name.namespace().is_empty() {
            return Self::from(name.local());
        }
        let text = format!("q1:{}", name.local());
        Self { text, namespace: Some(name.namespace().into()) }
    }

    /// A text whose prefix means this namespace; none where the text has no prefix.
    #[cfg(feature = "serde")]
    pub(crate) fn with_namespace(text: String, namespace: String) -> Option<Self> {
        split(&text)?;
        Some(Self { text, namespace: Some(namespace.into()) })
    }

    /// What the prefix of the text means, if it has one that was declared.
    #[cfg(feature = "serde")]
    pub(crate) fn namespace(&self) -> Option<&str> {
        self.namespace.as_deref()
    }

    /// The text. Its prefix is the one that it was read with.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The qualified name that the text is, if it is a prefix that was declared and a local name.
    #[must_use]
    pub fn to_name(&self) -> Option<QName> {
        let (_, _, rest) = split(&self.text)?;
        let local = rest.trim_end();
        let namespace = self.namespace.as_deref()?;
        is_nc_name(local).then(|| QName::new(namespace.to_owned(), local.to_owned()))
    }

    /// The text as it is to be written in the start tag that is open, or in its element.
    pub(super) fn for_writer(&self, writer: &mut Writer) -> Cow<'_, str> {
        let (Some(namespace), Some((before, prefix, rest))) = (&self.namespace, split(&self.text))
        else {
            return Cow::Borrowed(&self.text);
        };
        if writer.bind(prefix, namespace) {
            return Cow::Borrowed(&self.text);
        }
        let prefix = writer.prefix_for(namespace);
        Cow::Owned(format!("{before}{prefix}:{rest}"))
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

/// White space, a prefix, and what stands behind its colon.
fn split(text: &str) -> Option<(&str, &str, &str)> {
    let (head, rest) = text.split_once(':')?;
    let prefix = head.trim_start_matches([' ', '\t', '\r', '\n']);
    let names_something = rest.chars().next().is_some_and(crate::xml::is_name_start);
    let before = &head[..head.len() - prefix.len()];
    (is_nc_name(prefix) && names_something).then_some((before, prefix, rest))
}

impl From<String> for AnyText {
    fn from(text: String) -> Self {
        Self { text, namespace: None }
    }
}

impl From<&str> for AnyText {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl fmt::Display for AnyText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
