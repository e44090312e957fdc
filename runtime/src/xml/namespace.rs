//! Namespaces as small numbers, so that names are compared without their URIs
//! (Namespaces in XML 1.0, section 2.1).

use super::scope::FIXED;

/// The namespace of the prefix `xml`.
pub(crate) const XML_URI: &str = FIXED[XML as usize];
/// The namespace of `xsi:type` and its like.
pub(crate) const XSI_URI: &str = FIXED[XSI as usize];
/// The namespace of the built-in types.
pub(crate) const XSD_URI: &str = "http://www.w3.org/2001/XMLSchema";

/// The number of "in no namespace".
pub const NO_NAMESPACE: u16 = 0;
/// The number of `http://www.w3.org/XML/1998/namespace`, bound to `xml` everywhere.
pub const XML: u16 = 1;
/// The number of `http://www.w3.org/2001/XMLSchema-instance`.
pub const XSI: u16 = 2;
/// The number of `http://schemas.xmlsoap.org/soap/envelope/`, SOAP 1.1.
pub const SOAP_11: u16 = 3;
/// The number of `http://www.w3.org/2003/05/soap-envelope`, SOAP 1.2.
pub const SOAP_12: u16 = 4;
/// The number of `http://www.w3.org/2005/08/addressing`, WS-Addressing 1.0.
pub const ADDRESSING: u16 = 5;
/// The number of the WS-Security 1.0 extension namespace, usually prefixed `wsse`.
pub const WSSE: u16 = 6;
/// The number of the WS-Security 1.0 utility namespace, usually prefixed `wsu`.
pub const WSU: u16 = 7;
/// The number of `http://schemas.xmlsoap.org/soap/encoding/`, the encoding of SOAP 1.1, section 5.
pub const SOAP_ENCODING: u16 = 8;
/// The number of the first namespace in the list that a [`Reader`](super::Reader) is made with;
/// the next has the next number. A namespace that has a fixed number above keeps it even when the
/// list repeats it. Namespaces that are neither fixed nor listed get numbers after the list's.
pub const FIRST_GENERATED: u16 = 16;

/// The URI of a namespace by its number, where the first generated ones are `namespaces`; empty for
/// no namespace.
pub(crate) fn namespace_of(number: u16, namespaces: &'static [&'static str]) -> &'static str {
    let generated = || namespaces.get(usize::from(number.checked_sub(FIRST_GENERATED)?)).copied();
    FIXED.get(usize::from(number)).copied().or_else(generated).unwrap_or("")
}

const _: () = assert!(FIXED.len() <= FIRST_GENERATED as usize);

/// An expanded name as the reader gives it: comparing two is comparing a number and a slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// The namespace's number: one of the constants of this module, a position in the reader's
    /// list from [`FIRST_GENERATED`] on, or a number of this document alone.
    pub namespace: u16,
    /// The local part.
    pub local: &'a str,
}

impl<'a> Name<'a> {
    /// The name made of a namespace number and a local part.
    #[must_use]
    pub const fn new(namespace: u16, local: &'a str) -> Self {
        Self { namespace, local }
    }
}
