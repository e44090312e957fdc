//! Unions of simple types as enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::types::{self, Place, token};
use super::{additions, docs, serde};
use crate::ir::Crate;
use crate::ir::item::{Item, Union};

/// The enum of a union, and how it displays.
pub(super) fn emit(krate: &Crate, place: Place, item: &Item, union: &Union) -> Vec<TokenStream> {
    let (ident, doc) = (token(&item.ident), docs::emit(&item.doc));
    let derives = additions::emit(krate, &["Clone", "Debug", "PartialEq"], &item.additions);
    let names: Vec<_> = union.variants.iter().map(|(name, ..)| token(name)).collect();
    let variants = union.variants.iter().map(|(name, ty, doc)| {
        let (doc, name) = (docs::emit(doc), token(name));
        let serde = serde::variant(krate, ty);
        let ty = types::value(krate, place, ty);
        quote! { #doc #name(#serde #ty) }
    });
    vec![
        quote! {
            #doc
            #derives
            pub enum #ident { #(#variants),* }
        },
        quote! {
            impl ::core::fmt::Display for #ident {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    match self { #(Self::#names(value) => ::core::fmt::Display::fmt(value, f)),* }
                }
            }
        },
    ]
}
