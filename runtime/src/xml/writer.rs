//! The writer: markup that is known in advance, and text that is escaped, in one buffer.
//!
//! Invariant: whatever text it is given, the markup stays the caller's
//! (XML 1.0, productions 10 and 14; section 2.11 for the carriage return).

use super::chars;
use super::namespace;
use super::place::Locator;
use super::plain::{is_plain_text, is_plain_value};
use super::raw::RawXml;
use super::write_error::{WriteError, WriteErrorKind};
use crate::QName;
use crate::codec::Tag;
use crate::security::MessageCredentials;
use crate::value::{DeclarePrefix, TextValue, is_nc_name};

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
    /// How many prefixes have been made up.
    invented: usize,
    /// The prefix given last.
    prefix: String,
    /// Credentials that are not written yet.
    credentials: Option<Box<MessageCredentials>>,
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
        if T::PLAIN {
            debug_assert!(is_plain_value(self.out.as_bytes(), start), "{}", T::TYPE_NAME);
            return Ok(());
        }
        self.check_text(start)
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

/// Between [`Writer::start_open`] and [`Writer::close_start`]: a prefix that the document does
/// not have yet is declared in the start tag that is open.
impl DeclarePrefix for Writer {
    fn prefix_for(&mut self, namespace: &str) -> &str {
        let mut uri = String::new();
        push_attribute_text(&mut uri, namespace);
        self.prefix.clear();
        match declared_prefix(self.declared, &uri) {
            Some(prefix) => self.prefix.push_str(prefix),
            None => self.invent_prefix(&uri),
        }
        &self.prefix
    }
}

/// Names that are not known in advance, between [`Writer::start_open`] and [`Writer::close_start`].
impl Writer {
    /// Appends an attribute.
    pub(crate) fn named_attribute(&mut self, name: &QName, value: &str) -> Result<(), WriteError> {
        if !is_nc_name(name.local()) {
            let detail = format!("`{}` is not the name of an attribute", name.local());
            return Err(self.error(WriteErrorKind::InvalidValue(detail.into())));
        }
        let prefix = match name.namespace() {
            "" => String::new(),
            namespace::XML_URI => "xml:".to_owned(),
            namespace => format!("{}:", self.prefix_for(namespace)),
        };
        self.out.extend([" ", &prefix, name.local(), "=\""]);
        self.attribute_text(value)?;
        self.out.push('"');
        Ok(())
    }

    /// Puts attributes into a start tag that has been written; its name ends at the offset `at`.
    pub(crate) fn insert_attributes(
        &mut self,
        at: usize,
        attributes: &[(&str, &str)],
    ) -> Result<(), WriteError> {
        let end = self.out.len();
        for (name, value) in attributes {
            self.out.extend([" ", name, "=\""]);
            self.attribute_text(value)?;
            self.out.push('"');
        }
        let text = self.out.split_off(end);
        self.out.insert_str(at, &text);
        Ok(())
    }

    /// Appends `xsi:type`.
    pub(crate) fn type_attribute(&mut self, name: &QName) -> Result<(), WriteError> {
        let mut text = String::new();
        if name.namespace() == namespace::XSD_URI && self.bind_prefix("xsd", namespace::XSD_URI) {
            text.extend(["xsd:", name.local()]);
        } else {
            name.write_in(&mut text, self);
        }
        self.out.push_str(" xsi:type=\"");
        self.attribute_text(&text)?;
        self.out.push('"');
        Ok(())
    }

    /// Declares `prefix` for `namespace` in the open start tag if need be; false when it has
    /// another meaning there.
    pub(crate) fn bind_prefix(&mut self, prefix: &str, namespace: &str) -> bool {
        let mut uri = String::new();
        push_attribute_text(&mut uri, namespace);
        let open = self.out.rfind('<').map_or("", |start| &self.out[start..]);
        let known = meaning(open, prefix).or_else(|| meaning(self.declared, prefix));
        if let Some(known) = known {
            return known == uri;
        }
        if prefix == "xml" || prefix == "xmlns" {
            return namespace == namespace::XML_URI;
        }
        self.out.extend([" xmlns:", prefix, "=\"", &uri, "\""]);
        true
    }

    /// Declares a new prefix for the namespace whose escaped URI is `uri`.
    fn invent_prefix(&mut self, uri: &str) {
        loop {
            self.invented += 1;
            let declaration = format!(" xmlns:q{}=\"", self.invented);
            let open = self.out.rfind('<').map_or("", |start| &self.out[start..]);
            if !self.declared.contains(&declaration) && !open.contains(&declaration) {
                self.out.push_str(&declaration);
                self.out.push_str(uri);
                self.out.push('"');
                self.prefix.push_str(&declaration[" xmlns:".len()..declaration.len() - 2]);
                return;
            }
        }
    }
}

/// The escaped URI that `declarations` bind `prefix` to.
fn meaning<'a>(declarations: &'a str, prefix: &str) -> Option<&'a str> {
    declarations.split(" xmlns:").skip(1).find_map(|declaration| {
        let (found, value) = declaration.split_once("=\"")?;
        (found == prefix).then(|| value.split('"').next().unwrap_or_default())
    })
}

/// The prefix that `declarations` bind to the namespace whose escaped URI is `uri`.
fn declared_prefix<'a>(declarations: &'a str, uri: &str) -> Option<&'a str> {
    declarations.split(" xmlns:").find_map(|declaration| {
        let (prefix, value) = declaration.split_once("=\"")?;
        (value.strip_suffix('"') == Some(uri)).then_some(prefix)
    })
}

/// Appends `text`, which has no forbidden character, as part of an attribute value.
pub(crate) fn push_attribute_text(out: &mut String, text: &str) {
    push_escaped(out, text, true);
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
