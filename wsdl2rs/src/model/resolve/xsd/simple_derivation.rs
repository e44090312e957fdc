//! Settles simple types, those that they are made from first (XSD 1.0 Part 1, sections 3.14.2 and
//! 3.14.6: `st-props-correct`, `cos-st-restricts`, `cos-list-of-atomic`).

use super::facts::{Facts, Shape};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::limits::NESTING;
use crate::model::resolve::order::dependencies_first;
use crate::model::xsd::{Builtin, SimpleType, SimpleTypeRef, Variety};
use crate::syntax::xsd::Derivations;

/// What replaces a type that cannot be used.
const UNKNOWN: SimpleTypeRef = SimpleTypeRef::Builtin(Builtin::AnySimpleType);

impl Resolver<'_, '_> {
    /// Cuts circles, then settles every type.
    pub(super) fn settle_simple_types(&mut self) {
        let ids: Vec<Id<SimpleType>> = self.model.simple_types.iter().map(|(id, _)| id).collect();
        let edges: Vec<Vec<usize>> = ids
            .iter()
            .map(|id| {
                let made_from = self.made_from(*id);
                made_from.into_iter().filter_map(defined).map(Id::index).collect()
            })
            .collect();
        let order = dependencies_first(&edges);
        for (from, to) in order.circular {
            self.cut_circular_simple_type(ids[from], ids[to]);
        }
        for node in order.nodes {
            self.settle_simple_type(ids[node]);
        }
    }

    /// The base, item type or member types.
    fn made_from(&self, id: Id<SimpleType>) -> Vec<SimpleTypeRef> {
        match &self.model.simple_types[id].variety {
            Variety::Restriction { base, .. } => vec![*base],
            Variety::List { item } => vec![*item],
            Variety::Union { members } => members.clone(),
        }
    }

    fn cut_circular_simple_type(&mut self, from: Id<SimpleType>, to: Id<SimpleType>) {
        let (user, used) = (&self.model.simple_types[from], &self.model.simple_types[to]);
        let message = format!("{} is derived from itself", describe(used));
        let finding = Diagnostic::new(Code::CircularSimpleType, user.origin.span, message);
        let finding = finding.label(used.origin.span, "the type that is reached again");
        self.report(finding);
        self.replace_made_from(from, |ty| ty == SimpleTypeRef::Defined(to));
    }

    /// Puts the widest type in the place of those that `is_bad` chooses.
    fn replace_made_from(&mut self, id: Id<SimpleType>, is_bad: impl Fn(SimpleTypeRef) -> bool) {
        let replace = |ty: &mut SimpleTypeRef| {
            if is_bad(*ty) {
                *ty = UNKNOWN;
            }
        };
        match &mut self.model.simple_types[id].variety {
            Variety::Restriction { base, .. } => replace(base),
            Variety::List { item } => replace(item),
            Variety::Union { members } => members.iter_mut().for_each(replace),
        }
    }

    /// Finds the facts of a type whose constituents are settled.
    pub(super) fn settle_simple_type(&mut self, id: Id<SimpleType>) {
        let made_from = self.made_from(id);
        let depth = made_from.iter().map(|ty| self.depth_of(*ty) + 1).max().unwrap_or(0);
        if depth > NESTING {
            let simple = &self.model.simple_types[id];
            let message = format!("{} is more than {NESTING} derivations deep", describe(simple));
            self.find(Code::NestingLimit, simple.origin.span, message);
            self.replace_made_from(id, |_| true);
            return;
        }
        let mut facts = match &self.model.simple_types[id].variety {
            Variety::Restriction { base, .. } => {
                let base = *base;
                self.check_simple_final(id, base, |final_| final_.restriction, "restricted");
                self.restrict(id, base)
            }
            Variety::List { item } => {
                let item = *item;
                self.check_simple_final(id, item, |final_| final_.list, "made a list of");
                self.check_list_item(id, item);
                Facts::of_list(item)
            }
            Variety::Union { members } => {
                let members = members.clone();
                for member in &members {
                    self.check_simple_final(id, *member, |final_| final_.union, "put in a union");
                }
                Facts::of_union(&members)
            }
        };
        facts.depth = depth;
        self.simple_types[id.index()].facts = facts;
    }

    fn depth_of(&self, ty: SimpleTypeRef) -> usize {
        defined(ty).map_or(0, |id| self.simple_types[id.index()].facts.depth)
    }

    /// The facts of a restriction; its facets become those of the component.
    fn restrict(&mut self, id: Id<SimpleType>, base: SimpleTypeRef) -> Facts {
        let base_facts = self.facts(base);
        let facets = self.simple_types[id.index()].facets;
        let (facets, facts) = self.apply_facets(&base_facts, facets);
        self.model.simple_types[id].variety = Variety::Restriction { base, facets };
        facts
    }

    fn check_simple_final(
        &mut self,
        id: Id<SimpleType>,
        used: SimpleTypeRef,
        forbids: impl Fn(Derivations) -> bool,
        done: &str,
    ) {
        let Some(used) = defined(used) else { return };
        if !forbids(self.simple_types[used.index()].final_) {
            return;
        }
        let (user, used) = (&self.model.simple_types[id], &self.model.simple_types[used]);
        let message = format!("{} is final and must not be {done}", describe(used));
        let finding = Diagnostic::new(Code::SimpleTypeFinal, user.origin.span, message);
        self.report(finding.label(used.origin.span, "`final` is said or inherited here"));
    }

    /// The items of a list are atomic, or unions of atomic types.
    fn check_list_item(&mut self, id: Id<SimpleType>, item: SimpleTypeRef) {
        let is_atomic = match self.facts(item).shape {
            Shape::List(_) => false,
            Shape::Union(members) => {
                members.iter().all(|member| !matches!(self.facts(*member).shape, Shape::List(_)))
            }
            Shape::Any | Shape::Atomic(_) => true,
        };
        if !is_atomic {
            let span = self.model.simple_types[id].origin.span;
            self.find(Code::ListOfLists, span, "the items of a list must not be lists");
        }
    }
}

/// The definition, where the type is not built in.
fn defined(ty: SimpleTypeRef) -> Option<Id<SimpleType>> {
    match ty {
        SimpleTypeRef::Builtin(_) => None,
        SimpleTypeRef::Defined(id) => Some(id),
    }
}

/// The type as it is called in a message.
pub(super) fn describe(simple: &SimpleType) -> String {
    match &simple.name {
        Some(name) => format!("the simple type `{name}`"),
        None => "an anonymous simple type".to_owned(),
    }
}
