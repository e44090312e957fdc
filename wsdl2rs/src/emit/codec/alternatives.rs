//! Reading and writing places for several types.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::types::{self, Place, token};
use crate::ir::Crate;
use crate::ir::item::{Alternatives, Item};

/// The implementations for the enum of a place for several types.
pub(super) fn emit(
    krate: &Crate,
    place: Place,
    item: &Item,
    alternatives: &Alternatives,
) -> Vec<TokenStream> {
    let ident = token(&item.ident);
    let path = types::path(krate, place, item.module, &quote! { #ident });
    let blank = alternatives.variants.get(alternatives.blank).map(|(name, ..)| token(name));
    vec![
        quote! {
            impl v1::Blank for #path {
                fn blank() -> Self {
                    Self::#blank(v1::Blank::blank())
                }
            }
        },
        polymorphic(&path, item, alternatives),
        quote! {
            impl v1::ReadXml for #path {
                fn read(&mut self, reader: &mut v1::Reader<'_>) -> v1::ReadResult {
                    v1::read_polymorphic(self, reader)
                }
            }
        },
        write(&path, alternatives),
    ]
}

/// `Polymorphic`: the types, and how each is read.
fn polymorphic(path: &TokenStream, item: &Item, alternatives: &Alternatives) -> TokenStream {
    let table = table(item, alternatives);
    let read = alternatives.variants.iter().enumerate().map(|(index, (name, ..))| {
        let (index, name) = (Literal::usize_unsuffixed(index), token(name));
        quote! {
            #index => *self = Self::#name(v1::read_as(reader)?),
        }
    });
    quote! {
        impl v1::Polymorphic for #path {
            #table
            fn read_as(
                &mut self,
                index: usize,
                reader: &mut v1::Reader<'_>,
            ) -> v1::ReadResult {
                match index {
                    #(#read)*
                    _ => reader.skip()?,
                }
                Ok(())
            }
        }
    }
}

/// `WriteXml`: a derived type says which it is.
fn write(path: &TokenStream, alternatives: &Alternatives) -> TokenStream {
    let write = alternatives.variants.iter().enumerate().map(|(index, (name, _, wire))| {
        let name = token(name);
        let is_declared = alternatives.declared == Some(index) && !alternatives.names_declared;
        let attribute = format!(" xsi:type=\"{}\"", wire.qualified());
        if is_declared {
            return quote! { Self::#name(value) => v1::WriteXml::write(value, tag, writer), };
        }
        quote! { Self::#name(value) => v1::write_as(value, #attribute, tag, writer), }
    });
    quote! {
        impl v1::WriteXml for #path {
            fn write(&self, tag: &'static v1::Tag, writer: &mut v1::Writer) -> v1::WriteResult {
                match self { #(#write)* }
            }
        }
    }
}

/// The method that lists the types.
fn table(item: &Item, alternatives: &Alternatives) -> TokenStream {
    let name = item.ident.bare();
    let declared = match alternatives.declared {
        Some(index) => {
            let index = Literal::usize_unsuffixed(index);
            quote! { Some(#index) }
        }
        None => quote! { None },
    };
    let types = alternatives.variants.iter().map(|(_, _, wire)| {
        let (namespace, local) = (Literal::u16_unsuffixed(wire.number), &wire.local);
        quote! { (#namespace, #local) }
    });
    quote! {
        fn alternatives(&self) -> &'static v1::Alternatives {
            static TYPES: v1::Alternatives = v1::Alternatives {
                name: #name,
                declared: #declared,
                types: &[#(#types),*],
            };
            &TYPES
        }
    }
}
