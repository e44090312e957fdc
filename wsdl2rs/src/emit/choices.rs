//! Choices as enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::types::{self, Place, token};
use crate::ir::Crate;
use crate::ir::item::{Choice, Item};

/// The enum of a choice.
pub(super) fn emit(krate: &Crate, place: Place, item: &Item, choice: &Choice) -> TokenStream {
    let (ident, doc) = (token(&item.ident), docs::emit(&item.doc));
    let variants = choice.variants.iter().map(|variant| {
        let (doc, name) = (docs::emit(&variant.doc), token(&variant.ident));
        let ty = types::member(krate, place, &variant.ty, variant.cardinality);
        quote! { #doc #name(#ty) }
    });
    quote! {
        #doc
        #[derive(Clone, Debug, PartialEq)]
        pub enum #ident { #(#variants),* }
    }
}
