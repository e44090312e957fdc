//! Declared faults as enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::types::{self, Place, token};
use super::{clients, docs, runtime};
use crate::ir::Crate;
use crate::ir::client::{FaultDetail, FaultEnum};

/// The enum of an operation's declared faults, and how it is read.
pub(super) fn emit(krate: &Crate, place: Place, fault: &FaultEnum) -> Vec<TokenStream> {
    let contract = runtime::contract();
    let (ident, doc) = (token(&fault.ident), docs::emit(&fault.doc));
    let variants = fault.variants.iter().map(|variant| {
        let (doc, name) = (docs::emit(&variant.doc), token(&variant.ident));
        let ty = types::value(krate, place, &variant.ty);
        quote! { #doc #name(#ty) }
    });
    let reads = fault.variants.iter().map(|variant| {
        let name = token(&variant.ident);
        let read = match &variant.detail {
            FaultDetail::Element(marker) => {
                let element = clients::element(krate, place, marker);
                quote! { #contract::read_detail::<#element>(entry, options) }
            }
            FaultDetail::Part(marker, (namespace, local)) => {
                let element = clients::body(krate, place, marker);
                let name = quote! { #contract::QName::from_static(#namespace, #local) };
                quote! { #contract::read_typed_detail::<#element>(entry, &#name, options) }
            }
        };
        quote! {
            if let ::core::option::Option::Some(read) = #read {
                return ::core::option::Option::Some(read.map(Self::#name));
            }
        }
    });
    vec![
        quote! {
            #doc
            #[derive(Clone, Debug, PartialEq)]
            pub enum #ident { #(#variants),* }
        },
        quote! {
            impl #contract::FaultDetail for #ident {
                fn read(
                    entry: &#contract::DetailEntry,
                    options: &#contract::ReadOptions,
                ) -> ::core::option::Option<::core::result::Result<Self, #contract::ReadError>> {
                    #(#reads)*
                    ::core::option::Option::None
                }
            }
        },
    ]
}
