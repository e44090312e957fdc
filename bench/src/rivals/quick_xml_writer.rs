//! An encoder written by hand over quick-xml's `Writer`.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use wsdl2rs_runtime::value::{Nillable, TextValue};

use crate::records::{Interface, Record, RecordList};
use crate::{Error, NAMESPACE};

type Out = Writer<Vec<u8>>;

/// Writes an answer of `ListRecords`.
///
/// # Errors
/// When a value cannot be written.
pub fn encode(list: &RecordList) -> Result<String, Error> {
    let mut out = Writer::new(Vec::new());
    let mut envelope = BytesStart::new("soap:Envelope");
    envelope.push_attribute(("xmlns:soap", "http://schemas.xmlsoap.org/soap/envelope/"));
    envelope.push_attribute(("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"));
    out.write_event(Event::Start(envelope))?;
    open(&mut out, "soap:Body")?;
    let mut root = BytesStart::new("tns:ListRecordsResponse");
    root.push_attribute(("xmlns:tns", NAMESPACE));
    out.write_event(Event::Start(root))?;
    text(&mut out, "tns:requestId", &list.request_id)?;
    for item in &list.record {
        record(&mut out, item)?;
    }
    if let Some(token) = &list.next_token {
        text(&mut out, "tns:nextToken", token)?;
    }
    close(&mut out, "tns:ListRecordsResponse")?;
    close(&mut out, "soap:Body")?;
    close(&mut out, "soap:Envelope")?;
    Ok(String::from_utf8(out.into_inner())?)
}

fn record(out: &mut Out, record: &Record) -> io::Result<()> {
    let mut buffer = String::new();
    let mut start = BytesStart::new("tns:record");
    start.push_attribute(("id", record.id.as_str()));
    start.push_attribute(("version", written(&mut buffer, &record.version)));
    if let Some(active) = &record.active {
        start.push_attribute(("active", written(&mut buffer, active)));
    }
    out.write_event(Event::Start(start))?;
    text(out, "tns:name", &record.name)?;
    text(out, "tns:imageId", &record.image_id)?;
    let mut start = BytesStart::new("tns:state");
    start.push_attribute(("code", written(&mut buffer, &record.state.code)));
    text_in(out, start, &record.state.value)?;
    value(out, "tns:launchTime", &mut buffer, &record.launch_time)?;
    if let Some(expires) = &record.expires {
        value(out, "tns:expires", &mut buffer, expires)?;
    }
    let mut start = BytesStart::new("tns:price");
    start.push_attribute(("currency", record.price.currency.as_str()));
    text_in(out, start, written(&mut buffer, &record.price.value))?;
    value(out, "tns:cpuCount", &mut buffer, &record.cpu_count)?;
    value(out, "tns:memoryBytes", &mut buffer, &record.memory_bytes)?;
    value(out, "tns:load", &mut buffer, &record.load)?;
    text(out, "tns:monitoring", record.monitoring.as_str())?;
    value(out, "tns:encrypted", &mut buffer, &record.encrypted)?;
    match &record.kernel_id {
        Nillable::Value(kernel_id) => text(out, "tns:kernelId", kernel_id)?,
        Nillable::Nil(()) => {
            let mut start = BytesStart::new("tns:kernelId");
            start.push_attribute(("xsi:nil", "true"));
            out.write_event(Event::Empty(start))?;
        }
    }
    if let Some(description) = &record.description {
        text(out, "tns:description", description)?;
    }
    for item in &record.interface {
        interface(out, &mut buffer, item)?;
    }
    for label in &record.label {
        open(out, "tns:label")?;
        text(out, "tns:key", &label.key)?;
        text(out, "tns:value", &label.value)?;
        close(out, "tns:label")?;
    }
    close(out, "tns:record")
}

fn interface(out: &mut Out, buffer: &mut String, interface: &Interface) -> io::Result<()> {
    open(out, "tns:interface")?;
    text(out, "tns:interfaceId", &interface.interface_id)?;
    text(out, "tns:privateIp", &interface.private_ip)?;
    if let Some(address) = &interface.public_ip {
        text(out, "tns:publicIp", address)?;
    }
    text(out, "tns:mac", &interface.mac)?;
    value(out, "tns:mtu", buffer, &interface.mtu)?;
    for group in &interface.group {
        open(out, "tns:group")?;
        text(out, "tns:groupId", &group.group_id)?;
        text(out, "tns:groupName", &group.group_name)?;
        close(out, "tns:group")?;
    }
    close(out, "tns:interface")
}

fn value(out: &mut Out, name: &str, buffer: &mut String, of: &impl TextValue) -> io::Result<()> {
    text(out, name, written(buffer, of))
}

/// The text of a value, in a buffer that is used again.
fn written<'b>(buffer: &'b mut String, value: &impl TextValue) -> &'b str {
    buffer.clear();
    value.write(buffer);
    buffer
}

fn text(out: &mut Out, name: &str, text: &str) -> io::Result<()> {
    text_in(out, BytesStart::new(name), text)
}

fn text_in(out: &mut Out, start: BytesStart<'_>, text: &str) -> io::Result<()> {
    let end = BytesEnd::new(Cow::Borrowed(start.name().into_inner()));
    out.write_event(Event::Start(start.borrow()))?;
    out.write_event(Event::Text(BytesText::new(text)))?;
    out.write_event(Event::End(end))
}

fn open(out: &mut Out, name: &str) -> io::Result<()> {
    out.write_event(Event::Start(BytesStart::new(name)))
}

fn close(out: &mut Out, name: &str) -> io::Result<()> {
    out.write_event(Event::End(BytesEnd::new(name)))
}
