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
/// SOAP over HTTP, as the `transport` of a binding.
pub(crate) const SOAP_HTTP: &str = "http://schemas.xmlsoap.org/soap/http";
/// SOAP 1.2 over HTTP, as some bindings name it.
pub(crate) const SOAP12_HTTP: &str = "http://www.w3.org/2003/05/soap/bindings/HTTP/";
