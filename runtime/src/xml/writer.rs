//! The writer: markup that is known in advance, and text that is escaped, in one buffer.
//!
//! Invariant: whatever text it is given, the markup stays the caller's
//! (XML 1.0, productions 10 and 14; section 2.11 for the carriage return).

mod octets;
mod prefixes;

use super::chars;
use super::place::Locator;
use super::plain::{is_plain_text, is_plain_value};
use super::raw::RawXml;
use super::write_error::{WriteError, WriteErrorKind};
use crate::codec::Tag;
use crate::security::MessageCredentials;
use crate::value::TextValue;
pub(crate) use octets::{OutgoingPart, OutgoingParts};

/// Writes one document into one buffer that grows.
///
/// Element names come only from [`Tag`]s, which are literals; everything else is escaped.
#[derive(Debug, Default)]
pub struct Writer {
    out: String,
    /// The declarations that the next start tag gets.
    pending: &'static str,
    /// The `xsi:type` attribute that the next start tag gets.
    type_attribute: &'static str,
    /// The declarations that hold in the whole document.
    declared: &'static str,
    /// What an element without text means where it is not nil.
    default: Option<&'static str>,
    /// How many prefixes have been made up.
    invented: usize,
    /// The prefix given last.
    prefix: String,
    /// Credentials that are not written yet.
    credentials: Option<Box<MessageCredentials>>,
    /// The other parts of the message, if it may have any.
    parts: Option<Box<OutgoingParts>>,
}

impl Writer {
    /// A writer with nothing written.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Gives the next start tag, which is to be the root's, these namespace declarations, such as
    /// ` xmlns:tns="urn:x"`: each with double quotes and one space before it, URIs escaped.
    pub fn declare(&mut self, declarations: &'static str) {
        self.pending = declarations;
        self.declared = declarations;
    }

    /// Gives the next start tag an `xsi:type` attribute, such as ` xsi:type="tns:Car"`.
    pub fn set_type(&mut self, attribute: &'static str) {
        self.type_attribute = attribute;
    }

    /// Puts credentials into the document, where its first place for them is written.
    pub fn set_credentials(&mut self, credentials: MessageCredentials) {
        self.credentials = Some(Box::new(credentials));
    }

    /// The credentials that are to be written here; `None` once they have been taken.
    pub fn take_credentials(&mut self) -> Option<Box<MessageCredentials>> {
        self.credentials.take()
    }

    /// Appends markup as it is.
    #[inline]
    pub fn raw(&mut self, markup: &'static str) {
        self.out.push_str(markup);
    }

    /// Appends an element that is XML already. No default namespace is ever declared around it, so
    /// that an element in no namespace stays in none.
    pub fn raw_xml(&mut self, element: &RawXml) {
        self.out.push_str(element.as_str());
    }

    /// Appends a start tag.
    #[inline]
    pub fn start(&mut self, tag: &Tag) {
        if self.pending.len() + self.type_attribute.len() == 0 {
            self.out.push_str(tag.start);
        } else {
            self.start_with_attributes(tag);
        }
    }

    #[cold]
    #[inline(never)]
    fn start_with_attributes(&mut self, tag: &Tag) {
        self.start_open(tag);
        self.close_start();
    }

    /// Appends a start tag without its `>`, so that attributes may follow.
    #[inline]
    pub fn start_open(&mut self, tag: &Tag) {
        self.out.push_str(tag.start.strip_suffix('>').unwrap_or(tag.start));
        if !self.pending.is_empty() {
            self.out.push_str(std::mem::take(&mut self.pending));
        }
        if !self.type_attribute.is_empty() {
            self.out.push_str(std::mem::take(&mut self.type_attribute));
        }
    }

    /// Ends a start tag that was left open.
    #[inline]
    pub fn close_start(&mut self) {
        self.out.push('>');
    }

    /// Opens again the start tag that was ended last, before its content, so that declarations may
    /// follow.
    pub(crate) fn reopen_start(&mut self) {
        if self.out.ends_with('>') {
            self.out.pop();
        }
    }

    /// Appends an end tag.
    #[inline]
    pub fn end(&mut self, tag: &Tag) {
        self.out.push_str(tag.end);
    }

    /// Appends text as element content.
    ///
    /// # Errors
    /// When it has a character that XML 1.0 forbids.
    #[inline]
    pub fn text(&mut self, text: &str) -> Result<(), WriteError> {
        let start = self.out.len();
        self.out.push_str(text);
        self.check_text(start)
    }

    /// Appends text as part of an attribute value between double quotes.
    ///
    /// # Errors
    /// When it has a character that XML 1.0 forbids.
    #[inline]
    pub fn attribute_text(&mut self, text: &str) -> Result<(), WriteError> {
        let start = self.out.len();
        self.out.push_str(text);
        self.check_value(start)
    }

