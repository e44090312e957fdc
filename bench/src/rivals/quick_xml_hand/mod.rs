//! A decoder written by hand over quick-xml's `NsReader`, as one writes it without a generator:
//! a loop over the children of each element, and a match on their names.

mod cursor;

use quick_xml::events::BytesStart;
use wsdl2rs_runtime::value::Nillable;

use self::cursor::{Cursor, value};
use super::{missing, parse};
use crate::records::{Group, Interface, Label, Price, Record, RecordList, State};
use crate::{Error, NAMESPACE};

const SOAP: &str = "http://schemas.xmlsoap.org/soap/envelope/";

/// Reads an answer of `ListRecords`.
///
/// # Errors
/// When it is not one.
pub fn decode(message: &str) -> Result<RecordList, Error> {
    let mut cursor = Cursor::new(message);
    cursor.expect(SOAP, "Envelope")?;
    cursor.expect(SOAP, "Body")?;
    cursor.expect(NAMESPACE, "ListRecordsResponse")?;
    record_list(&mut cursor)
}

fn record_list(cursor: &mut Cursor<'_>) -> Result<RecordList, Error> {
    let (mut request_id, mut records, mut next_token) = (None, Vec::new(), None);
    while let Some(child) = cursor.child()? {
        match child.local_name().as_ref() {
            "requestId" => request_id = Some(string(cursor)?),
            "record" => records.push(record(cursor, &child)?),
            "nextToken" => next_token = Some(string(cursor)?),
            _ => cursor.skip(&child)?,
        }
    }
    let request_id = request_id.ok_or_else(|| missing("requestId"))?;
    Ok(RecordList { request_id, record: records, next_token })
}

fn record(cursor: &mut Cursor<'_>, start: &BytesStart<'_>) -> Result<Record, Error> {
    let (mut id, mut version, mut active) = (None, None, None);
    for attribute in start.attributes() {
        let attribute = attribute?;
        match attribute.key.as_ref() {
            "id" => id = Some(value(&attribute)?.into_owned()),
            "version" => version = Some(parse(&value(&attribute)?)?),
            "active" => active = Some(parse(&value(&attribute)?)?),
            _ => {}
        }
    }
    let (mut name, mut image_id, mut state, mut launch_time) = (None, None, None, None);
    let (mut expires, mut price, mut cpu_count, mut memory_bytes) = (None, None, None, None);
    let (mut load, mut monitoring, mut encrypted, mut kernel_id) = (None, None, None, None);
    let (mut description, mut interfaces, mut labels) = (None, Vec::new(), Vec::new());
    while let Some(child) = cursor.child()? {
        match child.local_name().as_ref() {
            "name" => name = Some(string(cursor)?),
            "imageId" => image_id = Some(string(cursor)?),
            "state" => state = Some(self::state(cursor, &child)?),
            "launchTime" => launch_time = Some(parse(&cursor.text()?)?),
            "expires" => expires = Some(parse(&cursor.text()?)?),
            "price" => price = Some(self::price(cursor, &child)?),
            "cpuCount" => cpu_count = Some(parse(&cursor.text()?)?),
            "memoryBytes" => memory_bytes = Some(parse(&cursor.text()?)?),
            "load" => load = Some(parse(&cursor.text()?)?),
            "monitoring" => monitoring = Some(parse(&cursor.text()?)?),
            "encrypted" => encrypted = Some(parse(&cursor.text()?)?),
            "kernelId" => kernel_id = Some(nillable(cursor, &child)?),
            "description" => description = Some(string(cursor)?),
            "interface" => interfaces.push(interface(cursor)?),
            "label" => labels.push(label(cursor)?),
            _ => cursor.skip(&child)?,
        }
    }
    Ok(Record {
        id: id.ok_or_else(|| missing("id"))?,
        version: version.ok_or_else(|| missing("version"))?,
        active,
        name: name.ok_or_else(|| missing("name"))?,
        image_id: image_id.ok_or_else(|| missing("imageId"))?,
        state: state.ok_or_else(|| missing("state"))?,
        launch_time: launch_time.ok_or_else(|| missing("launchTime"))?,
        expires,
        price: price.ok_or_else(|| missing("price"))?,
        cpu_count: cpu_count.ok_or_else(|| missing("cpuCount"))?,
        memory_bytes: memory_bytes.ok_or_else(|| missing("memoryBytes"))?,
        load: load.ok_or_else(|| missing("load"))?,
        monitoring: monitoring.ok_or_else(|| missing("monitoring"))?,
        encrypted: encrypted.ok_or_else(|| missing("encrypted"))?,
        kernel_id: kernel_id.ok_or_else(|| missing("kernelId"))?,
        description,
        interface: interfaces,
        label: labels,
    })
}

