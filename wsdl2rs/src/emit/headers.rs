//! Structs of declared headers: those that a client sends, and those that answers carry.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::types::{self, Place, token};
use super::{clients, docs, imports, runtime, terms};
use crate::ir::client::{Action, HeaderField, HeaderSet, Operation};
use crate::ir::{Crate, ModuleId};

/// The struct, and what makes or reads it.
pub(super) fn emit(krate: &Crate, place: Place, set: &HeaderSet) -> Vec<TokenStream> {
    let (ident, doc) = (token(&set.ident), docs::emit(&set.doc));
    let fields = set.fields.iter().map(|field| {
        let (doc, name) = (docs::emit(&field.doc), token(&field.ident));
        let ty = member(krate, place, set, field);
        quote! { #doc pub #name: #ty }
    });
    let default = (!set.is_required()).then(|| quote! { , Default });
    let item = quote! {
        #doc
        #[derive(Clone, Debug, PartialEq #default)]
        pub struct #ident { #(#fields),* }
    };
    let methods =
        if set.is_reply { read(krate, place, set) } else { constructors(krate, place, set) };
    vec![item, methods]
}

/// The type of a field. What is sent may have the attributes of a header block.
fn member(krate: &Crate, place: Place, set: &HeaderSet, field: &HeaderField) -> TokenStream {
    let value = types::value(krate, place, &field.ty);
    let option = types::prelude(krate, place, "Option");
    if set.is_reply {
        return quote! { #option<#value> };
    }
    let block = imports::absolute("HeaderBlock");
    if field.required {
        quote! { #block<#value> }
    } else {
        quote! { #option<#block<#value>> }
    }
}

fn constructors(krate: &Crate, place: Place, set: &HeaderSet) -> TokenStream {
    let ident = token(&set.ident);
    let (into, some) = (types::prelude(krate, place, "Into"), types::prelude(krate, place, "Some"));
    let none = types::prelude(krate, place, "None");
    let block = imports::absolute("HeaderBlock");
    let parameter = |field: &HeaderField| {
        let (name, value) = (token(&field.ident), types::value(krate, place, &field.ty));
        quote! { #name: impl #into<#block<#value>> }
    };
    let new = set.constructor.as_ref().map(|required| {
        let parameters = required.iter().map(|index| parameter(&set.fields[*index]));
        let values = set.fields.iter().map(|field| {
            let name = token(&field.ident);
            if field.required {
                quote! { #name: #name.into() }
            } else {
                quote! { #name: #none }
            }
        });
        let doc = if required.is_empty() { " No headers." } else { " What the contract requires." };
        quote! {
            #[doc = #doc]
            #[must_use]
            pub fn new(#(#parameters),*) -> Self {
                Self { #(#values),* }
            }
        }
    });
    let setters = set.fields.iter().map(|field| {
        let (name, parameter) = (token(&field.ident), parameter(field));
        let function = format_ident!("with_{}", field.ident.bare());
        let value = quote! { #name.into() };
        let value = if field.required {
            value
        } else {
            quote! { #some(#value) }
        };
        let doc = format!(" Sets `{}`.", field.ident.bare());
        quote! {
            #[doc = #doc]
            #[must_use]
            pub fn #function(mut self, #parameter) -> Self {
                self.#name = #value;
                self
            }
        }
    });
    quote! {
        impl #ident {
            #new
            #(#setters)*
        }
    }
}

fn read(krate: &Crate, place: Place, set: &HeaderSet) -> TokenStream {
    let (ident, contract) = (token(&set.ident), runtime::contract());
    let reads = set.fields.iter().map(|field| {
        let name = token(&field.ident);
        let element = clients::element(krate, place, &field.element);
        quote! { #contract::read_header::<#element>(&mut self.#name, reader)? }
    });
    let reads = terms::any(&reads.collect::<Vec<_>>());
    let blocks = set.fields.iter().map(|field| {
        let name = token(&field.ident);
        let element = clients::element(krate, place, &field.element);
        quote! { .present::<#element>(self.#name.as_ref()) }
    });
    let namespaces = types::path(krate, place, ModuleId(0), &quote! { namespaces::NAMESPACES });
    quote! {
        impl #contract::ReadHeaders for #ident {
            const NAMESPACES: &'static [&'static str] = #namespaces;

            fn read(
                &mut self,
                reader: &mut #contract::Reader<'_>,
            ) -> ::core::result::Result<bool, #contract::ReadError> {
                ::core::result::Result::Ok(#reads)
            }

            fn blocks<'a>(&'a self, headers: #contract::Headers<'a>) -> #contract::Headers<'a> {
                headers #(#blocks)*
            }
        }
    }
}

/// The header blocks of an operation's request, from the `headers` of a client.
pub(super) fn sent(krate: &Crate, place: Place, operation: &Operation) -> Option<TokenStream> {
    let (set, fields) = operation.headers.request.as_ref()?;
    let contract = runtime::contract();
    let blocks = fields.iter().map(|index| {
        let field = &krate.services.headers[*set].fields[*index];
        let name = token(&field.ident);
        let element = clients::element(krate, place, &field.element);
        if field.required {
            quote! { .header::<#element>(&self.headers.#name) }
        } else {
            quote! { .optional::<#element>(self.headers.#name.as_ref()) }
        }
    });
    Some(quote! { #contract::Headers::new() #(#blocks)* })
}

/// The constant for addressing headers.
pub(super) fn action(action: &Action) -> TokenStream {
    let (kind, uri) = match action {
        Action::Offered(uri) => (quote! { Offered }, uri),
        Action::Required(uri) => (quote! { Required }, uri),
        Action::Submission(uri) => (quote! { Submission }, uri),
    };
    quote! { const ACTION: v1::Action = v1::Action::#kind(#uri); }
}
