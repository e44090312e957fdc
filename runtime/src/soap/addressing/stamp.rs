//! The headers of one attempt (WS-Addressing 1.0 Core, section 3.2).

use http::Uri;

use super::{Action, Addressing, MessageId, SUBMISSION, V10, Version};
use crate::QName;
use crate::soap::{self, HeaderBlock, Headers};
use crate::xml::{WriteError, Writer};

/// The start tags of the headers in one namespace, without attributes and `>`; and its addresses.
struct Names {
    uri: &'static str,
    to: &'static str,
    action: &'static str,
    message_id: &'static str,
    reply_to: &'static str,
    fault_to: &'static str,
    /// The sender's end of the connection.
    anonymous: &'static str,
}

macro_rules! names {
    ($name:ident, $uri:ident, $text:literal, $anonymous:literal) => {
        static $name: Names = Names {
            uri: $uri,
            to: concat!("<wsa:To xmlns:wsa=\"", $text, "\""),
            action: concat!("<wsa:Action xmlns:wsa=\"", $text, "\""),
            message_id: concat!("<wsa:MessageID xmlns:wsa=\"", $text, "\""),
            reply_to: concat!("<wsa:ReplyTo xmlns:wsa=\"", $text, "\""),
            fault_to: concat!("<wsa:FaultTo xmlns:wsa=\"", $text, "\""),
            anonymous: concat!($text, $anonymous),
        };
    };
}

names!(NAMES_10, V10, "http://www.w3.org/2005/08/addressing", "/anonymous");
names!(
    NAMES_SUBMISSION,
    SUBMISSION,
    "http://schemas.xmlsoap.org/ws/2004/08/addressing",
    "/role/anonymous"
);

/// Headers that are ready to be written.
pub(crate) struct Stamp {
    names: &'static Names,
    must_understand: bool,
    to: String,
    action: String,
    message_id: MessageId,
    reply_to: Option<String>,
    fault_to: Option<String>,
}

/// What a message is about.
pub(crate) struct Subject<'a> {
    /// The name of the operation.
    pub(crate) operation: &'static str,
    pub(crate) soap_action: &'static str,
    pub(crate) action: Action,
    pub(crate) is_one_way: bool,
    pub(crate) endpoint: &'a Uri,
}

impl Addressing {
    /// The headers of an attempt that is made now; none where no action is known.
    pub(crate) fn stamp(&self, subject: &Subject<'_>) -> Option<Stamp> {
        let names = match self.version {
            Version::V10 => &NAMES_10,
            Version::Submission => &NAMES_SUBMISSION,
        };
        let action = match (subject.action, &self.actions) {
            (Action::Offered(uri) | Action::Required(uri) | Action::Submission(uri), _) => {
                uri.to_owned()
            }
            // Metadata, section 4.4.1.
            (Action::Unsaid, _) if !subject.soap_action.is_empty() => {
                subject.soap_action.to_owned()
            }
            (Action::Unsaid, Some(actions)) => actions(subject.operation),
            (Action::Unsaid, None) => return None,
        };
        // An absent `ReplyTo` is an anonymous one in 1.0; the submission demands it.
        let reply_to = self.reply_to.clone();
        let anonymous = (!subject.is_one_way).then(|| names.anonymous.to_owned());
        Some(Stamp {
            names,
            must_understand: self.must_understand,
            to: self.to.clone().unwrap_or_else(|| subject.endpoint.to_string()),
            action,
            message_id: MessageId((self.message_ids)()),
            reply_to: reply_to.or(anonymous),
            fault_to: self.fault_to.clone(),
        })
    }
}

impl Stamp {
    /// The headers with these behind.
    pub(crate) fn put<'h>(&'h self, headers: Headers<'h>) -> Headers<'h> {
        let name = QName::from_static(self.names.uri, "Action");
        headers.written(name, |version, writer| self.write(version, writer))
    }

    /// The query of the destination, which traces do not show.
    pub(crate) fn query(&self) -> Option<&str> {
        self.to.split_once('?').map(|(_, query)| query)
    }

    /// What the message is called.
    pub(crate) fn message_id(&self) -> &MessageId {
        &self.message_id
    }

    fn write(&self, version: soap::Version, writer: &mut Writer) -> Result<(), WriteError> {
        let mut block = HeaderBlock::new(());
        if self.must_understand {
            block = block.must_understand();
        }
        let plain = HeaderBlock::new(());
        let mut text = |start, block: &HeaderBlock<()>, text: &str, end| {
            block.write_start(start, version, writer)?;
            writer.text(text)?;
            writer.raw(end);
            Ok(())
        };
        text(self.names.to, &block, &self.to, "</wsa:To>")?;
        text(self.names.action, &block, &self.action, "</wsa:Action>")?;
        text(self.names.message_id, &plain, self.message_id.as_str(), "</wsa:MessageID>")?;
        let addresses = [
            (self.names.reply_to, &self.reply_to, "</wsa:ReplyTo>"),
            (self.names.fault_to, &self.fault_to, "</wsa:FaultTo>"),
        ];
        for (start, address, end) in addresses {
            let Some(address) = address else { continue };
            plain.write_start(start, version, writer)?;
            writer.raw("<wsa:Address>");
            writer.text(address)?;
            writer.raw("</wsa:Address>");
            writer.raw(end);
        }
        Ok(())
    }
}
