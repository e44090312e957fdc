//! Enumerated simple types as enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::types::token;
use crate::ir::item::{Enumeration, Item};

/// The enum, its texts, and how it displays.
pub(super) fn emit(item: &Item, enumeration: &Enumeration) -> Vec<TokenStream> {
    let (ident, doc) = (token(&item.ident), docs::emit(&item.doc));
    let names: Vec<_> = enumeration.variants.iter().map(|variant| token(&variant.ident)).collect();
    let values: Vec<_> = enumeration.variants.iter().map(|variant| &variant.value).collect();
    let variants = enumeration.variants.iter().map(|variant| {
        let (doc, name) = (docs::emit(&variant.doc), token(&variant.ident));
        quote! { #doc #name }
    });
    vec![
        quote! {
            #doc
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub enum #ident { #(#variants),* }
        },
        quote! {
            impl #ident {
                /// Every value, in the order of the schema.
                pub const ALL: &'static [Self] = &[#(Self::#names),*];

                /// The value as it is written.
                #[must_use]
                pub const fn as_str(self) -> &'static str {
                    match self { #(Self::#names => #values),* }
                }
            }
        },
        quote! {
            impl ::core::fmt::Display for #ident {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    f.write_str(self.as_str())
                }
            }
        },
    ]
}
