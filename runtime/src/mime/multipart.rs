//! Takes a multipart body apart as it arrives (RFC 2046, section 5.1). Does no I/O.

use super::boundary::{Delimiter, Found};
use super::header::{self, Fields};
use super::{MediaType, MimeError, Part, Related};
use crate::limits::Limits;

/// White space that may stand between a boundary and the end of its line.
const PADDING: usize = 1_024;

/// Reads one `multipart/related` message, whatever pieces it comes in.
///
/// Each octet of a part is copied once, from the piece into a buffer of the part's own. A part of
/// *n* octets takes up to 2 *n* while it arrives, for its length is not known before its end, and
/// *n* afterwards; one in base64 takes both forms for a moment.
///
/// Refused are a message without its closing boundary, a part after that, a boundary that is none,
/// a part that is a multipart message itself, two parts with one identifier, and a field that says
/// what a part is standing twice: receivers differ in what they make of these. What stands before
/// the first boundary and after the last is passed over.
pub struct Multipart {
    delimiter: Delimiter,
    start: Option<Box<str>>,
    limits: Limits,
    state: State,
    /// The line or header that is being read.
    text: Vec<u8>,
    fields: Fields,
    /// The content that is being read.
    content: Vec<u8>,
    parts: Vec<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// Before the first delimiter.
    Preamble,
    /// Behind a delimiter, on its line.
    Line,
    /// In the header of a part.
    Header,
    /// In the content of a part.
    Content,
    /// Behind the closing delimiter.
    Epilogue,
}

impl Multipart {
    /// A reader of the message that has this `Content-Type`.
    ///
    /// # Errors
    /// When it is no `multipart/related`, or its boundary is none.
    pub fn new(content_type: &str, limits: &Limits) -> Result<Self, MimeError> {
        let Some(media_type) = MediaType::parse(content_type) else {
            return Err(MimeError::ContentType("it is no media type".into()));
        };
        if !media_type.is("multipart/related") {
            return Err(MimeError::ContentType("it is not multipart/related".into()));
        }
        if let Some(name) = ["boundary", "start"].iter().find(|name| media_type.repeats(name)) {
            return Err(MimeError::ContentType(format!("it has {name} twice").into()));
        }
        let Some(boundary) = media_type.parameter("boundary") else {
            return Err(MimeError::Boundary("there is none"));
        };
        Ok(Self {
            delimiter: Delimiter::new(boundary)?,
            start: media_type.parameter("start").map(Box::from),
            limits: *limits,
            state: State::Preamble,
            text: Vec::new(),
            fields: Fields::new(),
            content: Vec::new(),
            parts: Vec::new(),
        })
    }

    /// Takes the next piece of the body, of any length.
    ///
    /// # Errors
    /// When the message is not well-formed or over a limit. It takes no more pieces then.
    pub fn push(&mut self, piece: &[u8]) -> Result<(), MimeError> {
        let mut rest = piece;
        while !rest.is_empty() {
            let taken = match self.state {
                State::Preamble | State::Content | State::Epilogue => self.search(rest)?,
                State::Line => self.line(rest)?,
                State::Header => self.header(rest)?,
            };
            rest = &rest[taken..];
        }
        Ok(())
    }

    /// The message, once all of the body has been taken.
    ///
    /// # Errors
    /// When it has not come to its end, or has no root.
    pub fn finish(mut self) -> Result<Related, MimeError> {
        if self.state == State::Line {
            // The closing delimiter may be the last octets, without the end of its line.
            self.end_of_line()?;
        }
        if self.state != State::Epilogue {
            return Err(MimeError::Truncated);
        }
        Related::new(self.parts, self.start.as_deref())
    }

    /// Reads up to the next delimiter, and how much that is.
    fn search(&mut self, piece: &[u8]) -> Result<usize, MimeError> {
        let found = self.delimiter.search(piece);
        if self.state == State::Content {
            self.keep(piece, &found)?;
        }
        let Found::At { end, .. } = found else { return Ok(piece.len()) };
        match self.state {
            State::Epilogue => return Err(MimeError::PartAfterEnd),
            State::Content => self.end_part()?,
            State::Preamble | State::Line | State::Header => {}
        }
        self.state = State::Line;
        self.text.clear();
        Ok(end)
    }

