//! Reads a message: checks the envelope, passes by its header, and finds answer or fault.

use super::fault_reader::read_fault;
use super::header_reader::read_header_blocks;
use super::receive::Receiver;
use super::{DetailEntry, Fault, Version};
use crate::QName;
use crate::client::{Output, ReadHeaders, Shape};
use crate::encoding;
use crate::xml::{self, ErrorKind, Limits, Name, ReadError, ReadOptions, Reader};

/// What the body of a message holds.
pub(crate) enum Message<V> {
    /// The expected element, or nothing where nothing is expected.
    Answer(V),
    /// A fault.
    Fault(Box<Fault>),
}

/// Reads a message of `version`. A fault is taken in an envelope of the other version too: it is
/// how a server says that it speaks that one (SOAP 1.2, appendix A).
pub(crate) fn read_message<O: Output>(
    text: &str,
    version: Version,
    receiver: Receiver<'_>,
    options: &ReadOptions,
) -> Result<Message<O::Value>, ReadError> {
    let resolved;
    let text = if O::ENCODED {
        resolved = encoding::resolve(text, options)?;
        &*resolved
    } else {
        text
    };
    let mut reader = Reader::new(text, O::NAMESPACES, options);
    if O::ENCODED {
        reader.set_encoded();
    }
    if let Some((parts, is_xop)) = receiver.parts {
        reader = reader.with_parts(parts, is_xop);
    }
    let mut parts = Parts::<O> { headers: O::Headers::default(), answer: None };
    let shape = O::shape();
    let limits = options.limits();
    let mut envelope = Envelope { version, receiver, shape, limits, doubt: None };
    let fault = envelope.read(&mut reader, &mut parts)?;
    if let Some(mut fault) = fault {
        reader.finish()?;
        let blocks = read_header_blocks(text, options)?.into_iter();
        fault.headers = blocks.map(|xml| DetailEntry { name: xml.name(), xml }).collect();
        return Ok(Message::Fault(fault));
    }
    if let Some(answer) = parts.answer {
        reader.finish()?;
        return Ok(Message::Answer(answer));
    }
    // `Envelope` has refused a body without the expected element.
    let Some(answer) = O::nothing(parts.headers) else {
        return Err(envelope.empty_body(&reader));
    };
    reader.finish()?;
    Ok(Message::Answer(answer))
}

/// What an answer has, as far as it has been read.
struct Parts<O: Output> {
    headers: O::Headers,
    answer: Option<O::Value>,
}

/// Reads what the contract declares.
trait ReadParts {
    /// Reads the header block whose start tag has been read, if it is declared.
    fn header(&mut self, reader: &mut Reader<'_>) -> Result<bool, ReadError>;

    /// Reads the answer.
    fn answer(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError>;
}

impl<O: Output> ReadParts for Parts<O> {
    fn header(&mut self, reader: &mut Reader<'_>) -> Result<bool, ReadError> {
        self.headers.read(reader)
    }

    fn answer(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        self.answer = Some(O::read(reader, std::mem::take(&mut self.headers))?);
        Ok(())
    }
}

/// Reads one envelope (SOAP 1.1, section 4; SOAP 1.2, section 5.1).
struct Envelope<'a> {
    version: Version,
    receiver: Receiver<'a>,
    shape: Shape,
    limits: &'a Limits,
    /// What stands against an answer, but not against a fault.
    doubt: Option<ReadError>,
}

impl Envelope<'_> {
    fn read(
        &mut self,
        reader: &mut Reader<'_>,
        parts: &mut dyn ReadParts,
    ) -> Result<Option<Box<Fault>>, ReadError> {
        let soap = self.root(reader)?;
        let mut child = reader.next_child()?;
        if child == Some(Name::new(soap, "Header")) {
            while let Some(block) = reader.next_child()? {
                if !parts.header(reader)? {
                    let doubt = self.receiver.block(reader, soap, block)?;
                    self.doubt = self.doubt.take().or(doubt);
                }
            }
            child = reader.next_child()?;
        }
        if child != Some(Name::new(soap, "Body")) {
            return Err(not_found(reader, child, self.qname("Body"), "Envelope"));
        }
        let fault = self.body(reader, parts)?;
        self.trailer(reader)?;
        Ok(fault)
    }

