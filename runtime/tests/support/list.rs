//! A list to be read item by item.

use wsdl2rs_runtime::codec::{Binding, Blank, ReadXml, Tag};
use wsdl2rs_runtime::xml::{FIRST_GENERATED, ReadError, Reader};
use wsdl2rs_runtime::{Element, QName};

const NAMESPACE: &str = "urn:r";
pub(crate) const NAMESPACES: &[&str] = &[NAMESPACE];

/// The element around the lists.
#[derive(Debug)]
pub(crate) struct Root;

impl Element for Root {
    type Value = String;
    const NAME: QName = QName::from_static(NAMESPACE, "r");
    const BINDING: Binding = Binding {
        namespaces: NAMESPACES,
        namespace: FIRST_GENERATED,
        tag: &Tag { start: "<r:r>", end: "</r:r>" },
        declarations: " xmlns:r=\"urn:r\"",
    };
}

/// These names, in the namespace of the list.
pub(crate) fn names(path: &[&'static str]) -> Vec<QName> {
    path.iter().map(|local| QName::from_static(NAMESPACE, local)).collect()
}

/// Names, attributes and text of an element with its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outline(String);

impl Blank for Outline {
    fn blank() -> Self {
        Self(String::new())
    }
}

impl ReadXml for Outline {
    fn read(&mut self, reader: &mut Reader<'_>) -> Result<(), ReadError> {
        self.start(reader);
        let mut depth = 1;
        while depth > 0 {
            let child = reader.next_mixed_child(&mut self.0)?;
            match child {
                Some(_) => {
                    self.start(reader);
                    depth += 1;
                }
                None => {
                    self.0.push(')');
                    depth -= 1;
                }
            }
        }
        Ok(())
    }
}

impl Outline {
    fn start(&mut self, reader: &Reader<'_>) {
        self.0.push_str(&format!("({}", reader.qname(reader.name())));
        for index in 0..reader.attribute_count() {
            let attribute = reader.attribute(index).expect("it is within the count");
            let name = reader.qname(attribute.name());
            self.0.push_str(&format!(" {name}={:?}", attribute.value()));
        }
    }
}
