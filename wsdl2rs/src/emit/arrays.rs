//! Arrays of the SOAP encoding as newtypes.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::types::{self, Place, token};
use super::{additions, docs, imports};
use crate::ir::Crate;
use crate::ir::item::{Array, Item};

/// The newtype.
pub(super) fn emit(krate: &Crate, place: Place, item: &Item, array: &Array) -> TokenStream {
    let (ident, doc) = (token(&item.ident), docs::emit(&item.doc));
    let (of, list) = (types::value(krate, place, &array.item), imports::absolute("Array"));
    let rank = (array.rank > 1).then(|| {
        let rank = Literal::usize_unsuffixed(array.rank);
        quote! { , #rank }
    });
    let plain = ["Clone", "Debug", "Default", "PartialEq"];
    let derives = additions::emit(krate, &plain, &item.additions);
    quote! {
        #doc
        #derives
        pub struct #ident(pub #list<#of #rank>);
    }
}
