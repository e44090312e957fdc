//! Namespace → module.
//!
//! The target namespace of the first entry document is the root module, so that its types keep
//! their paths when another namespace is added. Each other namespace has a module named after the
//! last telling part of its URI. Of two namespaces with one name the first in document order
//! keeps it, and the other takes the part before it as well.

use std::collections::{BTreeMap, BTreeSet};

use super::elements::Markers;
use super::settings::{Settings, Unmatched};
use crate::ir::content::Wire;
use crate::ir::doc::Doc;
use crate::ir::ident::{Casing, Ident, Scope};
use crate::ir::ty::TypeId;
use crate::ir::{Alias, FIRST_GENERATED, Module, ModuleId, NamespaceEntry};
use crate::model::Model;
use crate::vocabulary::{Namespace, QName, namespaces};

/// Names of generated modules and of the runtime's parts in the root.
const RESERVED: [&str; 10] = [
    "client",
    "elements",
    "operations",
    "blocking",
    "bodies",
    "namespaces",
    "xml",
    "core",
    "std",
    "v1",
];
/// Prefixes that generated envelopes use for themselves.
const RESERVED_PREFIXES: [&str; 6] = ["xml", "xmlns", "xsi", "xsd", "soap", "tns"];
/// Parts of a URI that say nothing about its contents.
const EMPTY_WORDS: [&str; 7] = ["doc", "docs", "schema", "schemas", "xsd", "wsdl", "www"];

/// The namespaces that readers know by fixed numbers, by number.
const FIXED: [&str; 9] = [
    "",
    namespaces::XML,
    namespaces::XSI,
    namespaces::SOAP11_ENVELOPE,
    namespaces::SOAP12_ENVELOPE,
    namespaces::ADDRESSING,
    namespaces::WSSE,
    namespaces::WSU,
    namespaces::SOAP11_ENCODING,
];

/// The modules and the names taken in them.
pub(super) struct Modules {
    of: BTreeMap<Namespace, ModuleId>,
    numbers: BTreeMap<Namespace, u16>,
    entries: Vec<NamespaceEntry>,
    modules: Vec<Building>,
}

struct Building {
    ident: Option<Ident>,
    namespace: Namespace,
    scope: Scope,
    items: Vec<(TypeId, Option<TypeId>)>,
    aliases: Vec<Alias>,
}

impl Modules {
    /// Gives every namespace of the model a module, a number and a prefix.
    pub(super) fn assign(
        model: &Model,
        settings: &Settings,
        unmatched: &mut Vec<Unmatched>,
    ) -> Self {
        let known: Vec<String> =
            model.namespaces.iter().map(|namespace| namespace.as_str().to_owned()).collect();
        for key in settings.modules.keys() {
            if !known.contains(key) {
                unmatched.push(Unmatched::new("module", key, &known));
            }
        }
        let entry = model.entry_namespace.clone().unwrap_or_else(Namespace::none);
        let mut modules = Self {
            of: BTreeMap::new(),
            numbers: BTreeMap::new(),
            entries: Vec::new(),
            modules: vec![Building::new(None, entry.clone())],
        };
        let mut names = Scope::with(&RESERVED);
        let mut prefixes = Scope::with(&RESERVED_PREFIXES);
        for namespace in &model.namespaces {
            let configured = settings.modules.get(namespace.as_str());
            let is_root = configured.map_or(*namespace == entry, String::is_empty);
            let id =
                if is_root { ModuleId(0) } else { modules.add(namespace, configured, &mut names) };
            modules.of.insert(namespace.clone(), id);
            modules.number(namespace, is_root, &mut prefixes);
        }
        modules
    }

    fn add(
        &mut self,
        namespace: &Namespace,
        configured: Option<&String>,
        names: &mut Scope,
    ) -> ModuleId {
        let named = configured.and_then(|name| {
            let known = |module: &Building| {
                module.ident.as_ref() == Some(&Ident::suggested(name, Casing::Snake))
            };
            self.modules.iter().position(known)
        });
        if let Some(index) = named {
            return ModuleId(index);
        }
        let suggestions = match configured {
            Some(name) => vec![name.clone()],
            None => suggestions(namespace.as_str()),
        };
        let suggestions: Vec<&str> = suggestions.iter().map(String::as_str).collect();
        let (ident, _) = names.take(&suggestions, Casing::Snake);
        self.modules.push(Building::new(Some(ident), namespace.clone()));
        ModuleId(self.modules.len() - 1)
    }

    fn number(&mut self, namespace: &Namespace, is_root: bool, prefixes: &mut Scope) {
        if namespace.is_none() {
            self.numbers.insert(namespace.clone(), 0);
            return;
        }
        let is_first_of_root = is_root && self.entries.iter().all(|entry| entry.prefix != "tns");
        let prefix = if is_first_of_root {
            "tns".to_owned()
        } else {
            let id = self.of[namespace];
            let name = self.modules[id.0].ident.as_ref().map_or("tns", Ident::bare);
            prefixes.take(&[name], Casing::Snake).0.bare().to_owned()
        };
        let index = u16::try_from(self.entries.len()).expect("the number of documents is limited");
        self.numbers.insert(namespace.clone(), FIRST_GENERATED + index);
        self.entries.push(NamespaceEntry { uri: namespace.as_str().to_owned(), prefix });
    }

    /// The module of a namespace.
    pub(super) fn of(&self, namespace: &Namespace) -> ModuleId {
        self.of.get(namespace).copied().unwrap_or(ModuleId(0))
    }

    /// The names taken in a module.
    pub(super) fn scope(&mut self, module: ModuleId) -> &mut Scope {
        &mut self.modules[module.0].scope
    }

