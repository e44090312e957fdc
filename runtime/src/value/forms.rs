//! `Display` and `FromStr` of the value types: the written form, and the lexical form with the
//! whiteSpace facet applied.

/// Implements `Display` and `FromStr` by `TextValue`.
macro_rules! text_forms {
    ($($type:ty),+ $(,)?) => {$(
        /// The form that is written to XML.
        impl ::std::fmt::Display for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.pad(&$crate::value::to_text(self))
            }
        }

        /// Reads a lexical form; white space is treated as the type says.
        impl ::std::str::FromStr for $type {
            type Err = $crate::value::ValueError;

            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                $crate::value::from_text(text)
            }
        }
    )+};
}

pub(crate) use text_forms;
