//! Reads the faults of both versions by one loop, whichever envelope they come in.
//!
//! Lenient on purpose: who reads a fault is a person who wants to know what failed. Only what is
//! not well-formed, or over a limit, is refused.

use super::{DetailEntry, Fault, Reason};
use crate::QName;
use crate::xml::{self, Limits, Name, ReadError, Reader};

/// Levels of subcodes that are kept.
const SUBCODES: usize = 16;

/// Reads the current element, a `Fault` (SOAP 1.1, section 4.4; SOAP 1.2, section 5.4).
pub(super) fn read_fault(reader: &mut Reader<'_>, limits: &Limits) -> Result<Fault, ReadError> {
    let fault = Fault {
        code: QName::from_static("", ""),
        subcodes: Vec::new(),
        reasons: Vec::new(),
        node: None,
        role: None,
        detail: Vec::new(),
        detail_text: None,
        headers: Vec::new(),
    };
    let mut reading = Reading { reader, fault, left: limits.fault_text };
    reading.children()?;
    Ok(reading.fault)
}

struct Reading<'r, 'a> {
    reader: &'r mut Reader<'a>,
    fault: Fault,
    /// Bytes of text that may still be kept.
    left: usize,
}

impl Reading<'_, '_> {
    fn children(&mut self) -> Result<(), ReadError> {
        while let Some(child) = self.reader.next_child()? {
            // SOAP 1.1 has these in no namespace, SOAP 1.2 in its own; servers mix them.
            match child.local {
                "faultcode" => self.fault.code = self.code()?,
                "Code" => self.codes()?,
                "faultstring" => self.reason()?,
                "Reason" => self.reasons()?,
                "faultactor" | "Node" => self.fault.node = Some(self.text()?),
                "Role" => self.fault.role = Some(self.text()?),
                "detail" | "Detail" => self.detail()?,
                _ => self.reader.skip()?,
            }
        }
        Ok(())
    }

    /// `Code` and the `Subcode`s in it, each with a `Value`.
    fn codes(&mut self) -> Result<(), ReadError> {
        let mut level = 0_usize;
        loop {
            match self.reader.next_child()?.map(|child| child.local) {
                Some("Value") if level == 0 => self.fault.code = self.code()?,
                Some("Value") if level <= SUBCODES => {
                    let subcode = self.code()?;
                    self.fault.subcodes.push(subcode);
                }
                Some("Subcode") => level += 1,
                Some(_) => self.reader.skip()?,
                None if level == 0 => return Ok(()),
                None => level -= 1,
            }
        }
    }

    /// A code: a qualified name, or what a server takes for one.
    fn code(&mut self) -> Result<QName, ReadError> {
        let text = self.text()?;
        if let Some((prefix, local)) = text.split_once(':')
            && let Some(namespace) = self.reader.resolve_prefix(prefix)
        {
            return Ok(QName::new(namespace.to_owned(), local.to_owned()));
        }
        Ok(QName::new("", text))
    }

    fn reasons(&mut self) -> Result<(), ReadError> {
        while let Some(child) = self.reader.next_child()? {
            if child.local == "Text" {
                self.reason()?;
            } else {
                self.reader.skip()?;
            }
        }
        Ok(())
    }

    fn reason(&mut self) -> Result<(), ReadError> {
        let language = self.language();
        let text = self.text()?;
        self.fault.reasons.push(Reason { language, text });
        Ok(())
    }

    /// `xml:lang` in the start tag read last.
    fn language(&self) -> String {
        (0..self.reader.attribute_count())
            .filter_map(|index| self.reader.attribute(index))
            .find(|attribute| attribute.name() == Name::new(xml::XML, "lang"))
            .map_or_else(String::new, |attribute| prefix(&attribute.value(), 64).to_owned())
    }

    /// The text of the current element, cut where the fault has said enough; elements in it are
    /// passed over.
    fn text(&mut self) -> Result<String, ReadError> {
        let mut text = String::new();
        while self.reader.next_mixed_child(&mut text)?.is_some() {
            self.reader.skip()?;
        }
        Ok(self.keep(&text))
    }

    fn detail(&mut self) -> Result<(), ReadError> {
        let mut text = String::new();
        while let Some(child) = self.reader.next_mixed_child(&mut text)? {
            let name = self.reader.qname(child);
            let xml = self.reader.raw_element()?;
            self.fault.detail.push(DetailEntry { name, xml });
        }
        if !text.trim().is_empty() {
            self.fault.detail_text = Some(self.keep(&text));
        }
        Ok(())
    }

    fn keep(&mut self, text: &str) -> String {
        let kept = prefix(text.trim(), self.left);
        self.left -= kept.len();
        kept.to_owned()
    }
}

/// The beginning of `text`, at most so many bytes of it.
pub(crate) fn prefix(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}
