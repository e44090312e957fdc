//! roxmltree: the tree of the whole message, then a walk over it.

use roxmltree::{Document, Node};
use wsdl2rs_runtime::value::{Nillable, TextValue};

use super::{missing, parse};
use crate::records::{Group, Interface, Label, Price, Record, RecordList, State};
use crate::{Error, NAMESPACE};

const SOAP: &str = "http://schemas.xmlsoap.org/soap/envelope/";
const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// Makes the tree alone, and counts its nodes.
///
/// # Errors
/// When the document is not what roxmltree takes.
pub fn read(document: &str) -> Result<usize, Error> {
    Ok(Document::parse(document)?.descendants().len())
}

/// Reads an answer of `ListRecords`.
///
/// # Errors
/// When it is not one.
pub fn decode(message: &str) -> Result<RecordList, Error> {
    let document = Document::parse(message)?;
    let body = child(document.root_element(), SOAP, "Body")?;
    let list = child(body, NAMESPACE, "ListRecordsResponse")?;
    let (mut request_id, mut records, mut next_token) = (None, Vec::new(), None);
    for (name, child) in members(list) {
        match name {
            "requestId" => request_id = Some(string(child)),
            "record" => records.push(record(child)?),
            "nextToken" => next_token = Some(string(child)),
            _ => {}
        }
    }
    let request_id = request_id.ok_or_else(|| missing("requestId"))?;
    Ok(RecordList { request_id, record: records, next_token })
}

fn record(node: Node<'_, '_>) -> Result<Record, Error> {
    let (mut name, mut image_id, mut state, mut launch_time) = (None, None, None, None);
    let (mut expires, mut price, mut cpu_count, mut memory_bytes) = (None, None, None, None);
    let (mut load, mut monitoring, mut encrypted, mut kernel_id) = (None, None, None, None);
    let (mut description, mut interfaces, mut labels) = (None, Vec::new(), Vec::new());
    for (member, child) in members(node) {
        match member {
            "name" => name = Some(string(child)),
            "imageId" => image_id = Some(string(child)),
            "state" => state = Some(self::state(child)?),
            "launchTime" => launch_time = Some(parse(text(child))?),
            "expires" => expires = Some(parse(text(child))?),
            "price" => price = Some(self::price(child)?),
            "cpuCount" => cpu_count = Some(parse(text(child))?),
            "memoryBytes" => memory_bytes = Some(parse(text(child))?),
            "load" => load = Some(parse(text(child))?),
            "monitoring" => monitoring = Some(parse(text(child))?),
            "encrypted" => encrypted = Some(parse(text(child))?),
            "kernelId" => kernel_id = Some(nillable(child)?),
            "description" => description = Some(string(child)),
            "interface" => interfaces.push(interface(child)?),
            "label" => labels.push(label(child)?),
            _ => {}
        }
    }
    Ok(Record {
        id: attribute(node, "id")?.to_owned(),
        version: parse(attribute(node, "version")?)?,
        active: node.attribute("active").map(parse).transpose()?,
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

fn state(node: Node<'_, '_>) -> Result<State, Error> {
    Ok(State { code: parse(attribute(node, "code")?)?, value: string(node) })
}

fn price(node: Node<'_, '_>) -> Result<Price, Error> {
    Ok(Price { currency: attribute(node, "currency")?.to_owned(), value: parse(text(node))? })
}

fn interface(node: Node<'_, '_>) -> Result<Interface, Error> {
    let (mut interface_id, mut private_ip, mut public_ip) = (None, None, None);
    let (mut mac, mut mtu, mut groups) = (None, None, Vec::new());
    for (name, child) in members(node) {
        match name {
            "interfaceId" => interface_id = Some(string(child)),
            "privateIp" => private_ip = Some(string(child)),
            "publicIp" => public_ip = Some(string(child)),
            "mac" => mac = Some(string(child)),
            "mtu" => mtu = Some(parse(text(child))?),
            "group" => groups.push(group(child)?),
            _ => {}
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

fn group(node: Node<'_, '_>) -> Result<Group, Error> {
    let [group_id, group_name] = two_strings(node, ["groupId", "groupName"])?;
    Ok(Group { group_id, group_name })
}

fn label(node: Node<'_, '_>) -> Result<Label, Error> {
    let [key, value] = two_strings(node, ["key", "value"])?;
    Ok(Label { key, value })
}

fn two_strings(node: Node<'_, '_>, names: [&'static str; 2]) -> Result<[String; 2], Error> {
    let (mut first, mut second) = (None, None);
    for (name, child) in members(node) {
        if name == names[0] {
            first = Some(string(child));
        } else if name == names[1] {
            second = Some(string(child));
        }
    }
    Ok([first.ok_or_else(|| missing(names[0]))?, second.ok_or_else(|| missing(names[1]))?])
}

fn nillable(node: Node<'_, '_>) -> Result<Nillable<String>, Error> {
    match node.attribute((XSI, "nil")) {
        Some(nil) if value::<bool>(nil)? => Ok(Nillable::Nil(())),
        Some(_) | None => Ok(Nillable::Value(string(node))),
    }
}

fn value<T: TextValue>(text: &str) -> Result<T, Error> {
    parse(text)
}

/// The children in the namespace of the records.
fn members<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = (&'a str, Node<'a, 'i>)> {
    let elements = node.children().filter(Node::is_element);
    let named = elements.filter(|child| child.tag_name().namespace() == Some(NAMESPACE));
    named.map(|child| (child.tag_name().name(), child))
}

fn child<'a, 'i>(
    node: Node<'a, 'i>,
    namespace: &str,
    local: &'static str,
) -> Result<Node<'a, 'i>, Error> {
    let mut children = node.children();
    children.find(|child| child.has_tag_name((namespace, local))).ok_or_else(|| missing(local))
}

fn attribute<'a>(node: Node<'a, '_>, name: &'static str) -> Result<&'a str, Error> {
    node.attribute(name).ok_or_else(|| missing(name))
}

fn string(node: Node<'_, '_>) -> String {
    text(node).to_owned()
}

/// The text of an element. A tree of these messages has it in one node, as they have no comments.
fn text<'a>(node: Node<'a, '_>) -> &'a str {
    node.text().unwrap_or_default()
}
