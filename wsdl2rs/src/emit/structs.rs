//! Structs with their constructors.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::types::{self, Place, token};
use super::{additions, docs, runtime, serde};
use crate::ir::Crate;
use crate::ir::field::Field;
use crate::ir::item::{Item, Struct};
use crate::ir::ty::{Cardinality, Open, Type};

/// The struct, its `new` and setters, and its `Default`.
pub(super) fn emit(
    krate: &Crate,
    place: Place,
    item: &Item,
    structure: &Struct,
) -> Vec<TokenStream> {
    let (ident, doc) = (token(&item.ident), docs::emit(&item.doc));
    let fields = structure.fields.iter().map(|field| {
        let (doc, name) = (docs::emit(&field.doc), token(&field.ident));
        let ty = types::member(krate, place, &field.ty, field.cardinality);
        let serde = serde::field(krate, place, &field.ty, field.cardinality);
        quote! { #doc #serde pub #name: #ty }
    });
    let has_own_default = structure.fields.iter().any(|field| field.default.is_some());
    let derived = structure.has_default && !has_own_default;
    let plain = ["Clone", "Debug", "PartialEq", "Default"];
    let plain = if derived { &plain[..] } else { &plain[..3] };
    let derives = additions::emit(krate, plain, &item.additions);
    let mut tokens = vec![quote! {
        #doc
        #derives
        pub struct #ident { #(#fields),* }
    }];
    if let Some(required) = &structure.constructor {
        tokens.push(constructors(krate, place, item, structure, required));
    }
    if structure.has_default && has_own_default {
        let (default, blank) =
            (types::prelude(krate, place, "Default"), runtime::contract_item("Blank"));
        tokens.push(quote! {
            impl #default for #ident {
                fn default() -> Self {
                    <Self as #blank>::blank()
                }
            }
        });
    }
    tokens
}

fn constructors(
    krate: &Crate,
    place: Place,
    item: &Item,
    structure: &Struct,
    required: &[usize],
) -> TokenStream {
    let ident = token(&item.ident);
    let parameters = required.iter().map(|index| {
        let field = &structure.fields[*index];
        let name = token(&field.ident);
        let (ty, _) = types::parameter(krate, place, &field.ty, field.cardinality, &name);
        quote! { #name: #ty }
    });
    let values = structure.fields.iter().enumerate().map(|(index, field)| {
        let name = token(&field.ident);
        if required.contains(&index) {
            let (_, value) = types::parameter(krate, place, &field.ty, field.cardinality, &name);
            let is_as_given = name == value.to_string();
            return if is_as_given {
                quote! { #name }
            } else {
                quote! { #name: #value }
            };
        }
        let value = absent(krate, place, field);
        quote! { #name: #value }
    });
    let setters = structure
        .fields
        .iter()
        .filter(|field| !field.is_required())
        .map(|field| setter(krate, place, field));
    let doc = if required.is_empty() {
        " A value with nothing set."
    } else {
        " A value with what the schema requires."
    };
    quote! {
        impl #ident {
            #[doc = #doc]
            #[must_use]
            pub fn new(#(#parameters),*) -> Self {
                Self { #(#values),* }
            }
            #(#setters)*
        }
    }
}

/// What a field has where it is not required.
fn absent(krate: &Crate, place: Place, field: &Field) -> TokenStream {
    if let Some(default) = &field.default {
        let (function, text) = (runtime::contract_item("default_value"), &default.0);
        return quote! { #function(#text) };
    }
    if let Type::Open(Open::Attributes) = field.ty {
        let attributes = types::value(krate, place, &field.ty);
        return quote! { #attributes::new() };
    }
    match field.cardinality {
        Cardinality::Optional => types::prelude(krate, place, "None"),
        Cardinality::Any => {
            let vec = types::prelude(krate, place, "Vec");
            quote! { #vec::new() }
        }
        Cardinality::One | Cardinality::NonEmpty | Cardinality::Bounded { .. } => {
            let blank = runtime::contract_item("Blank");
            quote! { #blank::blank() }
        }
    }
}

fn setter(krate: &Crate, place: Place, field: &Field) -> TokenStream {
    let name = token(&field.ident);
    let function = format_ident!("with_{}", field.ident.bare());
    let (ty, value) = types::parameter(krate, place, &field.ty, field.cardinality, &name);
    let value = match field.cardinality {
        Cardinality::Optional => {
            let some = types::prelude(krate, place, "Some");
            quote! { #some(#value) }
        }
        Cardinality::One
        | Cardinality::Any
        | Cardinality::NonEmpty
        | Cardinality::Bounded { .. } => value,
    };
    let doc = format!(" Sets `{}`.", field.ident.bare());
    quote! {
        #[doc = #doc]
        #[must_use]
        pub fn #function(mut self, #name: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}
