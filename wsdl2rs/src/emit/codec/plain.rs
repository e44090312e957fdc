//! Structs of attributes and elements alone, which most are: a row for each, from which a macro of
//! the runtime makes what reads and writes.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::tables::bounds;
use crate::emit::types::token;
use crate::ir::content::{AttributeMember, Combination, Member, Wire};
use crate::ir::item::{Item, Struct};

/// `Blank` and `Complex` of a struct, if it is plain.
pub(super) fn emit(path: &TokenStream, item: &Item, structure: &Struct) -> Option<TokenStream> {
    let content = match structure.combination {
        Combination::Empty => quote! { Empty },
        Combination::Sequence => quote! { Sequence },
        Combination::All => quote! { All },
        Combination::Text(_) | Combination::Octets(_) | Combination::Mixed(_) => return None,
    };
    let has_default = structure.fields.iter().any(|field| field.default.is_some());
    if has_default || structure.any_attributes.is_some() {
        return None;
    }
    let attributes = structure.attributes.iter().enumerate();
    let attributes: Option<Vec<_>> =
        attributes.map(|(index, of)| attribute(structure, index, of)).collect();
    let members = structure.members.iter().enumerate();
    let members: Option<Vec<_>> =
        members.map(|(index, member)| element(structure, index, member)).collect();
    let (attributes, members) = (attributes?, members?);
    let attributes = (!attributes.is_empty()).then(|| quote! { attributes { #(#attributes)* } });
    let name = item.ident.bare();
    let type_name = super::tables::type_name(structure).map(|name| quote! { (#name) });
    Some(quote! {
        v1::complex! {
            #path, #name #type_name, #content;
            #attributes
            #(#members)*
        }
    })
}

/// The row of an attribute.
fn attribute(structure: &Struct, index: usize, attribute: &AttributeMember) -> Option<TokenStream> {
    let AttributeMember { field: Some(field), wire, required, fixed: None } = attribute else {
        return None;
    };
    let row = row(structure, index, *field, wire, &quote! { #required });
    Some(row)
}

/// The row of an element.
fn element(structure: &Struct, index: usize, member: &Member) -> Option<TokenStream> {
    let Member::Element { field, wire, range, default: None } = member else { return None };
    if wire.type_attribute().is_some() {
        return None;
    }
    let (min, max) = bounds(*range);
    Some(row(structure, index, *field, wire, &quote! { #min, #max }))
}

fn row(
    structure: &Struct,
    index: usize,
    field: usize,
    wire: &Wire,
    occurrence: &TokenStream,
) -> TokenStream {
    let (index, field) = (Literal::usize_unsuffixed(index), token(&structure.fields[field].ident));
    let (namespace, prefix) = (Literal::u16_unsuffixed(wire.number), &wire.prefix);
    let local = &wire.local;
    quote! { #index #field: (#namespace, #prefix, #local, #occurrence); }
}
