//! Named simple types that add nothing to their base.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use super::types::{self, Place, token};
use crate::ir::{Alias, Crate};

/// The alias.
pub(super) fn emit(krate: &Crate, place: Place, alias: &Alias) -> TokenStream {
    let (ident, doc) = (token(&alias.ident), docs::emit(&alias.doc));
    let ty = types::value(krate, place, &alias.ty);
    quote! { #doc pub type #ident = #ty; }
}
