//! Operations, fault enums, traits and clients.

use proc_macro2::TokenStream;
use quote::quote;

use super::types::{self, Place, token};
use super::{Imports, ModuleTokens, boxed, construct, docs, faults, headers, imports};
use crate::ir::client::{Body, Client, MarkerPath, Operation, PortTrait, Version};
use crate::ir::ident::Ident;
use crate::ir::{Crate, ModuleId};

const ROOT: ModuleId = ModuleId(0);

/// The clients have a module of their own; their paths are those of the root.
pub(super) fn reexport(krate: &Crate) -> Option<TokenStream> {
    (!krate.services.clients.is_empty()).then(|| {
        quote! {
            #[allow(unused_imports, reason = "a program may use the types alone")]
            pub use client::*;
        }
    })
}

/// The fault enums, traits and clients.
fn items<'a>(krate: &'a Crate) -> Box<dyn Iterator<Item = TokenStream> + 'a> {
    let services = &krate.services;
    let faults = services.faults.iter().flat_map(|fault| faults::emit(krate, home(), fault));
    let headers = services.headers.iter().flat_map(|set| headers::emit(krate, home(), set));
    let traits = services.traits.iter().map(|port_trait| trait_of(krate, port_trait));
    let clients = services.clients.iter().flat_map(|client| {
        let items = client_items(krate, home(), client, Kind::Async);
        items.into_iter().chain(implementation(krate, client))
    });
    boxed(faults.chain(headers).chain(traits).chain(clients))
}

/// Where the clients are.
fn home() -> Place {
    Place::in_module(ROOT).child().with_imports()
}

/// The modules `client`, `operations` and `blocking`, if there are clients.
pub(super) fn modules(krate: &Crate) -> Vec<ModuleTokens<'_>> {
    if krate.services.clients.is_empty() {
        return Vec::new();
    }
    let root = krate.module(ROOT);
    let client = ModuleTokens {
        name: "client".to_owned(),
        doc: Vec::new(),
        public: false,
        items: Box::new(move || items(krate)),
        imports: Imports::AsUsed(root),
        children: Vec::new(),
    };
    if krate.services.operations.is_empty() {
        return vec![client];
    }
    let place = Place::in_module(ROOT).child();
    let operations = move || {
        let operations = krate.services.operations.iter();
        boxed(operations.flat_map(move |operation| marker(krate, place, operation)))
    };
    let blocking = move || {
        let (clients, place) = (krate.services.clients.iter(), place.with_imports());
        boxed(clients.flat_map(move |client| client_items(krate, place, client, Kind::Blocking)))
    };
    vec![
        client,
        ModuleTokens {
            name: "operations".to_owned(),
            doc: vec!["The operations, as types.".to_owned()],
            public: true,
            items: Box::new(operations),
            imports: Imports::Contract,
            children: Vec::new(),
        },
        ModuleTokens {
            name: "blocking".to_owned(),
            doc: vec!["The same clients over blocking transports.".to_owned()],
            public: true,
            items: Box::new(blocking),
            imports: Imports::AsUsed(root),
            children: Vec::new(),
        },
    ]
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Async,
    Blocking,
}

fn marker(krate: &Crate, place: Place, operation: &Operation) -> [TokenStream; 2] {
    let ident = token(&operation.ident);
    let doc = docs::emit(&operation.doc);
    let (name, soap_action) = (&operation.name, &operation.soap_action);
    let action = operation.action.as_ref().map(headers::action);
    let version = match operation.version {
        Version::V11 => quote! { V11 },
        Version::V12 => quote! { V12 },
    };
    let input = match &operation.input {
        Body::Wrapper(wrapper, _) => body(krate, place, wrapper),
        other @ (Body::Nothing
        | Body::Element(..)
        | Body::Encoded(..)
        | Body::Contents(..)
        | Body::EncodedContents(..)) => shape(krate, place, other),
    };
    let output = match &operation.output {
        Some(output) => shape(krate, place, output),
        None => quote! { v1::OneWay },
    };
    let output = match reply_headers(krate, place, operation) {
        Some(headers) => quote! { v1::WithHeaders<#output, #headers> },
        None => output,
    };
    let fault = fault_type(krate, place, operation);
    let signed = operation.signed.then(|| quote! { const SIGNED: bool = true; });
    [
        quote! {
            #doc
            #[derive(Clone, Copy, Debug)]
            pub struct #ident;
        },
        quote! {
            impl v1::Operation for #ident {
                const NAME: &'static str = #name;
                const SOAP_ACTION: &'static str = #soap_action;
                #action
                const VERSION: v1::Version = v1::Version::#version;
                #signed
                type Input = #input;
                type Output = #output;
                type Fault = #fault;
            }
        },
    ]
}

