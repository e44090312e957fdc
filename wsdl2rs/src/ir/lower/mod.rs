//! Model → `ir::Crate`: every decision about names, cardinality, boxing and modules.
//!
//! A schema component that has no Rust form yet is refused by a code; nothing is left out unless
//! the configuration lowered that code's weight for the component.

mod additions;
mod addressing;
mod attributes;
mod bodies;
mod building;
mod choice;
mod chosen;
mod client;
mod constructor;
mod content;
mod credentials;
mod docs;
mod elements;
mod encoding;
mod enumerations;
mod facets;
mod header_faults;
mod headers;
mod included;
mod known;
mod lists;
mod mixed;
mod modules;
mod names;
mod needs;
mod particles;
mod patterns;
mod possible;
mod reach;
mod recursion;
mod replaced;
mod settings;
mod simple;
mod slots;
mod types;
mod wildcards;

use std::collections::BTreeMap;

use super::item::Item;
use super::ty::TypeId;
use super::{Crate, ModuleId};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::Model;
use crate::model::id::Id;
use crate::model::xsd;
use crate::source::{SourceMap, Span};
use crate::vocabulary::QName;
use credentials::Credentials;
use modules::Modules;
use reach::{Findings, Subject};
pub(crate) use settings::{Settings, SigningPaths, Unmatched};

/// The module of the target namespace of the first entry document.
const ROOT: ModuleId = ModuleId(0);

/// Lowers the whole model. The result is complete only when no error was reported.
pub(crate) fn lower(
    model: &Model,
    settings: &Settings,
    sources: &SourceMap,
    diagnostics: &mut Diagnostics,
) -> (Crate, Vec<Unmatched>) {
    let mut unmatched = Vec::new();
    let modules = Modules::assign(model, settings, &mut unmatched);
    let credentials = Credentials::find(model, settings, &mut unmatched);
    let replaced = replaced::find(model, settings, &mut unmatched);
    let chosen = chosen::find(model, settings, &mut unmatched);
    let chosen = chosen.as_deref();
    let mut lowering = Lowering {
        model,
        settings,
        sources,
        diagnostics: Findings::new(),
        references: std::collections::BTreeSet::new(),
        replaced,
        modules,
        credentials,
        possible: possible::Possible::find(model),
        items: Vec::new(),
        complex: BTreeMap::new(),
        simple: BTreeMap::new(),
        groups: BTreeMap::new(),
        nil: BTreeMap::new(),
        alternatives: BTreeMap::new(),
        used_renames: std::collections::BTreeSet::new(),
        keys: additions::Keys::new(),
    };
    types::lower_all(&mut lowering);
    let mut markers = elements::lower_all(&mut lowering);
    let services = client::lower_all(&mut lowering, &markers);
    lowering.report_unused_renames(&mut unmatched);
    let reached = lowering.reached(chosen);
    let known = known::find(&mut lowering, &markers, &reached);
    let reached = lowering.reached(chosen);
    let services = chosen::keep(&mut lowering, &mut markers, services, &reached);
    let findings = lowering.diagnostics.take(&reached).into_iter();
    findings.for_each(|finding| diagnostics.report(finding));
    let keys = std::mem::take(&mut lowering.keys);
    let mut krate = lowering.finish(markers, services, known);
    additions::add(&mut krate, &keys, settings, &mut unmatched);
    (krate, unmatched)
}

/// The state of the transformation.
struct Lowering<'a> {
    model: &'a Model,
    settings: &'a Settings,
    sources: &'a SourceMap,
    diagnostics: Findings,
    /// What refers to what.
    references: std::collections::BTreeSet<(Subject, Subject)>,
    /// The schema types that the caller has a type for.
    replaced: replaced::Replaced,
    modules: Modules,
    credentials: Credentials,
    possible: possible::Possible,
    /// The types; a slot is empty while its type is being lowered.
    items: Vec<Slot>,
    /// The generated type of a complex type.
    complex: BTreeMap<Id<xsd::ComplexType>, TypeId>,
    /// The Rust type of a defined simple type.
    simple: BTreeMap<Id<xsd::SimpleType>, super::ty::Type>,
    /// The generated type of a group that became a part: shared by all who refer to it.
    groups: BTreeMap<particles::PartKey, TypeId>,
    /// The attributes that a nil element of a complex type keeps.
    nil: BTreeMap<Id<xsd::ComplexType>, TypeId>,
    /// The enum of a complex type and those derived from it that may stand in some place.
    alternatives: BTreeMap<(Id<xsd::ComplexType>, Vec<Id<xsd::ComplexType>>), TypeId>,
    used_renames: std::collections::BTreeSet<String>,
    /// The component that a type's name was taken for.
    keys: additions::Keys,
}

