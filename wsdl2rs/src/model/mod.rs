//! The contract as meant: components of XSD 1.0 Part 1 and WSDL 1.1 with every reference resolved.

pub(crate) mod id;
mod resolve;
#[expect(dead_code, reason = "what a contract means is here whole, also what is refused after it")]
pub(crate) mod wsdl;
#[expect(dead_code, reason = "what a schema means is here whole, also what is refused after it")]
pub(crate) mod xsd;

use std::collections::BTreeMap;

use crate::vocabulary::{Namespace, QName};
use id::{Arena, Id};
pub(crate) use resolve::resolve;

/// Everything that the documents mean.
#[derive(Debug, Default)]
pub(crate) struct Model {
    /// Element declarations, global and local.
    pub(crate) elements: Arena<xsd::Element>,
    /// Complex type definitions, named and anonymous.
    pub(crate) complex_types: Arena<xsd::ComplexType>,
    /// Simple type definitions, named and anonymous; not the built-in ones.
    pub(crate) simple_types: Arena<xsd::SimpleType>,
    /// Attribute declarations, global and local.
    pub(crate) attributes: Arena<xsd::Attribute>,
    /// Model group definitions.
    pub(crate) groups: Arena<xsd::GroupDefinition>,
    /// The global elements by name.
    pub(crate) global_elements: BTreeMap<QName, Id<xsd::Element>>,
    /// The named types by name.
    pub(crate) named_types: BTreeMap<QName, xsd::Type>,
    /// All target namespaces, in the order in which the documents were met.
    pub(crate) namespaces: Vec<Namespace>,
    /// The target namespace of the first entry document, whose components make the root module.
    pub(crate) entry_namespace: Option<Namespace>,
    /// The services in document order.
    pub(crate) services: Vec<wsdl::Service>,
    /// The portTypes that a port of a service, or else any SOAP binding, uses.
    pub(crate) port_types: Arena<wsdl::PortType>,
}
