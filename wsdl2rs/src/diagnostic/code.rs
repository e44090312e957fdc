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
    NothingToRead = "W2R-config-source", Error, "`wsdl2rs generate SOURCE…`",
        "name a WSDL or XSD document";
    UnresolvedName = "src-resolve", Error, "XSD 1.0 Part 1, section 3.15.3",
        "declare the component, or import the schema that does";
    DuplicateComponent = "sch-props-correct", Error, "XSD 1.0 Part 1, section 3.15.6",
        "keep one of the two definitions";
    ElementWildcard = "W2R101", Refusal, "XSD 1.0 Part 1, section 3.10",
        "leave the wildcard out of the schema, or allow this code to have it skipped";
    AttributeWildcard = "W2R102", Refusal, "XSD 1.0 Part 1, section 3.10",
        "leave the wildcard out of the schema, or allow this code to have its attributes skipped";
    MixedContent = "W2R103", Refusal, "XSD 1.0 Part 1, section 3.4",
        "make the content element-only, or allow this code to have the text skipped";
    AnyType = "W2R104", Refusal, "XSD 1.0 Part 1, section 3.4.7",
        "give the element a type of its own, or allow this code to leave the member out";
    DerivedTypes = "W2R105", Refusal, "XSD 1.0 Part 1, section 2.6.1",
        "use the derived type itself, or allow this code to leave the member out";
    SubstitutionGroup = "W2R106", Refusal, "XSD 1.0 Part 1, section 2.2.2.2",
        "use the members in a choice, or allow this code to leave the member out";
    ValueConstraintHere = "W2R107", Refusal, "XSD 1.0 Part 1, section 3.3.1",
        "give the element a simple type that is not nillable, or drop the default";
    Pattern = "W2R108", Refusal, "XSD 1.0 Part 2, section 4.3.4",
        "allow this code to have the pattern not checked";
    EnumerationBase = "W2R109", Refusal, "XSD 1.0 Part 2, section 4.3.5",
        "enumerate a string type, or allow this code to take the texts as they are";
    FacetHere = "W2R110", Refusal, "XSD 1.0 Part 2, section 4.3",
        "allow this code to have the facet not checked";
    NameTaken = "W2R111", Note, "Rust Reference, section \"Identifiers\"",
        "rename one of the two in the configuration if the number is not stable enough";
    RpcStyle = "W2R201", Refusal, "WSDL 1.1, section 3.5",
        "allow this code to leave the operation out";
    EncodedUse = "W2R202", Refusal, "WSDL 1.1, section 3.5",
        "allow this code to leave the operation out";
    SoapHeader = "W2R203", Refusal, "WSDL 1.1, section 3.7",
        "allow this code to leave the operation out";
    BodyShape = "W2R204", Refusal, "WSDL 1.1, section 3.5",
        "allow this code to leave the operation out";
}
