//! Names of the runtime that a module imports, so that types read as written by hand.
//!
//! A name that a type of the module hides is written by its absolute path instead.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
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

/// The identifiers that begin a path: not those after `::`. A single colon ascribes a type.
fn collect(tokens: &TokenStream, used: &mut BTreeSet<String>) {
    let mut colons = 0;
    for token in tokens.clone() {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == ':' => {
                colons += 1;
                continue;
            }
            TokenTree::Ident(ident) if colons < 2 => {
                used.insert(ident.to_string());
            }
            TokenTree::Group(group) => collect(&group.stream(), used),
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        colons = 0;
    }
}
