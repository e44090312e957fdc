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
    ElementWildcard = "W2R101", Error, "XSD 1.0 Part 1, section 3.10",
        "leave the wildcard out of the schema, or allow this code to have it skipped";
    AttributeWildcard = "W2R102", Error, "XSD 1.0 Part 1, section 3.10",
        "leave the wildcard out of the schema, or allow this code to have its attributes skipped";
    MixedContent = "W2R103", Error, "XSD 1.0 Part 1, section 3.4",
        "make the content element-only, or allow this code to have the text skipped";
    AnyType = "W2R104", Error, "XSD 1.0 Part 1, section 3.4.7",
        "give the element a type of its own, or allow this code to leave the member out";
    DerivedTypes = "W2R105", Error, "XSD 1.0 Part 1, section 2.6.1",
        "use the derived type itself, or allow this code to leave the member out";
    SubstitutionGroup = "W2R106", Error, "XSD 1.0 Part 1, section 2.2.2.2",
        "use the members in a choice, or allow this code to leave the member out";
    ValueConstraintHere = "W2R107", Error, "XSD 1.0 Part 1, section 3.3.1",
        "give the element a simple type that is not nillable, or drop the default";
    Pattern = "W2R108", Error, "XSD 1.0 Part 2, section 4.3.4",
        "allow this code to have the pattern not checked";
    EnumerationBase = "W2R109", Error, "XSD 1.0 Part 2, section 4.3.5",
        "enumerate a string type, or allow this code to take the texts as they are";
    FacetHere = "W2R110", Error, "XSD 1.0 Part 2, section 4.3",
        "allow this code to have the facet not checked";
    NameTaken = "W2R111", Note, "Rust Reference, section \"Identifiers\"",
        "rename one of the two in the configuration if the number is not stable enough";
    RpcStyle = "W2R201", Error, "WSDL 1.1, section 3.5",
        "allow this code to leave the operation out";
    EncodedUse = "W2R202", Error, "WSDL 1.1, section 3.5",
        "allow this code to leave the operation out";
    SoapHeader = "W2R203", Error, "WSDL 1.1, section 3.7",
        "allow this code to leave the operation out";
    BodyShape = "W2R204", Error, "WSDL 1.1, section 3.5",
        "allow this code to leave the operation out";
}
