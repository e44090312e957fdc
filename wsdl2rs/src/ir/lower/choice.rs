//! Groups and choices of their own → structs and enums.

use super::Lowering;
use super::building::{Building, Owner};
use super::content::node_name;
use super::particles::{Node, Part, PartKey, Shape};
use super::reach::Subject;
use super::slots::Slot;
use super::wildcards;
use crate::ir::doc::Doc;
use crate::ir::ident::{Casing, Scope};
use crate::ir::item::{Branch, Choice, Item, ItemKind, Variant};
use crate::ir::ty::{Cardinality, Open, Type, TypeId};

impl Lowering<'_> {
    /// The generated type of a part; a model group definition's is shared by all who refer to it.
    pub(super) fn part_type(&mut self, part: &Part, name: &str, owner: &Owner) -> TypeId {
        if let Some(known) = self.groups.get(&part.key).copied() {
            self.uses(Subject::Item(known));
            return known;
        }
        let (ident, module) = match &part.name {
            Some(group) => {
                let own = format!("{}Group", group.local);
                self.type_name(group, &[&group.local, &own], part.span)
            }
            None => {
                let suggestion = format!("{}_{name}", owner.ident.bare());
                (self.nested_name(owner.module, &[&suggestion], part.span), owner.module)
            }
        };
        let reserved = match &part.name {
            Some(_) => self.reserve(ident.clone(), module),
            None => self.reserve_nested(ident.clone(), owner),
        };
        self.groups.insert(part.key, reserved);
        let before = self.enter(Subject::Item(reserved));
        let outer = owner.ident.clone();
        let owner = Owner { ident: ident.clone(), module, id: Some(reserved) };
        let kind = match &part.shape {
            Shape::Choice(branches) => {
                // What is in a choice without a name is named after what the choice is in.
                let ident = if part.name.is_some() { ident.clone() } else { outer };
                self.choice(&Owner { ident, ..owner }, branches)
            }
            Shape::Sequence(nodes) => self.group(owner, nodes.clone()),
            Shape::All(_) => {
                let mut once = part.clone();
                once.range = crate::ir::content::Range { min: 1, max: Some(1) };
                self.group(owner, vec![Node::Part(once)])
            }
        };
        self.leave(before);
        let doc = self.part_doc(part);
        self.complete(reserved, Item::new(ident, module, doc, None, kind));
        reserved
    }

    fn part_doc(&self, part: &Part) -> Doc {
        let place = self.place(part.span);
        let what = match (&part.name, &part.shape) {
            (Some(name), _) if matches!(part.key, PartKey::Head(_)) => {
                format!("Element `{name}` or one that substitutes it, {place}.")
            }
            (Some(name), _) => format!("Group `{name}`, {place}."),
            (None, Shape::Choice(_)) => format!("Exactly one of its branches, {place}."),
            (None, Shape::Sequence(_) | Shape::All(_)) => {
                format!("Elements that stand together, {place}.")
            }
        };
        Doc::foreign(&part.documentation).then(&what)
    }

    /// Whether a part lost all of its members to refusals that the configuration allows.
    pub(super) fn holds_nothing(&self, ty: &Type) -> bool {
        let Type::Item(id) = ty else { return false };
        self.item(*id).is_some_and(|item| match &item.kind {
            ItemKind::Struct(structure) => structure.is_part && structure.members.is_empty(),
            ItemKind::Choice(_)
            | ItemKind::Enumeration(_)
            | ItemKind::Newtype(_)
            | ItemKind::Union(_)
            | ItemKind::Alternatives(_)
            | ItemKind::Array(_) => false,
        })
    }

    fn group(&mut self, owner: Owner, nodes: Vec<Node>) -> ItemKind {
        let mut building = Building::new(owner, true);
        self.members(&mut building, nodes);
        ItemKind::Struct(building.finish())
    }

    /// The enum of the branches; an empty struct where all of them were left out.
    fn choice(&mut self, owner: &Owner, branches: &[Node]) -> ItemKind {
        let mut scope = Scope::default();
        let variants = self.variants(&mut scope, owner, branches);
        if variants.is_empty() {
            return ItemKind::Struct(Building::new(owner.clone(), true).finish());
        }
        ItemKind::Choice(Choice { variants, blank: 0 })
    }

    /// The variants of branches; one that is refused is left out.
    pub(super) fn variants(
        &mut self,
        scope: &mut Scope,
        owner: &Owner,
        branches: &[Node],
    ) -> Vec<Variant> {
        branches
            .iter()
            .filter_map(|node| {
                let (ident, _) = scope.take(&[&node_name(self, node)], Casing::Camel);
                let (ty, cardinality, branch, range, doc) = self.branch(owner, node)?;
                Some(Variant { ident, ty, cardinality, branch, range, doc })
            })
            .collect()
    }

    fn branch(
        &mut self,
        owner: &Owner,
        node: &Node,
    ) -> Option<(Type, Cardinality, Branch, crate::ir::content::Range, Doc)> {
        match node {
            Node::Element(id, range, span) => {
                let element = &self.model.elements[*id];
                let mut wire = self.modules.wire(&element.name);
                wire.named_type = self.type_name_of(element.ty);
                let doc = self.element_doc(element, *range, *span);
                let cardinality = Cardinality::of(range.min, range.max);
                let (ty, branch) = match self.slot(*id, owner, *span)? {
                    Slot::Value { ty, default } => (ty, Branch::Element(wire, default)),
                    Slot::Fixed { value, ty } => (Type::Present, Branch::Fixed(wire, value, ty)),
                };
                Some((ty, cardinality, branch, *range, doc))
            }
            Node::Part(part) => {
                let first = self.first(part);
                let ty = Type::Item(self.part_type(part, &node_name(self, node), owner));
                if self.holds_nothing(&ty) {
                    return None;
                }
                let cardinality = Cardinality::of(part.range.min, part.range.max);
                let doc =
                    Doc::own(&format!("Elements that stand together, {}.", self.place(part.span)));
                Some((ty, cardinality, Branch::Part(first), part.range, doc))
            }
            Node::Wildcard(wildcard, range) => {
                let doc = self.wildcard_doc(wildcard, *range);
                let cardinality = Cardinality::of(range.min, range.max);
                let branch = Branch::Wildcard(wildcards::lower(wildcard));
                Some((Type::Open(Open::Element), cardinality, branch, *range, doc))
            }
        }
    }
}
