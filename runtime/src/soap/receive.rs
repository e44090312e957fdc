//! What a receiver makes of header blocks that the contract does not declare (SOAP 1.1, sections
//! 4.2.2 and 4.2.3; SOAP 1.2 Part 1, sections 2.4, 5.2.2 and 5.2.3).

use crate::QName;
use crate::client::Extensions;
use crate::mime::Parts;
use crate::soap::addressing::{MessageId, relates_to};
use crate::xml::{ErrorKind, Name, ReadError, Reader};

/// What the client knows beside the contract.
#[derive(Clone, Copy)]
pub(crate) struct Receiver<'a> {
    /// The headers that its caller says it understands.
    pub(crate) understood: &'a [QName],
    /// The specifications that it follows.
    #[cfg_attr(
        not(feature = "wsse"),
        expect(dead_code, reason = "what it says of answers is about WS-Security")
    )]
    pub(crate) extensions: &'a Extensions,
    /// What the request is called, where it was sent with addressing headers.
    pub(crate) message_id: Option<&'a MessageId>,
    /// The other parts of the message, and whether its root is XOP.
    pub(crate) parts: Option<(&'a Parts, bool)>,
}

impl Receiver<'_> {
    /// Reads the header block whose start tag has been read. What is against taking the answer is
    /// returned; an error is one of the document itself.
    pub(super) fn block(
        &self,
        reader: &mut Reader<'_>,
        soap: u16,
        block: Name<'_>,
    ) -> Result<Option<ReadError>, ReadError> {
        let marks = Marks::read(reader, soap);
        if !marks.for_us {
            reader.skip()?;
            return Ok(None);
        }
        #[cfg(feature = "wsse")]
        if let (Some(security), true) =
            (&self.extensions.security, block == Name::new(crate::xml::WSSE, "Security"))
        {
            return security.judge(reader, marks.must_understand);
        }
        if let Some(sent) = self.message_id
            && let Some(doubt) = relates_to(sent, block, reader)?
        {
            return Ok(doubt);
        }
        let doubt = if marks.must_understand { self.not_understood(reader, block) } else { None };
        reader.skip()?;
        Ok(doubt)
    }

    fn not_understood(&self, reader: &Reader<'_>, block: Name<'_>) -> Option<ReadError> {
        let name = reader.qname(block);
        let is_known = is_known(&name) || self.understood.contains(&name);
        (!is_known).then(|| reader.error(ErrorKind::NotUnderstood { name }))
    }
}

/// Headers that bind messages to each other and ask nothing of a client that has the answer in
/// its hand: those of WS-Addressing 1.0 and of its submission of August 2004.
fn is_known(name: &QName) -> bool {
    matches!(
        name.namespace(),
        "http://www.w3.org/2005/08/addressing" | "http://schemas.xmlsoap.org/ws/2004/08/addressing"
    )
}

/// What a header block says of its receiver.
struct Marks {
    must_understand: bool,
    /// Whether it is for the ultimate receiver or for whoever is next.
    for_us: bool,
}

impl Marks {
    /// Reads them from the start tag that was read last.
    fn read(reader: &Reader<'_>, soap: u16) -> Self {
        let mut marks = Self { must_understand: false, for_us: true };
        for index in 0..reader.attribute_count() {
            let Some(attribute) = reader.attribute(index) else { continue };
            if attribute.name().namespace != soap {
                continue;
            }
            let value = attribute.value();
            let value = value.trim();
            match attribute.name().local {
                "mustUnderstand" => marks.must_understand = value == "1" || value == "true",
                "actor" => {
                    let next = "http://schemas.xmlsoap.org/soap/actor/next";
                    marks.for_us = value.is_empty() || value == next;
                }
                "role" => {
                    let role = value.strip_prefix("http://www.w3.org/2003/05/soap-envelope/role/");
                    let is_ours = matches!(role, Some("next" | "ultimateReceiver"));
                    marks.for_us = value.is_empty() || is_ours;
                }
                _ => {}
            }
        }
        marks
    }
}
