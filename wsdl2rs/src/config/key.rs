//! The forms that keys and names of options have.

use std::collections::BTreeMap;

use super::Entry;
use crate::diagnostic::{Code, Diagnostic, Origin};

/// A finding on an option that has a form which it cannot have.
pub(super) fn invalid(origin: &Origin, message: String) -> Diagnostic {
    Diagnostic::new(Code::ConfigInvalid, origin, message)
}

/// Whether `key` has the form `{namespace}local` or `local`.
pub(super) fn is_expanded_name(key: &str) -> bool {
    let local = match key.strip_prefix('{') {
        Some(rest) => rest.split_once('}').map(|(_, local)| local),
        None => Some(key),
    };
    local.is_some_and(|local| !local.is_empty() && !local.contains(['{', '}', '/', ':', ' ']))
}

/// Whether `path` is an expanded name, and at least one local name after it.
pub(super) fn is_path(path: &str) -> bool {
    let names = path.rfind('}').map_or(0, |at| at + 1);
    let (namespace, names) = path.split_at(names);
    let Some((first, members)) = names.split_once('/') else { return false };
    is_expanded_name(&format!("{namespace}{first}"))
        && members.split('/').all(|member| is_expanded_name(member) && !member.starts_with('{'))
}

/// Checks an entry of `module`.
pub(super) fn check_module(entry: &Entry) -> Option<Diagnostic> {
    let snake = |name: &str| !name.chars().any(char::is_uppercase);
    if entry.value.is_empty() || (is_identifier(&entry.value) && snake(&entry.value)) {
        return None;
    }
    let message = format!("`{}` cannot be the name of a module", entry.value);
    Some(invalid(&entry.origin, message).help("write a name in snake_case that is no keyword"))
}

/// Checks an entry of `rename`.
pub(super) fn check_rename(entry: &Entry) -> Option<Diagnostic> {
    if !is_expanded_name(&entry.key) {
        let message = format!("`{}` is not an expanded name", entry.key);
        return Some(invalid(&entry.origin, message).help("write `{namespace}local`"));
    }
    let camel = |name: &str| !name.starts_with(char::is_lowercase) && !name.contains('_');
    if is_identifier(&entry.value) && camel(&entry.value) {
        return None;
    }
    let message = format!("`{}` cannot be the name of a type", entry.value);
    let help = "write a name in UpperCamelCase that is no keyword";
    Some(invalid(&entry.origin, message).help(help))
}

/// Checks an entry of `only`.
pub(super) fn check_only(entry: &Entry) -> Option<Diagnostic> {
    let names = entry.key.rfind('}').map_or(entry.key.as_str(), |at| &entry.key[at..]);
    let is_path = is_path(&entry.key) && names.matches('/').count() <= 2;
    if is_path || is_expanded_name(&entry.key) {
        return None;
    }
    let message = format!("`{}` is not the name of a component", entry.key);
    let help = "write `{namespace}Service/Port/Operation`, `{namespace}Service/Port`, or \
                `{namespace}local` of a service, element or type";
    Some(invalid(&entry.origin, message).help(help))
}

/// Checks an entry of `replace`.
pub(super) fn check_replace(entry: &Entry) -> Option<Diagnostic> {
    if !is_expanded_name(&entry.key) {
        let message = format!("`{}` is not an expanded name", entry.key);
        return Some(invalid(&entry.origin, message).help("write `{namespace}local`"));
    }
    let begins = entry.value.starts_with("crate::") || entry.value.starts_with("::");
    if begins && syn::parse_str::<syn::TypePath>(&entry.value).is_ok() {
        return None;
    }
    let message = format!("`{}` is not the path of a type", entry.value);
    let help = "write a path that begins with `crate::` or `::`";
    Some(invalid(&entry.origin, message).help(help))
}

/// Finds keys that are set twice to different values.
pub(super) fn check_repeated(option: &str, entries: &[Entry]) -> Vec<Diagnostic> {
    let mut first: BTreeMap<&str, &Entry> = BTreeMap::new();
    let mut findings = Vec::new();
    for entry in entries {
        let before = *first.entry(&entry.key).or_insert(entry);
        if before.value != entry.value {
            let message = format!("{option}: `{}` is set twice", entry.key);
            let finding = invalid(&entry.origin, message).help("keep one of the two");
            findings.push(finding.label(&before.origin, "first here"));
        }
    }
    findings
}

fn is_identifier(name: &str) -> bool {
    syn::parse_str::<syn::Ident>(name).is_ok_and(|ident| ident == name)
}

#[cfg(test)]
mod tests {
    use std::panic::Location;

    use super::*;

    fn entry(key: &str, value: &str) -> Entry {
        let origin = Origin::Caller(Location::caller());
        Entry { key: key.into(), value: value.into(), origin }
    }

    #[test]
    fn names_and_paths_have_forms() {
        let rows = [
            ("{urn:a}b", true, false),
            ("b", true, false),
            ("{urn:a}b/c", false, true),
            ("{http://a/b/}c/d/e", false, true),
            ("b/c", false, true),
            ("{urn:a}", false, false),
            ("{urn:a", false, false),
            ("a:b", false, false),
            ("{urn:a}b/", false, false),
            ("{urn:a}b/{urn:a}c", false, false),
            ("", false, false),
        ];
        for (key, name, path) in rows {
            assert_eq!((is_expanded_name(key), is_path(key)), (name, path), "{key}");
        }
    }

    #[test]
    fn names_are_rust_names() {
        let rows = [
            ("stock", true, false),
            ("", true, false),
            ("Stock", false, true),
            ("type", false, false),
            ("Self", false, false),
            ("stock_types", true, false),
            ("Stock_Type", false, false),
            ("stock::types", false, false),
            ("2nd", false, false),
            ("\u{e9}tat", true, false),
        ];
        for (name, module, ty) in rows {
            assert_eq!(check_module(&entry("urn:a", name)).is_none(), module, "{name}");
            assert_eq!(check_rename(&entry("{urn:a}b", name)).is_none(), ty, "{name}");
        }
    }

    #[test]
    fn own_types_are_paths_from_a_root() {
        let rows = [
            ("crate::Isin", true),
            ("::uuid::Uuid", true),
            ("crate::Text<20>", true),
            ("Isin", false),
            ("super::Isin", false),
            ("crate::", false),
            ("crate::A, crate::B", false),
            ("&crate::A", false),
        ];
        for (path, expected) in rows {
            let found = check_replace(&entry("{urn:a}b", path));
            assert_eq!(found.is_none(), expected, "{path}");
        }
    }

    #[test]
    fn a_key_set_twice_is_reported() {
        let same = [entry("a", "x"), entry("b", "y"), entry("a", "x")];
        assert!(check_repeated("module", &same).is_empty());
        let other = [entry("a", "x"), entry("a", "y")];
        assert_eq!(check_repeated("module", &other)[0].message, "module: `a` is set twice");
    }
}
