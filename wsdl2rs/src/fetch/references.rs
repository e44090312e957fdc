//! What a fetched document is, and which others it names.

use crate::source::prescan::prescan;
use crate::source::{Decoded, Limits, decode, well_known};
use crate::vocabulary::namespaces;

/// A document, as far as fetching is concerned.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Document {
    /// The extension that its file has.
    pub(super) extension: &'static str,
    /// The locations that it names, as written, each once and in order.
    pub(super) locations: Vec<String>,
}

/// Reads a document.
///
/// # Errors
/// Why it is none: a sentence without a full stop.
pub(super) fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Document, String> {
    let text = match decode(bytes) {
        Decoded::Text(text) | Decoded::Mislabelled(text, _) => text,
        Decoded::Malformed { encoding, .. } => return Err(format!("it is not {encoding}")),
        Decoded::Unsupported(encoding) => {
            return Err(format!("the encoding {encoding} is not supported"));
        }
    };
    prescan(&text, limits, limits.nodes)
        .map_err(|_| "it has a document type, or exceeds a limit".to_owned())?;
    let tree = roxmltree::Document::parse(&text)
        .map_err(|error| format!("it is not well-formed XML: {error}"))?;
    let root = tree.root_element().tag_name();
    let extension = match (root.namespace(), root.name()) {
        (Some(namespaces::WSDL), "definitions") => "wsdl",
        (Some(namespaces::XSD), "schema") => "xsd",
        (_, name) => return Err(format!("it is neither WSDL 1.1 nor XML Schema, but `{name}`")),
    };
    let mut locations: Vec<String> = Vec::new();
    for location in tree.descendants().filter_map(location) {
        if !locations.contains(&location) {
            locations.push(location);
        }
    }
    Ok(Document { extension, locations })
}

/// The location that an element names, if it names one that is needed.
fn location(node: roxmltree::Node<'_, '_>) -> Option<String> {
    let name = node.tag_name();
    let attribute = match (name.namespace(), name.name()) {
        (Some(namespaces::WSDL), "import") => "location",
        (Some(namespaces::XSD), "import") => {
            let is_shipped = node.attribute("namespace").and_then(well_known::find).is_some();
            if is_shipped {
                return None;
            }
            "schemaLocation"
        }
        (Some(namespaces::XSD), "include" | "redefine") => "schemaLocation",
        _ => return None,
    };
    let location = node.attribute(attribute)?.trim();
    let fits_a_line = !location.is_empty() && !location.contains(char::is_control);
    fits_a_line.then(|| location.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_name_others() {
        let wsdl = r#"<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/"
            xmlns:x="http://www.w3.org/2001/XMLSchema"><w:import location=" a.wsdl "/><w:types>
            <x:schema><x:import namespace="urn:b" schemaLocation="b.xsd"/><x:import/>
            <x:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
            <x:include schemaLocation="c.xsd"/><x:redefine schemaLocation="b.xsd"/></x:schema>
            </w:types></w:definitions>"#;
        let schema = r#"<schema xmlns="http://www.w3.org/2001/XMLSchema"/>"#;
        let rows = [
            (wsdl, Ok(("wsdl", vec!["a.wsdl", "b.xsd", "c.xsd"]))),
            (schema, Ok(("xsd", vec![]))),
            ("<html/>", Err("it is neither WSDL 1.1 nor XML Schema, but `html`")),
            ("<!DOCTYPE a><a/>", Err("it has a document type, or exceeds a limit")),
        ];
        for (text, expected) in rows {
            let found = read(text.as_bytes().to_vec(), &Limits::default());
            let found = found.as_ref().map(|document| {
                (document.extension, document.locations.iter().map(String::as_str).collect())
            });
            assert_eq!(found.map_err(String::as_str), expected);
        }
    }
}
