//! Particles in normal form: nested groups that mean the same as their members are dissolved.
//!
//! A sequence that occurs once is its members; `(a)?` is `a?`, `(a+)*` is `a*`; a choice of a
//! choice is one choice; a choice with a branch that may be empty is optional, and that branch is
//! not empty. What remains as a group becomes a type of its own.

use std::sync::Arc;

use super::possible::Possible;
use crate::ir::content::Range;
use crate::model::Model;
use crate::model::id::Id;
use crate::model::xsd::{CompositorKind, Element, Group, Occurs, Particle, Term, Wildcard};
use crate::source::Span;
use crate::vocabulary::QName;

/// Exactly once.
const ONCE: Range = Range { min: 1, max: Some(1) };

/// A particle in normal form.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// An element declaration.
    Element(Id<Element>, Range, Span),
    /// A wildcard.
    Wildcard(Wildcard, Range),
    /// A group that becomes a type.
    Part(Part),
}

/// A group that becomes a type.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Which group: the same for all who refer to one definition.
    pub(super) key: PartKey,
    /// The name of the model group definition, if it is one.
    pub(super) name: Option<QName>,
    /// How its members are combined.
    pub(super) shape: Shape,
    /// How often it occurs.
    pub(super) range: Range,
    /// Where it is declared.
    pub(super) span: Span,
    /// Its documentation.
    pub(super) documentation: String,
}

/// The members of a part.
#[derive(Clone, Debug)]
pub(super) enum Shape {
    /// In order.
    Sequence(Vec<Node>),
    /// In any order.
    All(Vec<Node>),
    /// One of them.
    Choice(Vec<Node>),
}

/// The identity of a part. A model group is known by its address, which only tells groups apart
/// and never orders what is generated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PartKey {
    /// A model group.
    Group(usize),
    /// The substitution group of an element.
    Head(Id<Element>),
}

/// The normal form of a particle, as members of a sequence.
pub(super) fn normalize(source: Source<'_>, particle: &Particle) -> Vec<Node> {
    let model = source.model;
    let range = range(particle.occurs);
    match &particle.term {
        Term::Element(id) => {
            let node = substitutable(source, *id, range, particle.span);
            without_impossible(vec![node], source)
        }
        Term::Wildcard(wildcard) => vec![Node::Wildcard(wildcard.clone(), range)],
        Term::Group(group) => normalize_group(source, group, None, range),
        Term::GroupRef(id) => {
            let definition = &model.groups[*id];
            normalize_group(source, &definition.group, Some(&definition.name), range)
        }
    }
}

/// The nodes without those that may be left out and that no document can have.
fn without_impossible(mut nodes: Vec<Node>, source: Source<'_>) -> Vec<Node> {
    nodes.retain(|node| range_of(node).min > 0 || source.can_have(node));
    nodes
}

/// The elements within a particle that no document can have and that may be left out; `optional`
/// where the particle itself may be.
pub(super) fn impossible(
    source: Source<'_>,
    particle: &Particle,
    optional: bool,
) -> Vec<(Id<Element>, Span)> {
    let optional = optional || particle.occurs.min == 0;
    let group = match &particle.term {
        Term::Element(id) if optional && !source.possible.stands(source.model, *id) => {
            return vec![(*id, particle.span)];
        }
        Term::Element(_) | Term::Wildcard(_) => return Vec::new(),
        Term::Group(group) => group,
        Term::GroupRef(id) => &source.model.groups[*id].group,
    };
    let optional = optional || group.compositor == CompositorKind::Choice;
    group.particles.iter().flat_map(|particle| impossible(source, particle, optional)).collect()
}

/// The first element that a particle demands and that no document can have.
pub(super) fn demanded(source: Source<'_>, particle: &Particle) -> Option<Span> {
    if particle.occurs.min == 0 {
        return None;
    }
    let group = match &particle.term {
        Term::Element(id) => {
            return (!source.possible.stands(source.model, *id)).then_some(particle.span);
        }
        Term::Wildcard(_) => return None,
        Term::Group(group) => group,
        Term::GroupRef(id) => &source.model.groups[*id].group,
    };
    group.particles.iter().find_map(|particle| demanded(source, particle))
}

