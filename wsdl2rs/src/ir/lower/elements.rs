//! Global elements → markers.

use std::collections::{BTreeMap, BTreeSet};

use super::building::Owner;
use super::reach::Subject;
use super::{Lowering, encoding};
use crate::ir::content::Needs;
use crate::ir::ident::{Casing, Ident, Scope};
use crate::ir::ty::Type;
use crate::ir::{Marker, ModuleId};
use crate::model::id::Id;
use crate::model::xsd::Element;

/// The markers by module, and where each element's is.
#[derive(Default)]
pub(super) struct Markers {
    by_module: BTreeMap<ModuleId, Vec<Marker>>,
    paths: BTreeMap<Id<Element>, (ModuleId, Ident, Type)>,
}

impl Markers {
    /// The markers of a module.
    pub(super) fn take(&mut self, module: ModuleId) -> Vec<Marker> {
        self.by_module.remove(&module).unwrap_or_default()
    }

    /// All elements and the types of their contents.
    pub(super) fn values(&self) -> impl Iterator<Item = (Id<Element>, &Type)> {
        self.paths.iter().map(|(id, (_, _, value))| (*id, value))
    }

    /// Drops the markers of the elements that are not kept.
    pub(super) fn retain(&mut self, keeps: impl Fn(Id<Element>) -> bool) {
        self.paths.retain(|id, _| keeps(*id));
        let kept: BTreeSet<(ModuleId, &str)> =
            self.paths.values().map(|(module, ident, _)| (*module, ident.as_str())).collect();
        for (module, markers) in &mut self.by_module {
            markers.retain(|marker| kept.contains(&(*module, marker.ident.as_str())));
        }
    }

    /// The marker of an element and the type of its content; none where it was refused.
    pub(super) fn path(&self, element: Id<Element>) -> Option<&(ModuleId, Ident, Type)> {
        self.paths.get(&element)
    }
}

/// Makes a marker for each global element that is not abstract.
pub(super) fn lower_all(lowering: &mut Lowering<'_>) -> Markers {
    let mut markers = Markers::default();
    let mut scopes: BTreeMap<ModuleId, Scope> = BTreeMap::new();
    let model = lowering.model;
    for (id, element) in model.elements.iter().filter(|(_, element)| element.is_global) {
        if element.is_abstract || encoding::is_standard(&element.name) {
            continue;
        }
        lowering.enter(Subject::Element(id));
        if !lowering.possible.is_element(id) {
            lowering.nothing_stands(id, element.origin.span);
            continue;
        }
        let module = lowering.modules.of(&element.name.namespace);
        let (ident, _) =
            scopes.entry(module).or_default().take(&[&element.name.local], Casing::Camel);
        let Some(value) = lowering.element_type(id, module, &ident) else { continue };
        let marker = Marker {
            ident: ident.clone(),
            doc: lowering.component_doc(&element.origin, "Element", Some(&element.name)),
            wire: lowering.modules.wire(&element.name),
            namespace: element.name.namespace.as_str().to_owned(),
            value: value.clone(),
            needs: Needs::default(),
        };
        markers.by_module.entry(module).or_default().push(marker);
        markers.paths.insert(id, (module, ident, value));
    }
    lowering.leave(Subject::Apart);
    markers
}

impl Lowering<'_> {
    /// The type of a global element's content. A default or fixed value matters where the element
    /// is used, not to the element as a root.
    fn element_type(&mut self, id: Id<Element>, module: ModuleId, ident: &Ident) -> Option<Type> {
        let element = &self.model.elements[id];
        let owner = Owner { ident: ident.clone(), module, id: None };
        let span = element.origin.span;
        let inner = self.content_type(element, &owner, span)?;
        if element.nillable {
            return Some(Type::Nillable(Box::new(inner), self.nil_type(element.ty, &owner)));
        }
        Some(inner)
    }
}
