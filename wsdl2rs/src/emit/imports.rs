//! Names of the runtime that a module imports, so that types read as written by hand.
//!
//! A name that a type of the module hides is written by its absolute path instead.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::quote;

use crate::ir::Module;

/// The importable names, by the module of the runtime that has them.
const NAMES: [(&str, &[&str]); 9] = [
    ("", &["QName"]),
    ("any", &["AnyAttributes", "AnySimpleType", "AnyType", "NoValue"]),
    ("client", &["CallError", "FaultDetail", "NoDeclaredFault", "Reply", "Settings"]),
    ("encoding", &["Array"]),
    ("list", &["Bounded", "NonEmpty", "UNBOUNDED"]),
    ("soap", &["HeaderBlock"]),
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
    ("xml", &["RawXml"]),
];

/// The path of the contract, which is imported as `v1`.
const CONTRACT: [&str; 3] = ["wsdl2rs_runtime", "codegen", "v1"];

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

/// What the items of a module import.
pub(crate) enum Imports<'a> {
    /// Nothing.
    None,
    /// The contract, as which they know all of the runtime.
    Contract,
    /// The names of the runtime that they use and no type of this module hides.
    AsUsed(&'a Module),
}

/// The names that the items of a module turned out to use.
#[derive(Debug, Default)]
pub(super) struct Used(BTreeSet<String>);

impl Used {
    /// An item with the paths into the runtime shortened that can be.
    pub(super) fn shorten(&mut self, imports: &Imports<'_>, item: TokenStream) -> TokenStream {
        match imports {
            Imports::AsUsed(module) => shortened(module, item, &mut self.0),
            Imports::None | Imports::Contract => item,
        }
    }

    /// The imports: the contract, then one `use` for each module of the runtime.
    pub(super) fn imports(&self, imports: &Imports<'_>) -> Vec<TokenStream> {
        let mut tokens = Vec::new();
        if matches!(imports, Imports::Contract) || self.0.contains("v1") {
            tokens.push(super::contract_import());
        }
        let mut by_home: BTreeMap<&str, Vec<Ident>> = BTreeMap::new();
        for (home, names) in NAMES {
            for name in names.iter().filter(|name| self.0.contains(**name)) {
                by_home.entry(home).or_default().push(Ident::new(name, Span::call_site()));
            }
        }
        tokens.extend(by_home.into_iter().map(|(home, names)| import(home, &names)));
        tokens
    }
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

/// Tokens are moved, and groups let go before what is in them is taken: a stream that is shared
/// would be copied.
fn shortened(module: &Module, tokens: TokenStream, used: &mut BTreeSet<String>) -> TokenStream {
    let mut trees = tokens.into_iter().collect::<Vec<TokenTree>>().into_iter();
    let mut out = Vec::with_capacity(trees.len());
    loop {
        if let Some((length, name)) = importable(module, trees.as_slice()) {
            used.insert(name.to_string());
            out.push(TokenTree::Ident(name));
            trees.by_ref().take(length).for_each(drop);
            continue;
        }
        match trees.next() {
            Some(TokenTree::Group(group)) => {
                let (delimiter, inner) = (group.delimiter(), group.stream());
                drop(group);
                let inner = shortened(module, inner, used);
                out.push(TokenTree::Group(Group::new(delimiter, inner)));
            }
            Some(tree) => out.push(tree),
            None => return out.into_iter().collect(),
        }
    }
}

/// The length in tokens and the last name of a path into the runtime that begins here, if the
/// module can import it: no type of its own has the name.
fn importable(module: &Module, trees: &[TokenTree]) -> Option<(usize, Ident)> {
    let is_runtime = matches!(trees.get(2), Some(TokenTree::Ident(name)) if name == CONTRACT[0]);
    let (names, length) = if is_runtime { path(trees)? } else { return None };
    let text: Vec<String> = names.iter().map(ToString::to_string).collect();
    let text: Vec<&str> = text.iter().map(String::as_str).collect();
    if text.starts_with(&CONTRACT) {
        return Some((CONTRACT.len() * 3, names[CONTRACT.len() - 1].clone()));
    }
    let (home, name) = match text.as_slice() {
        ["wsdl2rs_runtime", name] => ("", *name),
        ["wsdl2rs_runtime", home, name] => (*home, *name),
        _ => return None,
    };
    let known = NAMES.iter().any(|(module, names)| *module == home && names.contains(&name));
    let free = known && !module.hidden.contains(name);
    free.then(|| (length, names[names.len() - 1].clone()))
}

/// An absolute path: its names, and how many tokens it has. A name is three: `::` and itself.
fn path(trees: &[TokenTree]) -> Option<(Vec<Ident>, usize)> {
    let is_colon = |tree: Option<&TokenTree>| matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == ':');
    let mut names = Vec::new();
    let mut at = 0;
    while is_colon(trees.get(at)) && is_colon(trees.get(at + 1)) {
        let Some(TokenTree::Ident(name)) = trees.get(at + 2) else { break };
        names.push(name.clone());
        at += 3;
    }
    (!names.is_empty()).then_some((names, at))
}
