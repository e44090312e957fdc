//! `xs:string`, and the types that differ from it in white space alone: `xs:normalizedString`,
//! `xs:token`, `xs:anyURI` (XML Schema Part 2, sections 3.2.1, 3.2.17, 3.3.1, 3.3.2).

use std::borrow::Cow;

use super::forms::text_access;
use crate::value::{TextValue, ValueError, WhiteSpace, normalize};

impl TextValue for String {
    const TYPE_NAME: &'static str = "xs:string";
    const WHITE_SPACE: WhiteSpace = WhiteSpace::Preserve;

    fn parse(text: &str) -> Result<Self, ValueError> {
        Ok(text.to_owned())
    }

    #[inline]
    fn write(&self, out: &mut String) {
        out.push_str(self);
    }
}

/// Types that take any text once its white space is treated.
macro_rules! normal_texts {
    ($(
        $(#[$doc:meta])*
        $type:ident, $name:literal, $white_space:expr;
    )+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $type(String);

        text_access!($type);

        impl TextValue for $type {
            const TYPE_NAME: &'static str = $name;
            const WHITE_SPACE: WhiteSpace = $white_space;

            fn parse(text: &str) -> Result<Self, ValueError> {
                Ok(Self::from(text))
            }

            fn write(&self, out: &mut String) {
                out.push_str(&self.0);
            }
        }

        /// Treats white space as the type says.
        impl From<&str> for $type {
            fn from(text: &str) -> Self {
                Self(normalize(Cow::Borrowed(text), $white_space).into_owned())
            }
        }

        /// Treats white space as the type says.
        impl From<String> for $type {
            fn from(text: String) -> Self {
                Self(normalize(Cow::Owned(text), $white_space).into_owned())
            }
        }
    )+};
}

normal_texts! {
    /// A text without tab, line feed and carriage return; each becomes a space.
    ///
    /// ```
    /// use wsdl2rs_runtime::value::NormalizedString;
    ///
    /// assert_eq!(NormalizedString::from("a\n b"), "a  b");
    /// ```
    NormalizedString, "xs:normalizedString", WhiteSpace::Replace;
    /// A text of words with one space between them and none around.
    ///
    /// ```
    /// use wsdl2rs_runtime::value::Token;
    ///
    /// assert_eq!(Token::from(" a\n b "), "a b");
    /// ```
    Token, "xs:token", WhiteSpace::Collapse;
    /// A URI reference, absolute or relative, with or without characters beyond ASCII.
    ///
    /// Part 2 leaves open which texts are none, and services send many that are not; so any text
    /// is taken and kept as it is, but for white space at its ends and runs of it.
    ///
    /// ```
    /// use wsdl2rs_runtime::value::AnyUri;
    ///
    /// let uri = AnyUri::from(" http://example.com/a?b=c ");
    /// assert!(uri.starts_with("http://example.com/"));
    /// ```
    AnyUri, "xs:anyURI", WhiteSpace::Collapse;
}

/// A token is a normalized string.
impl From<Token> for NormalizedString {
    fn from(token: Token) -> Self {
        Self(token.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::{from_text, to_text};

    proptest! {
        #[test]
        fn what_is_written_is_read(text: String, spaced in "[ \\t\\n\\ra-c]{0,20}") {
            for text in [text, spaced] {
                prop_assert_eq!(from_text(&to_text(&text)), Ok(text.clone()));
                let token = Token::from(text.as_str());
                prop_assert_eq!(from_text(&to_text(&token)), Ok(token));
                let normalized = NormalizedString::from(text);
                prop_assert_eq!(from_text(&to_text(&normalized)), Ok(normalized));
            }
        }
    }

    #[test]
    fn each_type_treats_white_space_its_way() {
        let rows = [
            ("", "", ""),
            (" a \t b\r\n", " a   b  ", "a b"),
            ("a\u{a0} b", "a\u{a0} b", "a\u{a0} b"),
        ];
        for (text, normalized, token) in rows {
            assert_eq!(from_text::<String>(text).as_deref(), Ok(text));
            assert_eq!(from_text::<NormalizedString>(text).as_deref(), Ok(normalized));
            assert_eq!(from_text::<Token>(text).as_deref(), Ok(token));
            assert_eq!(from_text::<AnyUri>(text).as_deref(), Ok(token));
            assert_eq!(to_text(&Token::from(text.to_owned())), token);
            assert_eq!(NormalizedString::from(Token::from(text)), token);
        }
    }
}
