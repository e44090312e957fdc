//! Copies an element as text that stands alone, for what a schema leaves open.

use std::collections::HashSet;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::{EMPTY, Reader};
use crate::xml::raw::RawXml;
use crate::xml::writer::push_attribute_text;
use crate::xml::{NO_NAMESPACE, ReadError, XML, chars};

impl Reader<'_> {
    /// Copies the current element with its content, which is passed over as by
    /// [`skip`](Self::skip). The declarations of outer elements that it may need are added to its
    /// start tag: the default one, and those of each prefix before a colon, be it in a name, a
    /// value or a text. What other parts of the message hold stands in the copy as base64
    /// (XOP 1.0, section 3.2).
    ///
    /// After [`unread_child`](Self::unread_child) it is that child which is copied.
    ///
    /// # Errors
    /// As [`skip`](Self::skip), and when all that is copied from the document is over
    /// `Limits::raw_xml`.
    pub fn raw_element(&mut self) -> Result<RawXml, ReadError> {
        self.pending &= EMPTY;
        let Some(open) = self.open.last() else {
            return Err(self.malformed(self.at, "there is no element to copy"));
        };
        let (start, name_end) = (open.start as usize - 1, open.end as usize);
        let outer = open.bindings as usize;
        let own = &self.scope.bindings()[outer..];
        let mut done: HashSet<&str> = own.iter().map(|binding| binding.prefix).collect();
        let parts = self.skip_with_parts()?;
        let element = &self.input[start..self.at];
        let mut declarations = String::new();
        for prefix in std::iter::once("").chain(used_prefixes(element)) {
            if done.insert(prefix) {
                self.push_declaration(&mut declarations, prefix, outer);
            }
        }
        let base64 = parts.iter().map(|(_, octets)| octets.len().div_ceil(3).saturating_mul(4));
        let length = base64.fold(element.len() + declarations.len(), usize::saturating_add);
        let Some(left) = self.raw_left.checked_sub(length) else {
            return Err(self.over_limit(start, "raw_xml", self.options.limits().raw_xml));
        };
        self.raw_left = left;
        let mut text = String::with_capacity(length);
        text.push_str(&self.input[start..name_end]);
        text.push_str(&declarations);
        let mut copied = name_end;
        for (place, octets) in &parts {
            text.push_str(&self.input[copied..place.start]);
            STANDARD.encode_string(octets, &mut text);
            copied = place.end;
        }
        text.push_str(&self.input[copied..self.at]);
        Ok(RawXml::new(text))
    }

    /// Has the current element judged, which is its own current element again afterwards. What it
    /// takes counts for no limit.
    ///
    /// # Errors
    /// Those of `judge`, which reads the element to its end.
    pub(crate) fn judge(
        &mut self,
        judge: fn(&mut Self) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let Some(open) = self.open.last() else { return Ok(()) };
        let start = open.start as usize - 1;
        let (elements_left, raw_left) = (self.elements_left, self.raw_left);
        let parts = self.parts.clone();
        judge(self)?;
        self.parts = parts;
        self.pending = 0;
        self.elements_left = elements_left + 1;
        self.raw_left = raw_left;
        if let Some(parent) = self.open.last_mut() {
            parent.children -= 1;
        }
        self.start_tag(start).map(|_| ())
    }

    /// Appends the declaration of `prefix` as the first `outer` bindings have it.
    fn push_declaration(&self, out: &mut String, prefix: &str, outer: usize) {
        let number = self.scope.resolve_among(prefix, outer);
        let Some(number) = number.filter(|number| !matches!(*number, NO_NAMESPACE | XML)) else {
            return;
        };
        out.push_str(" xmlns");
        if !prefix.is_empty() {
            out.push(':');
            out.push_str(prefix);
        }
        out.push_str("=\"");
        push_attribute_text(out, self.scope.uri(number));
        out.push('"');
    }
}

/// All that stands before a colon in `text` and could be a prefix.
fn used_prefixes(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(':').filter_map(|(colon, _)| {
        let before = &text[..colon];
        let start = before.rfind(|c| !chars::is_name_char(c));
        let start =
            start.map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
        (start < colon).then(|| &before[start..])
    })
}
