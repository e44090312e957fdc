//! Identifiers: the only file that knows Rust's keywords and casing.
//!
//! XML names become UpperCamelCase types and variants, and snake_case fields, methods and
//! modules. A name that differs from another only after that gets a number, in document order.

use std::collections::BTreeMap;
use std::fmt;

use heck::{ToSnakeCase, ToUpperCamelCase};
use unicode_normalization::UnicodeNormalization;

/// A legal identifier, not a keyword unless written raw.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Ident(String);

/// What an identifier is for, and so its casing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Casing {
    /// `UpperCamelCase`: types, traits, variants.
    Camel,
    /// `snake_case`: fields, methods, modules.
    Snake,
}

/// Identifiers that cannot be written raw (Rust Reference, "Raw identifiers").
const NEVER_RAW: [&str; 5] = ["self", "Self", "super", "crate", "_"];

/// Strict and reserved keywords up to edition 2024, less those above.
const KEYWORDS: [&str; 47] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while",
];

impl Ident {
    /// The text, `r#` included where it is needed.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The text without `r#`.
    pub(crate) fn bare(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }

    /// The identifier that an XML name becomes when nothing else has it.
    pub(crate) fn suggested(name: &str, casing: Casing) -> Self {
        Self::legal(cased(name, casing))
    }

    /// Makes a cased name legal: not a keyword, not empty, no digit first.
    fn legal(text: String) -> Self {
        if NEVER_RAW.contains(&text.as_str()) {
            return Self(format!("{text}_"));
        }
        if KEYWORDS.contains(&text.as_str()) || text == "yield" {
            return Self(format!("r#{text}"));
        }
        Self(text)
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Applies the casing and drops what no identifier may have.
fn cased(name: &str, casing: Casing) -> String {
    // Without compatibility characters, of which the compiler warns.
    let name: String = name.nfkc().collect();
    let words: String = name.chars().map(|c| if is_word(c) { c } else { '_' }).collect();
    let text = match casing {
        Casing::Camel => words.to_upper_camel_case(),
        Casing::Snake => words.to_snake_case().replace("i_pv", "ipv"),
    };
    match text.chars().next() {
        None => {
            let codes: String = name.chars().map(|c| format!("u{:x}", u32::from(c))).collect();
            if casing == Casing::Camel { codes.to_upper_camel_case() } else { codes }
        }
        Some(first) if unicode_ident::is_xid_start(first) => text,
        Some(_) if casing == Casing::Camel => format!("N{text}"),
        Some(_) => format!("n{text}"),
    }
}

fn is_word(c: char) -> bool {
    unicode_ident::is_xid_continue(c)
}

/// The names taken in a scope.
#[derive(Clone, Debug, Default)]
pub(crate) struct Scope {
    taken: BTreeMap<String, usize>,
}

impl Scope {
    /// A scope in which some names are taken from the start.
    pub(crate) fn with(names: &[&str]) -> Self {
        Self { taken: names.iter().map(|name| ((*name).to_owned(), 1)).collect() }
    }

    /// Whether the name is free.
    pub(crate) fn is_free(&self, ident: &Ident) -> bool {
        !self.taken.contains_key(ident.bare())
    }

    /// Takes the first free one of the suggestions, else the last one with a number.
    /// The flag says whether the first suggestion was free.
    pub(crate) fn take(&mut self, suggestions: &[&str], casing: Casing) -> (Ident, bool) {
        let mut last = Ident::suggested("", casing);
        for (index, name) in suggestions.iter().enumerate() {
            last = Ident::suggested(name, casing);
            if self.is_free(&last) {
                self.taken.insert(last.bare().to_owned(), 1);
                return (last, index == 0);
            }
        }
        (self.numbered(last.bare(), casing), false)
    }

    /// The names that are taken.
    pub(crate) fn into_names(self) -> std::collections::BTreeSet<String> {
        self.taken.into_keys().collect()
    }

    /// The base with the next number; the underscore of a keyword is not needed before it.
    fn numbered(&mut self, base: &str, casing: Casing) -> Ident {
        let base = base.trim_end_matches('_').to_owned();
        let mut number = self.taken.get(&base).copied().unwrap_or(1);
        loop {
            number += 1;
            let separator = match casing {
                Casing::Camel if !base.ends_with(|c: char| c.is_ascii_digit()) => "",
                Casing::Camel | Casing::Snake => "_",
            };
            let text = format!("{base}{separator}{number}");
            if !self.taken.contains_key(&text) {
                self.taken.insert(base, number);
                self.taken.insert(text.clone(), 1);
                return Ident(text);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Casing, Ident, Scope};

    #[test]
    fn names_are_cased() {
        let rows = [
            ("RequestId", "RequestId", "request_id"),
            ("AWSAccessKeyId", "AwsAccessKeyId", "aws_access_key_id"),
            ("IPv4Address", "IPv4Address", "ipv4_address"),
            ("2ndLine", "N2ndLine", "n2nd_line"),
            ("type", "Type", "r#type"),
            ("self", "Self_", "self_"),
            ("_id", "Id", "id"),
            ("a.b-c", "ABC", "a_b_c"),
            ("größe", "Größe", "größe"),
            ("gen", "Gen", "r#gen"),
            ("___", "U5fu5fu5f", "u5fu5fu5f"),
            ("数量", "数量", "数量"),
            ("nº", "No", "no"),
        ];
        for (name, camel, snake) in rows {
            assert_eq!(Ident::suggested(name, Casing::Camel).as_str(), camel, "{name}");
            assert_eq!(Ident::suggested(name, Casing::Snake).as_str(), snake, "{name}");
        }
    }

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let mut scope = Scope::default();
        let mut take = |name: &str| scope.take(&[name], Casing::Camel).0.as_str().to_owned();
        assert_eq!(take("code"), "Code");
        assert_eq!(take("Code"), "Code2");
        assert_eq!(take("Code2"), "Code2_2");
        assert_eq!(take("CODE"), "Code3");
        assert_eq!(take("self"), "Self_");
        assert_eq!(take("Self"), "Self2");
    }
}
