//! What a client is made from, and what it is changed by.

use proc_macro2::TokenStream;
use quote::quote;

use super::types::{Place, token};
use super::{clients, imports, runtime};
use crate::ir::Crate;
use crate::ir::client::Client;

/// The methods of a client that are no operations.
pub(super) fn emit(
    krate: &Crate,
    place: Place,
    client: &Client,
    inner: &TokenStream,
) -> TokenStream {
    let settings = imports::absolute("Settings");
    let (ident, address) = (token(&client.ident), &client.address);
    let new = new(krate, place, client, inner);
    let kept = client.headers.map(|_| quote! { , headers: self.headers });
    let copied =
        client.headers.map(|_| quote! { , headers: ::core::clone::Clone::clone(&self.headers) });
    let with_headers =
        client.headers.map(|set| with_headers(&clients::header_set(krate, place, set)));
    quote! {
        impl<T> #ident<T> {
            /// The address that the WSDL gives.
            pub const ADDRESS: &'static str = #address;

            #new

            /// The client with other settings: endpoint, trace, limits, headers.
            #[must_use]
            pub fn configure(
                self,
                change: impl ::core::ops::FnOnce(#settings) -> #settings,
            ) -> Self {
                Self { client: self.client.configure(change) #kept }
            }

            /// A client with other settings for a call or for some: it shares the transport with
            /// this one, so that it costs little to make.
            #[must_use]
            pub fn with(
                &self,
                change: impl ::core::ops::FnOnce(#settings) -> #settings,
            ) -> Self {
                Self { client: self.client.with(change) #copied }
            }

            #with_headers

            /// The client that does the calls.
            #[must_use]
            pub fn client(&self) -> &#inner<T> {
                &self.client
            }
        }
    }
}

/// `new`, and `with_signer` where an operation is signed.
fn new(krate: &Crate, place: Place, client: &Client, inner: &TokenStream) -> TokenStream {
    let contract = runtime::contract();
    let (parameter, field) = header_field(krate, place, client);
    let argument = parameter.as_ref().map(|_| quote! { , headers });
    if !client.signed {
        return quote! {
            /// A client that calls [`ADDRESS`](Self::ADDRESS).
            #[must_use]
            pub fn new(transport: T #parameter) -> Self {
                Self { client: #inner::new(transport, Self::ADDRESS) #field }
            }
        };
    }
    quote! {
        /// A client that signs with these credentials and calls [`ADDRESS`](Self::ADDRESS).
        #[must_use]
        pub fn new(
            transport: T,
            credentials: impl #contract::CredentialsProvider + 'static
            #parameter
        ) -> Self {
            Self::with_signer(transport, #contract::AwsHmacSigner::new(credentials) #argument)
        }

        /// A client with a signer of the caller's, and so with its clock.
        #[must_use]
        pub fn with_signer(
            transport: T,
            signer: impl #contract::SignMessage + 'static
            #parameter
        ) -> Self {
            Self { client: #inner::signed(transport, Self::ADDRESS, signer) #field }
        }
    }
}

/// What a client is made of beside its transport: a parameter, and the value of the field.
fn header_field(
    krate: &Crate,
    place: Place,
    client: &Client,
) -> (Option<TokenStream>, Option<TokenStream>) {
    let Some(set) = client.headers else { return (None, None) };
    let ty = clients::header_set(krate, place, set);
    if krate.services.headers[set].is_required() {
        return (Some(quote! { , headers: #ty }), Some(quote! { , headers }));
    }
    (None, Some(quote! { , headers: ::core::default::Default::default() }))
}

fn with_headers(set: &TokenStream) -> TokenStream {
    quote! {
        /// A client that sends other SOAP headers, made from those that this one sends. It
        /// shares transport and settings with this one, so that it costs little to make one for
        /// a single call.
        #[must_use]
        pub fn with_headers(
            &self,
            change: impl ::core::ops::FnOnce(#set) -> #set,
        ) -> Self {
            Self {
                client: ::core::clone::Clone::clone(&self.client),
                headers: change(::core::clone::Clone::clone(&self.headers)),
            }
        }
    }
}
