//! Particles without those that are pointless, as `cos-particle-restrict` compares them.

use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::xsd::{Element, Particle, Term, Wildcard};
use crate::source::Span;
use crate::syntax::xsd::{CompositorKind, Occurs};

/// A particle.
#[derive(Clone)]
pub(super) struct Node<'m> {
    pub(super) occurs: Occurs,
    pub(super) term: NodeTerm<'m>,
    pub(super) span: Span,
}

/// Its term; references to groups are expanded.
#[derive(Clone)]
pub(super) enum NodeTerm<'m> {
    Element(Id<Element>),
    Wildcard(&'m Wildcard),
    Group(CompositorKind, Vec<Node<'m>>),
}

/// Exactly once.
pub(super) const ONCE: Occurs = Occurs { min: 1, max: Some(1) };

impl Resolver<'_, '_> {
    /// The particle without pointless groups; an element that others can replace is a choice of
    /// all of them.
    pub(super) fn tree<'m>(&'m self, particle: &'m Particle) -> Node<'m> {
        let (occurs, span) = (particle.occurs, particle.span);
        let group = match &particle.term {
            Term::Wildcard(wildcard) => {
                return Node { occurs, term: NodeTerm::Wildcard(wildcard), span };
            }
            Term::Element(id) => return self.element_tree(*id, occurs, span),
            Term::Group(group) => group,
            Term::GroupRef(id) => &self.model.groups[*id].group,
        };
        let kind = group.compositor;
        let mut members = Vec::with_capacity(group.particles.len());
        for particle in &group.particles {
            match self.tree(particle) {
                Node { term: NodeTerm::Group(inner, nodes), occurs: ONCE, .. }
                    if inner == kind && kind != CompositorKind::All =>
                {
                    members.extend(nodes);
                }
                Node { term: NodeTerm::Group(inner, nodes), occurs, .. }
                    if nodes.is_empty() && (inner != CompositorKind::Choice || occurs.min == 0) => {
                }
                node => members.push(node),
            }
        }
        if occurs == ONCE
            && let [_] = members.as_slice()
            && let Some(only) = members.pop()
        {
            return only;
        }
        Node { occurs, term: NodeTerm::Group(kind, members), span }
    }

    fn element_tree(&self, id: Id<Element>, occurs: Occurs, span: Span) -> Node<'_> {
        let once = |id| Node { occurs: ONCE, term: NodeTerm::Element(id), span };
        let substitutes = &self.model.elements[id].substitutes;
        if substitutes.is_empty() {
            return Node { occurs, ..once(id) };
        }
        // Both sides list members in one order, for choices are compared in order.
        let mut members: Vec<_> = [id].into_iter().chain(substitutes.iter().copied()).collect();
        members.sort_unstable();
        let members = members.into_iter().map(once).collect();
        Node { occurs, term: NodeTerm::Group(CompositorKind::Choice, members), span }
    }
}

impl Node<'_> {
    /// How many elements it matches at least and at most (`cos-seq-range`, `cos-choice-range`).
    pub(super) fn total_range(&self) -> Occurs {
        let NodeTerm::Group(kind, members) = &self.term else { return self.occurs };
        let ranges = members.iter().map(Node::total_range);
        let inner = match kind {
            CompositorKind::Choice => ranges.reduce(|left, right| Occurs {
                min: left.min.min(right.min),
                max: left.max.zip(right.max).map(|(left, right)| left.max(right)),
            }),
            CompositorKind::Sequence | CompositorKind::All => ranges.reduce(|left, right| Occurs {
                min: left.min.saturating_add(right.min),
                max: left.max.zip(right.max).map(|(left, right)| left.saturating_add(right)),
            }),
        };
        let inner = inner.unwrap_or(Occurs { min: 0, max: Some(0) });
        times(inner, self.occurs)
    }

    /// Whether it matches nothing at all.
    pub(super) fn is_emptiable(&self) -> bool {
        self.total_range().min == 0
    }
}

/// What occurs `inner` times, `outer` times.
pub(super) fn times(inner: Occurs, outer: Occurs) -> Occurs {
    let max = match (inner.max, outer.max) {
        (Some(0), _) | (_, Some(0)) => Some(0),
        (Some(inner), Some(outer)) => Some(inner.saturating_mul(outer)),
        (None, _) | (_, None) => None,
    };
    Occurs { min: inner.min.saturating_mul(outer.min), max }
}