    /// Checks the root element; its namespace says which version is spoken.
    fn root(&mut self, reader: &mut Reader<'_>) -> Result<u16, ReadError> {
        let root = reader.root()?;
        let wanted = number(self.version);
        if root == Name::new(wanted, "Envelope") {
            return Ok(wanted);
        }
        let found = reader.qname(root);
        let error = reader.error(ErrorKind::WrongRoot { found, expected: self.qname("Envelope") });
        if root.local == "Envelope" && is_soap(root.namespace) {
            self.doubt = Some(error);
            return Ok(root.namespace);
        }
        Err(error)
    }

    fn body(
        &mut self,
        reader: &mut Reader<'_>,
        parts: &mut dyn ReadParts,
    ) -> Result<Option<Box<Fault>>, ReadError> {
        let child = reader.next_child()?;
        let fault = match child {
            Some(child) if child.local == "Fault" && is_soap(child.namespace) => {
                Some(Box::new(read_fault(reader, self.limits)?))
            }
            _ => {
                self.settle()?;
                if self.answer(reader, child, parts)? {
                    return Ok(None);
                }
                None
            }
        };
        while let Some(second) = reader.next_child()? {
            // Elements that are referred to, or nothing refers to (SOAP 1.1, section 5.6).
            if !reader.is_encoded() {
                return Err(unexpected(reader, second, Vec::new()));
            }
            reader.skip()?;
        }
        Ok(fault)
    }

    /// Reads the answer, whose first element has been read; whether that has read to the end of the
    /// body.
    fn answer(
        &self,
        reader: &mut Reader<'_>,
        child: Option<Name<'_>>,
        parts: &mut dyn ReadParts,
    ) -> Result<bool, ReadError> {
        match (&self.shape, child) {
            (Shape::Children, child) => {
                match child {
                    Some(_) => reader.unread_child(),
                    None => reader.unread_end(),
                }
                parts.answer(reader)?;
                Ok(true)
            }
            (Shape::Nothing, child) => {
                // WS-I Basic Profile 1.1, R2750: what comes back is not looked at.
                let mut child = child;
                while child.is_some() {
                    reader.skip()?;
                    child = reader.next_child()?;
                }
                Ok(true)
            }
            (Shape::Element(..) | Shape::Wrapper(..), None) => Err(self.empty_body(reader)),
            (Shape::Element(namespace, name) | Shape::Wrapper(namespace, name), Some(child)) => {
                let is_exact = child == Name::new(*namespace, name.local());
                // Any name would do by SOAP 1.1, section 7.1; but the answer of another operation
                // must not be taken for this one's.
                let is_tolerable = matches!(self.shape, Shape::Wrapper(..))
                    && !reader.is_strict()
                    && child.local == name.local();
                if !is_exact && !is_tolerable {
                    return Err(unexpected(reader, child, vec![name.clone()]));
                }
                parts.answer(reader)?;
                Ok(false)
            }
        }
    }

    #[cold]
    fn empty_body(&self, reader: &Reader<'_>) -> ReadError {
        let name = match &self.shape {
            Shape::Element(_, name) | Shape::Wrapper(_, name) => name.clone(),
            Shape::Nothing | Shape::Children => QName::from_static("", ""),
        };
        reader.error(ErrorKind::MissingElement { name, type_name: "Body" })
    }

    fn settle(&mut self) -> Result<(), ReadError> {
        self.doubt.take().map_or(Ok(()), Err)
    }

    /// Elements after the body: SOAP 1.1, section 4.1.2, allows them, SOAP 1.2 does not.
    fn trailer(&self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        while let Some(child) = reader.next_child()? {
            if self.version == Version::V12 || is_soap(child.namespace) {
                return Err(unexpected(reader, child, Vec::new()));
            }
            reader.skip()?;
        }
        Ok(())
    }

    fn qname(&self, local: &'static str) -> QName {
        QName::from_static(self.version.namespace(), local)
    }
}

fn number(version: Version) -> u16 {
    match version {
        Version::V11 => xml::SOAP_11,
        Version::V12 => xml::SOAP_12,
    }
}

fn is_soap(namespace: u16) -> bool {
    namespace == xml::SOAP_11 || namespace == xml::SOAP_12
}

#[cold]
fn not_found(
    reader: &Reader<'_>,
    found: Option<Name<'_>>,
    expected: QName,
    parent: &'static str,
) -> ReadError {
    match found {
        Some(found) => unexpected(reader, found, vec![expected]),
        None => reader.error(ErrorKind::MissingElement { name: expected, type_name: parent }),
    }
}

#[cold]
fn unexpected(reader: &Reader<'_>, found: Name<'_>, expected: Vec<QName>) -> ReadError {
    reader.error(ErrorKind::UnexpectedElement { found: reader.qname(found), expected })
}
