//! Simple types with facets as newtypes whose constructor checks.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::types::{self, Place, token};
use super::{additions, docs, imports, serde};
use crate::ir::Crate;
use crate::ir::item::{Check, Counted, Item, Newtype, Translation};
use crate::ir::ty::{Builtin, Type, WhiteSpace};

/// The newtype, its checked constructor and its access.
pub(super) fn emit(
    krate: &Crate,
    place: Place,
    item: &Item,
    newtype: &Newtype,
) -> Vec<TokenStream> {
    let (ident, doc) = (token(&item.ident), docs::emit(&item.doc));
    let base = types::value(krate, place, &newtype.base);
    let (held, serde) = (held(newtype, &base), serde::held(krate, newtype));
    let new = constructors(krate, place, item, newtype);
    let (get, into_inner) = if newtype.keeps_spelling {
        (quote! { self.0.value() }, quote! { self.0.into_value() })
    } else {
        (quote! { &self.0 }, quote! { self.0 })
    };
    let display = quote! { ::core::fmt::Display };
    let is_hashed = !newtype.keeps_spelling && newtype.base.is_hashed();
    let plain = ["Clone", "Debug", "PartialEq", "Eq", "Hash"];
    let plain = if is_hashed { &plain[..] } else { &plain[..3] };
    let derives = additions::of_newtype(krate, plain, &item.additions);
    let mut items = vec![
        quote! {
            #doc
            #derives
            pub struct #ident(#serde #held);
        },
        quote! {
            impl #ident {
                #new

                /// The value.
                #[must_use]
                pub fn get(&self) -> &#base {
                    #get
                }

                /// The value, taken out.
                #[must_use]
                pub fn into_inner(self) -> #base {
                    #into_inner
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
    ];
    items.extend(serde::checked(krate, place, item, newtype));
    items
}

/// `new`, and what it has in common with reading where a text is held too.
fn constructors(krate: &Crate, place: Place, item: &Item, newtype: &Newtype) -> TokenStream {
    let base = types::value(krate, place, &newtype.base);
    let name = item.ident.bare();
    let checks = newtype.checks.iter().map(|check| check_call(name, newtype, check, &base));
    let (ok, into) = (types::prelude(krate, place, "Ok"), types::prelude(krate, place, "Into"));
    let (result, error) = (types::prelude(krate, place, "Result"), imports::absolute("ValueError"));
    if newtype.keeps_spelling {
        let (held, contract) = (held(newtype, &base), super::runtime::contract());
        return quote! {
            /// The value in its canonical form, if the facets of the type allow it. A value in
            /// another form comes from a text, by `parse`.
            ///
            /// # Errors
            /// When a facet is broken.
            pub fn new(value: impl #into<#base>) -> #result<Self, #error> {
                Self::spelled(#contract::Spelled::new(value.into()))
            }

            fn spelled(value: #held) -> #result<Self, #error> {
                #(#checks)*
                #ok(Self(value))
            }
        };
    }
    let value = normalized(newtype);
    quote! {
        /// The value, if the facets of the type allow it.
        ///
        /// # Errors
        /// When a facet is broken.
        pub fn new(value: impl #into<#base>) -> #result<Self, #error> {
            let value = #value;
            #(#checks)*
            #ok(Self(value))
        }
    }
}

/// The value that is given, with its white space as the type has it where the base leaves it alone.
fn normalized(newtype: &Newtype) -> TokenStream {
    let rule = match (&newtype.base, newtype.white_space) {
        (Type::Builtin(Builtin::String), Some(WhiteSpace::Replace)) => quote! { Replace },
        (Type::Builtin(Builtin::String), Some(WhiteSpace::Collapse)) => quote! { Collapse },
        _ => return quote! { value.into() },
    };
    let contract = super::runtime::contract();
    quote! { #contract::normalized(value.into(), #contract::WhiteSpace::#rule) }
}

/// The statement that checks a facet of `value`.
fn check_call(name: &str, newtype: &Newtype, check: &Check, base: &TokenStream) -> TokenStream {
    let contract = super::runtime::contract();
    let checked = if newtype.keeps_spelling {
        quote! { value.value() }
    } else {
        quote! { &value }
    };
    let bound =
        |text: &str| (checked.clone(), quote! { &#contract::default_value::<#base>(#text) });
    let length = |length: u64| (quote! { #contract::Measured::measure(#checked) }, number(length));
    let digits = |digits: u64| (checked.clone(), number(digits));
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
        Check::Pattern { shown, translation } => {
            let call = if newtype.keeps_spelling {
                quote! { value.check(#name, &PATTERN)?; }
            } else {
                quote! { PATTERN.check(#name, &value)?; }
            };
            return pattern_call(shown, translation, &call);
        }
    };
    let function = proc_macro2::Ident::new(function, proc_macro2::Span::call_site());
    quote! { #contract::facet::#function(#name, #found, #limit)?; }
}

/// What is held of a value of the base.
pub(super) fn held(newtype: &Newtype, base: &TokenStream) -> TokenStream {
    if newtype.keeps_spelling {
        let contract = super::runtime::contract();
        quote! { #contract::Spelled<#base> }
    } else {
        base.clone()
    }
}

/// The statement that makes a call with a `PATTERN`, which is compiled once.
pub(super) fn pattern_call(
    shown: &str,
    translation: &Translation,
    call: &TokenStream,
) -> TokenStream {
    let contract = super::runtime::contract();
    let shown = raw(shown);
    let pattern = match translation {
        Translation { whole: Some(whole), counted } if counted.is_empty() => {
            let whole = raw(whole);
            quote! { #contract::Pattern::new(#shown, #whole) }
        }
        Translation { whole, counted } => {
            let whole = whole.as_ref().map_or_else(
                || quote! { ::core::option::Option::None },
                |whole| {
                    let whole = raw(whole);
                    quote! { ::core::option::Option::Some(#whole) }
                },
            );
            let counted = counted.iter().map(|Counted { class, min, max }| {
                let class = raw(class);
                let min = Literal::u32_unsuffixed(*min);
                let max = Literal::u32_unsuffixed(max.unwrap_or(u32::MAX));
                quote! { (#class, #min, #max) }
            });
            quote! { #contract::Pattern::counted(#shown, #whole, &[#(#counted),*]) }
        }
    };
    quote! {
        {
            static PATTERN: #contract::Pattern = #pattern;
            #call
        }
    }
}

/// A string literal, without escapes where that can be.
fn raw(text: &str) -> Literal {
    let is_plain = !text.contains('\\') || text.contains(|c: char| c == '"' || c.is_control());
    let raw = if is_plain { None } else { format!("r\"{text}\"").parse().ok() };
    raw.unwrap_or_else(|| Literal::string(text))
}

fn number(value: u64) -> TokenStream {
    let value = Literal::u64_unsuffixed(value);
    quote! { #value }
}
