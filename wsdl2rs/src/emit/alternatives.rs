//! Places for several types as enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::types::{self, Place, token};
use super::{additions, docs};
use crate::ir::Crate;
use crate::ir::item::{Alternatives, Item};
use crate::ir::ty::TypeId;

/// The enum, and a conversion from each of its types that is there once.
pub(super) fn emit(
    krate: &Crate,
    place: Place,
    item: &Item,
    alternatives: &Alternatives,
) -> Vec<TokenStream> {
    let (ident, doc) = (token(&item.ident), docs::emit(&item.doc));
    let derives = additions::emit(krate, &["Clone", "Debug", "PartialEq"], &item.additions);
    let boxed = types::prelude(krate, place, "Box");
    let from = types::prelude(krate, place, "From");
    let variants = alternatives.variants.iter().map(|(name, ty, _)| {
        let doc = docs::emit(&krate.item(*ty).doc);
        let (name, ty) = (token(name), types::item(krate, place, *ty));
        quote! { #doc #name(#boxed<#ty>) }
    });
    let mut tokens = vec![quote! {
        #doc
        #derives
        pub enum #ident { #(#variants),* }
    }];
    // A type of the caller's that stands for several of the schema's could become any of them.
    let stands_for = |id: TypeId| {
        let path = krate.replaced.get(&id);
        alternatives.variants.iter().filter(|(_, ty, _)| krate.replaced.get(ty) == path).count()
    };
    let converted = alternatives
        .variants
        .iter()
        .filter(|(_, ty, _)| !krate.replaced.contains_key(ty) || stands_for(*ty) == 1);
    tokens.extend(converted.map(|(name, ty, _)| {
        let (name, ty) = (token(name), types::item(krate, place, *ty));
        quote! {
            impl #from<#ty> for #ident {
                fn from(value: #ty) -> Self {
                    Self::#name(#boxed::new(value))
                }
            }
        }
    }));
    tokens
}
