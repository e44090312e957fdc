//! The rules that an input can break: one variant each.
//!
//! A rule of a specification keeps the specification's name; ours begin with `W2R`. What a rule
//! means, and what to do, is told at length in the pages of `explain/`.

use super::Severity;

/// What a rule weighs, and whether the configuration may say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    /// Always an error: nothing sensible can be generated.
    Error,
    /// An error by default: the construct has no Rust form. Lowered, it is left out.
    Refusal,
    /// A warning by default.
    Warning,
    /// A note by default.
    Note,
}

/// Declares the codes: variant, id, weight, where it is specified, advice.
macro_rules! codes {
    ($($variant:ident = $id:literal, $weight:ident, $reference:literal, $help:literal;)*) => {
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

            /// What it weighs.
            pub(crate) fn weight(self) -> Weight {
                match self { $(Code::$variant => Weight::$weight),* }
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

impl Code {
    /// The weight of a finding, unless configured otherwise.
    pub(crate) fn severity(self) -> Severity {
        match self.weight() {
            Weight::Error | Weight::Refusal => Severity::Error,
            Weight::Warning => Severity::Warning,
            Weight::Note => Severity::Note,
        }
    }

    /// The rule of this name.
    pub(crate) fn from_id(id: &str) -> Option<Code> {
        Self::ALL.iter().copied().find(|code| code.id() == id)
    }
}

codes! {
    ConfigInvalid = "W2R-config", Error, "wsdl2rs.toml, `wsdl2rs::Config`",
        "correct the entry";
    ConfigUnknownKey = "W2R-config-key", Error, "wsdl2rs.toml, `wsdl2rs::Config`",
        "correct the key, or remove it";
    ConfigUnmatched = "W2R-config-unmatched", Error, "wsdl2rs.toml, `wsdl2rs::Config`",
        "correct the name, or remove the option; `wsdl2rs inspect` lists the names";
    ConfigNothingLowered = "W2R-config-level", Warning, "wsdl2rs.toml, `wsdl2rs::Config`",
        "remove the option";
    UnresolvedName = "src-resolve", Refusal, "XSD 1.0 Part 1, section 3.15.3",
        "declare the component, or import the schema that does";
    DuplicateComponent = "sch-props-correct", Refusal, "XSD 1.0 Part 1, section 3.15.6",
        "keep one of the two definitions";
    ValueConstraintHere = "W2R-value-constraint", Refusal, "XSD 1.0 Part 1, section 3.3.1",
        "give the element a simple type that has no names, or drop the value";
    PatternLimit = "W2R-pattern-limit", Refusal, "limits of the generator",
        "allow this code to have the pattern not checked";
    Pattern = "W2R-pattern", Refusal, "XSD 1.0 Part 2, appendix F",
        "write a regular expression of XML Schema, which has its own syntax";
    PatternDialect = "W2R-pattern-dialect", Warning, "XSD 1.0 Part 2, appendix F",
        "write the pattern as XML Schema has it, or allow this code where it is meant as it is read";
    EnumerationBase = "W2R-enumeration-base", Refusal, "XSD 1.0 Part 2, section 4.3.5",
        "enumerate the names themselves, or allow this code to compare the texts";
    FacetHere = "W2R-facet", Refusal, "XSD 1.0 Part 2, section 4.3",
        "allow this code to have the facet not checked";
    NameTaken = "W2R-name-taken", Note, "Rust Reference, section \"Identifiers\"",
        "rename one of the two in the configuration if the number is not stable enough";
    EncodedUse = "W2R-encoded", Refusal, "WSDL 1.1, section 3.5",
        "allow this code to leave the operation out";
    BodyShape = "W2R-body", Refusal, "WSDL 1.1, section 3.5",
        "allow this code to leave the operation out";
    XmlNotWellFormed = "xml-not-well-formed", Error, "XML 1.0, section 2.1; Namespaces in XML 1.0, section 7",
        "make the document well-formed XML";
    DoctypeRefused = "W2R-doctype", Error, "XML 1.0, section 2.8; WSDL and XSD documents need no document type",
        "remove the document type declaration, and write out the entities that it declares";
    EncodingUnsupported = "W2R-encoding", Error, "XML 1.0, section 4.3.3",
        "save the document as UTF-8, and say so in its XML declaration";
    EncodingMislabelled = "W2R-encoding-label", Warning, "XML 1.0, section 4.3.3",
        "name the encoding that the document has in its XML declaration";
    LimitExceeded = "W2R-limit", Error, "limits of the generator",
        "split the document: no contract needs as much, and the limit bounds what a hostile one costs";
    FileNotRead = "W2R-file", Error, "reading of documents",
        "give the path of a WSDL or XSD file that can be read";
    OutsideFolder = "W2R-outside-folder", Error, "a document may only name files below the folders that the user named",
        "name the folder as an include folder, or the location in a catalog";
    DocumentNotFound = "W2R-not-found", Refusal, "WSDL 1.1, section 2.1.1; XSD 1.0 Part 1, sections 4.2.1 and 4.2.3",
        "put the file where the location says, or name it in a catalog given by `--catalog`; `wsdl2rs fetch` writes one";
    IncludeNotFound = "W2R-include-not-found", Warning, "XSD 1.0 Part 1, section 4.2.1",
        "put the file where the location says, or name it in a catalog given by `--catalog`; `wsdl2rs fetch` writes one";
    ForeignElement = "W2R-foreign-element", Warning, "XSD 1.0 Part 1, section 3.15.2",
        "put it into an `xs:appinfo`";
    MissingComponent = "W2R-missing-component", Refusal, "XSD 1.0 Part 1, section 5.3",
        "give the included document as well";
    OwnNamespaceTaken = "W2R-own-namespace", Warning, "XSD 1.0 Part 1, section 3.15.3",
        "write the prefix of the schema's target namespace before the name";
    UnusedNotFound = "W2R-not-found-unused", Warning, "XSD 1.0 Part 1, section 4.2.3",
        "remove the import, or name a file for the location in a catalog given by `--catalog`";
    UnknownRoot = "W2R-root", Error, "WSDL 1.1, section 2.1; XSD 1.0 Part 1, section 3.15.2",
        "give a WSDL 1.1 or XML Schema document";
    UnsupportedVersion = "W2R-version", Refusal, "supported are XML 1.0, WSDL 1.1 and XML Schema 1.0",
        "ask the publisher for WSDL 1.1 with XML Schema of 2001";
    DraftSchema = "W2R-draft", Warning, "supported is XML Schema 1.0 of 2001",
        "ask the publisher for the schema in its form of 2001";
    Xsd11 = "W2R-xsd-1.1", Refusal, "XSD 1.1 Part 1, appendix G",
        "ask for the schema in its form for XML Schema 1.0";
    Xsd11Unchecked = "W2R-xsd-1.1-unchecked", Warning, "XSD 1.1 Part 1, section 3.13",
        "check the condition in your own code";
    ElementNotAllowed = "s4s-elt-invalid-content", Refusal, "XSD 1.0 Part 1, appendix A",
        "remove the element, or correct its name";
    ElementMisplaced = "s4s-elt-order", Warning, "XSD 1.0 Part 1, appendix A",
        "move the element to its place";
    TextNotAllowed = "s4s-elt-character", Refusal, "XSD 1.0 Part 1, appendix A",
        "remove the text, or put it into a documentation element";
    AttributeNotAllowed = "s4s-att-not-allowed", Refusal, "XSD 1.0 Part 1, appendix A",
        "remove the attribute, or correct its name";
    AttributeIgnored = "s4s-att-ignored", Warning, "XSD 1.0 Part 1, appendix A",
        "remove the attribute, which says nothing here";
    AttributeInvalid = "s4s-att-invalid-value", Refusal, "XSD 1.0 Part 1, appendix A",
        "correct the value";
    AttributeMissing = "s4s-att-must-appear", Refusal, "XSD 1.0 Part 1, appendix A",
        "add the attribute";
    UndeclaredPrefix = "src-qname", Refusal, "XSD 1.0 Part 1, section 3.15.3; Namespaces in XML 1.0, section 5",
        "declare the prefix, or correct it";
    NameNotNcName = "s4s-name", Warning, "XSD 1.0 Part 2, section 3.3.7",
        "give the component a name without spaces, colons and signs";
    InvalidInclude = "src-include", Refusal, "XSD 1.0 Part 1, section 4.2.1",
        "import the schema, or give it the namespace of the schema that includes it";
    InvalidRedefine = "src-redefine", Refusal, "XSD 1.0 Part 1, section 4.2.2",
        "redefine a schema of the same namespace, or of none";
    InvalidImport = "src-import", Refusal, "XSD 1.0 Part 1, section 4.2.3",
        "include a schema of the same namespace, import one of another";
    ImportNamespaceDiffers = "src-import.3", Warning, "XSD 1.0 Part 1, section 4.2.3",
        "import the namespace that the schema declares";
    InvalidElement = "src-element", Refusal, "XSD 1.0 Part 1, section 3.3.3",
        "keep either of the two";
    InvalidAttribute = "src-attribute", Refusal, "XSD 1.0 Part 1, section 3.2.3",
        "keep either of the two";
    InvalidOccurs = "p-props-correct", Refusal, "XSD 1.0 Part 1, section 3.9.6",
        "let minOccurs be at most maxOccurs";
    InvalidAll = "cos-all-limited", Refusal, "XSD 1.0 Part 1, section 3.8.6",
        "use a sequence or a choice";
    ExtendedAll = "cos-all-limited.1.2", Warning, "XSD 1.0 Part 1, section 3.8.6",
        "use a sequence in the base and in the extension";
    RepeatedInAll = "cos-all-limited.2", Warning, "XSD 1.0 Part 1, section 3.8.6",
        "use a sequence or a choice";
    InvalidSimpleType = "src-simple-type", Refusal, "XSD 1.0 Part 1, section 3.14.3",
        "derive the type by one restriction, list or union of one type";
    InvalidComplexType = "src-ct", Refusal, "XSD 1.0 Part 1, section 3.4.3",
        "derive the type by one extension or restriction";
    InvalidWsdl = "R2028", Refusal, "WS-I Basic Profile 1.1, section 4.1.10; WSDL 1.1, appendix A.4",
        "follow the schema of WSDL 1.1";
    SloppyWsdl = "R2028-ignored", Warning, "WS-I Basic Profile 1.1, section 4.1.10; WSDL 1.1, appendix A.4",
        "remove it, for it says nothing here";
    InvalidSoapBinding = "R2029", Refusal, "WS-I Basic Profile 1.1, section 4.1.10; WSDL 1.1, section 3",
        "follow the schema of the SOAP binding";
    SloppySoapBinding = "R2029-ignored", Warning, "WS-I Basic Profile 1.1, section 4.1.10; WSDL 1.1, section 3",
        "remove it, for it says nothing here";
    WsdlImportOfSchema = "R2001", Warning, "WS-I Basic Profile 1.1, section 4.1.1",
        "import the schema by xs:import within wsdl:types";
    ImportNamespaceOfWsdl = "R2005", Warning, "WS-I Basic Profile 1.1, section 4.1.1",
        "import the namespace that the document declares";
    RequiredExtension = "W2R-required-extension", Refusal, "WSDL 1.1, section 2.1.3",
        "ask for a contract without the extension, or make it optional if the service can do without";
    PolicyRequired = "W2R-policy", Warning, "WS-Policy 1.5 Framework, section 4; WS-Policy 1.5 Attachment, section 4",
        "ask whether the service takes messages without it, or for a policy that does";
    PolicyOptional = "W2R-policy-optional", Note, "WS-Policy 1.5 Framework, section 4.3.1",
        "nothing: the service can do without";
    CatalogInvalid = "W2R-catalog", Error, "a catalog has lines of a URI, a tab and a path",
        "write one URI, one tab and one path on each line";
    UnimportedNamespace = "src-resolve.4", Warning, "XSD 1.0 Part 1, section 3.15.3, clause 4",
        "import the namespace in the schema that refers to it";
    RepeatedComponent = "W2R-repeated-component", Warning, "XSD 1.0 Part 1, section 3.15.6",
        "keep one of the two definitions";
    DoctypeReplaced = "W2R-doctype-replaced", Warning, "XML 1.0, section 2.8",
        "nothing, unless the document differs from the published one: the generator has its own copy without a document type";
    CircularType = "ct-props-correct.3", Refusal, "XSD 1.0 Part 1, section 3.4.6",
        "derive the type from another base";
    CircularSimpleType = "st-props-correct.2", Refusal, "XSD 1.0 Part 1, section 3.14.6",
        "derive the type from another base";
    CircularGroup = "mg-props-correct.2", Refusal, "XSD 1.0 Part 1, section 3.8.6",
        "put an element between the group and itself";
    CircularAttributeGroup = "src-attribute_group.3", Refusal, "XSD 1.0 Part 1, section 3.6.3",
        "remove the reference that leads back to the group";
    CircularSubstitution = "e-props-correct.6", Refusal, "XSD 1.0 Part 1, section 3.3.6",
        "choose another substitution group";
    Substitution = "e-props-correct.4", Refusal, "XSD 1.0 Part 1, section 3.3.6",
        "derive the element's type from that of the head";
    SimpleTypeFinal = "st-props-correct.3", Refusal, "XSD 1.0 Part 1, section 3.14.6",
        "use another type, or remove `final`";
    ListOfLists = "cos-list-of-atomic", Refusal, "XSD 1.0 Part 2, section 4.1.5",
        "make a list of atomic items";
    ExtensionFinal = "cos-ct-extends.1.1", Refusal, "XSD 1.0 Part 1, section 3.4.6",
        "extend another type, or remove `final`";
    RestrictionFinal = "derivation-ok-restriction.1", Refusal, "XSD 1.0 Part 1, section 3.4.6",
        "restrict another type, or remove `final`";
    ComplexContentBase = "src-ct.1", Refusal, "XSD 1.0 Part 1, section 3.4.3",
        "derive from a complex type";
    SimpleContentBase = "src-ct.2", Refusal, "XSD 1.0 Part 1, section 3.4.3",
        "derive from a type with simple content";
    ExtensionOfSimpleContent = "cos-ct-extends.1.4", Refusal, "XSD 1.0 Part 1, section 3.4.6",
        "extend a type that contains elements";
    MixedExtension = "cos-ct-extends.1.4.2", Warning, "XSD 1.0 Part 1, section 3.4.6",
        "write `mixed` alike on the type and its base";
    RestrictionOfSimpleContent = "derivation-ok-restriction.5", Refusal,
        "XSD 1.0 Part 1, section 3.4.6", "use `xs:simpleContent`";
    SimpleContentRestriction = "derivation-ok-restriction.5.1", Refusal,
        "XSD 1.0 Part 1, section 3.4.6", "derive the simple type from the base's";
    AttributeDuplicate = "ct-props-correct.4", Refusal, "XSD 1.0 Part 1, section 3.4.6",
        "keep one of the two attributes";
    AttributeGroupDuplicate = "ag-props-correct.2", Refusal, "XSD 1.0 Part 1, section 3.6.6",
        "keep one of the two attributes";
    WildcardIntersection = "cos-aw-intersect", Refusal, "XSD 1.0 Part 1, section 3.10.6",
        "write one wildcard that says what is meant";
    WildcardUnion = "cos-aw-union", Refusal, "XSD 1.0 Part 1, section 3.10.6",
        "write one wildcard that says what is meant";
    FacetNotApplicable = "cos-applicable-facets", Refusal, "XSD 1.0 Part 2, section 4.1.5",
        "remove the facet, or choose a base type that has it";
    RepeatedFacet = "src-single-facet-value", Refusal, "XSD 1.0 Part 2, section 4.3",
        "keep one of the two facets";
    EnumerationValue = "enumeration-valid-restriction", Refusal, "XSD 1.0 Part 2, section 4.3.5.4",
        "enumerate values of the base type";
    LengthConflict = "length-minLength-maxLength", Refusal, "XSD 1.0 Part 2, section 4.3.1.4",
        "keep either `length` or the bounds";
    LengthRestriction = "length-valid-restriction", Refusal, "XSD 1.0 Part 2, section 4.3.1.4",
        "keep the length of the base type";
    MinLengthOrder = "minLength-less-than-equal-to-maxLength", Refusal,
        "XSD 1.0 Part 2, section 4.3.2.4", "make `minLength` at most `maxLength`";
    MinLengthRestriction = "minLength-valid-restriction", Refusal, "XSD 1.0 Part 2, section 4.3.2.4",
        "make `minLength` at least that of the base type";
    MaxLengthRestriction = "maxLength-valid-restriction", Refusal, "XSD 1.0 Part 2, section 4.3.3.4",
        "make `maxLength` at most that of the base type";
    WhiteSpaceRestriction = "whiteSpace-valid-restriction", Refusal,
        "XSD 1.0 Part 2, section 4.3.6.4", "treat white space at least as the base type does";
    TwoLowerBounds = "minInclusive-minExclusive", Refusal, "XSD 1.0 Part 2, section 4.3.9.4",
        "keep one of the two bounds";
    TwoUpperBounds = "maxInclusive-maxExclusive", Refusal, "XSD 1.0 Part 2, section 4.3.8.4",
        "keep one of the two bounds";
    RangeInclusive = "minInclusive-less-than-equal-to-maxInclusive", Refusal,
        "XSD 1.0 Part 2, section 4.3.10.4", "make the lower bound at most the upper one";
    RangeExclusive = "minExclusive-less-than-equal-to-maxExclusive", Refusal,
        "XSD 1.0 Part 2, section 4.3.9.4", "make the lower bound at most the upper one";
    RangeInclusiveExclusive = "minInclusive-less-than-maxExclusive", Refusal,
        "XSD 1.0 Part 2, section 4.3.10.4", "make the lower bound less than the upper one, or both inclusive";
    RangeExclusiveInclusive = "minExclusive-less-than-maxInclusive", Refusal,
        "XSD 1.0 Part 2, section 4.3.9.4", "make the lower bound less than the upper one, or both inclusive";
    MinInclusiveRestriction = "minInclusive-valid-restriction", Refusal,
        "XSD 1.0 Part 2, section 4.3.10.4", "choose a bound within the base type's range";
    MinExclusiveRestriction = "minExclusive-valid-restriction", Refusal,
        "XSD 1.0 Part 2, section 4.3.9.4", "choose a bound within the base type's range";
    MaxInclusiveRestriction = "maxInclusive-valid-restriction", Refusal,
        "XSD 1.0 Part 2, section 4.3.7.4", "choose a bound within the base type's range";
    MaxExclusiveRestriction = "maxExclusive-valid-restriction", Refusal,
        "XSD 1.0 Part 2, section 4.3.8.4", "choose a bound within the base type's range";
    TotalDigitsRestriction = "totalDigits-valid-restriction", Refusal,
        "XSD 1.0 Part 2, section 4.3.11.4", "allow at most the digits of the base type";
    FractionDigitsRestriction = "fractionDigits-valid-restriction", Refusal,
        "XSD 1.0 Part 2, section 4.3.12.4", "allow at most the digits of the base type";
    FractionDigitsOrder = "fractionDigits-totalDigits", Refusal, "XSD 1.0 Part 2, section 4.3.12.4",
        "make `fractionDigits` at most `totalDigits`";
    NotSoap = "W2R-not-soap", Note, "WSDL 1.1, sections 3 and 4",
        "nothing, unless the port is needed: only SOAP is supported";
    NotHttp = "W2R-transport", Note, "WSDL 1.1, section 3.3",
        "nothing, unless the port is needed: only HTTP is supported";
    Address = "W2R-address", Warning, "WSDL 1.1, section 3.8; RFC 9110, section 4.2",
        "give the endpoint where the client is made";
    SoapAction = "W2R-soap-action", Refusal, "WSDL 1.1, section 3.4; RFC 9110, section 5.6.4",
        "use visible ASCII characters other than quotation mark and backslash";
    ServiceBegins = "R2303", Note, "WS-I Basic Profile 1.1, section 4.5.2; WSDL 1.1, section 2.4",
        "nothing, unless the operation is needed: a client cannot wait for requests";
    UnboundOperation = "W2R-unbound-operation", Warning, "WSDL 1.1, section 2.5",
        "bind the operation";
    UnknownOperation = "R2718", Warning, "WS-I Basic Profile 1.1, section 4.7.15",
        "declare the operation in the portType, or remove it from the binding";
    UnknownDefinition = "W2R-unknown-definition", Warning, "WSDL 1.1, section 2.1.1",
        "define it, or import the document that does";
    EndlessType = "W2R-endless-type", Warning, "XSD 1.0 Part 1, section 3.4",
        "import the schema with what is derived from the type, or make one of the members in the circle optional";
    ImpossibleType = "W2R-impossible-type", Warning, "XSD 1.0 Part 1, section 3.4",
        "import the schema with what stands in for its members, or make one of them optional";
    RepeatedDefinition = "W2R-repeated-definition", Warning, "WSDL 1.1, section 2.1.1",
        "keep one of the two definitions";
    DuplicateDefinition = "W2R-duplicate-definition", Refusal, "WSDL 1.1, section 2.1.1",
        "keep one of the two definitions";
    UnknownPart = "W2R-unknown-part", Warning, "WSDL 1.1, section 3.5",
        "name a part of the message";
    PartWithoutContent = "W2R-part-content", Warning, "WSDL 1.1, section 2.3.1",
        "give the part an element or a type";
    Attachment = "W2R-attachment", Note, "WSDL 1.1, section 5",
        "take attachments of answers from `Settings::on_parts` or `Received::parts`";
    HeaderFault = "W2R-header-fault", Note, "WSDL 1.1, section 3.7",
        "read the header of a fault as XML";
    RpcWithoutNamespace = "R2717", Warning, "WS-I Basic Profile 1.1, section 4.7.14",
        "add `namespace` to `soap:body`";
    RpcElementPart = "R2203", Warning, "WS-I Basic Profile 1.1, section 4.4.1",
        "give the part a type";
    TypedHeader = "R2205", Warning, "WS-I Basic Profile 1.1, section 4.4.1",
        "give the part an element";
    DocumentTypedPart = "R2204", Warning, "WS-I Basic Profile 1.1, section 4.4.1",
        "give the part an element";
    DocumentParts = "R2201", Warning, "WS-I Basic Profile 1.1, section 4.4.1",
        "name one part in `parts` of `soap:body`";
    UnknownFault = "W2R-unknown-fault", Warning, "WSDL 1.1, section 2.5",
        "declare the fault in the portType, or remove it from the binding";
    FaultParts = "W2R-fault-parts", Warning, "WSDL 1.1, section 3.6",
        "give the message of the fault one part";
    ElementValue = "e-props-correct.2", Refusal, "XSD 1.0 Part 1, section 3.3.6",
        "write a value of the type";
    ElementIdValue = "e-props-correct.5", Refusal, "XSD 1.0 Part 1, section 3.3.6",
        "remove the value";
    AttributeValue = "a-props-correct.2", Refusal, "XSD 1.0 Part 1, section 3.2.6",
        "write a value of the type";
    AttributeIdValue = "a-props-correct.3", Refusal, "XSD 1.0 Part 1, section 3.2.6",
        "remove the value";
    AttributeUseValue = "au-props-correct.2", Refusal, "XSD 1.0 Part 1, section 3.5.6",
        "repeat the fixed value, or leave it out";
    TwoIds = "ct-props-correct.5", Refusal, "XSD 1.0 Part 1, section 3.4.6",
        "keep one attribute of type `xs:ID`";
    ElementInconsistent = "cos-element-consistent", Warning, "XSD 1.0 Part 1, section 3.8.6",
        "give elements of one name one type";
    Ambiguity = "cos-nonambig", Warning, "XSD 1.0 Part 1, section 3.8.6",
        "make the content deterministic: the next element must decide what it belongs to";
    ContentRestriction = "derivation-ok-restriction.5.2", Refusal, "XSD 1.0 Part 1, section 3.4.6",
        "restrict the content of the base type";
    AttributeRestriction = "derivation-ok-restriction.2", Refusal, "XSD 1.0 Part 1, section 3.4.6",
        "restrict an attribute of the base type";
    WildcardRestriction = "derivation-ok-restriction.4", Refusal, "XSD 1.0 Part 1, section 3.4.6",
        "allow at most what the base type allows";
    ParticleRestriction = "cos-particle-restrict", Refusal, "XSD 1.0 Part 1, section 3.9.6",
        "restrict each particle of the base type";
    UnknownPartContent = "W2R-part-reference", Warning, "WSDL 1.1, section 2.3.1",
        "declare the component, or import the schema that does";
    NothingLeft = "W2R-nothing-left", Error, "WSDL 1.1, section 2.5",
        "give the contract with all documents that belong to it";
    NothingStands = "W2R-nothing-stands", Note, "XSD 1.0 Part 1, sections 2.2.2.2 and 3.4.1",
        "import the schema with what stands in for it, if messages have it";
    AttributeRepeated = "W2R-repeated-attribute", Warning, "XSD 1.0 Part 1, section 3.4.6",
        "keep one of the two attributes";
    InvalidXPath = "c-selector-xpath", Refusal, "XSD 1.0 Part 1, sections 3.11.6 and 3.11.2",
        "write a path of child steps, with an attribute as the last step of a field";
    KeyReference = "c-props-correct.2", Refusal, "XSD 1.0 Part 1, section 3.11.6",
        "refer to a key with as many fields";
    SizeLimit = "W2R-size-limit", Refusal, "limits of wsdl2rs",
        "split the schema; the limit keeps hostile schemas from costing unbounded time";
    FacetValue = "W2R-facet-value", Refusal, "XSD 1.0 Part 2, section 4.3",
        "write a value that the facet can have for the base type";
    NestingLimit = "W2R-nesting-limit", Refusal, "limits of wsdl2rs",
        "nest less; the limit keeps hostile schemas from costing unbounded time";
}
