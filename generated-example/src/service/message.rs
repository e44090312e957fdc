//! The envelope of SOAP 1.1 around a call and its answer, from the server's side (section 4).

use wsdl2rs_runtime::QName;
use wsdl2rs_runtime::xml::{
    Name, RawXml, ReadError, ReadOptions, Reader, SOAP_11, WriteError, Writer, decode,
};

const OPEN: &str = "<?xml version=\"1.0\"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\"><SOAP-ENV:Body>";
const CLOSE: &str = "</SOAP-ENV:Body></SOAP-ENV:Envelope>\n";

/// The element in the body of a message.
pub(super) struct Call {
    /// Its name, which says what is called.
    pub(super) name: QName,
    /// The whole of it.
    pub(super) body: RawXml,
}

/// Reads an envelope; the error is a reason for a fault.
pub(super) fn read(document: &[u8]) -> Result<Call, String> {
    let options = ReadOptions::default();
    let text = decode(document, None, options.limits()).map_err(reason)?;
    let mut reader = Reader::new(&text, &[], &options);
    if reader.root().map_err(reason)? != Name::new(SOAP_11, "Envelope") {
        return Err("expected an Envelope of SOAP 1.1".to_owned());
    }
    let mut child = reader.next_child().map_err(reason)?;
    if child == Some(Name::new(SOAP_11, "Header")) {
        reader.skip().map_err(reason)?;
        child = reader.next_child().map_err(reason)?;
    }
    if child != Some(Name::new(SOAP_11, "Body")) {
        return Err("expected a Body in the Envelope".to_owned());
    }
    let Some(name) = reader.next_child().map_err(reason)? else {
        return Err("expected an element in the Body".to_owned());
    };
    let name = reader.qname(name);
    let body = reader.raw_element().map_err(reason)?;
    reader.finish().map_err(reason)?;
    Ok(Call { name, body })
}

/// What a document is refused for, with its place.
pub(super) fn reason(error: ReadError) -> String {
    error.to_string()
}

/// The message with this element in its body.
pub(super) fn envelope(body: &str) -> String {
    format!("{OPEN}{body}{CLOSE}")
}

/// The message that says that the sender is at fault (section 4.4).
pub(super) fn fault(reason: &str) -> Result<String, WriteError> {
    let mut writer = Writer::new();
    writer.raw(OPEN);
    writer.raw("<SOAP-ENV:Fault><faultcode>SOAP-ENV:Client</faultcode><faultstring>");
    writer.text(reason)?;
    writer.raw("</faultstring></SOAP-ENV:Fault>");
    writer.raw(CLOSE);
    Ok(writer.into_string())
}
