//! What will be generated, in the language of Rust: nothing is left to decide.
//!
//! Every identifier is legal and unique in its scope; types, cardinality, boxing, modules and
//! documentation are settled. Emitters only print.

pub(crate) mod client;
pub(crate) mod content;
pub(crate) mod doc;
pub(crate) mod field;
pub(crate) mod ident;
pub(crate) mod item;
pub(crate) mod lower;
#[cfg(feature = "cli")]
pub(crate) mod sample;
pub(crate) mod ty;

use doc::Doc;
use ident::Ident;
use ty::TypeId;

/// A generated module tree.
#[derive(Debug)]
pub(crate) struct Crate {
    /// The namespaces that tags and tables name; the number of the first is `FIRST_GENERATED`.
    pub(crate) namespaces: Vec<NamespaceEntry>,
    /// The modules: the root first, then one for each further namespace.
    pub(crate) modules: Vec<Module>,
    /// All types; a `TypeId` is an index. Those in no module are not generated.
    pub(crate) items: Vec<item::Item>,
    /// The caller's own types, by path, in place of generated ones.
    pub(crate) replaced: std::collections::BTreeMap<TypeId, String>,
    /// The clients with their traits and operations.
    pub(crate) services: client::Services,
    /// The traits of other crates that types implement.
    pub(crate) implements: Implements,
    /// The global declarations that wildcards judge by; empty where none does.
    pub(crate) known: Known,
}

/// Traits of other crates that types implement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Implements {
    /// `serde::Serialize` and `serde::Deserialize`.
    pub(crate) serde: bool,
}

/// The global components of a schema that are asked for by name at run time.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// The elements: markers, by module.
    pub(crate) elements: Vec<(ModuleId, Ident, String)>,
    /// The attributes.
    pub(crate) attributes: Vec<(content::Wire, ty::Type)>,
    /// Whether a place of `xs:anyType` may hold a value of a named type.
    pub(crate) types: bool,
}

/// The number of the first generated namespace; the runtime has numbers of its own below.
pub(crate) const FIRST_GENERATED: u16 = 16;

/// A namespace and the prefix that generated tags use for it.
#[derive(Debug)]
pub(crate) struct NamespaceEntry {
    /// The URI.
    pub(crate) uri: String,
    /// The prefix, an NCName.
    pub(crate) prefix: String,
}

/// A module: the types and elements of a namespace.
#[derive(Debug)]
pub(crate) struct Module {
    /// Its name; none for the root.
    pub(crate) ident: Option<Ident>,
    /// What it holds.
    pub(crate) doc: Doc,
    /// Its types in order.
    pub(crate) items: Vec<TypeId>,
    /// Named simple types that add nothing to their base.
    pub(crate) aliases: Vec<Alias>,
    /// Its global elements in order.
    pub(crate) elements: Vec<Marker>,
    /// Names of the prelude and of the runtime that a type of this module hides.
    pub(crate) hidden: std::collections::BTreeSet<String>,
}

/// A named simple type that adds nothing to its base.
#[derive(Debug)]
pub(crate) struct Alias {
    /// Its name.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// The expanded name of the schema type.
    pub(crate) name: String,
    /// What it stands for.
    pub(crate) ty: ty::Type,
}

/// The marker of a global element.
#[derive(Debug)]
pub(crate) struct Marker {
    /// Its name in `elements`.
    pub(crate) ident: Ident,
    /// Its documentation.
    pub(crate) doc: Doc,
    /// The element's tag.
    pub(crate) wire: content::Wire,
    /// The namespace URI, for the constant `NAME`.
    pub(crate) namespace: String,
    /// The type of its content.
    pub(crate) value: ty::Type,
    /// The numbers of the namespaces that its content needs.
    pub(crate) needs: content::Needs,
}

/// The place of a module in `Crate::modules`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ModuleId(pub(crate) usize);

impl Crate {
    /// The type with this id.
    pub(crate) fn item(&self, id: TypeId) -> &item::Item {
        &self.items[id.0]
    }

    /// The types that are generated.
    pub(crate) fn kept_items(&self) -> impl Iterator<Item = &item::Item> {
        self.modules.iter().flat_map(|module| &module.items).map(|id| self.item(*id))
    }

    /// The module with this id.
    pub(crate) fn module(&self, id: ModuleId) -> &Module {
        &self.modules[id.0]
    }
}
