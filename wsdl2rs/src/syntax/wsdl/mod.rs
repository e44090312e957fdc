//! WSDL 1.1 (W3C Note of 15 March 2001), section 2.

use super::soap::{SoapAddress, SoapBinding, SoapBody, SoapFault, SoapHeader, SoapOperation};
use super::{Documentation, ForeignElement};
use crate::source::{Span, Spanned};
use crate::vocabulary::{Namespace, QName};

/// `wsdl:definitions`.
#[derive(Debug)]
pub(crate) struct Definitions {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Option<String>,
    /// `targetNamespace`; none where it is absent.
    pub(crate) target_namespace: Namespace,
    /// The document's own documentation.
    pub(crate) documentation: Documentation,
    /// `wsdl:import`.
    pub(crate) imports: Vec<Import>,
    /// `wsdl:message`.
    pub(crate) messages: Vec<Message>,
    /// `wsdl:portType`.
    pub(crate) port_types: Vec<PortType>,
    /// `wsdl:binding`.
    pub(crate) bindings: Vec<Binding>,
    /// `wsdl:service`.
    pub(crate) services: Vec<Service>,
    /// `wsdl:types` children other than schemas, and extension elements.
    pub(crate) extensions: Vec<ForeignElement>,
}

/// `wsdl:import`.
#[derive(Debug)]
pub(crate) struct Import {
    /// Its start tag.
    pub(crate) span: Span,
    /// `namespace`.
    pub(crate) namespace: Option<Spanned<Namespace>>,
    /// `location`.
    pub(crate) location: Option<Spanned<String>>,
}

/// `wsdl:message`.
#[derive(Debug)]
pub(crate) struct Message {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// Its documentation.
    pub(crate) documentation: Documentation,
    /// `wsdl:part` in order.
    pub(crate) parts: Vec<Part>,
}

/// `wsdl:part`.
#[derive(Debug)]
pub(crate) struct Part {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Spanned<String>,
    /// `element` or `type`.
    pub(crate) content: PartContent,
}

/// What a part refers to.
#[derive(Debug)]
pub(crate) enum PartContent {
    /// `element`.
    Element(Spanned<QName>),
    /// `type`.
    Type(Spanned<QName>),
    /// Neither: an error of the document that costs only who uses the part.
    Missing,
}

/// `wsdl:portType`.
#[derive(Debug)]
pub(crate) struct PortType {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// Its documentation.
    pub(crate) documentation: Documentation,
    /// `wsdl:operation`.
    pub(crate) operations: Vec<Operation>,
    /// Extension elements and foreign attributes' targets, such as policies.
    pub(crate) extensions: Vec<ForeignElement>,
}

/// `wsdl:operation` of a portType.
#[derive(Debug)]
pub(crate) struct Operation {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Spanned<String>,
    /// Its documentation.
    pub(crate) documentation: Documentation,
    /// `parameterOrder`.
    pub(crate) parameter_order: Vec<String>,
    /// `wsdl:input`.
    pub(crate) input: Option<OperationMessage>,
    /// `wsdl:output`.
    pub(crate) output: Option<OperationMessage>,
    /// Whether `wsdl:output` stands before `wsdl:input` (solicit-response, notification).
    pub(crate) output_first: bool,
    /// `wsdl:fault`.
    pub(crate) faults: Vec<OperationMessage>,
    /// Extension elements.
    pub(crate) extensions: Vec<ForeignElement>,
}

/// `wsdl:input`, `wsdl:output` or `wsdl:fault` of a portType operation.
#[derive(Debug)]
pub(crate) struct OperationMessage {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Option<Spanned<String>>,
    /// `message`.
    pub(crate) message: Spanned<QName>,
    /// `wsaw:Action` or `wsam:Action`.
    pub(crate) action: Option<Spanned<String>>,
    /// Its documentation.
    pub(crate) documentation: Documentation,
}

/// `wsdl:binding`.
#[derive(Debug)]
pub(crate) struct Binding {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// `type`, a portType.
    pub(crate) port_type: Spanned<QName>,
    /// Its documentation.
    pub(crate) documentation: Documentation,
    /// `soap:binding`, if it has one.
    pub(crate) soap: Option<SoapBinding>,
    /// `wsdl:operation`.
    pub(crate) operations: Vec<BindingOperation>,
    /// Other extension elements (`http:binding`, policies).
    pub(crate) extensions: Vec<ForeignElement>,
}

/// `wsdl:operation` of a binding.
#[derive(Debug)]
pub(crate) struct BindingOperation {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Spanned<String>,
    /// `soap:operation`.
    pub(crate) soap: Option<SoapOperation>,
    /// `wsdl:input`.
    pub(crate) input: Option<BindingMessage>,
    /// `wsdl:output`.
    pub(crate) output: Option<BindingMessage>,
    /// `wsdl:fault`.
    pub(crate) faults: Vec<BindingFault>,
    /// Other extension elements.
    pub(crate) extensions: Vec<ForeignElement>,
}

/// `wsdl:input` or `wsdl:output` of a binding operation.
#[derive(Debug)]
pub(crate) struct BindingMessage {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Option<Spanned<String>>,
    /// `soap:body`, directly or within the root part of `mime:multipartRelated`.
    pub(crate) body: Option<SoapBody>,
    /// `soap:header`.
    pub(crate) headers: Vec<SoapHeader>,
    /// Other extension elements (`mime:multipartRelated`, `http:urlEncoded`, policies).
    pub(crate) extensions: Vec<ForeignElement>,
}

/// `wsdl:fault` of a binding operation.
#[derive(Debug)]
pub(crate) struct BindingFault {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Option<Spanned<String>>,
    /// `soap:fault`.
    pub(crate) soap: Option<SoapFault>,
}

/// `wsdl:service`.
#[derive(Debug)]
pub(crate) struct Service {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// Its documentation.
    pub(crate) documentation: Documentation,
    /// `wsdl:port`.
    pub(crate) ports: Vec<Port>,
}

/// `wsdl:port`.
#[derive(Debug)]
pub(crate) struct Port {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`.
    pub(crate) name: Spanned<String>,
    /// `binding`.
    pub(crate) binding: Spanned<QName>,
    /// Its documentation.
    pub(crate) documentation: Documentation,
    /// `soap:address`, if it has one.
    pub(crate) address: Option<SoapAddress>,
    /// Other extension elements.
    pub(crate) extensions: Vec<ForeignElement>,
}