    /// Appends a value as element content.
    ///
    /// # Errors
    /// When its text has a character that XML 1.0 forbids.
    #[inline]
    pub fn value<T: TextValue>(&mut self, value: &T) -> Result<(), WriteError> {
        let start = self.out.len();
        value.write(&mut self.out);
        if self.out.len() == start {
            return self.no_text();
        }
        if T::PLAIN {
            debug_assert!(is_plain_value(self.out.as_bytes(), start), "{}", T::TYPE_NAME);
            return Ok(());
        }
        self.check_text(start)
    }

    /// Says what an element without text means until it is said anew.
    pub(crate) fn set_default(&mut self, default: Option<&'static str>) {
        self.default = default;
    }

    /// Judges that an element has no text: where that means a default, it cannot be said.
    #[cold]
    pub(crate) fn no_text(&self) -> Result<(), WriteError> {
        let Some(default) = self.default else { return Ok(()) };
        let detail = format!("an empty element means its default `{default}` here");
        Err(self.error(WriteErrorKind::InvalidValue(detail.into())))
    }

    /// Appends an element whose whole content is the text of a value.
    ///
    /// # Errors
    /// When its text has a character that XML 1.0 forbids.
    #[inline]
    pub fn element<T: TextValue>(&mut self, tag: &Tag, value: &T) -> Result<(), WriteError> {
        self.start(tag);
        self.value(value)?;
        self.end(tag);
        Ok(())
    }

    /// Appends a value as part of an attribute value between double quotes.
    ///
    /// # Errors
    /// When its text has a character that XML 1.0 forbids.
    #[inline]
    pub fn attribute_value<T: TextValue>(&mut self, value: &T) -> Result<(), WriteError> {
        let start = self.out.len();
        value.write(&mut self.out);
        if T::PLAIN {
            debug_assert!(is_plain_value(self.out.as_bytes(), start), "{}", T::TYPE_NAME);
            return Ok(());
        }
        self.check_value(start)
    }

    /// Escapes the text from `start` on where that is needed.
    #[inline(never)]
    fn check_text(&mut self, start: usize) -> Result<(), WriteError> {
        if is_plain_text(self.out.as_bytes(), start) {
            return Ok(());
        }
        self.escape_from(start, false)
    }

    /// Escapes the part of an attribute value from `start` on where that is needed.
    #[inline(never)]
    fn check_value(&mut self, start: usize) -> Result<(), WriteError> {
        if is_plain_value(self.out.as_bytes(), start) {
            return Ok(());
        }
        self.escape_from(start, true)
    }

    /// Escapes what was appended from `start` on.
    #[cold]
    #[inline(never)]
    fn escape_from(&mut self, start: usize, attribute: bool) -> Result<(), WriteError> {
        let text = self.out.split_off(start);
        self.escape(&text, attribute)
    }

    /// How many bytes are written.
    #[must_use]
    pub fn len(&self) -> usize {
        self.out.len()
    }

    /// Whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    /// The document.
    #[must_use]
    pub fn into_string(self) -> String {
        self.out
    }

    /// An error at the element or attribute that is being written.
    #[must_use]
    #[cold]
    #[inline(never)]
    pub fn error(&self, kind: WriteErrorKind) -> WriteError {
        WriteError::new(kind, path_at_end(&self.out))
    }

    #[cold]
    #[inline(never)]
    fn escape(&mut self, text: &str, attribute: bool) -> Result<(), WriteError> {
        if let Some(at) = chars::find_forbidden(text) {
            let c = text[at..].chars().next().unwrap_or_default();
            return Err(self.error(WriteErrorKind::ForbiddenCharacter(c)));
        }
        push_escaped(&mut self.out, text, attribute);
        Ok(())
    }
}

/// Appends `text`, which has no forbidden character, as part of an attribute value.
pub(crate) fn push_attribute_text(out: &mut String, text: &str) {
    push_escaped(out, text, true);
}

/// `text` as part of element content, or of an attribute value where quotes are escaped.
pub(crate) fn escaped(text: &str, quotes: bool) -> String {
    let mut out = String::with_capacity(text.len());
    push_escaped(&mut out, text, quotes);
    out
}

fn push_escaped(out: &mut String, text: &str, attribute: bool) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let reference = match byte {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'\r' => "&#13;",
            b'"' if attribute => "&quot;",
            b'\t' if attribute => "&#9;",
            b'\n' if attribute => "&#10;",
            _ => continue,
        };
        out.push_str(&text[copied..at]);
        out.push_str(reference);
        copied = at + 1;
    }
    out.push_str(&text[copied..]);
}

/// The path of what is being written at the end of `out`.
fn path_at_end(out: &str) -> String {
    let tag = out.rfind('<').map_or("", |start| &out[start..]);
    if tag.is_empty() || tag.contains('>') {
        return Locator::new(out).place(out.len()).path();
    }
    // Inside a start tag: it is closed for the scan, and the attribute begun last is named.
    let closed = format!("{out}\">");
    let place = Locator::new(&closed).place(closed.len());
    match tag.rsplit_once("=\"").and_then(|(before, _)| before.rsplit_once(' ')) {
        Some((_, name)) => place.with_attribute(name).path(),
        None => place.path(),
    }
}
