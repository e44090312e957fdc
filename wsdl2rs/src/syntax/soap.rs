//! The SOAP 1.1 and 1.2 extension elements of WSDL 1.1 (WSDL 1.1, section 3; WSDL 1.1 Binding
//! Extension for SOAP 1.2).

use crate::source::{Span, Spanned};
use crate::vocabulary::{Namespace, QName};

/// Which SOAP extension namespace an element is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SoapVersion {
    /// SOAP 1.1.
    V11,
    /// SOAP 1.2.
    V12,
}

/// `style` of a binding or an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// Parts are the message.
    Document,
    /// Parts are parameters.
    Rpc,
}

/// `use` of a body, header or fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Use {
    /// As the schema says.
    Literal,
    /// By an encoding style.
    Encoded,
}

/// `soap:binding`.
#[derive(Clone, Debug)]
pub(crate) struct SoapBinding {
    /// Its start tag.
    pub(crate) span: Span,
    /// Its namespace.
    pub(crate) version: SoapVersion,
    /// `transport`, a URI.
    pub(crate) transport: Option<Spanned<String>>,
    /// `style`; document where it is absent.
    pub(crate) style: Option<Spanned<Style>>,
}

/// `soap:operation`.
#[derive(Clone, Debug)]
pub(crate) struct SoapOperation {
    /// Its start tag.
    pub(crate) span: Span,
    /// `soapAction`.
    pub(crate) action: Option<Spanned<String>>,
    /// `soapActionRequired` (1.2).
    pub(crate) action_required: Option<bool>,
    /// `style`; the binding's where it is absent.
    pub(crate) style: Option<Spanned<Style>>,
}

/// `soap:body`.
#[derive(Clone, Debug)]
pub(crate) struct SoapBody {
    /// Its start tag.
    pub(crate) span: Span,
    /// `parts`, names of message parts.
    pub(crate) parts: Option<Spanned<Vec<String>>>,
    /// `use`; literal where it is absent.
    pub(crate) usage: Option<Spanned<Use>>,
    /// `encodingStyle`, a list of URIs.
    pub(crate) encoding_style: Option<String>,
    /// `namespace` of the rpc wrapper.
    pub(crate) namespace: Option<Spanned<Namespace>>,
}

/// `soap:header` or `soap:headerfault`.
#[derive(Clone, Debug)]
pub(crate) struct SoapHeader {
    /// Its start tag.
    pub(crate) span: Span,
    /// `message`.
    pub(crate) message: Spanned<QName>,
    /// `part`.
    pub(crate) part: Spanned<String>,
    /// `use`; literal where it is absent.
    pub(crate) usage: Option<Spanned<Use>>,
    /// `encodingStyle`.
    pub(crate) encoding_style: Option<String>,
    /// `namespace`.
    pub(crate) namespace: Option<Spanned<Namespace>>,
    /// `headerfault` children.
    pub(crate) faults: Vec<SoapHeader>,
}

/// `soap:fault`.
#[derive(Clone, Debug)]
pub(crate) struct SoapFault {
    /// Its start tag.
    pub(crate) span: Span,
    /// `name`; the WSDL fault's where it is absent.
    pub(crate) name: Option<Spanned<String>>,
    /// `use`; literal where it is absent.
    pub(crate) usage: Option<Spanned<Use>>,
}

/// `soap:address`.
#[derive(Clone, Debug)]
pub(crate) struct SoapAddress {
    /// Its start tag.
    pub(crate) span: Span,
    /// Its namespace.
    pub(crate) version: SoapVersion,
    /// `location`.
    pub(crate) location: Spanned<String>,
}
