//! `ir::Crate` → tokens. Emitters print; every decision is in the representation.

mod additions;
mod aliases;
mod alternatives;
mod choices;
mod clients;
mod codec;
mod construct;
mod docs;
mod enumerations;
mod headers;
mod imports;
mod markers;
mod newtypes;
mod runtime;
mod serde;
mod structs;
mod types;
mod unions;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::item::ItemKind;
use crate::ir::{Crate, ModuleId};
use types::Place;

/// A generated module: its items one by one, and the modules in it.
#[derive(Debug)]
pub(crate) struct ModuleTokens {
    /// Its name; empty for the root.
    pub(crate) name: String,
    /// The lines of its documentation.
    pub(crate) doc: Vec<String>,
    /// Whether it is public.
    pub(crate) public: bool,
    /// Its items in order.
    pub(crate) items: Vec<TokenStream>,
    /// The modules in it.
    pub(crate) children: Vec<ModuleTokens>,
}

/// Emits the whole tree; the result is the root module.
pub(crate) fn emit(krate: &Crate) -> ModuleTokens {
    let mut root = namespace_module(krate, ModuleId(0));
    for index in 1..krate.modules.len() {
        let module = krate.module(ModuleId(index));
        let is_empty =
            module.items.is_empty() && module.aliases.is_empty() && module.elements.is_empty();
        if !is_empty {
            root.children.push(namespace_module(krate, ModuleId(index)));
        }
    }
    root.children.extend(clients::modules(krate));
    root.children.extend(markers::bodies(krate));
    root.children.extend(markers::namespaces(krate));
    root
}

/// A type as it is written in the root module.
#[cfg(feature = "cli")]
pub(crate) fn type_at_root(krate: &Crate, ty: &crate::ir::ty::Type) -> String {
    types::value(krate, Place::in_module(ModuleId(0)), ty).to_string().replace(' ', "")
}

fn namespace_module(krate: &Crate, id: ModuleId) -> ModuleTokens {
    let module = krate.module(id);
    let place = Place::in_module(id);
    let mut tokens: Vec<TokenStream> = Vec::new();
    for item in module.items.iter().map(|item| krate.item(*item)) {
        match &item.kind {
            ItemKind::Struct(structure) => {
                tokens.extend(structs::emit(krate, place, item, structure))
            }
            ItemKind::Choice(choice) => tokens.push(choices::emit(krate, place, item, choice)),
            ItemKind::Enumeration(values) => tokens.extend(enumerations::emit(krate, item, values)),
            ItemKind::Newtype(newtype) => {
                tokens.extend(newtypes::emit(krate, place, item, newtype))
            }
            ItemKind::Alternatives(types) => {
                tokens.extend(alternatives::emit(krate, place, item, types));
            }
            ItemKind::Union(union) => tokens.extend(unions::emit(krate, place, item, union)),
        }
    }
    tokens.extend(aliases::emit(krate, place, module));
    if module.ident.is_none() {
        tokens.extend(clients::reexport(krate));
    }
    let items = imports::shorten(module, tokens);
    let mut children = Vec::new();
    children.extend(markers::elements(krate, id));
    children.extend(codec::module(krate, id));
    ModuleTokens {
        name: module.ident.as_ref().map_or_else(String::new, |ident| ident.as_str().to_owned()),
        doc: module.doc.lines().to_vec(),
        public: true,
        items,
        children,
    }
}

/// A private module of codecs imports the runtime's contract under a short name.
fn contract_import() -> TokenStream {
    let contract = runtime::contract();
    quote! { use #contract; }
}
