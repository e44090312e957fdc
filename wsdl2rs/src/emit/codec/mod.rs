//! How the runtime reads and writes the types of a module: a private module beside them.

mod alternatives;
mod choices;
mod enumerations;
mod simple;
mod structs;
mod tables;

use proc_macro2::TokenStream;

use super::types::Place;
use super::{ModuleTokens, contract_import};
use crate::ir::item::ItemKind;
use crate::ir::{Crate, ModuleId};

/// The module of codecs, if there are types.
pub(super) fn module(krate: &Crate, id: ModuleId) -> Option<ModuleTokens> {
    let module = krate.module(id);
    if module.items.is_empty() {
        return None;
    }
    let place = Place::in_module(id).child();
    let mut items: Vec<TokenStream> = vec![contract_import()];
    for item in module.items.iter().map(|item| krate.item(*item)) {
        items.extend(match &item.kind {
            ItemKind::Struct(structure) => structs::emit(krate, place, item, structure),
            ItemKind::Choice(choice) => choices::emit(krate, place, item, choice),
            ItemKind::Enumeration(values) => enumerations::emit(krate, place, item, values),
            ItemKind::Newtype(newtype) => simple::newtype(krate, place, item, newtype),
            ItemKind::Alternatives(types) => alternatives::emit(krate, place, item, types),
            ItemKind::Union(union) => simple::union(krate, place, item, union),
        });
        items.extend(item.is_list_item.then(|| simple::list_item(krate, place, item)));
    }
    Some(ModuleTokens {
        name: "xml".to_owned(),
        doc: Vec::new(),
        public: false,
        items,
        children: Vec::new(),
    })
}
