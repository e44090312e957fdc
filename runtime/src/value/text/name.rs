//! Names, tokens of name characters and language tags
//! (XML Schema Part 2, sections 3.3.3 to 3.3.11; XML 1.0, section 2.3).

use super::forms::text_access;
use crate::value::white_space::is_space;
use crate::value::{TextValue, ValueError};

/// Types whose text has to match a rule.
macro_rules! checked_texts {
    ($(
        $(#[$doc:meta])*
        $type:ident, $name:literal, $holds:ident, $expected:literal;
    )+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $type(String);

        text_access!($type);

        impl TextValue for $type {
            const TYPE_NAME: &'static str = $name;

            fn parse(text: &str) -> Result<Self, ValueError> {
                if $holds(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(ValueError::new($name, $expected))
                }
            }

            fn write(&self, out: &mut String) {
                out.push_str(&self.0);
            }
        }

        /// An error where the text, its white space collapsed, is not in the lexical space.
        impl TryFrom<&str> for $type {
            type Error = ValueError;

            fn try_from(text: &str) -> Result<Self, ValueError> {
                crate::value::from_text(text)
            }
        }

        /// An error where the text, its white space collapsed, is not in the lexical space.
        impl TryFrom<String> for $type {
            type Error = ValueError;

            fn try_from(text: String) -> Result<Self, ValueError> {
                if $holds(&text) { Ok(Self(text)) } else { crate::value::from_text(&text) }
            }
        }
    )+};
}

checked_texts! {
    /// A text without white space that is not empty: an item of a list of strings or URIs.
    ///
    /// ```
    /// use wsdl2rs_runtime::value::{TextList, Word};
    ///
    /// let hints: TextList<Word> = "http://example.com/a a.xsd".parse()?;
    /// assert_eq!(hints[1], "a.xsd");
    /// assert!(Word::try_from("two words").is_err());
    /// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
    /// ```
    Word, "xs:string", is_word, "expected a text without white space";
    /// A language tag, such as `en` or `de-CH` (RFC 3066).
    ///
    /// ```
    /// use wsdl2rs_runtime::value::Language;
    ///
    /// assert_eq!(Language::try_from("de-CH")?, "de-CH");
    /// assert!(Language::try_from("de_CH").is_err());
    /// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
    /// ```
    Language, "xs:language", is_language, "expected a language tag such as en or en-GB";
    /// A text of name characters, of which any may come first.
    NmToken, "xs:NMTOKEN", is_nm_token, "expected name characters";
    /// A name in the sense of XML 1.0, colons included.
    XmlName, "xs:Name", is_name, "expected a name";
    /// A name without a colon (Namespaces in XML 1.0, section 3).
    ///
    /// ```
    /// use wsdl2rs_runtime::value::NcName;
    ///
    /// assert_eq!(NcName::try_from("quote")?, "quote");
    /// assert!(NcName::try_from("tns:quote").is_err());
    /// # Ok::<(), wsdl2rs_runtime::value::ValueError>(())
    /// ```
    NcName, "xs:NCName", is_nc_name, "expected a name without a colon";
    /// The identity of an element. That no other element has it is not checked.
    Id, "xs:ID", is_nc_name, "expected a name without a colon";
    /// The identity of another element. That there is one is not checked.
    IdRef, "xs:IDREF", is_nc_name, "expected a name without a colon";
    /// The name of an unparsed entity. No document that is read here declares any.
    Entity, "xs:ENTITY", is_nc_name, "expected a name without a colon";
}

/// Whether a text is a name without a colon.
pub(crate) fn is_nc_name(text: &str) -> bool {
    is_name(text) && !text.contains(':')
}

fn is_name(text: &str) -> bool {
    text.chars().next().is_some_and(starts_name) && is_nm_token(text)
}

fn is_nm_token(text: &str) -> bool {
    !text.is_empty() && text.chars().all(continues_name)
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && !text.contains(is_space)
}

/// `[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*`
fn is_language(text: &str) -> bool {
    let mut subtags = text.split('-');
    let sized = |subtag: &str| (1..=8).contains(&subtag.len());
    subtags.next().is_some_and(|s| sized(s) && s.bytes().all(|byte| byte.is_ascii_alphabetic()))
        && subtags.all(|s| sized(s) && s.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// NameStartChar of XML 1.0, fifth edition.
fn starts_name(character: char) -> bool {
    matches!(character,
        'a'..='z' | 'A'..='Z' | '_' | ':'
        | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}' | '\u{F8}'..='\u{2FF}'
        | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}' | '\u{200C}'..='\u{200D}'
        | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}' | '\u{3001}'..='\u{D7FF}'
        | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}' | '\u{10000}'..='\u{EFFFF}')
}

/// NameChar of XML 1.0, fifth edition.
fn continues_name(character: char) -> bool {
    starts_name(character)
        || matches!(character,
            '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}' | '\u{203F}'..='\u{2040}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::{from_text, to_text};

    proptest! {
        #[test]
        fn what_is_written_is_read(name in "[a-z_é名][-.0-9a-zA-Z·é]{0,9}", tag in "[a-z]{2}-[A-Z]{2}") {
            let (id, token) = (Id::try_from(name.as_str())?, NmToken::try_from(name)?);
            prop_assert_eq!(from_text(&to_text(&id)), Ok(id));
            prop_assert_eq!(from_text(&to_text(&token)), Ok(token));
            let language = Language::try_from(tag)?;
            prop_assert_eq!(from_text(&to_text(&language)), Ok(language));
        }
    }

    #[test]
    fn names_and_tokens() {
        // Text; whether it is an NMTOKEN, a Name, an NCName.
        let rows = [
            ("a", [true, true, true]),
            ("  quote\n", [true, true, true]),
            ("_-.9", [true, true, true]),
            ("é·", [true, true, true]),
            ("名前", [true, true, true]),
            ("a:b", [true, true, false]),
            (":", [true, true, false]),
            ("9a", [true, false, false]),
            ("-a", [true, false, false]),
            (".", [true, false, false]),
            ("\u{300}a", [true, false, false]),
            ("", [false; 3]),
            ("a b", [false; 3]),
            ("a/b", [false; 3]),
            ("a\u{d7}", [false; 3]),
            ("\u{f0000}", [false; 3]),
        ];
        for (text, expected) in rows {
            let found = [
                from_text::<NmToken>(text).is_ok(),
                from_text::<XmlName>(text).is_ok(),
                from_text::<NcName>(text).is_ok(),
            ];
            assert_eq!(found, expected, "{text:?}");
            let same = [Id::try_from(text).is_ok(), IdRef::try_from(text).is_ok()];
            assert_eq!(same, [expected[2]; 2], "{text:?}");
            assert_eq!(Entity::try_from(text.to_owned()).is_ok(), expected[2], "{text:?}");
        }
    }

    #[test]
    fn words() {
        let rows = [("a", true), (" a\n", true), ("a\u{a0}b", true), ("a b", false), (" ", false)];
        for (text, valid) in rows {
            assert_eq!(from_text::<Word>(text).is_ok(), valid, "{text:?}");
        }
    }

    #[test]
    fn language_tags() {
        for text in ["en", "EN-us", "de-CH-1996", "i-navajo", "x-klingon", "abcdefgh-12345678"] {
            assert!(from_text::<Language>(text).is_ok(), "{text:?}");
        }
        for text in ["", "e1", "en_US", "en-", "-en", "en--us", "abcdefghi", "en-123456789", "dé"]
        {
            assert!(from_text::<Language>(text).is_err(), "{text:?}");
        }
    }
}
