//! WSDL 1.1 (W3C Note of 15 March 2001), section 2.
//!
//! Each file has the structs of its elements and reads them.

mod binding;
mod definitions;
mod message;
mod port_type;
mod service;
#[cfg(test)]
mod tests;

pub(crate) use binding::{Binding, BindingMessage, BindingOperation};
pub(crate) use definitions::Definitions;
pub(crate) use message::{Message, Part, PartContent};
pub(crate) use port_type::{Operation, OperationMessage, PortType};
pub(crate) use service::{Port, Service};

use super::Documentation;
use super::context::Context;
use super::extension;
use super::reader::{Node, Reader};
use super::xsd::documentation_text;
use crate::vocabulary::{namespaces, terms};

/// The children of an element of WSDL, by what they are for.
struct Children<'a> {
    /// The text of `wsdl:documentation`.
    documentation: Documentation,
    /// The other elements of WSDL.
    elements: Vec<Node<'a>>,
    /// The elements of other namespaces (WSDL 1.1, section 2.1.3).
    extensions: Vec<Node<'a>>,
}

impl<'a> Children<'a> {
    fn read(reader: &Reader<'a>, cx: &mut Context<'_>) -> Self {
        let mut children = Self {
            documentation: Documentation::default(),
            elements: Vec::new(),
            extensions: Vec::new(),
        };
        for child in reader.children(cx) {
            if child.tag_name().namespace() != Some(namespaces::WSDL) {
                children.extensions.push(child);
            } else if child.tag_name().name() == terms::DOCUMENTATION {
                let text = &mut children.documentation.text;
                if !text.is_empty() {
                    text.push_str("\n\n");
                }
                text.push_str(&documentation_text(child));
            } else {
                children.elements.push(child);
            }
        }
        children
    }

    /// Reports the elements of an element that has none.
    fn refuse(self, reader: &Reader<'_>, cx: &mut Context<'_>) {
        for child in self.elements {
            reader.unexpected(cx, child);
        }
        extension::read_all(self.extensions, cx);
    }
}
