//! WSDL components with their messages resolved to body and header shapes.

use super::id::Id;
use super::xsd;
use crate::source::Span;
pub(crate) use crate::syntax::soap::{SoapVersion, Style, Use};
use crate::vocabulary::QName;

/// A service.
#[derive(Debug)]
pub(crate) struct Service {
    /// Its name.
    pub(crate) name: QName,
    /// Where.
    pub(crate) origin: xsd::Origin,
    /// Its SOAP ports in document order. Ports of other bindings are left out with a note.
    pub(crate) ports: Vec<Port>,
}

/// A SOAP port with its binding.
#[derive(Debug)]
pub(crate) struct Port {
    /// Its name.
    pub(crate) name: String,
    /// Where.
    pub(crate) origin: xsd::Origin,
    /// `soap:address/@location`; empty where it is absent.
    pub(crate) address: String,
    /// The SOAP version of the binding.
    pub(crate) version: SoapVersion,
    /// The binding's name.
    pub(crate) binding: QName,
    /// The portType.
    pub(crate) port_type: Id<PortType>,
    /// The bound operations, in the portType's order.
    pub(crate) operations: Vec<BoundOperation>,
    /// What it says of addressing headers.
    pub(crate) addressing: Addressing,
    /// What else its policies demand.
    pub(crate) demands: Vec<Demand>,
}

/// What a port says of addressing headers, from the weakest to the strongest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Addressing {
    /// Nothing.
    #[default]
    Unsaid,
    /// A client may send them.
    Offered,
    /// A client must send them.
    Required,
    /// A client must send those of the submission of August 2004.
    Submission,
}

/// What a policy demands and the runtime does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Demand {
    /// `https`.
    Tls,
    /// A certificate of the client.
    ClientCertificate,
    /// User name and password by HTTP.
    BasicAuth,
    /// A digest of them by HTTP.
    DigestAuth,
    /// User name and password by WS-Security.
    UsernameToken,
    /// A timestamp by WS-Security.
    Timestamp,
    /// MTOM.
    Mtom,
}

/// The `wsa:Action` of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// The portType gives it.
    Given(String),
    /// It is made of what the contract has for other purposes.
    Made(String),
}

/// A portType.
#[derive(Debug)]
pub(crate) struct PortType {
    /// Its name.
    pub(crate) name: QName,
    /// Where.
    pub(crate) origin: xsd::Origin,
}

/// An operation as bound to SOAP.
#[derive(Clone, Debug)]
pub(crate) struct BoundOperation {
    /// Its name; several of one name are overloads.
    pub(crate) name: String,
    /// Where the portType declares it.
    pub(crate) origin: xsd::Origin,
    /// The place of the binding operation.
    pub(crate) binding_span: Span,
    /// `soapAction`, empty where it is absent.
    pub(crate) soap_action: String,
    /// The `wsa:Action` of its request.
    pub(crate) action: Action,
    /// The style of the operation.
    pub(crate) style: Style,
    /// The input.
    pub(crate) input: BoundMessage,
    /// The output; none for a one-way operation.
    pub(crate) output: Option<BoundMessage>,
    /// The declared faults.
    pub(crate) faults: Vec<BoundFault>,
}

/// A message as bound to SOAP.
#[derive(Clone, Debug)]
pub(crate) struct BoundMessage {
    /// The message's name.
    pub(crate) message: QName,
    /// Where it is bound.
    pub(crate) span: Span,
    /// The body.
    pub(crate) body: Body,
    /// `use` of the body.
    pub(crate) usage: Use,
    /// The headers.
    pub(crate) headers: Vec<Header>,
}

/// The shape of a body.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    /// Nothing: document style without a part.
    Empty,
    /// Document style: one global element.
    Element(Id<xsd::Element>),
    /// Rpc style, or document style with typed or several parts: a wrapper or bare parts.
    Parts {
        /// The wrapper element of rpc style; none for document style.
        wrapper: Option<QName>,
        /// The parts in order.
        parts: Vec<BodyPart>,
    },
}

/// A part of a body.
#[derive(Clone, Debug)]
pub(crate) struct BodyPart {
    /// The part's name.
    pub(crate) name: String,
    /// Where.
    pub(crate) span: Span,
    /// What it contains.
    pub(crate) content: PartContent,
    /// The element that carries it: the one that it names, or, for a typed part, its accessor, which
    /// has the part's name in no namespace (WS-I Basic Profile 1.1, R2735).
    pub(crate) element: Id<xsd::Element>,
}

/// What a part contains.
#[derive(Clone, Debug)]
pub(crate) enum PartContent {
    /// A global element.
    Element(Id<xsd::Element>),
    /// A type.
    Type(xsd::Type),
}

/// A header.
#[derive(Clone, Debug)]
pub(crate) struct Header {
    /// The message and part that declare it.
    pub(crate) part: String,
    /// Where it is bound.
    pub(crate) span: Span,
    /// The header block: the element that the part names, or, for a typed part, one that has the
    /// part's name.
    pub(crate) element: Id<xsd::Element>,
    /// `use`.
    pub(crate) usage: Use,
    /// `wsdl:required`: whoever does not send it cannot use the operation.
    pub(crate) required: bool,
    /// What a fault may say about it, in a header.
    pub(crate) faults: Vec<BoundFault>,
}

/// A declared fault.
#[derive(Clone, Debug)]
pub(crate) struct BoundFault {
    /// Its name.
    pub(crate) name: String,
    /// Where.
    pub(crate) span: Span,
    /// The detail.
    pub(crate) content: PartContent,
    /// The element of the detail: the one that the part names, or, for a typed part, one that has
    /// the part's name.
    pub(crate) element: Id<xsd::Element>,
    /// `use`.
    pub(crate) usage: Use,
}
