//! Simple types with facets as newtypes whose constructor checks.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::types::{self, Place, token};
use super::{docs, imports};
use crate::ir::Crate;
use crate::ir::item::{Check, Item, Newtype};

/// The newtype, its checked constructor and its access.
pub(super) fn emit(
    krate: &Crate,
    place: Place,
    item: &Item,
    newtype: &Newtype,
) -> Vec<TokenStream> {
    let (ident, doc) = (token(&item.ident), docs::emit(&item.doc));
    let base = types::value(krate, place, &newtype.base);
    let name = item.ident.bare();
    let checks = newtype.checks.iter().map(|check| check_call(name, check, &base));
    let result = types::prelude(krate, place, "Result");
    let ok = types::prelude(krate, place, "Ok");
    let (into, error) = (types::prelude(krate, place, "Into"), imports::absolute("ValueError"));
    let display = quote! { ::core::fmt::Display };
    vec![
        quote! {
            #doc
            #[derive(Clone, Debug, PartialEq)]
            pub struct #ident(#base);
        },
        quote! {
            impl #ident {
                /// The value, if the facets of the type allow it.
                ///
                /// # Errors
                /// When a facet is broken.
                pub fn new(value: impl #into<#base>) -> #result<Self, #error> {
                    let value = value.into();
                    #(#checks)*
                    #ok(Self(value))
                }

                /// The value.
                #[must_use]
                pub fn get(&self) -> &#base {
                    &self.0
                }

                /// The value, taken out.
                #[must_use]
                pub fn into_inner(self) -> #base {
                    self.0
                }
            }
        },
        quote! {
            impl #display for #ident {
                fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    #display::fmt(&self.0, f)
                }
            }
        },
    ]
}

/// The statement that checks a facet of `value`.
fn check_call(name: &str, check: &Check, base: &TokenStream) -> TokenStream {
    let contract = super::runtime::contract();
    let bound =
        |text: &str| (quote! { &value }, quote! { &#contract::default_value::<#base>(#text) });
    let length = |length: u64| (quote! { #contract::Measured::measure(&value) }, number(length));
    let digits = |digits: u64| (quote! { &value }, number(digits));
    let (function, (found, limit)) = match check {
        Check::Length(limit) => ("length", length(*limit)),
        Check::MinLength(limit) => ("min_length", length(*limit)),
        Check::MaxLength(limit) => ("max_length", length(*limit)),
        Check::TotalDigits(limit) => ("total_digits", digits(*limit)),
        Check::FractionDigits(limit) => ("fraction_digits", digits(*limit)),
        Check::MinInclusive(text) => ("min_inclusive", bound(text)),
        Check::MaxInclusive(text) => ("max_inclusive", bound(text)),
        Check::MinExclusive(text) => ("min_exclusive", bound(text)),
        Check::MaxExclusive(text) => ("max_exclusive", bound(text)),
    };
    let function = proc_macro2::Ident::new(function, proc_macro2::Span::call_site());
    quote! { #contract::facet::#function(#name, #found, #limit)?; }
}

fn number(value: u64) -> TokenStream {
    let value = Literal::u64_unsuffixed(value);
    quote! { #value }
}
