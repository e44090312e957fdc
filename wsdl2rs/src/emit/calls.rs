//! A call of an operation as statements, for documentation.

use proc_macro2::TokenStream;
use quote::quote;

use super::types::{self, Place, token};
use super::values;
use crate::ir::client::{Client, Operation};
use crate::ir::{Crate, ModuleId, sample};

/// The statements of a call, as they stand in an `async` function whose errors are of any kind and
/// that has a `transport`. None where a value of a type of the caller's own is needed.
pub(crate) fn call(krate: &Crate, client: &Client, operation: &Operation) -> Option<TokenStream> {
    let ident = token(&client.ident);
    let credentials = client.signed.then(|| quote! { , credentials });
    let headers = required_headers(krate, client)?;
    let (statement, argument) = match &headers {
        Some(headers) => (Some(quote! { let headers = #headers; }), Some(quote! { , headers })),
        None => (None, None),
    };
    let request = match operation.input.ty() {
        Some(ty) => {
            let value = sample::of(krate, ty);
            let value = values::expression(krate, ty, &value)?;
            Some(quote! { let request = #value; })
        }
        None => None,
    };
    let method = token(&operation.method);
    let given = request.as_ref().map(|_| quote! { &request });
    let has_answer = operation.output.as_ref().is_some_and(|output| output.ty().is_some());
    let call = quote! { client.#method(#given).await? };
    let call = if has_answer || operation.headers.reply.is_some() {
        quote! { let reply = #call; }
    } else {
        quote! { #call; }
    };
    Some(quote! {
        #statement
        let client = #ident::new(transport #credentials #argument);
        #request
        #call
    })
}

/// The set of headers that a caller must supply, if there is one; none where it cannot be said.
fn required_headers(krate: &Crate, client: &Client) -> Option<Option<TokenStream>> {
    let Some(set) = client.headers.map(|index| &krate.services.headers[index]) else {
        return Some(None);
    };
    if !set.is_required() {
        return Some(None);
    }
    let place = Place::in_module(ModuleId(0));
    let path = token(&set.ident);
    let values = set.fields.iter().map(|field| {
        let name = token(&field.ident);
        if !field.required {
            let none = types::prelude(krate, place, "None");
            return Some(quote! { #name: #none });
        }
        let value = values::expression(krate, &field.ty, &sample::of(krate, &field.ty))?;
        Some(quote! { #name: #value })
    });
    let values: Vec<_> = values.collect::<Option<_>>()?;
    Some(Some(quote! { #path { #(#values),* } }))
}
