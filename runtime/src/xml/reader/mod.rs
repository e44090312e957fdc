//! The reader: one pass over the bytes of a document, pulled by a codec element by element.
//!
//! Invariant: all that is passed over, skipped content included, has been checked to be
//! well-formed and within the limits. What only an error needs (path, line, column) is found
//! again from the document when there is one.

mod attributes;
mod content;
mod copy;
mod expect;
mod fail;
mod include;
mod part;
mod prolog;
mod tag;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::attribute::Attribute;
use super::items::Origin;
use super::place::Locator;
use super::scope::Scope;
use super::{Name, ReadError, ReadOptions, XSI};
use crate::value::Prefixes;
use include::OtherParts;
pub(crate) use include::SimpleContent;

/// Reads one document, element by element.
///
/// The *current element* is the one whose start tag was returned last and whose end has not been
/// passed. A codec reads its content either by [`text`](Self::text), or by
/// [`next_child`](Self::next_child) until that is `None`, or passes over it by
/// [`skip`](Self::skip).
#[derive(Debug)]
pub struct Reader<'a> {
    input: &'a str,
    /// The size of the document given, which `input` is too unless it is over the limit.
    size: usize,
    /// Where reading goes on.
    at: usize,
    /// The place of what was read last: the start of a tag or of a text.
    mark: usize,
    pending: u8,
    open: Vec<Open>,
    scope: Scope<'a>,
    attributes: Vec<Attribute<'a>>,
    /// How many elements may still come.
    elements_left: usize,
    /// How many bytes of raw XML may still be copied.
    raw_left: usize,
    options: ReadOptions,
    locator: Option<Box<Locator<'a>>>,
    /// Where the input stands in the document, if it is a part of one.
    origin: Option<&'a Origin>,
    /// The text of the current element where it is empty.
    default: Option<&'static str>,
    /// The other parts of the message, if it has any.
    parts: Option<Box<OtherParts<'a>>>,
    /// Whether it is a message in the encoding of SOAP 1.1, section 5.
    encoded: bool,
}

/// The start tag read last was an empty-element tag, and its end has not been reported.
const EMPTY: u8 = 1;
/// The start tag read last is to be returned again.
const CHILD: u8 = 2;
/// The end that was reported last is to be reported again.
const END: u8 = 4;

/// An element whose end has not been read. Offsets are below 4 GiB (see `Reader::new`).
#[derive(Debug)]
struct Open {
    /// Where its qualified name starts and ends, and where the local part of that starts.
    start: u32,
    local: u32,
    end: u32,
    /// How many bindings were in scope outside of it.
    bindings: u32,
    /// How many children it has had.
    children: u32,
    namespace: u16,
}

impl<'a> Reader<'a> {
    /// A reader of `input`, which has no byte order mark (see [`decode`](super::decode())), that
    /// numbers `namespaces` from [`FIRST_GENERATED`](super::FIRST_GENERATED) on.
    #[must_use]
    pub fn new(input: &'a str, namespaces: &'static [&'static str], options: &ReadOptions) -> Self {
        let size = input.len();
        let limits = options.limits();
        let fits = size <= limits.decoded_body && u32::try_from(size).is_ok();
        Self {
            input: if fits { input } else { "" },
            size,
            at: 0,
            mark: 0,
            pending: 0,
            open: Vec::with_capacity(16),
            scope: Scope::new(namespaces),
            attributes: Vec::with_capacity(8),
            elements_left: limits.elements,
            raw_left: limits.raw_xml,
            options: options.clone(),
            locator: None,
            origin: None,
            default: None,
            parts: None,
            encoded: false,
        }
    }

    /// Sets that the document is a message in the encoding of SOAP 1.1, section 5: its attributes
    /// may stand on every element.
    pub(crate) fn set_encoded(&mut self) {
        self.encoded = true;
    }

    /// Whether the document is a message in the encoding of SOAP 1.1, section 5.
    pub(crate) fn is_encoded(&self) -> bool {
        self.encoded
    }

    /// Takes `count` places of an array without items for as many elements.
    ///
    /// # Errors
    /// When that is over `Limits::elements`.
    pub(crate) fn charge_elements(&mut self, count: usize) -> Result<(), ReadError> {
        let Some(left) = self.elements_left.checked_sub(count) else {
            return Err(self.over_limit(self.mark, "elements", self.options.limits().elements));
        };
        self.elements_left = left;
        Ok(())
    }

    /// Sets the text that the current element has where it is empty; none ends that.
    pub(crate) fn set_default(&mut self, default: Option<&'static str>) {
        self.default = default;
    }

    /// The text of an element that is empty.
    #[inline(never)]
    pub(crate) fn default_text(&self) -> Cow<'a, str> {
        Cow::Borrowed(self.default.unwrap_or_default())
    }

