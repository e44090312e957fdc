//! Choices as enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::types::{self, Place, token};
use super::{additions, docs, serde};
use crate::ir::Crate;
use crate::ir::item::{Choice, Item};

/// The enum of a choice.
pub(super) fn emit(krate: &Crate, place: Place, item: &Item, choice: &Choice) -> TokenStream {
    let (ident, doc) = (token(&item.ident), docs::emit(&item.doc));
    let derives = additions::emit(krate, &["Clone", "Debug", "PartialEq"], &item.additions);
    let variants = choice.variants.iter().map(|variant| {
        let (doc, name) = (docs::emit(&variant.doc), token(&variant.ident));
        let ty = types::member(krate, place, &variant.ty, variant.cardinality);
        let serde = serde::variant(krate, &variant.ty);
        quote! { #doc #name(#serde #ty) }
    });
    quote! {
        #doc
        #derives
        pub enum #ident { #(#variants),* }
    }
}
