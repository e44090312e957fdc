//! Attributes and namespace declarations of a start tag (XML 1.0, section 3.1; Namespaces in
//! XML 1.0, sections 3, 4 and 6.3).

use std::borrow::Cow;

use super::tag::Span;
use super::{EMPTY, Reader};
use crate::xml::attribute::Attribute;
use crate::xml::chars::{self, SPACE, SUSPECT, VALUE};
use crate::xml::namespace::XML_URI;
use crate::xml::{ErrorKind, Name, ReadError, XML, XSI, reference};

/// Stands in for the number of a namespace until all declarations of the tag have been read.
const UNRESOLVED: u16 = u16::MAX;
/// Namespaces and bindings are numbered by `u16`, and generated modules have some of the numbers.
const MOST_NAMESPACES: usize = 32_000;
/// Up to so many attributes are compared each with each.
const FEW: usize = 8;

/// The namespaces that drafts of XML Schema give to `xsi:type`; servers of their time write them.
const XSI_1999: &str = "http://www.w3.org/1999/XMLSchema-instance";
const XSI_2000: &str = "http://www.w3.org/2000/10/XMLSchema-instance";
const XMLNS_URI: &str = "http://www.w3.org/2000/xmlns/";

impl<'a> Reader<'a> {
    /// Reads the rest of a start tag from `at`, the end of its name, to its `>`.
    #[inline(never)]
    pub(super) fn read_attributes(&mut self, mut at: usize) -> Result<(), ReadError> {
        let outer = self.scope.len();
        let mut prefixed = false;
        loop {
            let start = self.after_space(at);
            match self.byte(start) {
                b'>' => {
                    self.at = start + 1;
                    break;
                }
                b'/' if self.byte(start + 1) == b'>' => {
                    self.at = start + 2;
                    self.pending |= EMPTY;
                    break;
                }
                _ if start == at => return Err(self.bad_tag(at)),
                _ => {}
            }
            let name = self.qualified_name(start)?;
            let (raw, plain) = self.attribute_value(name.end)?;
            at = raw.end + 1;
            let raw = &self.input[raw.start..raw.end];
            if self.declares(name) {
                self.declare(name, raw, plain, outer)?;
            } else {
                prefixed |= name.local != name.start;
                self.push_attribute(name, raw, plain)?;
            }
        }
        if prefixed {
            self.resolve_attributes()?;
        }
        if self.attributes.len() > 1 { self.check_distinct() } else { Ok(()) }
    }

    /// Whether the attribute is `xmlns` or has that prefix.
    #[inline(always)]
    fn declares(&self, name: Span) -> bool {
        let Some(rest) = self.input.as_bytes().get(name.start..) else { return false };
        let default = name.local == name.start && name.end == name.start + "xmlns".len();
        rest.starts_with(b"xmlns") && (default || name.local == name.start + "xmlns:".len())
    }

