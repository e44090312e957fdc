//! Steps from element to element over `NsReader`.

use std::borrow::Cow;

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use crate::rivals::parse;
use crate::{Error, NAMESPACE};

const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// A place in a message.
pub(super) struct Cursor<'i> {
    reader: NsReader<&'i [u8]>,
}

impl<'i> Cursor<'i> {
    /// The place before the root element.
    pub(super) fn new(message: &'i str) -> Self {
        let mut reader = NsReader::from_str(message);
        reader.config_mut().expand_empty_elements = true;
        Self { reader }
    }

    /// Passes the start tag of the next element, which must have this name.
    pub(super) fn expect(&mut self, namespace: &str, local: &str) -> Result<(), Error> {
        loop {
            match self.reader.read_resolved_event()? {
                (ResolveResult::Bound(Namespace(found)), Event::Start(start))
                    if found == namespace && start.local_name().as_ref() == local =>
                {
                    return Ok(());
                }
                (_, Event::Start(_) | Event::End(_) | Event::Eof) => {
                    return Err(format!("no {local}").into());
                }
                _ => {}
            }
        }
    }

    /// The next child in the namespace of the records; others are skipped.
    pub(super) fn child(&mut self) -> Result<Option<BytesStart<'i>>, Error> {
        loop {
            match self.reader.read_resolved_event()? {
                (ResolveResult::Bound(Namespace(NAMESPACE)), Event::Start(start)) => {
                    return Ok(Some(start));
                }
                (_, Event::Start(start)) => self.skip(&start)?,
                (_, Event::End(_)) => return Ok(None),
                (_, Event::Eof) => return Err("the message is cut off".into()),
                _ => {}
            }
        }
    }

    /// Passes over an element.
    pub(super) fn skip(&mut self, start: &BytesStart<'i>) -> Result<(), Error> {
        self.reader.read_to_end(start.name())?;
        Ok(())
    }

    /// The text of the element whose start was read last, to its end.
    pub(super) fn text(&mut self) -> Result<Cow<'i, str>, Error> {
        let mut text = Cow::Borrowed("");
        loop {
            match self.reader.read_event()? {
                Event::Text(part) => append(&mut text, part.xml10_content()),
                Event::CData(part) => append(&mut text, part.into_inner()),
                Event::GeneralRef(reference) => match reference.resolve_char_ref()? {
                    Some(c) => text.to_mut().push(c),
                    None => {
                        let entity = quick_xml::escape::resolve_predefined_entity(&reference);
                        text.to_mut().push_str(entity.ok_or("an unknown entity")?);
                    }
                },
                Event::End(_) => return Ok(text),
                Event::Comment(_) | Event::PI(_) => {}
                Event::Start(_)
                | Event::Empty(_)
                | Event::Decl(_)
                | Event::DocType(_)
                | Event::Eof => return Err("an element in a text".into()),
            }
        }
    }

    /// Whether the element is nil.
    pub(super) fn is_nil(&self, start: &BytesStart<'i>) -> Result<bool, Error> {
        for attribute in start.attributes() {
            let attribute = attribute?;
            let (namespace, local) = self.reader.resolver().resolve_attribute(attribute.key);
            if local.as_ref() == "nil" && namespace == ResolveResult::Bound(Namespace(XSI)) {
                return parse(&attribute.value);
            }
        }
        Ok(false)
    }
}

/// The value of an attribute.
pub(super) fn value<'t>(attribute: &Attribute<'t>) -> Result<Cow<'t, str>, Error> {
    Ok(attribute.normalized_value(XmlVersion::Implicit1_0)?)
}

fn append<'i>(text: &mut Cow<'i, str>, part: Cow<'i, str>) {
    if text.is_empty() {
        *text = part;
    } else {
        text.to_mut().push_str(&part);
    }
}
