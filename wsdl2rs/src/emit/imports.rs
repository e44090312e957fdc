//! Names of the runtime that a module imports, so that types read as written by hand.
//!
//! A name that a type of the module hides is written by its absolute path instead.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::quote;

use crate::ir::Module;

/// The importable names, by the module of the runtime that has them.
const NAMES: [(&str, &[&str]); 5] = [
    ("", &["QName"]),
    ("client", &["CallError", "FaultDetail", "NoDeclaredFault", "Settings"]),
    ("list", &["Bounded", "NonEmpty", "UNBOUNDED"]),
    ("transport", &["BlockingTransport", "Transport"]),
    (
        "value",
        &[
            "AnyUri",
            "Base64Binary",
            "Date",
            "DateTime",
            "Decimal",
            "Duration",
            "Entities",
            "Entity",
            "GDay",
            "GMonth",
            "GMonthDay",
            "GYear",
            "GYearMonth",
            "HexBinary",
            "Id",
            "IdRef",
            "IdRefs",
            "Integer",
            "Language",
            "NcName",
            "NegativeInteger",
            "Nillable",
            "NmToken",
            "NmTokens",
            "NonNegativeInteger",
            "NonPositiveInteger",
            "NormalizedString",
            "PositiveInteger",
            "TextList",
            "Time",
            "Token",
            "ValueError",
            "Word",
            "XmlName",
        ],
    ),
];

/// Whether a module can import a name: no type of its own has it.
pub(super) fn can(module: &Module, name: &str) -> bool {
    !module.hidden.contains(name)
}

/// The absolute path of a name.
pub(super) fn absolute(name: &str) -> TokenStream {
    let ident = Ident::new(name, Span::call_site());
    let home = NAMES.iter().find(|(_, names)| names.contains(&name)).map_or("", |(home, _)| home);
    if home.is_empty() {
        return quote! { ::wsdl2rs_runtime::#ident };
    }
    let home = Ident::new(home, Span::call_site());
    quote! { ::wsdl2rs_runtime::#home::#ident }
}

/// The imports that items need: one `use` for each module of the runtime, then the contract.
pub(super) fn of(module: &Module, items: &[TokenStream]) -> Vec<TokenStream> {
    let mut used = BTreeSet::new();
    items.iter().for_each(|item| collect(item, &mut used));
    let mut imports: BTreeMap<&str, Vec<Ident>> = BTreeMap::new();
    for (home, names) in NAMES {
        for name in names.iter().filter(|name| used.contains(**name) && can(module, name)) {
            imports.entry(home).or_default().push(Ident::new(name, Span::call_site()));
        }
    }
    let mut tokens: Vec<TokenStream> =
        imports.into_iter().map(|(home, names)| import(home, &names)).collect();
    if used.contains("v1") {
        tokens.push(super::contract_import());
    }
    tokens
}

fn import(home: &str, names: &[Ident]) -> TokenStream {
    let home = (!home.is_empty()).then(|| {
        let home = Ident::new(home, Span::call_site());
        quote! { ::#home }
    });
    match names {
        [name] => quote! { use ::wsdl2rs_runtime #home::#name; },
        names => quote! { use ::wsdl2rs_runtime #home::{#(#names),*}; },
    }
}

/// The identifiers that begin a path: not those after `::`, and not the names of an enum's
/// variants. A single colon ascribes a type.
fn collect(tokens: &TokenStream, used: &mut BTreeSet<String>) {
    let mut colons = 0;
    let mut in_enum = false;
    for token in tokens.clone() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ':' => {
                colons += 1;
                continue;
            }
            TokenTree::Ident(ident) if colons < 2 => {
                in_enum |= ident == "enum";
                used.insert(ident.to_string());
            }
            TokenTree::Group(group) if in_enum && group.delimiter() == Delimiter::Brace => {
                in_enum = false;
                collect_in_groups(&group.stream(), used);
            }
            TokenTree::Group(group) => collect(&group.stream(), used),
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        colons = 0;
    }
}

/// Those in the groups of an enum's body: what its variants hold.
fn collect_in_groups(body: &TokenStream, used: &mut BTreeSet<String>) {
    for token in body.clone() {
        if let TokenTree::Group(group) = token {
            collect(&group.stream(), used);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use quote::quote;

    #[test]
    fn names_that_begin_a_path_are_used() {
        let rows = [
            (quote! { struct A { b: Word } }, true),
            (quote! { enum A { Word(String), B } }, false),
            (quote! { enum A { B(Word) } }, true),
            (quote! { enum A { B { c: Word } } }, true),
            (quote! { fn a() { A::Word } }, false),
            (quote! { enum A { B } impl A { fn a() -> Word {} } }, true),
        ];
        for (tokens, expected) in rows {
            let mut used = BTreeSet::new();
            super::collect(&tokens, &mut used);
            assert_eq!(used.contains("Word"), expected, "{tokens}");
        }
    }
}
