//! XML Schema 1.0 Part 1, the XML representation of each component (sections 3.2.2 to 3.15.2).
//!
//! Each file has the structs of its elements and reads them.

mod annotation;
mod attribute;
mod complex_type;
mod content;
mod directive;
mod element;
mod facet;
mod identity;
mod notation;
mod particle;
mod schema;
mod simple_type;
#[cfg(test)]
mod tests;
mod values;
mod wildcard;
mod xpath;

pub(crate) use annotation::{Common, documentation_text};
pub(crate) use attribute::{Attribute, AttributeGroup, AttributeUsage, Attributes};
pub(crate) use complex_type::ComplexType;
pub(crate) use content::{ComplexContent, Method};
pub(crate) use directive::Directive;
pub(crate) use element::{Element, ElementName, TypeUse};
pub(crate) use facet::{Facet, FacetKind};
pub(crate) use identity::{IdentityConstraint, IdentityKind};
pub(crate) use notation::Notation;
pub(crate) use particle::{Compositor, CompositorKind, Group, Particle};
pub(crate) use schema::{Component, Schema, SchemaId};
pub(crate) use simple_type::{SimpleType, SimpleTypeUse, SimpleVariety};
pub(crate) use values::{Derivations, Form, Occurs, ValueConstraint};
pub(crate) use wildcard::{NamespaceConstraint, ProcessContents, Wildcard};

use super::context::Context;
use super::family::display;
use super::reader::{Node, Reader};
use crate::diagnostic::{Code, Diagnostic};
use crate::vocabulary::terms;

/// Reports a child that comes too late, though what it means is clear.
fn misplaced(cx: &mut Context<'_>, node: Node<'_>) {
    let message = format!("{} comes after what it should precede", display(node));
    let span = cx.start_tag(node);
    cx.report(Diagnostic::new(Code::ElementMisplaced, span, message).because("read anyway"));
}

/// Reports the name of a declaration that is a reference.
fn refuse_name(reader: &mut Reader<'_>, cx: &mut Context<'_>, code: Code) {
    if let Some(name) = reader.take(cx, terms::NAME) {
        let message = format!("{} has a name and a reference", display(reader.node()));
        cx.report(Diagnostic::new(code, name.span, message).because("the name"));
    }
}

/// Whether a component is a child of `xs:schema`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A child of `xs:schema` or `xs:redefine`: it has a name.
    Global,
    /// Within another component.
    Local,
}
