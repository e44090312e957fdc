//! `cos-nonambig`, Unique Particle Attribution (XSD 1.0 Part 1, sections 3.8.6 and appendix H): the
//! next element of a message decides alone which particle it belongs to.
//!
//! A content model is read like a regular expression: for each part, which particles can come first
//! in it, and which can follow it where it could also have ended. Two parts that meet must not
//! share a name there. Published schemas break the rule, so a breach is a warning.

use std::collections::{BTreeMap, BTreeSet};

use super::particle;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::xsd::{Element, Group, Particle, Term, Wildcard};
use crate::source::Span;
use crate::syntax::xsd::{CompositorKind, Occurs};
use crate::vocabulary::{Namespace, QName};

/// A particle of one content model, numbered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Position {
    index: u32,
    span: Span,
}

/// What two particles both match.
struct Conflict {
    first: Span,
    second: Span,
    what: String,
}

/// Particles by what they match.
#[derive(Clone, Default)]
struct Set<'m> {
    /// By name; a second particle of the name is kept, more make no difference.
    names: BTreeMap<&'m QName, (Position, Option<Position>)>,
    wildcards: Vec<(&'m Wildcard, Position)>,
}

/// A part of a content model.
struct Part<'m> {
    is_emptiable: bool,
    first: Set<'m>,
    /// What can follow an end of the part and still belongs to it.
    follow: Set<'m>,
}

impl Resolver<'_, '_> {
    /// Checks the content of all complex types.
    pub(super) fn check_ambiguity(&mut self) {
        let mut reported = BTreeSet::new();
        let mut findings = Vec::new();
        for (_, ty) in self.model.complex_types.iter() {
            let Some(root) = particle(&ty.content) else { continue };
            let mut walk = Walk { resolver: self, positions: 0 };
            if let Err(conflict) = walk.part(root)
                && reported.insert((conflict.first, conflict.second))
            {
                let message = format!("{} can belong to two particles", conflict.what);
                let finding = Diagnostic::new(Code::Ambiguity, conflict.second, message);
                findings.push(finding.label(conflict.first, "the other particle"));
            }
        }
        for finding in findings {
            self.report(finding);
        }
    }
}

struct Walk<'m, 'a, 'd> {
    resolver: &'m Resolver<'a, 'd>,
    positions: u32,
}

impl<'m> Walk<'m, '_, '_> {
    fn part(&mut self, particle: &'m Particle) -> Result<Part<'m>, Conflict> {
        let once = match &particle.term {
            Term::Element(id) => self.element(*id, particle.span),
            Term::Wildcard(wildcard) => {
                let first = Set {
                    wildcards: vec![(wildcard, self.position(particle.span))],
                    ..Set::default()
                };
                Part { is_emptiable: false, first, follow: Set::default() }
            }
            Term::Group(group) => self.group(group)?,
            Term::GroupRef(id) => self.group(&self.resolver.model.groups[*id].group)?,
        };
        repeated(once, particle.occurs)
    }

    fn position(&mut self, span: Span) -> Position {
        self.positions += 1;
        Position { index: self.positions, span }
    }

    /// An element and those that can replace it.
    fn element(&mut self, id: Id<Element>, span: Span) -> Part<'m> {
        let position = self.position(span);
        let element = &self.resolver.model.elements[id];
        let substitutes = element.substitutes.iter().map(|id| &self.resolver.model.elements[*id]);
        let names = substitutes.map(|element| &element.name).chain([&element.name]);
        let first =
            Set { names: names.map(|name| (name, (position, None))).collect(), ..Set::default() };
        Part { is_emptiable: false, first, follow: Set::default() }
    }

