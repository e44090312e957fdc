//! Writes what a server sends: an answer or a fault in its envelope, for services that are played.

use super::writer::open;
use super::{FaultKind, Version};
use crate::client::Output;
use crate::codec::Tag;
use crate::xml::{RawXml, WriteError, Writer};

/// The envelope of an answer, with the headers that it declares.
pub(crate) fn write_answer<O: Output>(
    version: Version,
    value: &O::Value,
) -> Result<String, WriteError> {
    let mut writer = Writer::new();
    open(&mut writer, version, &O::answer_headers(value))?;
    O::write_answer(value, &mut writer)?;
    writer.raw("</soap:Envelope>");
    Ok(writer.into_string())
}

/// What a fault says.
pub(crate) struct FaultText<'a> {
    pub(crate) kind: FaultKind,
    pub(crate) reason: &'a str,
    pub(crate) detail: &'a [RawXml],
}

/// The envelope of a fault (SOAP 1.1, section 4.4; SOAP 1.2, section 5.4).
pub(crate) fn write_fault(version: Version, fault: &FaultText<'_>) -> Result<String, WriteError> {
    const CODE: Tag = Tag { start: "<faultcode>", end: "</faultcode>" };
    const STRING: Tag = Tag { start: "<faultstring>", end: "</faultstring>" };
    const VALUE: Tag = Tag { start: "<soap:Value>", end: "</soap:Value>" };
    let mut writer = Writer::new();
    open(&mut writer, version, &super::Headers::new())?;
    writer.raw("<soap:Body><soap:Fault>");
    let code = format!("soap:{}", code(version, fault.kind));
    let detail = match version {
        Version::V11 => {
            writer.element(&CODE, &code)?;
            writer.element(&STRING, &fault.reason.to_owned())?;
            ["<detail>", "</detail>"]
        }
        Version::V12 => {
            writer.raw("<soap:Code>");
            writer.element(&VALUE, &code)?;
            writer.raw("</soap:Code><soap:Reason><soap:Text xml:lang=\"en\">");
            writer.text(fault.reason)?;
            writer.raw("</soap:Text></soap:Reason>");
            ["<soap:Detail>", "</soap:Detail>"]
        }
    };
    if !fault.detail.is_empty() {
        writer.raw(detail[0]);
        fault.detail.iter().for_each(|element| writer.raw_xml(element));
        writer.raw(detail[1]);
    }
    writer.raw("</soap:Fault></soap:Body></soap:Envelope>");
    Ok(writer.into_string())
}

/// The standard code of this kind, in the version's own word.
fn code(version: Version, kind: FaultKind) -> &'static str {
    match (kind, version) {
        (FaultKind::Sender, Version::V11) | (FaultKind::DataEncodingUnknown, Version::V11) => {
            "Client"
        }
        (FaultKind::Sender, Version::V12) => "Sender",
        (FaultKind::DataEncodingUnknown, Version::V12) => "DataEncodingUnknown",
        (FaultKind::VersionMismatch, _) => "VersionMismatch",
        (FaultKind::MustUnderstand, _) => "MustUnderstand",
        (FaultKind::Receiver | FaultKind::Other, Version::V11) => "Server",
        (FaultKind::Receiver | FaultKind::Other, Version::V12) => "Receiver",
    }
}