    /// Puts a type into a module: on its own, or after another type and what is nested in that.
    pub(super) fn add_item(&mut self, module: ModuleId, item: TypeId, after: Option<TypeId>) {
        self.modules[module.0].items.push((item, after));
    }

    /// Puts an alias into a module.
    pub(super) fn add_alias(&mut self, module: ModuleId, alias: Alias) {
        self.modules[module.0].aliases.push(alias);
    }

    /// Drops the types that are not kept, and the aliases without one of the schema types' `names`.
    pub(super) fn retain(&mut self, keeps: impl Fn(TypeId) -> bool, names: &BTreeSet<String>) {
        for module in &mut self.modules {
            module.items.retain(|(item, _)| keeps(*item));
            module.aliases.retain(|alias| names.contains(&alias.name));
        }
    }

    /// An expanded name on the wire.
    pub(super) fn wire(&self, name: &QName) -> Wire {
        let number = self.numbers.get(&name.namespace).copied().unwrap_or(0);
        let prefix = match number.checked_sub(FIRST_GENERATED) {
            Some(index) => format!("{}:", self.entries[usize::from(index)].prefix),
            None => String::new(),
        };
        let fixed = FIXED.iter().position(|uri| *uri == name.namespace.as_str());
        let known_by = fixed.and_then(|at| u16::try_from(at).ok()).unwrap_or(number);
        let local = name.local.to_string();
        Wire { namespace: number, number: known_by, prefix, local, named_type: None }
    }

    /// The table of namespaces.
    pub(super) fn namespaces(&self) -> Vec<NamespaceEntry> {
        let copy = |entry: &NamespaceEntry| NamespaceEntry {
            uri: entry.uri.clone(),
            prefix: entry.prefix.clone(),
        };
        self.entries.iter().map(copy).collect()
    }

    /// The finished modules. Modules without contents are kept: paths to them do not move.
    pub(super) fn finish(self, mut markers: Markers) -> Vec<Module> {
        let finish = |(index, module): (usize, Building)| Module {
            ident: module.ident,
            doc: Doc::own(&about(&module.namespace)),
            items: in_order(&module.items),
            aliases: module.aliases,
            elements: markers.take(ModuleId(index)),
            hidden: module.scope.into_names(),
        };
        self.modules.into_iter().enumerate().map(finish).collect()
    }
}

/// The sentence that says whose components a module has.
fn about(namespace: &Namespace) -> String {
    match namespace.as_str() {
        "" => "No namespace.".to_owned(),
        uri => format!("Namespace `{}`.", uri.replace('`', "")),
    }
}

impl Building {
    fn new(ident: Option<Ident>, namespace: Namespace) -> Self {
        Self { ident, namespace, scope: Scope::default(), items: Vec::new(), aliases: Vec::new() }
    }
}

/// Types in the order in which they are printed: each is followed by what is nested in it.
fn in_order(items: &[(TypeId, Option<TypeId>)]) -> Vec<TypeId> {
    let known: BTreeSet<TypeId> = items.iter().map(|(item, _)| *item).collect();
    let mut nested: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    let mut open = Vec::new();
    for (item, after) in items {
        match after.filter(|after| known.contains(after)) {
            Some(after) => nested.entry(after).or_default().push(*item),
            None => open.push(*item),
        }
    }
    open.reverse();
    let mut order = Vec::with_capacity(items.len());
    while let Some(item) = open.pop() {
        order.push(item);
        open.extend(nested.remove(&item).unwrap_or_default().into_iter().rev());
    }
    order
}

/// Names for a namespace's module, the best first: the last telling part, then with the part
/// before it, and so on.
fn suggestions(uri: &str) -> Vec<String> {
    let parts: Vec<String> = uri.split(['/', ':', '?', '#', '=', '&']).flat_map(telling).collect();
    if parts.is_empty() {
        return vec![if uri.is_empty() { "no_namespace".to_owned() } else { "ns".to_owned() }];
    }
    (0..parts.len()).rev().map(|from| parts[from..].join("_")).collect()
}

/// A part of a URI, unless it says nothing: a scheme, a version, a date, or an empty word.
/// Of a host name, the label before the top-level domain.
fn telling(part: &str) -> Option<String> {
    let lower = part.to_ascii_lowercase();
    let is_number = |text: &str| {
        let digits = text.trim_start_matches(['v', 'r', '_']);
        digits.is_empty() || digits.chars().all(|c| c.is_ascii_digit() || ".-_".contains(c))
    };
    if matches!(lower.as_str(), "http" | "https" | "urn") || is_number(&lower) {
        return None;
    }
    if EMPTY_WORDS.contains(&lower.as_str()) {
        return None;
    }
    let labels: Vec<&str> = part.split('.').collect();
    let top_level = ["com", "org", "net", "gov", "edu", "eu", "de", "uk", "br", "int", "local"];
    match labels.as_slice() {
        [rest @ .., last] if !rest.is_empty() && top_level.contains(last) => {
            let host = rest.iter().find(|label| **label != "www").unwrap_or(&rest[0]);
            Some((*host).to_owned())
        }
        _ => Some(part.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::suggestions;

    #[test]
    fn modules_are_named_after_the_last_telling_part() {
        let rows = [
            ("http://alexa.amazonaws.com/doc/2005-10-05/", "alexa"),
            ("urn:vim25", "vim25"),
            ("http://tempuri.org/", "tempuri"),
            ("http://schemas.microsoft.com/exchange/services/2006/types", "types"),
            ("http://schemas.datacontract.org/2004/07/Acme.Models", "Acme.Models"),
            ("http://www.example.com/v1.0", "example"),
            ("", "no_namespace"),
        ];
        for (uri, expected) in rows {
            assert_eq!(suggestions(uri)[0], expected, "{uri}");
        }
    }
}
