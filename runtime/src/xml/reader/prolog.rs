//! What stands around the root element: the XML declaration, comments and instructions
//! (XML 1.0, productions 1, 15, 16, 22 and 27).

use super::Reader;
use crate::xml::chars::{self, SPACE};
use crate::xml::{ErrorKind, Name, ReadError, declaration, document_type};

impl<'a> Reader<'a> {
    /// Reads up to and with the root element's start tag; the root is then the current element.
    ///
    /// # Errors
    /// When the document is not well-formed, has a document type declaration, is not XML 1.0, or
    /// is over a limit.
    pub fn root(&mut self) -> Result<Name<'a>, ReadError> {
        if self.size > self.input.len() {
            let limit = self.options.limits().decoded_body.min(u32::MAX as usize);
            return Err(self.over_limit(0, "decoded_body", limit));
        }
        self.read_prolog().map_err(|error| document_type::first(self.input, error))?;
        self.start_tag(self.at)
    }

    /// Reads up to the root element's start tag.
    fn read_prolog(&mut self) -> Result<(), ReadError> {
        match declaration::parse(self.input) {
            Ok(Some(declaration)) => self.at = declaration.length,
            Ok(None) => {}
            Err((at, kind)) => return Err(self.error_at(at, kind)),
        }
        self.skip_misc()?;
        if self.byte(self.at) == b'<' {
            return Ok(());
        }
        let detail = if self.at == self.input.len() {
            "the document has no root element"
        } else {
            "text before the root element"
        };
        Err(self.malformed(self.at, detail))
    }

    /// Reads the rest of the document, in which nothing but the ends of open elements, white
    /// space, comments and instructions is expected; what elements still have is passed over.
    ///
    /// # Errors
    /// When the document is cut off, is not well-formed, or has anything after the root element.
    pub fn finish(mut self) -> Result<(), ReadError> {
        self.pending &= super::EMPTY;
        while !self.open.is_empty() {
            self.skip()?;
        }
        self.skip_misc()?;
        if self.at == self.input.len() {
            return Ok(());
        }
        let second = self.byte(self.at) == b'<' && self.byte(self.at + 1) != b'/';
        let detail = if second { "a second root element" } else { "text after the root element" };
        Err(self.malformed(self.at, detail))
    }

    /// Reads white space, comments and instructions outside of the root element.
    fn skip_misc(&mut self) -> Result<(), ReadError> {
        loop {
            self.at = self.after_space(self.at);
            if self.byte(self.at) != b'<' || !matches!(self.byte(self.at + 1), b'!' | b'?') {
                return Ok(());
            }
            self.at = self.misc(self.at)?;
        }
    }

    /// Reads the comment or instruction at `at`, and gives where it ends.
    pub(super) fn misc(&self, at: usize) -> Result<usize, ReadError> {
        let rest = &self.input[at..];
        if rest.starts_with("<!--") {
            self.comment(at + 4)
        } else if rest.starts_with("<?") {
            self.instruction(at)
        } else if rest.starts_with("<!DOCTYPE") {
            Err(self.error_at(at, ErrorKind::DocumentType))
        } else {
            Err(self.malformed(at, "`<!` begins neither a comment nor a CDATA section here"))
        }
    }

    fn comment(&self, start: usize) -> Result<usize, ReadError> {
        let Some(length) = self.input[start..].find("--") else {
            return Err(self.malformed(start - 4, "a comment does not end with `-->`"));
        };
        let end = start + length;
        self.check_characters(start, end)?;
        if self.byte(end + 2) == b'>' {
            Ok(end + 3)
        } else {
            Err(self.malformed(end, "`--` in a comment"))
        }
    }

    /// An instruction's target has no colon (Namespaces in XML 1.0, section 7).
    fn instruction(&self, at: usize) -> Result<usize, ReadError> {
        let start = at + 2;
        let rest = &self.input[start..];
        let length = rest.find(|c| !chars::is_name_char(c)).unwrap_or(rest.len());
        let target = start + length;
        let limit = self.options.limits().name;
        if !rest.starts_with(chars::is_name_start) {
            return Err(self.malformed(at, "the target of an instruction is not a name"));
        }
        if length > limit {
            return Err(self.over_limit(at, "name", limit));
        }
        if self.byte(target) == b':' {
            return Err(self.malformed(at, "a colon in the target of an instruction"));
        }
        if rest[..length].eq_ignore_ascii_case("xml") {
            return Err(self.malformed(at, "an XML declaration that is not at the start"));
        }
        let Some(length) = self.input[target..].find("?>") else {
            return Err(self.malformed(at, "an instruction does not end with `?>`"));
        };
        let end = target + length;
        if length > 0 && !chars::is(self.byte(target), SPACE) {
            return Err(self.malformed(target, "white space is missing in an instruction"));
        }
        self.check_characters(target, end)?;
        Ok(end + 2)
    }
}
