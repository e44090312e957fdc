//! Lexical forms of attribute values (XSD 1.0 Part 2, section 3; Namespaces in XML 1.0, section 4).

use std::borrow::Cow;

use super::xsd::Derivations;

/// The characters that XML calls white space.
const WHITE_SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

/// The value with white space collapsed (XSD 1.0 Part 2, section 4.3.6).
pub(crate) fn collapse(value: &str) -> Cow<'_, str> {
    let trimmed = value.trim_matches(WHITE_SPACE);
    let is_collapsed = !trimmed.contains(['\t', '\n', '\r']) && !trimmed.contains("  ");
    if is_collapsed {
        return Cow::Borrowed(trimmed);
    }
    Cow::Owned(words(trimmed).collect::<Vec<_>>().join(" "))
}

/// The items of a list.
pub(crate) fn words(value: &str) -> impl Iterator<Item = &str> {
    value.split(WHITE_SPACE).filter(|word| !word.is_empty())
}

/// Whether the text has only white space.
pub(crate) fn is_blank(text: &str) -> bool {
    text.trim_matches(WHITE_SPACE).is_empty()
}

/// Whether the value is a name without a colon.
pub(crate) fn is_ncname(value: &str) -> bool {
    let mut characters = value.chars();
    characters.next().is_some_and(is_name_start) && characters.all(is_name_character)
}

fn is_name_start(c: char) -> bool {
    matches!(c,
        'A'..='Z' | 'a'..='z' | '_' | '\u{C0}'..='\u{D6}' | '\u{D8}'..='\u{F6}'
        | '\u{F8}'..='\u{2FF}' | '\u{370}'..='\u{37D}' | '\u{37F}'..='\u{1FFF}'
        | '\u{200C}'..='\u{200D}' | '\u{2070}'..='\u{218F}' | '\u{2C00}'..='\u{2FEF}'
        | '\u{3001}'..='\u{D7FF}' | '\u{F900}'..='\u{FDCF}' | '\u{FDF0}'..='\u{FFFD}'
        | '\u{10000}'..='\u{EFFFF}')
}

fn is_name_character(c: char) -> bool {
    is_name_start(c)
        || matches!(c, '-' | '.' | '0'..='9' | '\u{B7}' | '\u{300}'..='\u{36F}'
            | '\u{203F}'..='\u{2040}')
}

/// The prefix and the local part of a name; nothing where the value is none.
pub(crate) fn split_qname(value: &str) -> Option<(Option<&str>, &str)> {
    match value.split_once(':') {
        None => is_ncname(value).then_some((None, value)),
        Some((prefix, local)) => {
            (is_ncname(prefix) && is_ncname(local)).then_some((Some(prefix), local))
        }
    }
}

/// As `split_qname`, but the local part need not be an XML name: names of WSDL often are not.
pub(crate) fn split_reference(value: &str) -> Option<(Option<&str>, &str)> {
    let (prefix, local) = match value.split_once(':') {
        None => (None, value),
        Some((prefix, local)) => (Some(prefix), local),
    };
    let is_local = !local.is_empty() && !local.contains([':', ' ']);
    (is_local && prefix.is_none_or(is_ncname)).then_some((prefix, local))
}

/// `true`, `false`, `1` or `0`.
pub(crate) fn boolean(value: &str) -> Option<bool> {
    match value {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

/// A non-negative integer; one that is larger than the largest counts as the largest.
pub(crate) fn count(value: &str) -> Option<u64> {
    let negative_zero = value.strip_prefix('-').filter(|rest| rest.bytes().all(|b| b == b'0'));
    let digits = negative_zero.or_else(|| value.strip_prefix('+')).unwrap_or(value);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(digits.parse().unwrap_or(u64::MAX))
}

/// A set of derivation methods: `#all`, or a list of those in `allowed`.
pub(crate) fn derivations(value: &str, allowed: &[&str]) -> Option<Derivations> {
    let mut set = Derivations::default();
    if value == "#all" {
        let all = true;
        return Some(Derivations {
            extension: all,
            restriction: all,
            substitution: all,
            list: all,
            union: all,
        });
    }
    for word in words(value) {
        let member = match word {
            "extension" => &mut set.extension,
            "restriction" => &mut set.restriction,
            "substitution" => &mut set.substitution,
            "list" => &mut set.list,
            "union" => &mut set.union,
            _ => return None,
        };
        *member = true;
        if !allowed.contains(&word) {
            return None;
        }
    }
    Some(set)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_collapses() {
        let rows =
            [("a", "a"), (" a\t\n b ", "a b"), ("a  b", "a b"), (" ", ""), ("\u{a0}", "\u{a0}")];
        for (value, collapsed) in rows {
            assert_eq!(collapse(value), collapsed, "{value:?}");
        }
    }

    #[test]
    fn names_and_their_parts() {
        let rows = [
            ("a", Some((None, "a"))),
            ("p:a", Some((Some("p"), "a"))),
            ("_x-1.\u{b7}", Some((None, "_x-1.\u{b7}"))),
            ("\u{e9}\u{4e00}", Some((None, "\u{e9}\u{4e00}"))),
            ("", None),
            (":a", None),
            ("p:", None),
            ("p:a:b", None),
            ("1a", None),
            ("a b", None),
            ("-a", None),
        ];
        for (value, parts) in rows {
            assert_eq!(split_qname(value), parts, "{value:?}");
        }
    }

    #[test]
    fn references_of_wsdl_are_looser() {
        let rows = [
            ("p:1a", Some((Some("p"), "1a"))),
            ("1a", Some((None, "1a"))),
            ("1:a", None),
            ("p:a:b", None),
            ("p:", None),
            ("", None),
            ("a b", None),
        ];
        for (value, parts) in rows {
            assert_eq!(split_reference(value), parts, "{value:?}");
        }
    }

    #[test]
    fn counts_have_no_upper_end() {
        let rows = [
            ("0", Some(0)),
            ("007", Some(7)),
            ("+3", Some(3)),
            ("-0", Some(0)),
            ("18446744073709551615", Some(u64::MAX)),
            ("99999999999999999999999", Some(u64::MAX)),
            ("-1", None),
            ("", None),
            ("+", None),
            ("1.0", None),
            ("unbounded", None),
        ];
        for (value, expected) in rows {
            assert_eq!(count(value), expected, "{value:?}");
        }
    }

    #[test]
    fn derivations_are_a_set_of_allowed_words() {
        let allowed = ["extension", "restriction"];
        let rows = [
            ("", Some(Derivations::default())),
            ("extension", Some(Derivations { extension: true, ..Derivations::default() })),
            ("list", None),
            ("extension,restriction", None),
            ("#all extension", None),
        ];
        for (value, expected) in rows {
            assert_eq!(derivations(value, &allowed), expected, "{value:?}");
        }
        assert!(derivations("#all", &allowed).is_some_and(|set| set.union && set.extension));
    }
}
