//! `ir::Crate` → tokens. Emitters print; every decision is in the representation.

mod additions;
mod aliases;
mod alternatives;
mod arrays;
#[cfg(feature = "cli")]
mod calls;
mod choices;
mod clients;
mod codec;
mod construct;
mod docs;
mod enumerations;
mod faults;
mod headers;
mod imports;
mod markers;
mod newtypes;
mod runtime;
mod serde;
mod structs;
mod terms;
mod types;
mod unions;
#[cfg(feature = "cli")]
mod values;

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::item::ItemKind;
use crate::ir::ty::TypeId;
use crate::ir::{Crate, ModuleId};
#[cfg(feature = "cli")]
pub(crate) use calls::call;
pub(crate) use imports::Imports;
use imports::Used;
use types::Place;
#[cfg(feature = "cli")]
pub(crate) use values::expression;

/// A generated module and the modules in it. Its items are made when they are asked for, one after
/// the other, so that the tokens of a large contract are never all there.
pub(crate) struct ModuleTokens<'a> {
    /// Its name; empty for the root.
    pub(crate) name: String,
    /// The lines of its documentation.
    pub(crate) doc: Vec<String>,
    /// Whether it is public.
    pub(crate) public: bool,
    /// Its items in order.
    pub(crate) items: Items<'a>,
    /// What its items import.
    pub(crate) imports: Imports<'a>,
    /// The modules in it.
    pub(crate) children: Vec<ModuleTokens<'a>>,
}

/// What makes the items of a module, as often as it is asked to.
pub(crate) type Items<'a> = Box<dyn Fn() -> Box<dyn Iterator<Item = TokenStream> + 'a> + 'a>;

impl ModuleTokens<'_> {
    /// A public module of these items alone.
    #[cfg(test)]
    pub(crate) fn of(name: &str, items: Vec<TokenStream>) -> ModuleTokens<'static> {
        ModuleTokens {
            name: name.to_owned(),
            doc: Vec::new(),
            public: true,
            items: Box::new(move || Box::new(items.clone().into_iter())),
            imports: Imports::None,
            children: Vec::new(),
        }
    }

    /// Hands on the items in order; gives the imports that they need, which stand before them.
    pub(crate) fn each_item(&self, mut take: impl FnMut(TokenStream)) -> Vec<TokenStream> {
        let mut used = Used::default();
        (self.items)().for_each(|item| take(used.shorten(&self.imports, item)));
        used.imports(&self.imports)
    }
}

/// Emits the whole tree; the result is the root module.
pub(crate) fn emit(krate: &Crate) -> ModuleTokens<'_> {
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

fn namespace_module(krate: &Crate, id: ModuleId) -> ModuleTokens<'_> {
    let module = krate.module(id);
    let place = Place::in_module(id);
    let items = move || {
        let types = module.items.iter().flat_map(move |item| types_of(krate, place, *item));
        let aliases = module.aliases.iter().map(move |alias| aliases::emit(krate, place, alias));
        let clients = if module.ident.is_none() { clients::reexport(krate) } else { None };
        boxed(types.chain(aliases).chain(clients))
    };
    let mut children = Vec::new();
    children.extend(markers::elements(krate, id));
    children.extend(codec::module(krate, id));
    ModuleTokens {
        name: module.ident.as_ref().map_or_else(String::new, |ident| ident.as_str().to_owned()),
        doc: module.doc.lines().to_vec(),
        public: true,
        items: Box::new(items),
        imports: Imports::AsUsed(module),
        children,
    }
}

/// Items as `Items` has them.
fn boxed<'a>(
    items: impl Iterator<Item = TokenStream> + 'a,
) -> Box<dyn Iterator<Item = TokenStream> + 'a> {
    Box::new(items)
}

/// The type of an item, and what it has that a person may call.
fn types_of(krate: &Crate, place: Place, id: TypeId) -> Vec<TokenStream> {
    let item = krate.item(id);
    match &item.kind {
        ItemKind::Struct(structure) => structs::emit(krate, place, item, structure),
        ItemKind::Choice(choice) => vec![choices::emit(krate, place, item, choice)],
        ItemKind::Enumeration(values) => enumerations::emit(krate, item, values),
        ItemKind::Newtype(newtype) => newtypes::emit(krate, place, item, newtype),
        ItemKind::Alternatives(types) => alternatives::emit(krate, place, item, types),
        ItemKind::Array(array) => vec![arrays::emit(krate, place, item, array)],
        ItemKind::Union(union) => unions::emit(krate, place, item, union),
    }
}

/// A module whose every path into the runtime begins at the contract imports that.
fn contract_import() -> TokenStream {
    let contract = runtime::contract();
    quote! { use #contract; }
}
