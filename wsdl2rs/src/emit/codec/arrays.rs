//! Reading and writing arrays of the SOAP encoding.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::types::{self, Place, token};
use crate::ir::Crate;
use crate::ir::item::{Array, Item};

/// The implementations for an array type.
pub(super) fn emit(krate: &Crate, place: Place, item: &Item, array: &Array) -> TokenStream {
    let ident = token(&item.ident);
    let path = types::path(krate, place, item.module, &quote! { #ident });
    let of = types::value(krate, place, &array.item);
    let rank = Literal::usize_unsuffixed(array.rank);
    let (name, brackets) = &array.item_type;
    let attribute = format!(" {}=\"{}{brackets}", array.attribute.qualified(), name.qualified());
    let (tag, sparse) = (array.wire.qualified(), array.sparse);
    let start = format!("<{tag}{}>", array.wire.type_attribute().unwrap_or_default());
    let end = format!("</{tag}>");
    quote! { v1::impl_array!(#path, #of, #rank, #attribute, #start, #end, #sparse); }
}