    /// Whether all is refused that the schema refuses.
    #[must_use]
    #[inline]
    pub fn is_strict(&self) -> bool {
        self.options.is_strict()
    }

    /// How far the document has been read, in bytes of UTF-8.
    #[must_use]
    pub fn offset(&self) -> usize {
        self.at
    }

    /// How many elements are open: 1 when the root is the current element.
    #[must_use]
    #[inline]
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// The name of the current element; no name before the root element and after it.
    #[must_use]
    #[inline]
    pub fn name(&self) -> Name<'a> {
        match self.open.last() {
            Some(open) => Name {
                namespace: open.namespace,
                local: &self.input[open.local as usize..open.end as usize],
            },
            None => Name { namespace: super::NO_NAMESPACE, local: "" },
        }
    }

    /// The URI of a namespace by its number; empty for no namespace.
    #[must_use]
    pub fn namespace_uri(&self, number: u16) -> &str {
        self.scope.uri(number)
    }

    /// How many attributes the start tag read last has, namespace declarations not counted.
    #[must_use]
    #[inline]
    pub fn attribute_count(&self) -> usize {
        self.attributes.len()
    }

    /// An attribute of the start tag read last, in document order.
    #[must_use]
    #[inline]
    pub fn attribute(&self, index: usize) -> Option<Attribute<'a>> {
        self.attributes.get(index).copied()
    }

    /// Whether the start tag read last has `xsi:nil` with a true value
    /// (XML Schema Part 1, section 2.6.2). Drafts called it `xsi:null`, which tolerant reading takes.
    ///
    /// # Errors
    /// When the value is not an `xs:boolean`.
    #[inline]
    pub fn is_nil(&self) -> Result<bool, ReadError> {
        if self.attributes.is_empty() { Ok(false) } else { self.find_nil() }
    }

    #[inline(never)]
    fn find_nil(&self) -> Result<bool, ReadError> {
        let is_nil = |attribute: &Attribute<'_>| {
            let is_named =
                attribute.local == "nil" || attribute.local == "null" && !self.is_strict();
            attribute.namespace == XSI && is_named
        };
        let Some(index) = self.attributes.iter().position(is_nil) else { return Ok(false) };
        let value = self.attributes[index].value();
        match trim(&value) {
            "true" | "1" => Ok(true),
            "false" | "0" => Ok(false),
            _ => Err(self.bad_nil(index)),
        }
    }

    /// The value of `xsi:type` in the start tag read last, without white space around it
    /// (XML Schema Part 1, section 2.6.1). Its prefix is one for
    /// [`resolve_prefix`](Self::resolve_prefix).
    #[must_use]
    #[inline]
    pub fn xsi_type(&self) -> Option<Cow<'a, str>> {
        if self.attributes.is_empty() { None } else { self.find_xsi_type() }
    }

    #[inline(never)]
    fn find_xsi_type(&self) -> Option<Cow<'a, str>> {
        let is_type = |attribute: &&Attribute<'_>| attribute.name() == Name::new(XSI, "type");
        Some(match self.attributes.iter().find(is_type)?.value() {
            Cow::Borrowed(value) => Cow::Borrowed(trim(value)),
            Cow::Owned(value) => Cow::Owned(trim(&value).to_owned()),
        })
    }

    /// The namespace bound to `prefix` in the start tag read last, if any. The empty prefix asks
    /// for the default namespace.
    #[must_use]
    pub fn resolve_prefix(&self, prefix: &str) -> Option<&str> {
        let number = self.scope.resolve_at_tag(prefix)?;
        (number != super::NO_NAMESPACE).then(|| self.scope.uri(number))
    }
}

/// The declarations that hold at a place, for texts that stand behind a child.
impl<'a> Reader<'a> {
    /// The declarations that hold in the current element.
    pub(crate) fn scope(&self) -> usize {
        self.scope.len()
    }

    /// The prefixes that [`scope`](Self::scope) found, as long as its element is open.
    pub(crate) fn prefixes_in(&self, scope: usize) -> ScopedPrefixes<'_, 'a> {
        ScopedPrefixes { reader: self, scope }
    }
}

/// The prefixes of an element that is open.
pub(crate) struct ScopedPrefixes<'r, 'a> {
    reader: &'r Reader<'a>,
    scope: usize,
}

impl Prefixes for ScopedPrefixes<'_, '_> {
    fn namespace_of(&self, prefix: &str) -> Option<&str> {
        let number = self.reader.scope.resolve_among(prefix, self.scope)?;
        (number != super::NO_NAMESPACE).then(|| self.reader.scope.uri(number))
    }
}

impl Prefixes for Reader<'_> {
    fn namespace_of(&self, prefix: &str) -> Option<&str> {
        self.resolve_prefix(prefix)
    }
}

/// `text` without white space around it.
fn trim(text: &str) -> &str {
    text.trim_matches([' ', '\t', '\r', '\n'])
}
