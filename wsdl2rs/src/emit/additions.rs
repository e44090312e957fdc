//! What stands before a type: its derives, and the attributes that the configuration adds.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::serde;
use crate::ir::Crate;
use crate::ir::item::Additions;

/// `#[derive(…)]` of what the generator derives and what was added, each once, and the attributes.
pub(super) fn emit(krate: &Crate, derives: &[&str], additions: &Additions) -> TokenStream {
    with(derives, additions, serde::derives(krate))
}

/// The same for a type whose constructor checks.
pub(super) fn of_newtype(krate: &Crate, derives: &[&str], additions: &Additions) -> TokenStream {
    with(derives, additions, serde::derive_of_newtype(krate))
}

fn with(
    derives: &[&str],
    additions: &Additions,
    (serde, place): (Vec<TokenStream>, Option<TokenStream>),
) -> TokenStream {
    let own = derives.iter().map(|name| {
        let name = format_ident!("{name}");
        quote! { #name }
    });
    let mut paths: Vec<&str> = derives.to_vec();
    let mut added = Vec::new();
    for path in &additions.derives {
        if !paths.contains(&path.as_str()) {
            paths.push(path);
            added.push(parsed(path));
        }
    }
    let attributes = additions.attributes.iter().map(|text| parsed(text));
    let derives = own.chain(serde).chain(added);
    quote! { #[derive(#(#derives),*)] #place #(#attributes)* }
}

/// Tokens that were parsed when the option was set.
fn parsed(text: &str) -> TokenStream {
    text.parse().expect("the configuration was checked")
}