    fn text_of(&self, name: Span) -> &'a str {
        &self.input[name.local..name.end]
    }

    fn push_attribute(&mut self, name: Span, raw: &'a str, plain: bool) -> Result<(), ReadError> {
        let limit = self.options.limits().attributes;
        if self.attributes.len() >= limit {
            return Err(self.over_limit(name.start, "attributes", limit));
        }
        let namespace = if name.local == name.start { 0 } else { UNRESOLVED };
        self.attributes.push(Attribute {
            raw,
            local: self.text_of(name),
            offset: name.start as u32,
            namespace,
            plain,
        });
        Ok(())
    }

    /// Reads `="value"` from `at` on: where the value stands, and whether it needs no work.
    #[inline(always)]
    fn attribute_value(&self, at: usize) -> Result<(std::ops::Range<usize>, bool), ReadError> {
        let bytes = self.input.as_bytes();
        let equals = if self.byte(at) == b'=' { at } else { chars::scan(bytes, at, SPACE) };
        if self.byte(equals) != b'=' {
            return Err(self.malformed(equals, "`=` was expected after the attribute's name"));
        }
        let mut start = equals + 1;
        if chars::is(self.byte(start), SPACE) {
            start = chars::scan(bytes, start, SPACE);
        }
        let quote = self.byte(start);
        if quote != b'"' && quote != b'\'' {
            return Err(self.malformed(start, "an attribute's value must be quoted"));
        }
        start += 1;
        let mut plain = true;
        let mut end = chars::scan(bytes, start, VALUE);
        while self.byte(end) != quote {
            plain &= matches!(self.byte(end), b'"' | b'\'' | SUSPECT);
            end = chars::scan(bytes, self.odd_in_value(end)?, VALUE);
        }
        let limit = self.options.limits().attribute_value;
        if end - start > limit {
            return Err(self.over_limit(start, "attribute_value", limit));
        }
        Ok((start..end, plain))
    }

    /// Checks what an attribute value has at `at`, and gives where it goes on.
    #[cold]
    #[inline(never)]
    fn odd_in_value(&self, at: usize) -> Result<usize, ReadError> {
        match self.byte(at) {
            b'&' => self.reference(at).map(|(_, length)| at + length),
            b'"' | b'\'' | b'\t' | b'\n' | b'\r' => Ok(at + 1),
            b'<' => Err(self.malformed(at, "`<` in an attribute value")),
            _ => self.odd_character(at),
        }
    }

    fn declare(
        &mut self,
        name: Span,
        raw: &'a str,
        plain: bool,
        outer: usize,
    ) -> Result<(), ReadError> {
        let at = name.start;
        let prefix = if name.local == name.start { "" } else { self.text_of(name) };
        let uri = if plain { Cow::Borrowed(raw) } else { reference::attribute_value(raw) };
        let fault = match (prefix, uri.as_ref()) {
            ("xml", XML_URI) => return self.bind(at, prefix, XML, outer),
            ("xml", _) => "the prefix `xml` is bound to its own namespace only",
            ("xmlns", _) => "the prefix `xmlns` must not be declared",
            (_, XML_URI) => "only the prefix `xml` is bound to the XML namespace",
            (_, XSI_1999 | XSI_2000) if !self.is_strict() => {
                return self.bind(at, prefix, XSI, outer);
            }
            (_, XMLNS_URI) => "no prefix is bound to the namespace of declarations",
            (prefix, "") if !prefix.is_empty() => "a prefix must not be undeclared",
            _ => {
                let limit = self.options.limits().distinct_namespaces.min(MOST_NAMESPACES);
                return match self.scope.number(uri, limit) {
                    Some(number) => self.bind(at, prefix, number, outer),
                    None => Err(self.over_limit(at, "distinct_namespaces", limit)),
                };
            }
        };
        Err(self.malformed(at, fault))
    }

    fn bind(
        &mut self,
        at: usize,
        prefix: &'a str,
        number: u16,
        outer: usize,
    ) -> Result<(), ReadError> {
        let limits = self.options.limits();
        let own = &self.scope.bindings()[outer..];
        if own.iter().any(|binding| binding.prefix == prefix) {
            return Err(self.malformed(at, "a prefix is declared twice on one element"));
        }
        if own.len() >= limits.namespaces_per_element {
            let limit = limits.namespaces_per_element;
            return Err(self.over_limit(at, "namespaces_per_element", limit));
        }
        let limit = limits.namespaces_in_scope.min(MOST_NAMESPACES);
        // The two bindings that always hold are not counted.
        if self.scope.len() >= limit + 2 {
            return Err(self.over_limit(at, "namespaces_in_scope", limit));
        }
        self.scope.declare(prefix, number);
        Ok(())
    }

    #[inline(never)]
    fn resolve_attributes(&mut self) -> Result<(), ReadError> {
        for index in 0..self.attributes.len() {
            let attribute = self.attributes[index];
            if attribute.namespace == UNRESOLVED {
                let start = attribute.offset as usize;
                let prefix = self.input[start..].find(':').unwrap_or(0);
                let Some(number) = self.scope.resolve_at(self.input, start, prefix) else {
                    let local = start + prefix + 1;
                    return Err(self.unbound_prefix(Span { start, local, end: local }));
                };
                self.attributes[index].namespace = number;
            }
        }
        Ok(())
    }

    /// Namespaces in XML 1.0, section 6.3: no two attributes have one expanded name.
    fn check_distinct(&self) -> Result<(), ReadError> {
        if self.attributes.len() > FEW {
            return self.check_many_distinct();
        }
        for (count, attribute) in self.attributes.iter().enumerate() {
            let same = |other: &Attribute<'_>| other.name() == attribute.name();
            if self.attributes[..count].iter().any(same) {
                return Err(self.repeated_attribute(attribute));
            }
        }
        Ok(())
    }

    #[cold]
    #[inline(never)]
    fn check_many_distinct(&self) -> Result<(), ReadError> {
        let mut attributes: Vec<&Attribute<'a>> = self.attributes.iter().collect();
        let key = |attribute: &Attribute<'a>| (attribute.namespace, attribute.local);
        attributes.sort_by_key(|attribute| (key(attribute), attribute.offset));
        match attributes.windows(2).find(|pair| key(pair[0]) == key(pair[1])) {
            Some(pair) => Err(self.repeated_attribute(pair[1])),
            None => Ok(()),
        }
    }

    #[cold]
    #[inline(never)]
    fn repeated_attribute(&self, attribute: &Attribute<'_>) -> ReadError {
        let Name { namespace, local } = attribute.name();
        let name = self.qname(Name { namespace, local });
        self.error_at(attribute.offset as usize, ErrorKind::RepeatedAttribute { name })
    }
}
