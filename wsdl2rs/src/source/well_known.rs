//! Schemas of specifications that contracts import without saying where they are, or from where
//! no copy is at hand. Written for this generator after the specifications; used only for a
//! namespace that no other document declares.

/// A schema that the generator has.
#[derive(Debug)]
pub(crate) struct WellKnown {
    /// Its target namespace.
    pub(crate) namespace: &'static str,
    /// Where its publisher has it.
    pub(crate) uri: &'static str,
    /// The document.
    pub(crate) text: &'static str,
}

/// The schemas, by namespace.
const SCHEMAS: &[WellKnown] = &[
    WellKnown {
        namespace: "http://www.w3.org/XML/1998/namespace",
        uri: "http://www.w3.org/2001/xml.xsd",
        text: include_str!("well_known/xml.xsd"),
    },
    WellKnown {
        namespace: "http://schemas.xmlsoap.org/soap/encoding/",
        uri: "http://schemas.xmlsoap.org/soap/encoding/",
        text: include_str!("well_known/soap-encoding-1.1.xsd"),
    },
    WellKnown {
        namespace: "http://www.w3.org/2003/05/soap-encoding",
        uri: "http://www.w3.org/2003/05/soap-encoding",
        text: include_str!("well_known/soap-encoding-1.2.xsd"),
    },
    WellKnown {
        namespace: "http://www.w3.org/2005/08/addressing",
        uri: "http://www.w3.org/2005/08/addressing/ws-addr.xsd",
        text: include_str!("well_known/ws-addressing-1.0.xsd"),
    },
    WellKnown {
        namespace: "http://schemas.xmlsoap.org/ws/2004/08/addressing",
        uri: "http://schemas.xmlsoap.org/ws/2004/08/addressing",
        text: include_str!("well_known/ws-addressing-2004-08.xsd"),
    },
    WellKnown {
        namespace: "http://www.w3.org/2005/05/xmlmime",
        uri: "http://www.w3.org/2005/05/xmlmime",
        text: include_str!("well_known/xmlmime.xsd"),
    },
    WellKnown {
        namespace: "http://www.w3.org/2004/08/xop/include",
        uri: "http://www.w3.org/2004/08/xop/include",
        text: include_str!("well_known/xop-include.xsd"),
    },
    WellKnown {
        namespace: "http://www.w3.org/2000/09/xmldsig#",
        uri: "http://www.w3.org/TR/xmldsig-core/xmldsig-core-schema.xsd",
        text: include_str!("well_known/xmldsig.xsd"),
    },
    WellKnown {
        namespace: "http://www.w3.org/2001/04/xmlenc#",
        uri: "http://www.w3.org/TR/xmlenc-core/xenc-schema.xsd",
        text: include_str!("well_known/xmlenc.xsd"),
    },
    WellKnown {
        namespace: "http://www.w3.org/1999/xlink",
        uri: "http://www.w3.org/1999/xlink.xsd",
        text: include_str!("well_known/xlink.xsd"),
    },
    WellKnown {
        namespace: "http://schemas.xmlsoap.org/wsdl/",
        uri: "http://schemas.xmlsoap.org/wsdl/",
        text: include_str!("well_known/wsdl-1.1.xsd"),
    },
    WellKnown {
        namespace: "http://xml.apache.org/xml-soap",
        uri: "http://xml.apache.org/xml-soap",
        text: include_str!("well_known/apache-soap.xsd"),
    },
];

/// The schema for a namespace.
pub(crate) fn find(namespace: &str) -> Option<&'static WellKnown> {
    SCHEMAS.iter().find(|schema| schema.namespace == namespace)
}
