//! The rules that an input can break: one variant each.
//!
//! A rule of a specification keeps the specification's name; ours begin with `W2R`.

use super::Severity;

/// Declares the codes: variant, id, severity, where it is specified, advice.
macro_rules! codes {
    ($($variant:ident = $id:literal, $severity:ident, $reference:literal, $help:literal;)*) => {
        /// A rule.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Code { $(#[doc = $reference] $variant),* }

        impl Code {
            /// Every rule.
            pub(crate) const ALL: &[Code] = &[$(Code::$variant),*];

            /// The rule's name, as printed.
            pub(crate) fn id(self) -> &'static str {
                match self { $(Code::$variant => $id),* }
            }

            /// The weight of a finding, unless configured otherwise.
            pub(crate) fn severity(self) -> Severity {
                match self { $(Code::$variant => Severity::$severity),* }
            }

            /// Where the rule is specified.
            pub(crate) fn reference(self) -> &'static str {
                match self { $(Code::$variant => $reference),* }
            }

            /// What to do in general.
            pub(crate) fn help(self) -> &'static str {
                match self { $(Code::$variant => $help),* }
            }
        }
    };
}

codes! {
    UnresolvedName = "src-resolve", Error, "XSD 1.0 Part 1, section 3.15.3",
        "declare the component, or import the schema that does";
    DuplicateComponent = "sch-props-correct", Error, "XSD 1.0 Part 1, section 3.15.6",
        "keep one of the two definitions";
    XmlNotWellFormed = "xml-not-well-formed", Error, "XML 1.0, section 2.1; Namespaces in XML 1.0, section 7",
        "make the document well-formed XML";
    DoctypeRefused = "W2R-doctype", Error, "XML 1.0, section 2.8; WSDL and XSD documents need no document type",
        "remove the document type declaration, and write out the entities that it declares";
    EncodingUnsupported = "W2R-encoding", Error, "XML 1.0, section 4.3.3",
        "save the document as UTF-8, and say so in its XML declaration";
    EncodingMislabelled = "W2R-encoding-label", Warning, "XML 1.0, section 4.3.3",
        "name the encoding that the document has in its XML declaration";
    LimitExceeded = "W2R-limit", Error, "limits of the generator",
        "split the document, or raise the limit in the configuration";
    FileNotRead = "W2R-file", Error, "reading of documents",
        "give the path of a WSDL or XSD file that can be read";
    OutsideFolder = "W2R-outside-folder", Error, "a document may only name files below the folders that the user named",
        "name the folder as an include folder, or the location in a catalog";
    DocumentNotFound = "W2R-not-found", Error, "WSDL 1.1, section 2.1.1; XSD 1.0 Part 1, sections 4.2.1 and 4.2.3",
        "put the file where the location says, or name it in a catalog given by `--catalog`; `wsdl2rs fetch` writes one";
    UnusedNotFound = "W2R-not-found-unused", Warning, "XSD 1.0 Part 1, section 4.2.3",
        "remove the import, or name a file for the location in a catalog given by `--catalog`";
    UnknownRoot = "W2R-root", Error, "WSDL 1.1, section 2.1; XSD 1.0 Part 1, section 3.15.2",
        "give a WSDL 1.1 or XML Schema document";
    UnsupportedVersion = "W2R-version", Error, "supported are XML 1.0, WSDL 1.1 and XML Schema 1.0",
        "ask the publisher for WSDL 1.1 with XML Schema of 2001";
    Xsd11 = "W2R-xsd-1.1", Error, "XSD 1.1 Part 1, appendix G",
        "ask for the schema in its form for XML Schema 1.0";
    Xsd11Unchecked = "W2R-xsd-1.1-unchecked", Warning, "XSD 1.1 Part 1, section 3.13",
        "check the condition in your own code";
    ElementNotAllowed = "s4s-elt-invalid-content", Error, "XSD 1.0 Part 1, appendix A",
        "remove the element, or correct its name";
    ElementMisplaced = "s4s-elt-order", Warning, "XSD 1.0 Part 1, appendix A",
        "move the element to its place";
    TextNotAllowed = "s4s-elt-character", Error, "XSD 1.0 Part 1, appendix A",
        "remove the text, or put it into a documentation element";
    AttributeNotAllowed = "s4s-att-not-allowed", Error, "XSD 1.0 Part 1, appendix A",
        "remove the attribute, or correct its name";
    AttributeIgnored = "s4s-att-ignored", Warning, "XSD 1.0 Part 1, appendix A",
        "remove the attribute, which says nothing here";
    AttributeInvalid = "s4s-att-invalid-value", Error, "XSD 1.0 Part 1, appendix A",
        "give the attribute a value of its type";
    AttributeMissing = "s4s-att-must-appear", Error, "XSD 1.0 Part 1, appendix A",
        "add the attribute";
    UndeclaredPrefix = "src-qname", Error, "XSD 1.0 Part 1, section 3.15.3; Namespaces in XML 1.0, section 5",
        "declare the prefix, or correct it";
    NameNotNcName = "s4s-name", Warning, "XSD 1.0 Part 2, section 3.3.7",
        "give the component a name without spaces, colons and signs";
    InvalidInclude = "src-include", Error, "XSD 1.0 Part 1, section 4.2.1",
        "import the schema, or give it the namespace of the schema that includes it";
    InvalidRedefine = "src-redefine", Error, "XSD 1.0 Part 1, section 4.2.2",
        "redefine a schema of the same namespace, or of none";
    InvalidImport = "src-import", Error, "XSD 1.0 Part 1, section 4.2.3",
        "include a schema of the same namespace, import one of another";
    ImportNamespaceDiffers = "src-import.3", Warning, "XSD 1.0 Part 1, section 4.2.3",
        "import the namespace that the schema declares";
    InvalidElement = "src-element", Error, "XSD 1.0 Part 1, section 3.3.3",
        "keep either of the two";
    InvalidAttribute = "src-attribute", Error, "XSD 1.0 Part 1, section 3.2.3",
        "keep either of the two";
    InvalidOccurs = "p-props-correct", Error, "XSD 1.0 Part 1, section 3.9.6",
        "let minOccurs be at most maxOccurs";
    InvalidAll = "cos-all-limited", Error, "XSD 1.0 Part 1, section 3.8.6",
        "use a sequence or a choice";
    InvalidSimpleType = "src-simple-type", Error, "XSD 1.0 Part 1, section 3.14.3",
        "derive the type by one restriction, list or union of one type";
    InvalidComplexType = "src-ct", Error, "XSD 1.0 Part 1, section 3.4.3",
        "derive the type by one extension or restriction";
    InvalidWsdl = "R2028", Error, "WS-I Basic Profile 1.1, section 4.1.10; WSDL 1.1, appendix A.4",
        "follow the schema of WSDL 1.1";
    SloppyWsdl = "R2028-ignored", Warning, "WS-I Basic Profile 1.1, section 4.1.10; WSDL 1.1, appendix A.4",
        "remove it, for it says nothing here";
    InvalidSoapBinding = "R2029", Error, "WS-I Basic Profile 1.1, section 4.1.10; WSDL 1.1, section 3",
        "follow the schema of the SOAP binding";
    SloppySoapBinding = "R2029-ignored", Warning, "WS-I Basic Profile 1.1, section 4.1.10; WSDL 1.1, section 3",
        "remove it, for it says nothing here";
    WsdlImportOfSchema = "R2001", Warning, "WS-I Basic Profile 1.1, section 4.1.1",
        "import the schema by xs:import within wsdl:types";
    ImportNamespaceOfWsdl = "R2005", Warning, "WS-I Basic Profile 1.1, section 4.1.1",
        "import the namespace that the document declares";
    RequiredExtension = "W2R-required-extension", Error, "WSDL 1.1, section 2.1.3",
        "ask for a contract without the extension, or make it optional if the service can do without";
    RequiredAddressing = "W2R-required-addressing", Warning, "WS-Addressing 1.0 WSDL Binding, section 3.1.1",
        "add the message addressing headers to each call";
    CatalogInvalid = "W2R-catalog", Error, "a catalog has lines of a URI, a tab and a path",
        "write one URI, one tab and one path on each line";
    DoctypeReplaced = "W2R-doctype-replaced", Warning, "XML 1.0, section 2.8",
        "nothing, unless the document differs from the published one: the generator has its own copy without a document type";
    InvalidXPath = "c-selector-xpath", Error, "XSD 1.0 Part 1, sections 3.11.6 and 3.11.2",
        "write a path of child steps, with an attribute as the last step of a field";
}