/// The schema, and what of it a document can have.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) model: &'a Model,
    pub(super) possible: &'a Possible,
}

impl Source<'_> {
    /// Whether a document can have one occurrence of a node.
    fn can_have(self, node: &Node) -> bool {
        let demanded = |node: &Node| range_of(node).min == 0 || self.can_have(node);
        match node {
            Node::Element(id, ..) => self.possible.is_element(*id),
            Node::Wildcard(..) => true,
            Node::Part(part) => match &part.shape {
                Shape::Sequence(nodes) | Shape::All(nodes) => nodes.iter().all(demanded),
                Shape::Choice(nodes) => nodes.iter().any(demanded),
            },
        }
    }
}

/// An element, or the choice of those that may stand for it
/// (XSD 1.0 Part 1, section 2.2.2.2).
fn substitutable(source: Source<'_>, id: Id<Element>, range: Range, span: Span) -> Node {
    let element = &source.model.elements[id];
    let head = (!element.is_abstract).then_some(id);
    let members: Vec<Id<Element>> =
        head.into_iter().chain(element.substitutes.iter().copied()).collect();
    let members: Vec<Id<Element>> =
        members.into_iter().filter(|member| source.possible.is_element(*member)).collect();
    if let [only] = members.as_slice() {
        return Node::Element(*only, range, span);
    }
    if members.is_empty() {
        return Node::Element(id, range, span);
    }
    let branch = |member: Id<Element>| Node::Element(member, ONCE, span);
    Node::Part(Part {
        key: PartKey::Head(id),
        name: Some(element.name.clone()),
        shape: Shape::Choice(members.into_iter().map(branch).collect()),
        range,
        span,
        documentation: element.origin.documentation.clone(),
    })
}

fn normalize_group(
    source: Source<'_>,
    group: &Arc<Group>,
    name: Option<&QName>,
    range: Range,
) -> Vec<Node> {
    let part = |shape: Shape, range: Range| {
        Node::Part(Part {
            key: PartKey::Group(Arc::as_ptr(group) as usize),
            name: name.cloned(),
            shape,
            range,
            span: group.origin.span,
            documentation: group.origin.documentation.clone(),
        })
    };
    let members = |shape: fn(Vec<Node>) -> Shape| {
        let nodes: Vec<Node> =
            group.particles.iter().flat_map(|particle| normalize(source, particle)).collect();
        without_impossible(dissolve(nodes, range, |nodes| part(shape(nodes), range)), source)
    };
    match group.compositor {
        CompositorKind::Sequence => members(Shape::Sequence),
        CompositorKind::All => {
            let nodes: Vec<Node> =
                group.particles.iter().flat_map(|particle| normalize(source, particle)).collect();
            if nodes.is_empty() { nodes } else { vec![part(Shape::All(nodes), range)] }
        }
        CompositorKind::Choice => {
            let (branches, emptiable) = branches(source, group);
            let range = if emptiable { Range { min: 0, ..range } } else { range };
            match branches.len() {
                0 => Vec::new(),
                1 => dissolve(branches, range, |nodes| part(Shape::Sequence(nodes), range)),
                _ => without_impossible(vec![part(Shape::Choice(branches), range)], source),
            }
        }
    }
}

/// The members of a sequence with a range, without the sequence where that means the same.
fn dissolve(mut nodes: Vec<Node>, range: Range, part: impl FnOnce(Vec<Node>) -> Node) -> Vec<Node> {
    if nodes.is_empty() || range == ONCE {
        return nodes;
    }
    if range.max == Some(1) && nodes.iter().all(is_emptiable) {
        return nodes;
    }
    if let [node] = nodes.as_mut_slice()
        && let Some(combined) = combine(range, *range_of(node))
    {
        *range_mut(node) = combined;
        return nodes;
    }
    vec![part(nodes)]
}

