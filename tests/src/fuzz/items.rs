//! What a generated file may contain: items of known kinds, macros of the runtime, attributes and
//! paths that the generator has. Whatever a document says, nothing else may come out
//! (a name or a text of it would have left its literal).

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Macros that generated code calls by a path below `v1`.
const MACROS: [&str; 9] = [
    "attribute",
    "complex",
    "element",
    "global_element",
    "impl_array",
    "impl_element",
    "impl_part",
    "impl_simple",
    "impl_text",
];

/// Attributes that are not documentation.
const ATTRIBUTES: [&str; 7] =
    ["allow", "default", "derive", "doc", "must_use", "non_exhaustive", "serde"];

/// Where absolute paths begin.
const CRATES: [&str; 3] = ["core", "std", "wsdl2rs_runtime"];

/// Words that a path may follow, and that are none of its segments.
const KEYWORDS: [&str; 12] =
    ["as", "dyn", "else", "for", "if", "impl", "in", "match", "mut", "return", "use", "where"];

/// What is in a generated file that should not be, if anything is.
#[must_use]
pub fn unexpected(text: &str) -> Option<String> {
    match syn::parse_file(text) {
        Ok(file) => in_items(&file.items)
            .or_else(|| text.parse().map_or_else(|error| Some(format!("{error}")), in_tokens)),
        Err(error) => Some(format!("the output is not Rust: {error}")),
    }
}

#[allow(clippy::wildcard_enum_match_arm, reason = "all others are unexpected")]
fn in_items(items: &[syn::Item]) -> Option<String> {
    items.iter().find_map(|item| match item {
        syn::Item::Mod(module) => {
            let (_, items) = module.content.as_ref()?;
            in_items(items)
        }
        syn::Item::Const(_)
        | syn::Item::Enum(_)
        | syn::Item::Impl(_)
        | syn::Item::Macro(_)
        | syn::Item::Static(_)
        | syn::Item::Struct(_)
        | syn::Item::Trait(_)
        | syn::Item::Type(_)
        | syn::Item::Use(_) => None,
        _ => Some("an item of another kind".to_owned()),
    })
}

fn in_tokens(tokens: TokenStream) -> Option<String> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let found = match token {
            TokenTree::Ident(ident) => is_forbidden(&ident.to_string(), &tokens[..at])
                .then(|| format!("the word `{ident}`")),
            TokenTree::Group(group) => after(&tokens[..at], group.delimiter())
                .or_else(|| attribute(&tokens[..at], group))
                .or_else(|| in_tokens(group.stream())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Words that generated code never uses as words, and crates that it never names.
fn is_forbidden(word: &str, before: &[TokenTree]) -> bool {
    let starts_path = matches!(before, [.., one, two] if is(one, ':') && is(two, ':'))
        && !matches!(before, [.., TokenTree::Ident(name), _, _]
            if !KEYWORDS.contains(&&*name.to_string()))
        && !matches!(before, [.., end, _, _] if is(end, '>'));
    ["unsafe", "extern", "macro_rules"].contains(&word) || starts_path && !CRATES.contains(&word)
}

/// Whether a group is the argument of a macro that is not known.
fn after(before: &[TokenTree], delimiter: Delimiter) -> Option<String> {
    let [rest @ .., TokenTree::Ident(name), bang] = before else { return None };
    if !is(bang, '!') || delimiter == Delimiter::None {
        return None;
    }
    let name = name.to_string();
    let of_the_runtime = matches!(rest, [.., TokenTree::Ident(version), one, two]
        if version == "v1" && is(one, ':') && is(two, ':'));
    let known = if of_the_runtime {
        MACROS.contains(&&*name) || name == "named_type"
    } else {
        name == "matches"
    };
    (!known).then(|| format!("the macro `{name}!`"))
}

/// Whether a group is an attribute that is not known.
fn attribute(before: &[TokenTree], group: &proc_macro2::Group) -> Option<String> {
    let is_attribute =
        group.delimiter() == Delimiter::Bracket && before.last().is_some_and(|last| is(last, '#'));
    let name = group.stream().into_iter().next()?.to_string();
    (is_attribute && !ATTRIBUTES.contains(&&*name)).then(|| format!("the attribute `{name}`"))
}

fn is(token: &TokenTree, character: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == character)
}

#[cfg(test)]
mod tests {
    use super::unexpected;

    #[test]
    fn what_the_generator_does_not_write_is_found() {
        let fine = [
            "pub struct A { pub r#unsafe: ::core::option::Option<u8> }",
            "/// Docs with unsafe { }.\n#[derive(Debug)] enum B { A }",
            "v1::element!(A, \"include!\"); mod m { use ::std::string::String; }",
            "const A: bool = !(matches!(1, 2)) && 1 != (2);",
        ];
        let wrong = [
            "fn f() {}",
            "struct A;\nunsafe impl Send for A {}",
            "mod m { const A: &str = include_str!(\"/etc/passwd\"); }",
            "const A: &str = ::std::env!(\"HOME\");",
            "macro_rules! a { () => {} }",
            "#[path = \"/etc/passwd\"] struct A;",
            "use ::libc::system;",
            "element!(A);",
            "struct",
        ];
        for text in fine {
            assert_eq!(unexpected(text), None, "{text}");
        }
        for text in wrong {
            assert!(unexpected(text).is_some(), "{text}");
        }
    }
}
