//! `xs:QName` and `xs:NOTATION` (XML Schema Part 2, sections 3.2.18 and 3.2.19): names whose prefix
//! is resolved where they stand. A name without a prefix is in the default namespace.

use super::text::is_nc_name;
use super::{DeclarePrefix, Prefixes, TextValue, ValueError};
use crate::QName;

impl TextValue for QName {
    const TYPE_NAME: &'static str = "xs:QName";
    const USES_PREFIXES: bool = true;

    /// Reads a name outside of any document: it has no prefix, and is in no namespace.
    fn parse(text: &str) -> Result<Self, ValueError> {
        Self::parse_in(text, &NoPrefixes)
    }

    fn parse_in(text: &str, prefixes: &dyn Prefixes) -> Result<Self, ValueError> {
        let (prefix, local) = text.split_once(':').unwrap_or(("", text));
        if !is_nc_name(local) || (text.len() > local.len() && !is_nc_name(prefix)) {
            return Err(ValueError::new(
                Self::TYPE_NAME,
                "expected a name such as local or p:local",
            ));
        }
        match prefixes.namespace_of(prefix) {
            Some(namespace) => Ok(Self::new(namespace.to_owned(), local.to_owned())),
            None if prefix.is_empty() => Ok(Self::new("", local.to_owned())),
            None => Err(ValueError::new(Self::TYPE_NAME, "its prefix is not declared here")),
        }
    }

    /// Writes the name as `{namespace}local`: no lexical form can do without a declared prefix.
    /// Writers of documents use `write_in`.
    fn write(&self, out: &mut String) {
        if !self.namespace().is_empty() {
            out.extend(["{", self.namespace(), "}"]);
        }
        out.push_str(self.local());
    }

    fn write_in(&self, out: &mut String, prefixes: &mut dyn DeclarePrefix) {
        if !self.namespace().is_empty() {
            let prefix = prefixes.prefix_for(self.namespace());
            if !prefix.is_empty() {
                out.extend([prefix, ":"]);
            }
        }
        out.push_str(self.local());
    }
}

/// No prefix is bound, and there is no default namespace.
struct NoPrefixes;

impl Prefixes for NoPrefixes {
    fn namespace_of(&self, _prefix: &str) -> Option<&str> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::TextList;

    /// Declarations of one element; a namespace without a prefix gets one.
    struct Scope(Vec<(String, String)>);

    impl Prefixes for Scope {
        fn namespace_of(&self, prefix: &str) -> Option<&str> {
            self.0.iter().find(|(p, _)| p == prefix).map(|(_, namespace)| namespace.as_str())
        }
    }

    impl DeclarePrefix for Scope {
        fn prefix_for(&mut self, namespace: &str) -> &str {
            let at = self.0.iter().position(|(_, n)| n == namespace).unwrap_or_else(|| {
                self.0.push((format!("ns{}", self.0.len()), namespace.to_owned()));
                self.0.len() - 1
            });
            &self.0[at].0
        }
    }

    fn scope(rows: &[(&str, &str)]) -> Scope {
        Scope(rows.iter().map(|(p, n)| ((*p).to_owned(), (*n).to_owned())).collect())
    }

    #[test]
    fn prefixes_are_resolved_where_the_name_stands() {
        let outer = scope(&[("a", "urn:a")]);
        let inner = scope(&[("a", "urn:other"), ("", "urn:default")]);
        let rows = [
            ("a:x", Some("{urn:a}x"), Some("{urn:other}x")),
            ("x", Some("x"), Some("{urn:default}x")),
            ("b:x", None, None),
            ("", None, None),
            (":x", None, None),
            ("a:", None, None),
            ("a:x:y", None, None),
            ("a:9", None, None),
            ("9:x", None, None),
            ("a: x", None, None),
        ];
        for (text, in_outer, in_inner) in rows {
            for (scope, expected) in [(&outer, in_outer), (&inner, in_inner)] {
                let name = QName::parse_in(text, scope).ok().map(|name| name.to_string());
                assert_eq!(name.as_deref(), expected, "{text:?}");
            }
        }
        assert_eq!(QName::parse("x"), Ok(QName::from_static("", "x")));
        assert!(QName::parse("a:x").is_err());
    }

    #[test]
    fn prefixes_are_declared_as_names_are_written() {
        let mut scope = scope(&[("a", "urn:a")]);
        let names = ["a:x", "y", "a:z"].map(|text| QName::parse_in(text, &scope).expect("valid"));
        let mut list: TextList<QName> = names.into();
        list[1] = QName::from_static("urn:b", "y");
        let mut text = String::new();
        list.write_in(&mut text, &mut scope);
        assert_eq!(text, "a:x ns1:y a:z");
        assert_eq!(TextList::parse_in(&text, &scope), Ok(list));
        let mut text = String::new();
        QName::from_static("urn:b", "y").write(&mut text);
        assert_eq!(text, "{urn:b}y");
    }
}
