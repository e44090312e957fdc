//! Errors and reports, all out of the way of reading, and none generic.

use super::tag::Span;
use super::{CHILD, Reader};
use crate::QName;
use crate::value::ValueError;
use crate::xml::chars::{self, SUSPECT};
use crate::xml::error::{ErrorKind, ReadError, excerpt};
use crate::xml::options::{Skipped, SkippedItem};
use crate::xml::place::Locator;
use crate::xml::{Name, ReadOptions, reference};

impl<'a> Reader<'a> {
    /// A name with its namespace spelt out.
    #[must_use]
    #[cold]
    pub fn qname(&self, name: Name<'_>) -> QName {
        QName::new(self.namespace_uri(name.namespace).to_owned(), name.local.to_owned())
    }

    /// An error at what was read last: a start tag, an end tag, or a text with the element whose
    /// text it is. After [`unread_child`](Self::unread_child) it is an error of the parent.
    #[must_use]
    #[cold]
    #[inline(never)]
    pub fn error(&self, kind: ErrorKind) -> ReadError {
        let place = self.locator().place(self.mark);
        let unread = self.pending & CHILD != 0;
        ReadError::new(kind, if unread { place.of_parent() } else { place })
    }

    /// An error at an attribute of the start tag read last.
    #[must_use]
    #[cold]
    #[inline(never)]
    pub fn attribute_error(&self, index: usize, kind: ErrorKind) -> ReadError {
        let Some(attribute) = self.attribute(index) else { return self.error(kind) };
        let place = self.locator().place(attribute.offset as usize);
        ReadError::new(kind, place.with_attribute(attribute.local))
    }

    /// The current element may not stand here; `expected` may.
    #[must_use]
    #[cold]
    #[inline(never)]
    pub fn unexpected_element(&self, expected: Vec<QName>) -> ReadError {
        self.error(ErrorKind::UnexpectedElement { found: self.qname(self.name()), expected })
    }

    /// An element is missing in the element whose end was passed last, or, after
    /// [`unread_child`](Self::unread_child), before that child.
    #[must_use]
    #[cold]
    #[inline(never)]
    pub fn missing_element(&self, name: Name<'_>, type_name: &'static str) -> ReadError {
        self.error(ErrorKind::MissingElement { name: self.qname(name), type_name })
    }

    /// The start tag read last has no attribute of this name.
    #[must_use]
    #[cold]
    #[inline(never)]
    pub fn missing_attribute(&self, name: Name<'_>, type_name: &'static str) -> ReadError {
        self.error(ErrorKind::MissingAttribute { name: self.qname(name), type_name })
    }

    /// An attribute of the start tag read last is not one that the schema has there.
    #[must_use]
    #[cold]
    #[inline(never)]
    pub fn unexpected_attribute(&self, index: usize) -> ReadError {
        let name = self.attribute(index).map(|attribute| self.qname(attribute.name()));
        let name = name.unwrap_or_else(|| QName::from_static("", ""));
        self.attribute_error(index, ErrorKind::UnexpectedAttribute { name })
    }

    /// The text read last is not a value of its type.
    #[must_use]
    #[cold]
    #[inline(never)]
    pub fn invalid_value(&self, error: ValueError, text: &str) -> ReadError {
        self.error(ErrorKind::InvalidValue { error, excerpt: excerpt(text) })
    }

    /// An attribute's value is not one of its type.
    #[must_use]
    #[cold]
    #[inline(never)]
    pub fn invalid_attribute(&self, index: usize, error: ValueError) -> ReadError {
        let value = self.attribute(index).map(|attribute| attribute.value());
        let excerpt = excerpt(&value.unwrap_or_default());
        self.attribute_error(index, ErrorKind::InvalidValue { error, excerpt })
    }