/// The branches of a choice, and whether the choice may be empty.
fn branches(source: Source<'_>, group: &Arc<Group>) -> (Vec<Node>, bool) {
    let mut branches = Vec::new();
    let mut emptiable = group.particles.is_empty();
    for particle in &group.particles {
        let nodes = normalize(source, particle);
        emptiable |= nodes.iter().all(is_emptiable);
        for node in branch_of(nodes, particle, source.model) {
            branches.push(node);
        }
    }
    if branches.iter().any(|branch| source.can_have(branch)) {
        branches.retain(|branch| source.can_have(branch));
    }
    (branches, emptiable)
}

/// The branches that a particle of a choice makes: itself, those of a choice that it is, or a
/// part of its own for several members. None of them is empty.
fn branch_of(mut nodes: Vec<Node>, particle: &Particle, model: &Model) -> Vec<Node> {
    if nodes.len() > 1 {
        let (group, name) = match &particle.term {
            Term::Group(group) => (group, None),
            Term::GroupRef(id) => (&model.groups[*id].group, Some(&model.groups[*id].name)),
            Term::Element(_) | Term::Wildcard(_) => return nodes,
        };
        return vec![Node::Part(Part {
            key: PartKey::Group(Arc::as_ptr(group) as usize),
            name: name.cloned(),
            shape: Shape::Sequence(nodes),
            range: ONCE,
            span: group.origin.span,
            documentation: group.origin.documentation.clone(),
        })];
    }
    if let [Node::Part(Part { shape: Shape::Choice(_), range, name: None, .. })] = nodes.as_slice()
        && range.max == Some(1)
        && let Some(Node::Part(Part { shape: Shape::Choice(inner), .. })) = nodes.pop()
    {
        return inner;
    }
    for node in &mut nodes {
        let range = range_mut(node);
        range.min = range.min.max(1);
    }
    nodes
}

/// Whether a node can match nothing.
pub(super) fn is_emptiable(node: &Node) -> bool {
    if range_of(node).min == 0 {
        return true;
    }
    match node {
        Node::Element(..) | Node::Wildcard(..) => false,
        Node::Part(part) => match &part.shape {
            Shape::Sequence(nodes) | Shape::All(nodes) => nodes.iter().all(is_emptiable),
            Shape::Choice(nodes) => nodes.iter().any(is_emptiable),
        },
    }
}

fn range_of(node: &Node) -> &Range {
    match node {
        Node::Element(_, range, _) | Node::Wildcard(_, range) => range,
        Node::Part(part) => &part.range,
    }
}

fn range_mut(node: &mut Node) -> &mut Range {
    match node {
        Node::Element(_, range, _) | Node::Wildcard(_, range) => range,
        Node::Part(part) => &mut part.range,
    }
}

/// `(x inner) outer` as one range, where the possible numbers have no gap.
fn combine(outer: Range, inner: Range) -> Option<Range> {
    if inner == ONCE {
        return Some(outer);
    }
    if inner.min > 1 {
        return None;
    }
    let max = match (outer.max, inner.max) {
        (Some(outer), Some(inner)) => outer.checked_mul(inner),
        _ => None,
    };
    Some(Range { min: outer.min * inner.min, max })
}

/// An occurrence range in 32 bits; a bound beyond is no bound.
fn range(occurs: Occurs) -> Range {
    Range {
        min: u32::try_from(occurs.min).unwrap_or(u32::MAX - 1),
        max: occurs.max.and_then(|max| u32::try_from(max).ok()).filter(|max| *max != u32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::{Range, combine};

    #[test]
    fn nested_ranges_combine_where_no_number_is_left_out() {
        let range = |min, max| Range { min, max };
        let rows = [
            (range(0, Some(1)), range(1, Some(1)), Some(range(0, Some(1)))),
            (range(0, None), range(0, Some(1)), Some(range(0, None))),
            (range(0, None), range(1, None), Some(range(0, None))),
            (range(2, Some(3)), range(1, Some(2)), Some(range(2, Some(6)))),
            (range(0, None), range(2, Some(2)), None),
        ];
        for (outer, inner, expected) in rows {
            assert_eq!(combine(outer, inner), expected, "{inner:?} in {outer:?}");
        }
    }
}