    /// Keeps what is content of a piece, and lets go of the part of the delimiter that was taken
    /// for content.
    fn keep(&mut self, piece: &[u8], found: &Found) -> Result<(), MimeError> {
        let (kept, content) = match found {
            Found::Nowhere => (self.content.len(), piece),
            Found::At { before: 0, end } => {
                (self.content.len(), &piece[..end - self.delimiter.len()])
            }
            // The line end before an empty content is that of the header.
            Found::At { before, .. } => (self.content.len().saturating_sub(*before), &[][..]),
        };
        self.content.truncate(kept);
        // Some of what is kept may be the beginning of the delimiter.
        let limit = self.limits.mime_part;
        let ends = !matches!(found, Found::Nowhere);
        let spare = if ends { 0 } else { self.delimiter.len() - 1 };
        if self.content.len() + content.len() > limit.saturating_add(spare) {
            return Err(MimeError::Limit { limit: "mime_part", value: limit });
        }
        self.content.extend_from_slice(content);
        Ok(())
    }

    fn end_part(&mut self) -> Result<(), MimeError> {
        let fields = std::mem::take(&mut self.fields);
        let mut content = std::mem::take(&mut self.content);
        // Growing has left up to as much room again.
        content.shrink_to_fit();
        self.parts.push(Part::new(fields, content)?);
        Ok(())
    }

    /// Reads the rest of the line behind a delimiter.
    fn line(&mut self, piece: &[u8]) -> Result<usize, MimeError> {
        let end = piece.iter().position(|byte| *byte == b'\n');
        let taken = end.map_or(piece.len(), |end| end + 1);
        self.text.extend_from_slice(&piece[..taken]);
        if self.text.len() > PADDING {
            return Err(MimeError::Boundary("more than white space follows it"));
        }
        if end.is_some() {
            self.end_of_line()?;
        }
        Ok(taken)
    }

    fn end_of_line(&mut self) -> Result<(), MimeError> {
        let line = self.text.trim_ascii_end();
        let closes = line.starts_with(b"--");
        if !line[if closes { 2 } else { 0 }..].trim_ascii().is_empty() {
            return Err(MimeError::Boundary("more than white space follows it"));
        }
        let has_end = self.text.ends_with(b"\n");
        self.text.clear();
        if closes {
            self.delimiter.restart();
            self.state = State::Epilogue;
            return Ok(());
        }
        if !has_end {
            return Err(MimeError::Truncated);
        }
        if self.parts.len() >= self.limits.mime_parts {
            return Err(MimeError::Limit { limit: "mime_parts", value: self.limits.mime_parts });
        }
        self.state = State::Header;
        Ok(())
    }

    /// Reads a line of the header; an empty one ends it.
    fn header(&mut self, piece: &[u8]) -> Result<usize, MimeError> {
        let end = piece.iter().position(|byte| *byte == b'\n');
        let taken = end.map_or(piece.len(), |end| end + 1);
        self.text.extend_from_slice(&piece[..taken]);
        let header = match self.text.as_slice() {
            [] | [b'\n'] | [b'\r', b'\n'] => Some(0),
            [header @ .., b'\n', b'\n'] | [header @ .., b'\n', b'\r', b'\n'] => {
                Some(header.len() + 1)
            }
            _ => None,
        };
        let limit = self.limits.mime_part_header;
        // What has no end yet may have half of it.
        if header.unwrap_or(self.text.len().saturating_sub(1)) > limit {
            return Err(MimeError::Limit { limit: "mime_part_header", value: limit });
        }
        if let Some(length) = header {
            self.fields = header::parse(&self.text[..length])?;
            self.check_type()?;
            self.text.clear();
            self.delimiter.restart();
            self.state = State::Content;
        }
        Ok(taken)
    }

    fn check_type(&self) -> Result<(), MimeError> {
        let Some(content_type) = header::find(&self.fields, "Content-Type") else {
            return Ok(());
        };
        let essence = content_type.split(';').next().unwrap_or_default();
        if MediaType::parse(essence).is_some_and(|found| found.is_multipart()) {
            return Err(MimeError::Nested);
        }
        Ok(())
    }
}

impl std::fmt::Debug for Multipart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Multipart")
            .field("state", &self.state)
            .field("parts", &self.parts)
            .finish_non_exhaustive()
    }
}
