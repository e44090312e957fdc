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
}
