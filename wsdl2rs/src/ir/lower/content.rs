//! Content models → fields and members.

use super::Lowering;
use super::building::Building;
use super::particles::{Node, Part, PartKey, Shape, is_emptiable};
use super::slots::Slot;
use super::wildcards;
use crate::ir::content::{Combination, First, Member, Range};
use crate::ir::doc::Doc;
use crate::ir::ty::{Cardinality, Open, Type};
use crate::model::id::Id;
use crate::model::xsd::{self, Element};
use crate::source::Span;

impl Lowering<'_> {
    /// Lowers the members of a type or part.
    pub(super) fn members(&mut self, building: &mut Building, mut nodes: Vec<Node>) {
        building.combination = Combination::Sequence;
        const ONCE: Range = Range { min: 1, max: Some(1) };
        if let [Node::Part(Part { shape: Shape::All(members), range: ONCE, .. })] =
            nodes.as_mut_slice()
        {
            building.combination = Combination::All;
            nodes = std::mem::take(members);
        }
        for node in nodes {
            match node {
                Node::Element(id, range, span) => self.element(building, id, range, span),
                Node::Part(part) => self.part_member(building, &part),
                Node::Wildcard(wildcard, range) => self.wildcard_member(building, &wildcard, range),
            }
        }
        if building.members.is_empty() {
            building.combination = Combination::Empty;
        }
    }

    fn element(&mut self, building: &mut Building, id: Id<Element>, range: Range, span: Span) {
        let element = &self.model.elements[id];
        let mut wire = self.modules.wire(&element.name);
        wire.named_type = self.type_name_of(element.ty);
        if let Some(content) = self.credentials.content(self.model, id, &self.modules) {
            building.members.push(Member::Credential { wire, content });
            return;
        }
        let doc = self.element_doc(element, range, span);
        let Some(slot) = self.slot(id, &building.owner.clone(), span) else { return };
        let cardinality = Cardinality::of(range.min, range.max);
        let local = element.name.local.clone();
        match slot {
            Slot::Value { ty, default } => {
                let field = building.field(&local, ty, cardinality, doc);
                building.members.push(Member::Element { field, wire, range, default });
            }
            Slot::Fixed { value, ty } => {
                let once = cardinality == Cardinality::One;
                let field =
                    (!once).then(|| building.field(&local, Type::Present, cardinality, doc));
                building.members.push(Member::Fixed { field, wire, range, value, ty });
            }
        }
    }

    fn wildcard_member(&mut self, building: &mut Building, wildcard: &xsd::Wildcard, range: Range) {
        let doc = self.wildcard_doc(wildcard, range);
        let cardinality = Cardinality::of(range.min, range.max);
        let field = building.field("any", Type::Open(Open::Element), cardinality, doc);
        let wildcard = wildcards::lower(wildcard);
        building.members.push(Member::Wildcard { field, wildcard, range });
    }

    fn part_member(&mut self, building: &mut Building, part: &Part) {
        let first = self.first(part);
        let name = part_name(self, part);
        let ty = Type::Item(self.part_type(part, &name, &building.owner.clone()));
        if self.holds_nothing(&ty) {
            return;
        }
        let place = self.place(part.span);
        let kind = match (&part.name, &part.shape) {
            (Some(name), _) if matches!(part.key, PartKey::Head(_)) => {
                format!("Element `{name}` or one that may stand for it")
            }
            (_, Shape::Choice(_)) => "Choice".to_owned(),
            (_, Shape::Sequence(_) | Shape::All(_)) => "Group".to_owned(),
        };
        let occurrence = super::docs::occurrence(part.range);
        let doc =
            Doc::foreign(&part.documentation).then(&format!("{kind}, {occurrence}, {place}."));
        let cardinality = Cardinality::of(part.range.min, part.range.max);
        let field = building.field(&name, ty, cardinality, doc);
        let is_empty = is_emptiable(&Node::Part(part.clone()));
        let range = if is_empty { Range { min: 0, ..part.range } } else { part.range };
        building.members.push(Member::Part { field, first, range });
    }

    /// What a part can begin with.
    pub(super) fn first(&self, part: &Part) -> First {
        let mut first = First::default();
        self.collect_first(&part.shape, &mut first);
        first
    }

    /// What one of several nodes can begin with.
    pub(super) fn first_of(&self, nodes: &[Node]) -> First {
        let mut first = First::default();
        self.collect_first(&Shape::Choice(nodes.to_vec()), &mut first);
        first
    }

    fn collect_first(&self, shape: &Shape, first: &mut First) {
        let (nodes, stops) = match shape {
            Shape::Sequence(nodes) => (nodes, true),
            Shape::All(nodes) | Shape::Choice(nodes) => (nodes, false),
        };
        for node in nodes {
            match node {
                Node::Element(id, ..) => {
                    let wire = self.modules.wire(&self.model.elements[*id].name);
                    if !first.elements.contains(&wire) {
                        first.elements.push(wire);
                    }
                }
                Node::Part(part) => self.collect_first(&part.shape, first),
                Node::Wildcard(wildcard, _) => {
                    let wildcard = wildcards::lower(wildcard);
                    if !first.wildcards.contains(&wildcard) {
                        first.wildcards.push(wildcard);
                    }
                }
            }
            if stops && !is_emptiable(node) {
                break;
            }
        }
    }
}

/// The name of a part: its definition's, or what it holds.
pub(super) fn part_name(lowering: &Lowering<'_>, part: &Part) -> String {
    if let Some(name) = &part.name {
        return name.local.to_string();
    }
    let (nodes, joint, many) = match &part.shape {
        Shape::Choice(nodes) => (nodes, "_or_", "choice"),
        Shape::Sequence(nodes) | Shape::All(nodes) => (nodes, "_and_", "group"),
    };
    let names: Vec<String> = nodes.iter().map(|node| node_name(lowering, node)).collect();
    let joined = names.join(joint);
    if nodes.len() <= MOST_JOINED && joined.len() <= LONGEST_JOINED {
        return joined;
    }
    match (&part.shape, names.first()) {
        (Shape::Sequence(_) | Shape::All(_), Some(first)) => format!("{first}_{many}"),
        _ => many.to_owned(),
    }
}

/// The most members whose names make the name of a part.
const MOST_JOINED: usize = 3;
/// The longest name that they may make.
const LONGEST_JOINED: usize = 40;

/// The name of a node within the name of the part that holds it.
pub(super) fn node_name(lowering: &Lowering<'_>, node: &Node) -> String {
    match node {
        Node::Element(id, ..) => lowering.model.elements[*id].name.local.to_string(),
        Node::Wildcard(..) => "any".to_owned(),
        Node::Part(part) => match (&part.name, &part.shape) {
            (Some(name), _) => name.local.to_string(),
            (None, Shape::Choice(_)) => "choice".to_owned(),
            (None, Shape::Sequence(nodes) | Shape::All(nodes)) => {
                let first = nodes.first().map(|node| node_name(lowering, node));
                format!("{}_group", first.unwrap_or_default())
            }
        },
    }
}