/// The struct of the headers of an answer, where the operation declares any.
fn reply_headers(krate: &Crate, place: Place, operation: &Operation) -> Option<TokenStream> {
    let set = operation.headers.reply?;
    Some(header_set(krate, place, set))
}

/// A struct of headers.
pub(super) fn header_set(krate: &Crate, place: Place, set: usize) -> TokenStream {
    let ident = token(&krate.services.headers[set].ident);
    types::path(krate, place, ROOT, &quote! { #ident })
}

/// The marker of a global element.
pub(super) fn element(krate: &Crate, place: Place, marker: &MarkerPath) -> TokenStream {
    let ident = token(&marker.ident);
    types::path(krate, place, marker.module, &quote! { elements::#ident })
}

/// A body as the runtime knows it.
fn shape(krate: &Crate, place: Place, shape: &Body) -> TokenStream {
    match shape {
        Body::Nothing => quote! { v1::NoParts },
        Body::Element(marker, _) => element(krate, place, marker),
        Body::Wrapper(marker, _) => {
            let marker = body(krate, place, marker);
            quote! { v1::Wrapper<#marker> }
        }
        Body::Encoded(marker, _) => {
            let marker = body(krate, place, marker);
            quote! { v1::Encoded<#marker> }
        }
        Body::Contents(marker, _) => {
            let marker = body(krate, place, marker);
            quote! { v1::Contents<#marker> }
        }
        Body::EncodedContents(marker, _) => {
            let marker = body(krate, place, marker);
            quote! { v1::EncodedContents<#marker> }
        }
    }
}

/// A marker of the module `bodies`.
pub(super) fn body(krate: &Crate, place: Place, marker: &Ident) -> TokenStream {
    let ident = token(marker);
    types::path(krate, place, ROOT, &quote! { bodies::#ident })
}

fn fault_type(krate: &Crate, place: Place, operation: &Operation) -> TokenStream {
    match operation.faults {
        None => imports::absolute("NoDeclaredFault"),
        Some(index) => {
            let ident = token(&krate.services.faults[index].ident);
            types::path(krate, place, ROOT, &quote! { #ident })
        }
    }
}

/// The section on errors of a method: which `CallError` comes when, and the declared faults.
fn errors(krate: &Crate, operation: &Operation) -> [String; 4] {
    let promised = if operation.output.is_some() { "the answer of the contract" } else { "empty" };
    let declared = match operation.faults.map(|index| &krate.services.faults[index].variants) {
        None => "no fault".to_owned(),
        Some(variants) => {
            let names = variants.iter().map(|variant| format!("`{}`", variant.ident.bare()));
            format!("the faults {}", names.collect::<Vec<_>>().join(", "))
        }
    };
    [
        " # Errors".to_owned(),
        " `Build` when the request cannot be made, `Transport` when there is no answer to it,"
            .to_owned(),
        format!(" `Http` when the answer is not SOAP, `Decode` when it is not {promised},"),
        format!(" and `Fault` when the service failed. The contract declares {declared}."),
    ]
}

/// The parts of a method that trait and clients share: documentation, name, parameter and result.
struct Signature {
    doc: TokenStream,
    method: proc_macro2::Ident,
    /// None where the request says nothing.
    request: Option<TokenStream>,
    result: TokenStream,
}

impl Signature {
    /// The parameter for the request, if it has one, and what is passed on.
    fn request(&self) -> (Option<TokenStream>, Option<TokenStream>) {
        let parameter = self.request.as_ref().map(|request| quote! { request: &#request });
        let argument = self.request.as_ref().map(|_| quote! { request });
        (parameter, argument)
    }
}

fn signature(krate: &Crate, place: Place, operation: &Operation) -> Signature {
    let error = imports::absolute("CallError");
    let fault = fault_type(krate, place, operation);
    let answer = match operation.output.as_ref().and_then(Body::ty) {
        Some(ty) => types::value(krate, place, ty),
        None => quote! { () },
    };
    let answer = match reply_headers(krate, place, operation) {
        Some(headers) => {
            let reply = imports::absolute("Reply");
            quote! { #reply<#answer, #headers> }
        }
        None => answer,
    };
    let result = types::prelude(krate, place, "Result");
    Signature {
        doc: docs::emit(&operation.doc),
        method: token(&operation.method),
        request: operation.input.ty().map(|ty| types::value(krate, place, ty)),
        result: quote! { #result<#answer, #error<#fault>> },
    }
}

fn trait_of(krate: &Crate, port_trait: &PortTrait) -> TokenStream {
    let place = home();
    let (ident, doc) = (token(&port_trait.ident), docs::emit(&port_trait.doc));
    let methods = port_trait.operations.iter().map(|index| {
        let signature = signature(krate, place, &krate.services.operations[*index]);
        let (request, _) = signature.request();
        let Signature { doc, method, result, .. } = signature;
        quote! {
            #doc
            fn #method(
                &self,
                #request
            ) -> impl ::core::future::Future<Output = #result> + ::core::marker::Send;
        }
    });
    quote! {
        #doc
        pub trait #ident { #(#methods)* }
    }
}

fn client_items(krate: &Crate, place: Place, client: &Client, kind: Kind) -> Vec<TokenStream> {
    let contract = super::runtime::contract();
    let (ident, doc) = (token(&client.ident), docs::emit(&client.doc));
    let (transport, inner) = match kind {
        Kind::Async => (imports::absolute("Transport"), quote! { #contract::Client }),
        Kind::Blocking => {
            (imports::absolute("BlockingTransport"), quote! { #contract::BlockingClient })
        }
    };
    let construct = construct::emit(krate, place, client, &inner);
    let methods = client.operations.iter().map(|index| {
        let operation = &krate.services.operations[*index];
        let signature = signature(krate, place, operation);
        let (request, argument) = signature.request();
        let argument = argument.unwrap_or_else(|| quote! { &() });
        let Signature { doc, method, result, .. } = signature;
        let name = token(&operation.ident);
        let marker = types::path(krate, place, ROOT, &quote! { operations::#name });
        let errors = errors(krate, operation);
        let call = match headers::sent(krate, place, operation) {
            Some(headers) => {
                quote! { self.client.call_with_headers::<#marker>(#argument, &#headers) }
            }
            None => quote! { self.client.call::<#marker>(#argument) },
        };
        let (asynchronous, wait) = match kind {
            Kind::Async => (Some(quote! { async }), Some(quote! { .await })),
            Kind::Blocking => (None, None),
        };
        quote! {
            #doc
            ///
            #(#[doc = #errors])*
            pub #asynchronous fn #method(&self, #request) -> #result {
                #call #wait
            }
        }
    });
    let headers = client.headers.map(|set| {
        let set = header_set(krate, place, set);
        quote! { headers: #set, }
    });
    vec![
        quote! {
            #doc
            #[derive(Clone, Debug)]
            pub struct #ident<T> {
                client: #inner<T>,
                #headers
            }
        },
        construct,
        quote! {
            impl<T: #transport> #ident<T> { #(#methods)* }
        },
    ]
}

/// The client as an implementation of its portType.
fn implementation(krate: &Crate, client: &Client) -> Option<TokenStream> {
    let place = home();
    let ident = token(&client.ident);
    let port_trait = &krate.services.traits[client.implements?];
    let name = token(&port_trait.ident);
    let transport = imports::absolute("Transport");
    let methods = port_trait.operations.iter().filter_map(|declared| {
        let declared = &krate.services.operations[*declared];
        let bound = client.operations.iter().map(|index| &krate.services.operations[*index]);
        let own = bound.clone().find(|operation| operation.method == declared.method)?;
        let signature = signature(krate, place, own);
        let (request, argument) = signature.request();
        let Signature { method, result, .. } = signature;
        Some(quote! {
            async fn #method(&self, #request) -> #result {
                Self::#method(self, #argument).await
            }
        })
    });
    Some(quote! {
        impl<T: #transport> #name for #ident<T> { #(#methods)* }
    })
}