    fn group(&mut self, group: &'m Group) -> Result<Part<'m>, Conflict> {
        let is_choice = group.compositor == CompositorKind::Choice;
        let mut all =
            Part { is_emptiable: !is_choice, first: Set::default(), follow: Set::default() };
        for particle in &group.particles {
            let next = self.part(particle)?;
            match group.compositor {
                CompositorKind::Sequence => all = sequence(all, next)?,
                CompositorKind::Choice => {
                    all.first.check(&next.first)?;
                    all.is_emptiable |= next.is_emptiable;
                    all.first.merge(next.first);
                    all.follow.merge(next.follow);
                }
                CompositorKind::All => {
                    all.first.check(&next.first)?;
                    all.is_emptiable &= next.is_emptiable;
                    all.first.merge(next.first);
                    all.follow.merge(next.follow);
                }
            }
        }
        if group.compositor == CompositorKind::All {
            all.follow.merge(all.first.clone());
        }
        Ok(all)
    }
}

fn sequence<'m>(mut left: Part<'m>, right: Part<'m>) -> Result<Part<'m>, Conflict> {
    left.follow.check(&right.first)?;
    if left.is_emptiable {
        left.first.check(&right.first)?;
        left.first.merge(right.first.clone());
    }
    if right.is_emptiable {
        left.follow.merge(right.first);
        left.follow.merge(right.follow);
    } else {
        left.follow = right.follow;
    }
    left.is_emptiable &= right.is_emptiable;
    Ok(left)
}

/// The part as often as the particle says. A number that is both least and greatest ends at one
/// place; any other number above one can end and go on at the same place.
fn repeated(mut part: Part<'_>, occurs: Occurs) -> Result<Part<'_>, Conflict> {
    let repeats = occurs.max.is_none_or(|max| max > 1);
    if repeats {
        part.follow.check(&part.first)?;
        let ends_at_one_place = Some(occurs.min) == occurs.max && !part.is_emptiable;
        if !ends_at_one_place {
            part.follow.merge(part.first.clone());
        }
    }
    part.is_emptiable |= occurs.min == 0;
    Ok(part)
}

impl<'m> Set<'m> {
    /// That no name belongs to a particle here and to another one there.
    fn check(&self, other: &Self) -> Result<(), Conflict> {
        let (few, many) =
            if self.names.len() < other.names.len() { (self, other) } else { (other, self) };
        for (name, positions) in &few.names {
            if let Some(others) = many.names.get(name)
                && let Some((left, right)) = two_of(*positions, *others)
            {
                return Err(conflict(left, right, format!("the element `{name}`")));
            }
        }
        self.check_wildcards(other)?;
        other.check_wildcards(self)
    }

    /// That no wildcard here matches what a particle there matches.
    fn check_wildcards(&self, other: &Self) -> Result<(), Conflict> {
        for (wildcard, position) in &self.wildcards {
            let allows = |namespace: &Namespace| wildcard.namespaces.allows(namespace);
            for (name, (found, _)) in &other.names {
                if allows(&name.namespace) {
                    return Err(conflict(*position, *found, format!("the element `{name}`")));
                }
            }
            for (second, found) in &other.wildcards {
                if found.index != position.index && wildcard.namespaces.overlaps(&second.namespaces)
                {
                    let what = "an element that two wildcards allow".to_owned();
                    return Err(conflict(*position, *found, what));
                }
            }
        }
        Ok(())
    }

    /// Adds the particles of another set, the fewer to the more.
    fn merge(&mut self, mut other: Self) {
        if self.names.len() < other.names.len() {
            std::mem::swap(&mut self.names, &mut other.names);
        }
        for (name, positions) in other.names {
            let merged = self.names.entry(name).or_insert(positions);
            if merged.1.is_none() {
                merged.1 = two_of(*merged, positions).map(|(_, second)| second);
            }
        }
        self.wildcards.extend(other.wildcards);
    }
}

/// Two different particles, one of each.
fn two_of(
    left: (Position, Option<Position>),
    right: (Position, Option<Position>),
) -> Option<(Position, Position)> {
    [Some(left.0), left.1].into_iter().flatten().find_map(|left| {
        let mut others = [Some(right.0), right.1].into_iter().flatten();
        others.find(|right| right.index != left.index).map(|right| (left, right))
    })
}

fn conflict(left: Position, right: Position, what: String) -> Conflict {
    let (first, second) = (left.span.min(right.span), left.span.max(right.span));
    Conflict { first, second, what }
}
