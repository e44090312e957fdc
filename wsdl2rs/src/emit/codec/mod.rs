//! How the runtime reads and writes the types of a module: a private module beside them.

mod alternatives;
mod arrays;
mod attributes;
mod choices;
mod enumerations;
mod mixed;
mod plain;
mod simple;
mod structs;
mod tables;

use proc_macro2::TokenStream;

use quote::quote;

use super::types::{self, Place};
use super::{Imports, ModuleTokens, boxed};
use crate::ir::item::{Item, ItemKind};
use crate::ir::{Crate, ModuleId};

/// `NamedType`, where a place of `xs:anyType` may hold the type.
fn named(krate: &Crate, place: Place, item: &Item) -> Option<TokenStream> {
    let (namespace, local) = split(item.name.as_deref()?);
    let ident = types::token(&item.ident);
    let path = types::path(krate, place, item.module, &quote! { #ident });
    let binding = tables::namespaces_item(krate, place, "TYPES");
    krate.known.types.then(|| {
        quote! {
            v1::named_type! { #path, #namespace, #local, #binding; }
        }
    })
}

/// The namespace and local part of an expanded name.
fn split(name: &str) -> (&str, &str) {
    match name.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
        Some(parts) => parts,
        None => ("", name),
    }
}

/// The module of codecs, if there are types.
pub(super) fn module(krate: &Crate, id: ModuleId) -> Option<ModuleTokens<'_>> {
    let module = krate.module(id);
    if module.items.is_empty() {
        return None;
    }
    let place = Place::in_module(id).child();
    let items = move || {
        let items = module.items.iter().map(|item| krate.item(*item));
        boxed(items.flat_map(move |item| implementations(krate, place, item)))
    };
    Some(ModuleTokens {
        name: "xml".to_owned(),
        doc: Vec::new(),
        public: false,
        items: Box::new(items),
        imports: Imports::Contract,
        children: Vec::new(),
    })
}

/// What the runtime calls of an item.
fn implementations(krate: &Crate, place: Place, item: &Item) -> Vec<TokenStream> {
    let mut items = match &item.kind {
        ItemKind::Struct(structure) => structs::emit(krate, place, item, structure),
        ItemKind::Choice(choice) => choices::emit(krate, place, item, choice),
        ItemKind::Enumeration(values) => enumerations::emit(krate, place, item, values),
        ItemKind::Newtype(newtype) => simple::newtype(krate, place, item, newtype),
        ItemKind::Alternatives(types) => alternatives::emit(krate, place, item, types),
        ItemKind::Array(array) => vec![arrays::emit(krate, place, item, array)],
        ItemKind::Union(union) => simple::union(krate, place, item, union),
    };
    items.extend(named(krate, place, item));
    items.extend(item.is_list_item.then(|| simple::list_item(krate, place, item)));
    items
}
