//! Start and end tags (XML 1.0, section 3.1; Namespaces in XML 1.0, section 5).

use super::{EMPTY, Open, Reader};
use crate::xml::chars::{self, NAME, NAME_START, SPACE};
use crate::xml::{Name, ReadError};

/// Where a qualified name starts and ends, and where its local part starts.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) local: usize,
    pub(super) end: usize,
}

impl<'a> Reader<'a> {
    /// The byte at `at`; at the end of the document zero, which no document may have.
    #[inline(always)]
    pub(super) fn byte(&self, at: usize) -> u8 {
        self.input.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// Where white space from `at` on ends; most often there is none, or one character.
    #[inline(always)]
    pub(super) fn after_space(&self, at: usize) -> usize {
        if !chars::is(self.byte(at), SPACE) {
            at
        } else if !chars::is(self.byte(at + 1), SPACE) {
            at + 1
        } else {
            chars::scan(self.input.as_bytes(), at + 2, SPACE)
        }
    }

    /// The prefix of a name; empty when it has none.
    #[inline(always)]
    pub(super) fn prefix(&self, name: Span) -> &'a str {
        if name.local == name.start { "" } else { &self.input[name.start..name.local - 1] }
    }

    /// Scans a qualified name from `start` on (Namespaces in XML 1.0, production 7).
    #[inline(always)]
    pub(super) fn qualified_name(&self, start: usize) -> Result<Span, ReadError> {
        let bytes = self.input.as_bytes();
        let mut name = Span { start, local: start, end: start };
        if chars::is(self.byte(start), NAME_START) {
            name.end = chars::scan(bytes, start + 1, NAME);
            if self.byte(name.end) == b':' {
                name.local = name.end + 1;
                if chars::is(self.byte(name.local), NAME_START) {
                    name.end = chars::scan(bytes, name.local + 1, NAME);
                }
            }
        }
        let next = self.byte(name.end);
        if next >= 0x80 || next == b':' || name.end == name.start {
            name = self.unusual_name(start)?;
        }
        if name.end - start > self.options.limits().name {
            return Err(self.over_limit(start, "name", self.options.limits().name));
        }
        Ok(name)
    }

    /// As `qualified_name`, for names with characters beyond ASCII and for what is no name.
    #[cold]
    #[inline(never)]
    fn unusual_name(&self, start: usize) -> Result<Span, ReadError> {
        let mut name = Span { start, local: start, end: start };
        let mut part = start;
        for c in self.input[start..].chars() {
            let legal =
                if name.end == part { chars::is_name_start(c) } else { chars::is_name_char(c) };
            if c == ':' && name.end > part && name.local == start {
                part = name.end + 1;
                name.local = part;
            } else if !legal {
                break;
            }
            name.end += c.len_utf8();
        }
        if name.end == part {
            let colon = self.byte(start) == b':';
            let detail = if colon { "a name begins with a colon" } else { "a name was expected" };
            return Err(self.malformed(name.end, detail));
        }
        Ok(name)
    }

    /// Reads the start tag whose `<` is at `at`.
    #[inline(always)]
    pub(super) fn start_tag(&mut self, at: usize) -> Result<Name<'a>, ReadError> {
        let name = self.qualified_name(at + 1)?;
        let ends = self.byte(name.end) == b'>';
        let bindings = self.scope.len() as u32;
        self.mark = at;
        self.attributes.clear();
        if ends {
            self.at = name.end + 1;
        } else {
            self.read_attributes(name.end)?;
        }
        let prefix = name.local.saturating_sub(name.start + 1);
        let Some(namespace) = self.scope.resolve_at(self.input, name.start, prefix) else {
            return Err(self.unbound_prefix(name));
        };
        self.scope.enter();
        self.count_element(at)?;
        self.open.push(Open {
            start: name.start as u32,
            local: name.local as u32,
            end: name.end as u32,
            bindings,
            children: 0,
            namespace,
        });
        Ok(Name { namespace, local: &self.input[name.local..name.end] })
    }

    #[inline(always)]
    fn count_element(&mut self, at: usize) -> Result<(), ReadError> {
        let limits = self.options.limits();
        if self.open.len() >= limits.depth {
            return Err(self.over_limit(at, "depth", limits.depth));
        }
        if self.elements_left == 0 {
            return Err(self.over_limit(at, "elements", limits.elements));
        }
        self.elements_left -= 1;
        if let Some(parent) = self.open.last_mut() {
            if parent.children as usize >= limits.children {
                return Err(self.over_limit(at, "children", limits.children));
            }
            parent.children += 1;
        }
        Ok(())
    }

    /// Reads the end tag whose `<` is at `at`: that of the current element.
    #[inline(always)]
    pub(super) fn end_tag(&mut self, at: usize) -> Result<(), ReadError> {
        if self.plain_end_tag(at) { Ok(()) } else { self.other_end_tag(at) }
    }

    /// Reads the end tag at `at` if it is that of the current element and has no white space;
    /// else nothing is done.
    #[inline(always)]
    pub(super) fn plain_end_tag(&mut self, at: usize) -> bool {
        let Some(open) = self.open.last() else { return false };
        let bytes = self.input.as_bytes();
        let name = &bytes[open.start as usize..open.end as usize];
        let end = at + 2 + name.len();
        let is_plain = bytes.get(at + 2..end) == Some(name) && self.byte(end) == b'>';
        if is_plain {
            self.at = end + 1;
            self.close();
        }
        is_plain
    }

    /// Reads an end tag with white space after its name, or says what is wrong with it.
    #[cold]
    #[inline(never)]
    fn other_end_tag(&mut self, at: usize) -> Result<(), ReadError> {
        let Some(open) = self.open.last() else {
            return Err(self.malformed(at, "an end tag without a start tag"));
        };
        let name = &self.input[open.start as usize..open.end as usize];
        let Some(rest) = self.input[at + 2..].strip_prefix(name) else {
            return Err(self.mismatched_end(at));
        };
        let end = self.input.len() - rest.len();
        let after = chars::scan(self.input.as_bytes(), end, SPACE);
        if self.byte(after) == b'>' {
            self.at = after + 1;
            self.close();
            Ok(())
        } else if after == end {
            Err(self.mismatched_end(at))
        } else {
            Err(self.malformed(after, "an end tag does not end with `>`"))
        }
    }

    /// Leaves the current element.
    #[inline(always)]
    pub(super) fn close(&mut self) {
        if let Some(open) = self.open.pop() {
            self.scope.leave(open.bindings as usize);
        }
    }

    /// Leaves the current element if its start tag was an empty-element tag.
    #[inline(always)]
    pub(super) fn close_if_empty(&mut self) -> bool {
        let empty = self.pending & EMPTY != 0;
        if empty {
            self.pending &= !EMPTY;
            self.close();
        }
        empty
    }
}
