//! Enumerated simple types as enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::types::token;
use super::{additions, docs, imports, serde};
use crate::ir::Crate;
use crate::ir::item::{EnumeratedValue, Enumeration, Item, Judgement};

/// What an enum of values derives.
const DERIVES: [&str; 8] =
    ["Clone", "Copy", "Debug", "PartialEq", "Eq", "Hash", "PartialOrd", "Ord"];

/// The enum, its texts or names, and how it displays.
pub(super) fn emit(krate: &Crate, item: &Item, enumeration: &Enumeration) -> Vec<TokenStream> {
    let (ident, doc) = (token(&item.ident), docs::emit(&item.doc));
    let derives = additions::emit(krate, &DERIVES, &item.additions);
    let names: Vec<_> = enumeration.variants.iter().map(|variant| token(&variant.ident)).collect();
    let variants = enumeration.variants.iter().map(|variant| {
        let (doc, name) = (docs::emit(&variant.doc), token(&variant.ident));
        let serde = serde::enumerated(krate, &variant.value);
        quote! { #doc #serde #name }
    });
    let (access, display) = if enumeration.judgement == Judgement::Names {
        let display = quote! { ::core::fmt::Display::fmt(&self.name(), f) };
        (name_access(enumeration), display)
    } else {
        (text_access(enumeration), quote! { f.write_str(self.as_str()) })
    };
    vec![
        quote! {
            #doc
            #derives
            pub enum #ident { #(#variants),* }
        },
        quote! {
            impl #ident {
                /// Every value, in the order of the schema.
                pub const ALL: &'static [Self] = &[#(Self::#names),*];

                #access
            }
        },
        quote! {
            impl ::core::fmt::Display for #ident {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #display
                }
            }
        },
    ]
}

fn text_access(enumeration: &Enumeration) -> TokenStream {
    let arms = enumeration.variants.iter().map(|variant| {
        let (ident, text) = (token(&variant.ident), text(&variant.value));
        quote! { Self::#ident => #text }
    });
    quote! {
        /// The value as it is written.
        #[must_use]
        pub const fn as_str(self) -> &'static str {
            match self { #(#arms),* }
        }
    }
}

fn name_access(enumeration: &Enumeration) -> TokenStream {
    let qname = imports::absolute("QName");
    let arms = enumeration.variants.iter().map(|variant| {
        let ident = token(&variant.ident);
        match &variant.value {
            EnumeratedValue::Name { namespace, local } => {
                quote! { Self::#ident => #qname::from_static(#namespace, #local) }
            }
            EnumeratedValue::Text(local) => {
                quote! { Self::#ident => #qname::from_static("", #local) }
            }
        }
    });
    quote! {
        /// The value, an expanded name.
        #[must_use]
        pub const fn name(self) -> #qname {
            match self { #(#arms),* }
        }
    }
}

/// The text of a value.
pub(super) fn text(value: &EnumeratedValue) -> &str {
    match value {
        EnumeratedValue::Text(text) => text,
        EnumeratedValue::Name { local, .. } => local,
    }
}