    /// Another reader of the document, tolerant, that has just read the start tag of the parent of
    /// the current element.
    #[cold]
    #[inline(never)]
    pub(crate) fn again_in_parent(&self) -> Option<Reader<'a>> {
        let parent = self.open.get(self.open.len().checked_sub(2)?)?;
        let start = parent.start as usize - 1;
        let options = ReadOptions::default().with_limits(*self.options.limits());
        let mut again = Reader::new(self.input, self.scope.generated(), &options);
        again.origin = self.origin;
        again.root().ok()?;
        while again.mark < start {
            again.next_child().ok()?;
        }
        (again.mark == start).then_some(again)
    }

    fn locator(&self) -> Locator<'a> {
        Locator::within(self.input, self.origin)
    }

    #[cold]
    pub(super) fn bad_nil(&self, index: usize) -> ReadError {
        let error = ValueError::new("xs:boolean", "expected true, false, 1 or 0");
        self.invalid_attribute(index, error)
    }

    #[cold]
    #[inline(never)]
    pub(super) fn error_at(&self, offset: usize, kind: ErrorKind) -> ReadError {
        ReadError::new(kind, self.locator().place(offset))
    }

    #[cold]
    #[inline(never)]
    pub(super) fn malformed(&self, offset: usize, detail: &'static str) -> ReadError {
        self.error_at(offset, ErrorKind::NotWellFormed(detail.into()))
    }

    #[cold]
    #[inline(never)]
    pub(super) fn over_limit(&self, offset: usize, limit: &'static str, value: usize) -> ReadError {
        self.error_at(offset, ErrorKind::Limit { limit, value })
    }

    #[cold]
    #[inline(never)]
    pub(super) fn unbound_prefix(&self, name: Span) -> ReadError {
        let detail = format!("the prefix `{}` is not declared", excerpt(self.prefix(name)));
        self.error_at(name.start, ErrorKind::NotWellFormed(detail.into()))
    }

    #[cold]
    #[inline(never)]
    pub(super) fn mismatched_end(&self, at: usize) -> ReadError {
        let (start, end) = self.open.last().map_or((0, 0), |open| (open.start, open.end));
        let name = excerpt(&self.input[start as usize..end as usize]);
        let detail = if self.input[at..].contains('>') {
            format!("the end tag of `{name}` was expected")
        } else {
            format!("the document ends inside the end tag of `{name}`")
        };
        self.error_at(at, ErrorKind::NotWellFormed(detail.into()))
    }

    /// What stands at `at` in a start tag is neither an attribute nor the tag's end.
    #[cold]
    #[inline(never)]
    pub(super) fn bad_tag(&self, at: usize) -> ReadError {
        if at >= self.input.len() {
            return self.malformed(at, "the document ends inside a start tag");
        }
        self.malformed(at, "white space, `/>` or `>` was expected in a start tag")
    }

    /// Checks the character at `at`, which scanning stopped at, and gives where it ends.
    #[cold]
    #[inline(never)]
    pub(super) fn odd_character(&self, at: usize) -> Result<usize, ReadError> {
        match self.input.as_bytes().get(at) {
            Some(&SUSPECT) if !chars::is_non_character(self.input.as_bytes(), at) => Ok(at + 3),
            Some(_) => Err(self.forbidden(at)),
            None => Err(self.malformed(at, "the document is cut off")),
        }
    }

    #[cold]
    #[inline(never)]
    fn forbidden(&self, at: usize) -> ReadError {
        let c = self.input[at..].chars().next().unwrap_or_default();
        let detail = format!("the character U+{:04X} is not allowed", u32::from(c));
        self.error_at(at, ErrorKind::NotWellFormed(detail.into()))
    }

    /// Checks that no character from `start` to `end` is forbidden.
    pub(super) fn check_characters(&self, start: usize, end: usize) -> Result<(), ReadError> {
        match chars::find_forbidden(&self.input[start..end]) {
            Some(at) => Err(self.forbidden(start + at)),
            None => Ok(()),
        }
    }

    /// The character and length of the reference at `at`.
    pub(super) fn reference(&self, at: usize) -> Result<(char, usize), ReadError> {
        reference::parse(&self.input[at..]).ok_or_else(|| {
            let detail = "a reference to neither a predefined entity nor a legal character";
            self.malformed(at, detail)
        })
    }

    /// Whether anyone hears of what is skipped.
    pub(super) fn is_observed(&self) -> bool {
        self.options.observer().is_some()
    }

    /// Reports what is skipped at `offset`.
    #[cold]
    pub(super) fn observe(&mut self, offset: usize, item: SkippedItem) {
        let Some(observer) = self.options.observer() else { return };
        let (input, origin) = (self.input, self.origin);
        let locator = self.locator.get_or_insert_with(|| Box::new(Locator::within(input, origin)));
        let place = locator.place(offset);
        let (line, column) = (place.line, place.column);
        observer(&Skipped { path: place.path(), line, column, item });
    }
}
