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
    UnimportedNamespace = "src-resolve.4", Warning, "XSD 1.0 Part 1, section 3.15.3, clause 4",
        "import the namespace in the schema that refers to it";
    RepeatedComponent = "W2R201", Warning, "XSD 1.0 Part 1, section 3.15.6",
        "keep one of the two definitions";
    NestingLimit = "W2R202", Error, "limits of wsdl2rs",
        "nest less; the limit keeps hostile schemas from costing unbounded time";
    SizeLimit = "W2R203", Error, "limits of wsdl2rs",
        "split the schema; the limit keeps hostile schemas from costing unbounded time";
    FacetValue = "W2R204", Error, "XSD 1.0 Part 2, section 4.3",
        "write a value that the facet can have for the base type";
    Redefinition = "src-redefine", Error, "XSD 1.0 Part 1, section 4.2.2",
        "redefine a component of the redefined document, based on itself";
    CircularType = "ct-props-correct.3", Error, "XSD 1.0 Part 1, section 3.4.6",
        "derive the type from another base";
    CircularSimpleType = "st-props-correct.2", Error, "XSD 1.0 Part 1, section 3.14.6",
        "derive the type from another base";
    CircularGroup = "mg-props-correct.2", Error, "XSD 1.0 Part 1, section 3.8.6",
        "put an element between the group and itself";
    CircularAttributeGroup = "src-attribute_group.3", Error, "XSD 1.0 Part 1, section 3.6.3",
        "remove the reference that leads back to the group";
    CircularSubstitution = "e-props-correct.6", Error, "XSD 1.0 Part 1, section 3.3.6",
        "choose another substitution group";
    Substitution = "e-props-correct.4", Error, "XSD 1.0 Part 1, section 3.3.6",
        "derive the element's type from that of the head";
    OccurrenceBounds = "p-props-correct.2", Error, "XSD 1.0 Part 1, section 3.9.6",
        "make minOccurs at most maxOccurs";
    SimpleTypeFinal = "st-props-correct.3", Error, "XSD 1.0 Part 1, section 3.14.6",
        "use another type, or remove `final`";
    ListOfLists = "cos-list-of-atomic", Error, "XSD 1.0 Part 2, section 4.1.5",
        "make a list of atomic items";
    ExtensionFinal = "cos-ct-extends.1.1", Error, "XSD 1.0 Part 1, section 3.4.6",
        "extend another type, or remove `final`";
    RestrictionFinal = "derivation-ok-restriction.1", Error, "XSD 1.0 Part 1, section 3.4.6",
        "restrict another type, or remove `final`";
    ComplexContentBase = "src-ct.1", Error, "XSD 1.0 Part 1, section 3.4.3",
        "derive from a complex type";
    SimpleContentBase = "src-ct.2", Error, "XSD 1.0 Part 1, section 3.4.3",
        "derive from a type with simple content";
    ExtensionOfSimpleContent = "cos-ct-extends.1.4", Error, "XSD 1.0 Part 1, section 3.4.6",
        "extend a type that contains elements";
    MixedExtension = "cos-ct-extends.1.4.2", Warning, "XSD 1.0 Part 1, section 3.4.6",
        "write `mixed` alike on the type and its base";
    RestrictionOfSimpleContent = "derivation-ok-restriction.5", Error,
        "XSD 1.0 Part 1, section 3.4.6", "use `xs:simpleContent`";
    SimpleContentRestriction = "derivation-ok-restriction.5.1", Error,
        "XSD 1.0 Part 1, section 3.4.6", "derive the simple type from the base's";
    AttributeDuplicate = "ct-props-correct.4", Error, "XSD 1.0 Part 1, section 3.4.6",
        "keep one of the two attributes";
    AttributeGroupDuplicate = "ag-props-correct.2", Error, "XSD 1.0 Part 1, section 3.6.6",
        "keep one of the two attributes";
    WildcardIntersection = "cos-aw-intersect", Error, "XSD 1.0 Part 1, section 3.10.6",
        "write one wildcard that says what is meant";
    WildcardUnion = "cos-aw-union", Error, "XSD 1.0 Part 1, section 3.10.6",
        "write one wildcard that says what is meant";
    FacetNotApplicable = "cos-applicable-facets", Error, "XSD 1.0 Part 2, section 4.1.5",
        "remove the facet, or choose a base type that has it";
    RepeatedFacet = "src-single-facet-value", Error, "XSD 1.0 Part 2, section 4.3",
        "keep one of the two facets";
    EnumerationValue = "enumeration-valid-restriction", Error, "XSD 1.0 Part 2, section 4.3.5.4",
        "enumerate values of the base type";
    LengthConflict = "length-minLength-maxLength", Error, "XSD 1.0 Part 2, section 4.3.1.4",
        "keep either `length` or the bounds";
    LengthRestriction = "length-valid-restriction", Error, "XSD 1.0 Part 2, section 4.3.1.4",
        "keep the length of the base type";
    MinLengthOrder = "minLength-less-than-equal-to-maxLength", Error,
        "XSD 1.0 Part 2, section 4.3.2.4", "make `minLength` at most `maxLength`";
    MinLengthRestriction = "minLength-valid-restriction", Error, "XSD 1.0 Part 2, section 4.3.2.4",
        "make `minLength` at least that of the base type";
    MaxLengthRestriction = "maxLength-valid-restriction", Error, "XSD 1.0 Part 2, section 4.3.3.4",
        "make `maxLength` at most that of the base type";
    WhiteSpaceRestriction = "whiteSpace-valid-restriction", Error,
        "XSD 1.0 Part 2, section 4.3.6.4", "treat white space at least as the base type does";
    TwoLowerBounds = "minInclusive-minExclusive", Error, "XSD 1.0 Part 2, section 4.3.9.4",
        "keep one of the two bounds";
    TwoUpperBounds = "maxInclusive-maxExclusive", Error, "XSD 1.0 Part 2, section 4.3.8.4",
        "keep one of the two bounds";
    RangeInclusive = "minInclusive-less-than-equal-to-maxInclusive", Error,
        "XSD 1.0 Part 2, section 4.3.10.4", "exchange the bounds";
    RangeExclusive = "minExclusive-less-than-equal-to-maxExclusive", Error,
        "XSD 1.0 Part 2, section 4.3.9.4", "exchange the bounds";
    RangeInclusiveExclusive = "minInclusive-less-than-maxExclusive", Error,
        "XSD 1.0 Part 2, section 4.3.10.4", "exchange the bounds";
    RangeExclusiveInclusive = "minExclusive-less-than-maxInclusive", Error,
        "XSD 1.0 Part 2, section 4.3.9.4", "exchange the bounds";
    MinInclusiveRestriction = "minInclusive-valid-restriction", Error,
        "XSD 1.0 Part 2, section 4.3.10.4", "choose a bound within the base type's range";
    MinExclusiveRestriction = "minExclusive-valid-restriction", Error,
        "XSD 1.0 Part 2, section 4.3.9.4", "choose a bound within the base type's range";
    MaxInclusiveRestriction = "maxInclusive-valid-restriction", Error,
        "XSD 1.0 Part 2, section 4.3.7.4", "choose a bound within the base type's range";
    MaxExclusiveRestriction = "maxExclusive-valid-restriction", Error,
        "XSD 1.0 Part 2, section 4.3.8.4", "choose a bound within the base type's range";
    TotalDigitsRestriction = "totalDigits-valid-restriction", Error,
        "XSD 1.0 Part 2, section 4.3.11.4", "allow at most the digits of the base type";
    FractionDigitsRestriction = "fractionDigits-valid-restriction", Error,
        "XSD 1.0 Part 2, section 4.3.12.4", "allow at most the digits of the base type";
    FractionDigitsOrder = "fractionDigits-totalDigits", Error, "XSD 1.0 Part 2, section 4.3.12.4",
        "make `fractionDigits` at most `totalDigits`";
    NotSoap = "W2R-not-soap", Note, "WSDL 1.1, sections 3 and 4",
        "nothing, unless the port is needed: only SOAP is supported";
    NotHttp = "W2R-transport", Note, "WSDL 1.1, section 3.3",
        "nothing, unless the port is needed: only HTTP is supported";
    ServiceBegins = "R2303", Note, "WS-I Basic Profile 1.1, section 4.5.2; WSDL 1.1, section 2.4",
        "nothing, unless the operation is needed: a client cannot wait for requests";
    UnboundOperation = "W2R-unbound-operation", Warning, "WSDL 1.1, section 2.5",
        "bind the operation";
    UnknownOperation = "R2718", Warning, "WS-I Basic Profile 1.1, section 4.7.15",
        "declare the operation in the portType, or remove it from the binding";
    UnknownDefinition = "W2R-unknown-definition", Error, "WSDL 1.1, section 2.1.1",
        "define it, or import the document that does";
    DuplicateDefinition = "W2R-duplicate-definition", Warning, "WSDL 1.1, section 2.1.1",
        "keep one of the two definitions";
    UnknownPart = "W2R-unknown-part", Error, "WSDL 1.1, section 3.5",
        "name a part of the message";
    PartWithoutContent = "W2R-part-content", Error, "WSDL 1.1, section 2.3.1",
        "give the part an element or a type";
    Attachment = "W2R-attachment", Note, "WSDL 1.1, section 5",
        "nothing, unless the part is needed: attachments are not supported";
    HeaderFault = "W2R-header-fault", Note, "WSDL 1.1, section 3.7",
        "read the header of a fault as XML";
    RpcWithoutNamespace = "R2717", Warning, "WS-I Basic Profile 1.1, section 4.7.14",
        "add `namespace` to `soap:body`";
    RpcElementPart = "R2203", Warning, "WS-I Basic Profile 1.1, section 4.4.1",
        "give the part a type";
    DocumentTypedPart = "R2204", Warning, "WS-I Basic Profile 1.1, section 4.4.1",
        "give the part an element";
    DocumentParts = "R2201", Warning, "WS-I Basic Profile 1.1, section 4.4.1",
        "name one part in `parts` of `soap:body`";
    UnknownFault = "W2R-unknown-fault", Warning, "WSDL 1.1, section 2.5",
        "declare the fault in the portType, or remove it from the binding";
    FaultParts = "W2R-fault-parts", Warning, "WSDL 1.1, section 3.6",
        "give the message of the fault one part";
    ElementValue = "e-props-correct.2", Error, "XSD 1.0 Part 1, section 3.3.6",
        "write a value of the type";
    ElementIdValue = "e-props-correct.5", Error, "XSD 1.0 Part 1, section 3.3.6",
        "remove the value";
    AttributeValue = "a-props-correct.2", Error, "XSD 1.0 Part 1, section 3.2.6",
        "write a value of the type";
    AttributeIdValue = "a-props-correct.3", Error, "XSD 1.0 Part 1, section 3.2.6",
        "remove the value";
    AttributeUseValue = "au-props-correct.2", Error, "XSD 1.0 Part 1, section 3.5.6",
        "repeat the fixed value, or leave it out";
    TwoIds = "ct-props-correct.5", Error, "XSD 1.0 Part 1, section 3.4.6",
        "keep one attribute of type `xs:ID`";
    AllNotAlone = "cos-all-limited", Error, "XSD 1.0 Part 1, section 3.8.6",
        "use `xs:sequence` or `xs:choice`";
    ElementInconsistent = "cos-element-consistent", Warning, "XSD 1.0 Part 1, section 3.8.6",
        "give elements of one name one type";
    Ambiguity = "cos-nonambig", Warning, "XSD 1.0 Part 1, section 3.8.6",
        "make the content deterministic: the next element must decide what it belongs to";
    ContentRestriction = "derivation-ok-restriction.5.2", Error, "XSD 1.0 Part 1, section 3.4.6",
        "restrict the content of the base type";
    AttributeRestriction = "derivation-ok-restriction.2", Error, "XSD 1.0 Part 1, section 3.4.6",
        "restrict an attribute of the base type";
    WildcardRestriction = "derivation-ok-restriction.4", Error, "XSD 1.0 Part 1, section 3.4.6",
        "allow at most what the base type allows";
    ParticleRestriction = "cos-particle-restrict", Error, "XSD 1.0 Part 1, section 3.9.6",
        "restrict each particle of the base type";
}