fn state(cursor: &mut Cursor<'_>, start: &BytesStart<'_>) -> Result<State, Error> {
    let code = start.try_get_attribute("code")?.ok_or_else(|| missing("code"))?;
    Ok(State { code: parse(&value(&code)?)?, value: string(cursor)? })
}

fn price(cursor: &mut Cursor<'_>, start: &BytesStart<'_>) -> Result<Price, Error> {
    let currency = start.try_get_attribute("currency")?.ok_or_else(|| missing("currency"))?;
    Ok(Price { currency: value(&currency)?.into_owned(), value: parse(&cursor.text()?)? })
}

fn interface(cursor: &mut Cursor<'_>) -> Result<Interface, Error> {
    let (mut interface_id, mut private_ip, mut public_ip) = (None, None, None);
    let (mut mac, mut mtu, mut groups) = (None, None, Vec::new());
    while let Some(child) = cursor.child()? {
        match child.local_name().as_ref() {
            "interfaceId" => interface_id = Some(string(cursor)?),
            "privateIp" => private_ip = Some(string(cursor)?),
            "publicIp" => public_ip = Some(string(cursor)?),
            "mac" => mac = Some(string(cursor)?),
            "mtu" => mtu = Some(parse(&cursor.text()?)?),
            "group" => groups.push(group(cursor)?),
            _ => cursor.skip(&child)?,
        }
    }
    Ok(Interface {
        interface_id: interface_id.ok_or_else(|| missing("interfaceId"))?,
        private_ip: private_ip.ok_or_else(|| missing("privateIp"))?,
        public_ip,
        mac: mac.ok_or_else(|| missing("mac"))?,
        mtu: mtu.ok_or_else(|| missing("mtu"))?,
        group: groups,
    })
}

fn group(cursor: &mut Cursor<'_>) -> Result<Group, Error> {
    let (mut group_id, mut group_name) = (None, None);
    while let Some(child) = cursor.child()? {
        match child.local_name().as_ref() {
            "groupId" => group_id = Some(string(cursor)?),
            "groupName" => group_name = Some(string(cursor)?),
            _ => cursor.skip(&child)?,
        }
    }
    Ok(Group {
        group_id: group_id.ok_or_else(|| missing("groupId"))?,
        group_name: group_name.ok_or_else(|| missing("groupName"))?,
    })
}

fn label(cursor: &mut Cursor<'_>) -> Result<Label, Error> {
    let (mut key, mut value) = (None, None);
    while let Some(child) = cursor.child()? {
        match child.local_name().as_ref() {
            "key" => key = Some(string(cursor)?),
            "value" => value = Some(string(cursor)?),
            _ => cursor.skip(&child)?,
        }
    }
    Ok(Label {
        key: key.ok_or_else(|| missing("key"))?,
        value: value.ok_or_else(|| missing("value"))?,
    })
}

fn nillable(cursor: &mut Cursor<'_>, start: &BytesStart<'_>) -> Result<Nillable<String>, Error> {
    let is_nil = cursor.is_nil(start)?;
    let text = string(cursor)?;
    Ok(if is_nil { Nillable::Nil(()) } else { Nillable::Value(text) })
}

fn string(cursor: &mut Cursor<'_>) -> Result<String, Error> {
    Ok(cursor.text()?.into_owned())
}
