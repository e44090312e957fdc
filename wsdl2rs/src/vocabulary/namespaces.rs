//! Namespace URIs of the specifications that the generator reads.

/// XML Schema 1.0.
pub(crate) const XSD: &str = "http://www.w3.org/2001/XMLSchema";
/// `xsi:nil`, `xsi:type` and the like.
pub(crate) const XSI: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// The `xml:` prefix.
pub(crate) const XML: &str = "http://www.w3.org/XML/1998/namespace";
/// WSDL 1.1.
pub(crate) const WSDL: &str = "http://schemas.xmlsoap.org/wsdl/";
/// The SOAP 1.1 binding of WSDL 1.1.
pub(crate) const WSDL_SOAP11: &str = "http://schemas.xmlsoap.org/wsdl/soap/";
/// The SOAP 1.2 binding of WSDL 1.1.
pub(crate) const WSDL_SOAP12: &str = "http://schemas.xmlsoap.org/wsdl/soap12/";
/// The HTTP binding of WSDL 1.1.
pub(crate) const WSDL_HTTP: &str = "http://schemas.xmlsoap.org/wsdl/http/";
/// The MIME binding of WSDL 1.1.
pub(crate) const WSDL_MIME: &str = "http://schemas.xmlsoap.org/wsdl/mime/";
/// Section 5 encoding of SOAP 1.1.
pub(crate) const SOAP11_ENCODING: &str = "http://schemas.xmlsoap.org/soap/encoding/";
/// The encoding of SOAP 1.2.
pub(crate) const SOAP12_ENCODING: &str = "http://www.w3.org/2003/05/soap-encoding";
/// SOAP 1.1 envelopes.
pub(crate) const SOAP11_ENVELOPE: &str = "http://schemas.xmlsoap.org/soap/envelope/";
/// SOAP 1.2 envelopes.
pub(crate) const SOAP12_ENVELOPE: &str = "http://www.w3.org/2003/05/soap-envelope";
/// WS-Addressing 1.0.
pub(crate) const ADDRESSING: &str = "http://www.w3.org/2005/08/addressing";
/// The extension namespace of WS-Security 1.0.
pub(crate) const WSSE: &str =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
/// The utility namespace of WS-Security 1.0.
pub(crate) const WSU: &str =
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";
/// SOAP over HTTP, as the `transport` of a binding.
pub(crate) const SOAP_HTTP: &str = "http://schemas.xmlsoap.org/soap/http";
/// The XML Schema working draft that early toolkits used.
pub(crate) const XSD_1999: &str = "http://www.w3.org/1999/XMLSchema";
/// The XML Schema candidate recommendation that early toolkits used.
pub(crate) const XSD_2000: &str = "http://www.w3.org/2000/10/XMLSchema";
/// WSDL 2.0.
pub(crate) const WSDL20: &str = "http://www.w3.org/ns/wsdl";
/// WS-Addressing 1.0 Metadata, and a draft of it.
pub(crate) const WSAM: &[&str] = &[
    "http://www.w3.org/2007/05/addressing/metadata",
    "http://www.w3.org/2007/02/addressing/metadata",
];
/// WS-Addressing 1.0 WSDL binding, and its drafts.
pub(crate) const WSAW: &[&str] = &[
    "http://www.w3.org/2006/05/addressing/wsdl",
    "http://www.w3.org/2006/02/addressing/wsdl",
    "http://www.w3.org/2005/02/addressing/wsdl",
];
/// Policy assertions of the WS-Addressing submission of August 2004.
pub(crate) const WSAP: &str = "http://schemas.xmlsoap.org/ws/2004/08/addressing/policy";
/// WS-SecurityPolicy 1.1 to 1.4.
pub(crate) const SECURITY_POLICY: &[&str] = &[
    "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200702",
    "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200512",
    "http://docs.oasis-open.org/ws-sx/ws-securitypolicy/200802",
    "http://schemas.xmlsoap.org/ws/2005/07/securitypolicy",
];
/// WS-MTOMPolicy 1.0 and 1.1.
pub(crate) const MTOM_POLICY: &[&str] = &[
    "http://schemas.xmlsoap.org/ws/2004/09/policy/optimizedmimeserialization",
    "http://www.w3.org/2007/08/soap12-mtom-policy",
];
/// The character encodings that a service reads, of WSIT and .NET.
pub(crate) const ENCODING_POLICY: &str = "http://schemas.xmlsoap.org/ws/2004/09/policy/encoding";
/// What the namespaces of Metro's own policies begin with.
pub(crate) const METRO: &str = "http://schemas.sun.com/";
/// HTTP authentication, of .NET.
pub(crate) const HTTP_POLICY: &str = "http://schemas.microsoft.com/ws/06/2004/policy/http";
/// WS-Addressing 1.0 and the submission before it.
pub(crate) const WSA: &[&str] =
    &["http://www.w3.org/2005/08/addressing", "http://schemas.xmlsoap.org/ws/2004/08/addressing"];
/// WS-Policy, and what was published before it.
pub(crate) const POLICY: &[&str] = &[
    "http://www.w3.org/ns/ws-policy",
    "http://www.w3.org/2006/07/ws-policy",
    "http://schemas.xmlsoap.org/ws/2004/09/policy",
    "http://schemas.xmlsoap.org/ws/2002/12/policy",
];
/// SOAP 1.2 over HTTP, as some bindings name it.
pub(crate) const SOAP12_HTTP: &str = "http://www.w3.org/2003/05/soap/bindings/HTTP/";
