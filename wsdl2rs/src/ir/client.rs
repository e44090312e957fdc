//! Clients, their traits and their operations.

use super::content::Needs;
use super::doc::Doc;
use super::ident::Ident;
use super::ty::Type;
use super::{Marker, ModuleId};

/// Everything that can be called.
#[derive(Debug, Default)]
pub(crate) struct Services {
    /// The operations.
    pub(crate) operations: Vec<Operation>,
    /// The fault enums.
    pub(crate) faults: Vec<FaultEnum>,
    /// The portTypes.
    pub(crate) traits: Vec<PortTrait>,
    /// The ports.
    pub(crate) clients: Vec<Client>,
    /// The wrapper elements of rpc style.
    pub(crate) wrappers: Vec<Marker>,
    /// What stands in bodies without a wrapper.
    pub(crate) contents: Vec<ContentMarker>,
    /// The headers of the requests or of the answers of a portType.
    pub(crate) headers: Vec<HeaderSet>,
}

/// The headers that the operations of a portType declare, for requests or for answers.
#[derive(Debug)]
pub(crate) struct HeaderSet {
    /// Its name.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// Whether they are those of answers.
    pub(crate) is_reply: bool,
    /// The headers.
    pub(crate) fields: Vec<HeaderField>,
    /// The fields that `new` takes, where there is a `new`.
    pub(crate) constructor: Option<Vec<usize>>,
}

/// A declared header.
#[derive(Debug)]
pub(crate) struct HeaderField {
    /// Its name.
    pub(crate) ident: Ident,
    /// Its element.
    pub(crate) element: MarkerPath,
    /// The type of its content.
    pub(crate) ty: Type,
    /// Whether it must be sent.
    pub(crate) required: bool,
    /// Its documentation.
    pub(crate) doc: Doc,
}

impl HeaderSet {
    /// Whether a caller must supply one.
    pub(crate) fn is_required(&self) -> bool {
        self.fields.iter().any(|field| field.required)
    }
}

/// The headers of an operation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct OperationHeaders {
    /// The set for requests, an index into `Services::headers`, and the fields of it that the
    /// operation sends.
    pub(crate) request: Option<(usize, Vec<usize>)>,
    /// The set for answers, where it declares any.
    pub(crate) reply: Option<usize>,
}

/// The body of a message.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    /// No part.
    Nothing,
    /// A global element and the type of its content.
    Element(MarkerPath, Type),
    /// The wrapper of rpc style: one of `Services::wrappers`, and its type.
    Wrapper(Ident, Type),
    /// The same in the encoding of SOAP 1.1, section 5.
    Encoded(Ident, Type),
    /// The content of the body itself: one of `Services::contents`, and its type.
    Contents(Ident, Type),
    /// The same in the encoding of SOAP 1.1, section 5.
    EncodedContents(Ident, Type),
}

impl Body {
    /// The type of the message; none where it says nothing.
    pub(crate) fn ty(&self) -> Option<&Type> {
        match self {
            Self::Nothing => None,
            Self::Element(_, ty)
            | Self::Wrapper(_, ty)
            | Self::Encoded(_, ty)
            | Self::Contents(_, ty)
            | Self::EncodedContents(_, ty) => Some(ty),
        }
    }
}

/// What stands in a body without a wrapper.
#[derive(Debug)]
pub(crate) struct ContentMarker {
    /// Its name in `bodies`.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// Its type.
    pub(crate) value: Type,
    /// What the start tag of the body must declare.
    pub(crate) needs: Needs,
}

/// The SOAP version of a port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    /// SOAP 1.1.
    V11,
    /// SOAP 1.2.
    V12,
}

/// A global element's marker: its module and its name there.
#[derive(Clone, Debug)]
pub(crate) struct MarkerPath {
    /// The module.
    pub(crate) module: ModuleId,
    /// The marker.
    pub(crate) ident: Ident,
}

/// The `wsa:Action` of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Action {
    /// Addressing headers may be sent.
    Offered(String),
    /// They must be sent.
    Required(String),
    /// They must be sent, as the submission of August 2004 has them.
    Submission(String),
}

/// An operation as bound to a port.
#[derive(Debug)]
pub(crate) struct Operation {
    /// The marker's name in `operations`.
    pub(crate) ident: Ident,
    /// The method's name.
    pub(crate) method: Ident,
    /// The documentation of the method.
    pub(crate) doc: Doc,
    /// `wsdl:operation/@name`.
    pub(crate) name: String,
    /// `soapAction`.
    pub(crate) soap_action: String,
    /// The `wsa:Action`, where the runtime does not know it by itself.
    pub(crate) action: Option<Action>,
    /// The version of its port.
    pub(crate) version: Version,
    /// The request.
    pub(crate) input: Body,
    /// The answer; none for a one-way operation.
    pub(crate) output: Option<Body>,
    /// The declared headers.
    pub(crate) headers: OperationHeaders,
    /// The declared faults; an index into `Services::faults`.
    pub(crate) faults: Option<usize>,
    /// Whether the client signs it.
    pub(crate) signed: bool,
}

/// The declared faults of an operation.
#[derive(Debug)]
pub(crate) struct FaultEnum {
    /// Its name.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// The faults.
    pub(crate) variants: Vec<FaultVariant>,
}

/// A declared fault.
#[derive(Debug)]
pub(crate) struct FaultVariant {
    /// Its name.
    pub(crate) ident: Ident,
    /// What it is in the detail.
    pub(crate) detail: FaultDetail,
    /// The type of the detail.
    pub(crate) ty: Type,
    /// Its documentation.
    pub(crate) doc: Doc,
}

/// What a declared fault is in the detail.
#[derive(Debug)]
pub(crate) enum FaultDetail {
    /// A global element.
    Element(MarkerPath),
    /// A part with a type: one of `Services::wrappers`, and the namespace and the local part of the
    /// name of its type, empty for one without a name.
    Part(Ident, (String, String)),
}

/// A portType.
#[derive(Debug)]
pub(crate) struct PortTrait {
    /// Its name.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// Its operations: indices into `Services::operations`, of one port that implements it.
    pub(crate) operations: Vec<usize>,
}

/// A port.
#[derive(Debug)]
pub(crate) struct Client {
    /// Its name.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// `soap:address/@location`.
    pub(crate) address: String,
    /// Its operations: indices into `Services::operations`.
    pub(crate) operations: Vec<usize>,
    /// The trait that it implements: an index into `Services::traits`. None where the port
    /// lacks an operation of it.
    pub(crate) implements: Option<usize>,
    /// The headers of its requests: an index into `Services::headers`.
    pub(crate) headers: Option<usize>,
    /// Whether an operation is signed.
    pub(crate) signed: bool,
    /// `{namespace}service` and port, for inspection.
    pub(crate) service: String,
    /// The port's name.
    pub(crate) port: String,
    /// The version.
    pub(crate) version: Version,
}
