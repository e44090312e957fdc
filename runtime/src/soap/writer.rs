//! Writes a message: envelope, header blocks, and the body.

use super::{Headers, Version};
use crate::client::Input;
use crate::security::MessageCredentials;
use crate::xml::{OutgoingPart, OutgoingParts, WriteError, Writer};

/// A message that is ready to be sent.
pub(crate) struct Written {
    /// The document.
    pub(crate) text: String,
    /// Whether the credentials that were given are in it.
    pub(crate) signed: bool,
    /// The parts that it refers to.
    pub(crate) parts: Vec<OutgoingPart>,
}

/// Octets become parts where `parts` says so. Writes the envelope of SOAP 1.1, section 4.1, or of SOAP 1.2, section 5.1, in UTF-8.
pub(crate) fn write_message<I: Input>(
    version: Version,
    headers: &Headers<'_>,
    body: &I::Value,
    credentials: Option<MessageCredentials>,
    parts: Option<OutgoingParts>,
) -> Result<Written, WriteError> {
    let mut writer = Writer::new();
    writer.set_parts(parts);
    let given = credentials.is_some();
    if let Some(credentials) = credentials {
        writer.set_credentials(credentials);
    }
    open(&mut writer, version, headers)?;
    I::write(body, &mut writer)?;
    writer.raw("</soap:Envelope>");
    let signed = given && writer.take_credentials().is_none();
    let parts = writer.take_parts();
    Ok(Written { text: writer.into_string(), signed, parts })
}

pub(super) fn open(
    writer: &mut Writer,
    version: Version,
    headers: &Headers<'_>,
) -> Result<(), WriteError> {
    writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    writer.raw(match version {
        Version::V11 => "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">",
        Version::V12 => "<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\">",
    });
    headers.write(version, writer)
}
