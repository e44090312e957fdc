//! Octets as content of elements: in base64, or as other parts of the message that `xop:Include`
//! elements stand for (XOP 1.0, sections 2.1 and 3.1).

use std::io::Read;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::prefixes::meaning;
use super::{Writer, push_attribute_text};
use crate::transport::{Piece, Source};
use crate::xml::{WriteError, WriteErrorKind};

/// Octets of a source that are encoded at a time: whole groups of three.
const CHUNK: usize = 48 * 1024;

/// The parts that a message gets beside its root.
#[derive(Debug)]
pub(crate) struct OutgoingParts {
    /// Octets from which a value is a part.
    threshold: usize,
    /// What makes the identifiers of this message unlike those of any other.
    suffix: String,
    parts: Vec<OutgoingPart>,
}

/// A part that an element stands for.
#[derive(Debug)]
pub(crate) struct OutgoingPart {
    /// Its `Content-ID` without angle brackets: letters, digits, `.` and `@`.
    pub(crate) id: String,
    /// Its media type, visible ASCII and spaces.
    pub(crate) content_type: String,
    /// Its octets.
    pub(crate) octets: Piece,
}

impl OutgoingParts {
    pub(crate) fn new(threshold: usize, suffix: String) -> Self {
        Self { threshold, suffix, parts: Vec::new() }
    }
}

impl Writer {
    /// Has octets put into other parts of the message from now on, as `parts` says.
    pub(crate) fn set_parts(&mut self, parts: Option<OutgoingParts>) {
        self.parts = parts.map(Box::new);
    }

    /// The parts that elements stand for so far.
    pub(crate) fn take_parts(&mut self) -> Vec<OutgoingPart> {
        self.parts.take().map_or_else(Vec::new, |parts| parts.parts)
    }

    /// Appends octets as the content of the element whose start tag was ended last.
    ///
    /// # Errors
    /// When a source fails, or the element gives them a media type that is none.
    #[inline(never)]
    pub(crate) fn octets(&mut self, octets: Piece) -> Result<(), WriteError> {
        if let Some(parts) = &self.parts {
            let threshold = u64::try_from(parts.threshold).unwrap_or(u64::MAX);
            // What a source has is not for memory, however little it is.
            let is_source = matches!(octets, Piece::Source(_));
            if is_source || octets.length().is_none_or(|length| length >= threshold) {
                return self.include(octets);
            }
        }
        let start = self.out.len();
        match octets {
            Piece::Bytes(octets) => STANDARD.encode_string(octets, &mut self.out),
            Piece::Source(source) => self.encode(&*source)?,
        }
        if self.out.len() == start { self.no_text() } else { Ok(()) }
    }

    /// Appends octets as a part of the message, and the element that stands for it.
    ///
    /// # Errors
    /// As [`octets`](Self::octets), and when the message can have no parts.
    pub(crate) fn part(&mut self, octets: Piece) -> Result<(), WriteError> {
        if self.parts.is_none() {
            let detail = "the contract has a part of the message here: `Settings::mtom` sends it";
            return Err(self.error(WriteErrorKind::InvalidValue(detail.into())));
        }
        self.include(octets)
    }

    /// Appends the element that stands for octets, which become a part.
    fn include(&mut self, octets: Piece) -> Result<(), WriteError> {
        let content_type = self.content_type()?;
        let Some(parts) = &mut self.parts else { return Ok(()) };
        let id = format!("{}.{}", parts.parts.len() + 1, parts.suffix);
        self.out.push_str(
            "<xop:Include xmlns:xop=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:",
        );
        push_attribute_text(&mut self.out, &id);
        self.out.push_str("\"/>");
        parts.parts.push(OutgoingPart { id, content_type, octets });
        Ok(())
    }

    /// The media type that the element whose start tag was ended last gives its content
    /// (Describing Media Content of Binary Data in XML, section 2.1).
    fn content_type(&self) -> Result<String, WriteError> {
        let tag = self.out.rfind('<').map_or("", |start| &self.out[start..]);
        let Some((before, value)) = tag.split_once(":contentType=\"") else {
            return Ok("application/octet-stream".to_owned());
        };
        let prefix = before.rsplit(' ').next().unwrap_or_default();
        let namespace = meaning(tag, prefix).or_else(|| meaning(self.declared, prefix));
        let is_media_type = matches!(
            namespace,
            Some("http://www.w3.org/2005/05/xmlmime" | "http://www.w3.org/2004/11/xmlmime")
        );
        if !is_media_type {
            return Ok("application/octet-stream".to_owned());
        }
        let value = value.split('"').next().unwrap_or_default();
        let value = value.replace("&quot;", "\"").replace("&amp;", "&");
        let is_header = value.bytes().all(|byte| matches!(byte, b' '..=b'~'));
        if is_header && value.contains('/') && !value.contains("&#") {
            return Ok(value);
        }
        let detail = format!("{value:?} is not a media type");
        Err(self.error(WriteErrorKind::InvalidValue(detail.into())))
    }

    /// Appends what a source gives in base64.
    fn encode(&mut self, source: &dyn Source) -> Result<(), WriteError> {
        let failed = |writer: &Self, error| writer.error(WriteErrorKind::Io(error));
        let mut reader = source.open().map_err(|error| failed(self, error))?;
        let mut buffer = Vec::with_capacity(CHUNK);
        loop {
            buffer.clear();
            let chunk = reader.by_ref().take(CHUNK as u64).read_to_end(&mut buffer);
            chunk.map_err(|error| failed(self, error))?;
            STANDARD.encode_string(&buffer, &mut self.out);
            if buffer.len() < CHUNK {
                return Ok(());
            }
        }
    }
}
