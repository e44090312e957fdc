//! Reading and writing attributes of structs.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::structs::escape;
use super::tables;
use crate::emit::types::{self, Place, token};
use crate::ir::Crate;
use crate::ir::content::AttributeMember;
use crate::ir::item::Struct;

/// The methods for attributes, if there are any.
pub(super) fn emit(krate: &Crate, place: Place, structure: &Struct) -> Option<TokenStream> {
    if structure.attributes.is_empty() && structure.any_attributes.is_none() {
        return None;
    }
    let read = structure
        .attributes
        .iter()
        .enumerate()
        .map(|(index, attribute)| read_attribute(krate, place, structure, index, attribute));
    let read = (!structure.attributes.is_empty()).then(|| {
        quote! {
            fn read_attribute(
                &mut self,
                index: usize,
                position: usize,
                reader: &v1::Reader<'_>,
            ) -> v1::ReadResult {
                match index {
                    #(#read)*
                    _ => Ok(()),
                }
            }
        }
    });
    let other = structure.any_attributes.as_ref().map(|(field, _)| {
        let name = token(&structure.fields[*field].ident);
        quote! {
            fn read_other_attribute(&mut self, position: usize, reader: &v1::Reader<'_>) {
                v1::read_any_attribute(&mut self.#name, position, reader);
            }
        }
    });
    let write = structure.attributes.iter().map(|attribute| write_attribute(structure, attribute));
    let write_other = structure.any_attributes.as_ref().map(|(field, _)| {
        let name = token(&structure.fields[*field].ident);
        let namespaces = tables::namespaces_item(krate, place, "NAMESPACES");
        quote! { v1::write_any_attributes(&self.#name, self, #namespaces, writer)?; }
    });
    Some(quote! {
        #read
        #other
        fn write_attributes(
            &self,
            writer: &mut v1::Writer,
        ) -> v1::WriteResult {
            #(#write)*
            #write_other
            Ok(())
        }
    })
}

fn read_attribute(
    krate: &Crate,
    place: Place,
    structure: &Struct,
    index: usize,
    attribute: &AttributeMember,
) -> TokenStream {
    let index = Literal::usize_unsuffixed(index);
    if let Some((value, ty)) = &attribute.fixed {
        let ty = types::value(krate, place, ty);
        return quote! {
            #index => v1::check_fixed_attribute::<#ty>(#value, position, reader),
        };
    }
    let Some(field) = attribute.field else { return TokenStream::new() };
    let field = token(&structure.fields[field].ident);
    quote! {
        #index => v1::AttributeValue::read_attribute(&mut self.#field, position, reader),
    }
}

fn write_attribute(structure: &Struct, attribute: &AttributeMember) -> TokenStream {
    let name = attribute.wire.qualified();
    if let Some((value, _)) = &attribute.fixed {
        let text = format!(" {name}=\"{}\"", escape(value));
        return quote! { writer.raw(#text); };
    }
    let Some(field) = attribute.field else { return TokenStream::new() };
    let (field, open) = (token(&structure.fields[field].ident), format!(" {name}=\""));
    quote! { v1::AttributeValue::write_attribute(&self.#field, #open, writer)?; }
}
