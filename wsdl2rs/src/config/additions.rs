//! Derives and attributes that are added to generated types.

use syn::parse::Parser;
use syn::punctuated::Punctuated;

use super::Entry;
use super::key;
use crate::diagnostic::Diagnostic;

/// Checks an entry of `derive`.
pub(super) fn check_derive(entry: &Entry) -> Option<Diagnostic> {
    check_key(entry).or_else(|| match derives(&entry.value) {
        Ok(paths) if paths.is_empty() => {
            Some(key::invalid(&entry.origin, "there is nothing to derive".to_owned()))
        }
        Ok(_) => None,
        Err(error) => {
            let message = format!("`{}` is no list of derives: {error}", entry.value);
            Some(
                key::invalid(&entry.origin, message)
                    .help("write paths, such as `Eq, serde::Serialize`"),
            )
        }
    })
}

/// Checks an entry of `attribute`.
pub(super) fn check_attribute(entry: &Entry) -> Option<Diagnostic> {
    check_key(entry).or_else(|| match attributes(&entry.value) {
        Ok(list) if list.is_empty() => {
            Some(key::invalid(&entry.origin, "there is no attribute".to_owned()))
        }
        Ok(_) => None,
        Err(error) => {
            let message = format!("`{}` is no attribute: {error}", entry.value);
            Some(
                key::invalid(&entry.origin, message)
                    .help("write `#[path]` or `#[path(arguments)]`"),
            )
        }
    })
}

fn check_key(entry: &Entry) -> Option<Diagnostic> {
    if entry.key == "*" || key::is_expanded_name(&entry.key) {
        return None;
    }
    let message = format!("`{}` is not an expanded name", entry.key);
    Some(
        key::invalid(&entry.origin, message).help("write `{namespace}local`, or `*` for all types"),
    )
}

/// The paths of a list of derives, without white space.
pub(crate) fn derives(text: &str) -> syn::Result<Vec<String>> {
    let list = Punctuated::<syn::Path, syn::Token![,]>::parse_terminated_with;
    let list = |input: syn::parse::ParseStream<'_>| list(input, syn::Path::parse_mod_style);
    let paths = list.parse_str(text)?;
    Ok(paths.iter().map(|path| quote::quote!(#path).to_string().replace(' ', "")).collect())
}

/// The attributes in a text.
pub(crate) fn attributes(text: &str) -> syn::Result<Vec<String>> {
    let list = syn::Attribute::parse_outer.parse_str(text)?;
    if let Some(doc) = list.iter().find(|attribute| attribute.path().is_ident("doc")) {
        return Err(syn::Error::new_spanned(doc, "documentation is the schema's"));
    }
    Ok(list.iter().map(|attribute| quote::quote!(#attribute).to_string()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derives_are_paths() {
        let rows: [(&str, Option<&[&str]>); 6] = [
            ("Eq, Hash", Some(&["Eq", "Hash"])),
            ("serde :: Serialize,", Some(&["serde::Serialize"])),
            ("::serde::Serialize", Some(&["::serde::Serialize"])),
            ("", Some(&[])),
            ("Eq Hash", None),
            ("Into<u8>", None),
        ];
        for (text, expected) in rows {
            let found = derives(text).ok();
            let expected = expected.map(|paths| paths.iter().map(ToString::to_string).collect());
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn attributes_are_outer_attributes() {
        let rows = [
            ("#[non_exhaustive]", Some(1)),
            ("#[a] #[b(c = \"d\")]", Some(2)),
            ("", Some(0)),
            ("non_exhaustive", None),
            ("#![a]", None),
            ("#[a] struct S;", None),
            ("/// text", None),
        ];
        for (text, expected) in rows {
            assert_eq!(attributes(text).ok().map(|list| list.len()), expected, "{text}");
        }
    }
}