/// A place in `Lowering::items`.
enum Slot {
    /// The name is settled; the rest is to come.
    Named(super::ident::Ident, ModuleId),
    /// Complete.
    Item(Box<Item>),
}

impl Lowering<'_> {
    /// Reserves a type of this name, which stands on its own.
    fn reserve(&mut self, ident: super::ident::Ident, module: ModuleId) -> TypeId {
        self.items.push(Slot::Named(ident, module));
        let id = TypeId(self.items.len() - 1);
        self.modules.add_item(module, id, None);
        self.uses(Subject::Item(id));
        id
    }

    /// Reserves a type that stands after another in the module.
    fn reserve_after(
        &mut self,
        ident: super::ident::Ident,
        module: ModuleId,
        after: TypeId,
    ) -> TypeId {
        self.items.push(Slot::Named(ident, module));
        let id = TypeId(self.items.len() - 1);
        self.modules.add_item(module, id, Some(after));
        self.uses(Subject::Item(id));
        id
    }

    /// Reserves a type that stands after its owner.
    fn reserve_nested(&mut self, ident: super::ident::Ident, owner: &building::Owner) -> TypeId {
        match owner.id {
            Some(after) => self.reserve_after(ident, owner.module, after),
            None => self.reserve(ident, owner.module),
        }
    }

    /// The schema, and what of it a document can have.
    fn source(&self) -> particles::Source<'_> {
        particles::Source { model: self.model, possible: &self.possible }
    }

    /// Completes a reserved type.
    fn complete(&mut self, id: TypeId, item: Item) {
        self.items[id.0] = Slot::Item(Box::new(item));
    }

    /// The name and module of a type, complete or not.
    fn name_of(&self, id: TypeId) -> (super::ident::Ident, ModuleId) {
        match &self.items[id.0] {
            Slot::Named(ident, module) => (ident.clone(), *module),
            Slot::Item(item) => (item.ident.clone(), item.module),
        }
    }

    /// The type, if it is complete.
    fn item(&self, id: TypeId) -> Option<&Item> {
        match &self.items[id.0] {
            Slot::Named(..) => None,
            Slot::Item(item) => Some(item),
        }
    }

    /// Reports a construct that has no Rust form yet.
    fn refuse(&mut self, code: Code, span: Span, component: Option<&QName>, message: String) {
        let mut finding = Diagnostic::new(code, span, message);
        if let Some(name) = component {
            finding = finding.component(name);
        }
        self.diagnostics.report(finding);
    }

    fn report_unused_renames(&self, unmatched: &mut Vec<Unmatched>) {
        let known: Vec<String> = self.model.named_types.keys().map(ToString::to_string).collect();
        for key in self.settings.renames.keys() {
            if !self.used_renames.contains(key) {
                unmatched.push(Unmatched::new("rename", key, &known));
            }
        }
    }

    fn finish(
        self,
        markers: elements::Markers,
        services: super::client::Services,
        known: super::Known,
    ) -> Crate {
        let replaced = self.replaced_items();
        let implements = self.settings.implements;
        let items: Vec<Item> = self
            .items
            .into_iter()
            .map(|slot| match slot {
                Slot::Item(item) => *item,
                Slot::Named(ident, module) => names::placeholder(ident, module),
            })
            .collect();
        let mut krate = Crate {
            namespaces: self.modules.namespaces(),
            modules: self.modules.finish(markers),
            items,
            replaced,
            services,
            implements,
            known,
        };
        lists::mark_items(&mut krate);
        recursion::box_cycles(&mut krate);
        encoding::name_types(&mut krate);
        needs::fill(&mut krate);
        krate
    }
}
