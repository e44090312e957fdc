//! What stands between tags: character data, references, CDATA sections, comments and
//! instructions (XML 1.0, sections 2.4 to 2.7 and 4.1).

use std::borrow::Cow;

use super::include::SimpleContent;
use super::{CHILD, END, Reader, trim};
use crate::xml::chars::{self, SPACE, TEXT};
use crate::xml::error::excerpt;
use crate::xml::options::SkippedItem;
use crate::xml::{ErrorKind, Name, ReadError, reference};

impl<'a> Reader<'a> {
    /// The next child of the current element, which becomes the current one; `None` when the end
    /// tag of the current element has been passed, and its parent is the current one.
    ///
    /// # Errors
    /// When the document is not well-formed or over a limit; in strict mode, when there is text
    /// other than white space.
    #[inline(always)]
    pub fn next_child(&mut self) -> Result<Option<Name<'a>>, ReadError> {
        if self.pending != 0 {
            return Ok(self.pending_child());
        }
        let mut at = self.at;
        if self.byte(at) != b'<' {
            at = self.after_space(at);
        }
        if self.byte(at) == b'<' {
            match self.byte(at + 1) {
                b'/' => {
                    self.mark = at;
                    self.end_tag(at)?;
                    return Ok(None);
                }
                b'!' | b'?' => {}
                _ => return self.start_tag(at).map(Some),
            }
        }
        self.next_child_after_text()
    }

    #[inline(never)]
    fn pending_child(&mut self) -> Option<Name<'a>> {
        if self.pending & CHILD != 0 {
            self.pending &= !CHILD;
            return Some(self.name());
        }
        if self.pending & END != 0 {
            self.pending &= !END;
        } else {
            self.close_if_empty();
        }
        None
    }

    #[cold]
    #[inline(never)]
    fn next_child_after_text(&mut self) -> Result<Option<Name<'a>>, ReadError> {
        self.skip_to_tag()?;
        self.next_tag()
    }

    /// Passes over what stands before the next tag, which may be text in tolerant mode only.
    fn skip_to_tag(&mut self) -> Result<(), ReadError> {
        let start = chars::scan(self.input.as_bytes(), self.at, SPACE);
        let mut text = String::new();
        self.characters(Some(&mut text))?;
        if !trim(&text).is_empty() {
            if self.is_strict() {
                let kind = ErrorKind::UnexpectedText { excerpt: excerpt(trim(&text)) };
                return Err(self.error_at(start, kind));
            }
            self.observe(start, SkippedItem::Text(excerpt(trim(&text))));
        }
        Ok(())
    }

    /// Reads the tag that `characters` stopped at.
    fn next_tag(&mut self) -> Result<Option<Name<'a>>, ReadError> {
        if self.byte(self.at + 1) == b'/' {
            self.mark = self.at;
            self.end_tag(self.at)?;
            Ok(None)
        } else {
            self.start_tag(self.at).map(Some)
        }
    }

    /// As [`next_child`](Self::next_child) for mixed content: appends the text before the child,
    /// or before the end tag, to `text`.
    ///
    /// # Errors
    /// When the document is not well-formed or over a limit.
    pub fn next_mixed_child(&mut self, text: &mut String) -> Result<Option<Name<'a>>, ReadError> {
        if self.pending != 0 {
            return Ok(self.pending_child());
        }
        self.characters(Some(text))?;
        self.next_tag()
    }

    /// As [`next_child`](Self::next_child) for an element that must be empty, where in strict mode
    /// white space is content as well (XML Schema Part 1, `cvc-complex-type.2.1` and
    /// `cvc-elt.3.2.1`).
    ///
    /// # Errors
    /// As [`next_child`](Self::next_child).
    pub fn next_child_of_empty(&mut self) -> Result<Option<Name<'a>>, ReadError> {
        if self.pending != 0 || !self.is_strict() {
            return self.next_child();
        }
        let start = self.at;
        let mut text = String::new();
        self.characters(Some(&mut text))?;
        if text.is_empty() {
            return self.next_tag();
        }
        Err(self.error_at(start, ErrorKind::UnexpectedText { excerpt: excerpt(&text) }))
    }

    /// Makes [`next_child`](Self::next_child), called next, return the current element again, for
    /// the parent.
    #[inline]
    pub fn unread_child(&mut self) {
        self.pending |= CHILD;
    }

    /// Makes [`next_child`](Self::next_child), called next, return `None` again.
    #[inline]
    pub fn unread_end(&mut self) {
        self.pending |= END;
    }

    /// The whole text of the current element, whose end tag is passed. Comments, instructions and
    /// CDATA sections do not cut it. What another part of the message holds is taken from there
    /// (XOP 1.0, section 3.2), as base64.
    ///
    /// # Errors
    /// When the document is not well-formed or over a limit, or the element has a child.
    #[inline]
    pub fn text(&mut self) -> Result<Cow<'a, str>, ReadError> {
        match self.plain_text() {
            Some(text) => Ok(Cow::Borrowed(text)),
            None => self.other_text(),
        }
    }

    /// The text and end tag of the current element, if they are one run of plain characters and
    /// an end tag without white space; else nothing is done. The result fits into registers.
    #[inline(never)]
    fn plain_text(&mut self) -> Option<&'a str> {
        let start = self.at;
        if self.pending != 0 {
            return None;
        }
        let end = chars::scan(self.input.as_bytes(), start, TEXT);
        let is_plain = self.byte(end) == b'<'
            && self.byte(end + 1) == b'/'
            && end - start <= self.options.limits().text
            && self.plain_end_tag(end);
        self.mark = start;
        is_plain.then(|| &self.input[start..end])
    }

    #[inline(never)]
    fn other_text(&mut self) -> Result<Cow<'a, str>, ReadError> {
        match self.other_content()? {
            SimpleContent::Text(text) => Ok(text),
            SimpleContent::Octets(octets) => self.base64_of(&octets).map(Cow::Owned),
        }
    }

    /// As [`text`](Self::text), but octets that are another part of the message are not turned
    /// into text.
    ///
    /// # Errors
    /// As [`text`](Self::text).
    pub(crate) fn simple_content(&mut self) -> Result<SimpleContent<'a>, ReadError> {
        match self.plain_text() {
            Some(text) => Ok(SimpleContent::Text(Cow::Borrowed(text))),
            None => self.other_content(),
        }
    }

    fn other_content(&mut self) -> Result<SimpleContent<'a>, ReadError> {
        if self.pending != 0 {
            return match self.pending_child() {
                Some(_) => Err(self.unexpected_element(Vec::new())),
                None => Ok(SimpleContent::Text(Cow::Borrowed(""))),
            };
        }
        let start = self.at;
        let length = self.input[start..].find('<').unwrap_or(0);
        let mut text = String::with_capacity(length);
        self.characters(Some(&mut text))?;
        match self.next_tag()? {
            None => {
                self.mark = start;
                Ok(SimpleContent::Text(Cow::Owned(text)))
            }
            Some(child) => {
                let octets = self.included(child, &text)?;
                self.mark = start;
                Ok(SimpleContent::Octets(octets))
            }
        }
    }

    /// Passes over the current element with its content.
    ///
    /// # Errors
    /// When the document is not well-formed or over a limit.
    pub fn skip(&mut self) -> Result<(), ReadError> {
        if self.pending & END != 0 {
            self.pending &= !END;
            return Ok(());
        }
        // A child that is to be read again belongs to the element that is skipped.
        let unread = usize::from(self.pending & CHILD != 0);
        self.pending &= !CHILD;
        let Some(outside) = self.open.len().checked_sub(1 + unread) else { return Ok(()) };
        self.close_if_empty();
        while self.open.len() > outside {
            let mut at = chars::scan(self.input.as_bytes(), self.at, TEXT);
            let plain = self.byte(at) == b'<' && !matches!(self.byte(at + 1), b'!' | b'?');
            if !plain || at - self.at > self.options.limits().text {
                self.characters(None)?;
                at = self.at;
            }
            if self.byte(at + 1) == b'/' {
                self.end_tag(at)?;
            } else {
                self.start_tag(at)?;
                self.close_if_empty();
            }
        }
        Ok(())
    }

    /// Passes over the current element, which the schema does not know, and reports it.
    ///
    /// # Errors
    /// As [`skip`](Self::skip).
    #[cold]
    pub fn skip_unknown(&mut self) -> Result<(), ReadError> {
        if self.is_observed() {
            let name = self.qname(self.name());
            self.observe(self.mark, SkippedItem::Element(name));
        }
        self.skip()
    }

    /// Reports an attribute of the start tag read last that the schema does not know.
    #[cold]
    pub fn skip_attribute(&mut self, index: usize) {
        if let (true, Some(attribute)) = (self.is_observed(), self.attribute(index)) {
            let name = self.qname(attribute.name());
            self.observe(attribute.offset as usize, SkippedItem::Attribute(name));
        }
    }

    /// Reads character data, references, CDATA sections, comments and instructions up to the next
    /// tag, where reading then goes on, and appends the text to `text`.
    fn characters(&mut self, text: Option<&mut String>) -> Result<(), ReadError> {
        let bytes = self.input.as_bytes();
        let mut sink = Sink { text, length: 0, limit: self.options.limits().text };
        let mut at = self.at;
        loop {
            let end = chars::scan(bytes, at, TEXT);
            sink.push(&self.input[at..end]);
            at = match self.byte(end) {
                b'<' if matches!(self.byte(end + 1), b'!' | b'?') => {
                    self.skip_markup(end, &mut sink)?
                }
                b'<' => {
                    sink.check().map_err(|limit| self.over_limit(end, "text", limit))?;
                    self.at = end;
                    return Ok(());
                }
                b'&' => {
                    let (c, length) = self.reference(end)?;
                    sink.push(c.encode_utf8(&mut [0; 4]));
                    end + length
                }
                b'\r' => {
                    sink.push("\n");
                    end + 1 + usize::from(self.byte(end + 1) == b'\n')
                }
                b']' if self.input[end..].starts_with("]]>") => {
                    return Err(self.malformed(end, "`]]>` in text"));
                }
                b']' => {
                    sink.push("]");
                    end + 1
                }
                _ => {
                    let next = self.odd_character(end)?;
                    sink.push(&self.input[end..next]);
                    next
                }
            };
            sink.check().map_err(|limit| self.over_limit(end, "text", limit))?;
        }
    }

    /// Reads the CDATA section, comment or instruction at `at`, and gives where it ends.
    fn skip_markup(&mut self, at: usize, sink: &mut Sink<'_>) -> Result<usize, ReadError> {
        let Some(content) = self.input[at..].strip_prefix("<![CDATA[") else {
            return self.misc(at);
        };
        let Some(length) = content.find("]]>") else {
            return Err(self.malformed(at, "a CDATA section does not end with `]]>`"));
        };
        let start = self.input.len() - content.len();
        self.check_characters(start, start + length)?;
        sink.push_normalised(&content[..length]);
        Ok(start + length + 3)
    }
}

/// Where text goes to, and how much of it there was.
struct Sink<'t> {
    text: Option<&'t mut String>,
    length: usize,
    limit: usize,
}

impl Sink<'_> {
    #[inline]
    fn push(&mut self, text: &str) {
        self.length += text.len();
        if let Some(out) = &mut self.text {
            out.push_str(text);
        }
    }

    fn push_normalised(&mut self, text: &str) {
        self.length += text.len() - text.matches("\r\n").count();
        if let Some(out) = &mut self.text {
            reference::push_normalised(out, text);
        }
    }

    /// The limit, when there was more text.
    #[inline]
    fn check(&self) -> Result<(), usize> {
        if self.length > self.limit { Err(self.limit) } else { Ok(()) }
    }
}
