//! Model group definitions (XSD 1.0 Part 1, sections 3.7.2 and 3.8.6): their content, and the
//! circles that they must not make.

use std::sync::Arc;

use super::drafts::GroupDraft;
use super::origin;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::limits::NESTING;
use crate::model::resolve::order::dependencies_first;
use crate::model::resolve::references::Scope;
use crate::model::xsd::{Group, GroupDefinition, Particle, Term};
use crate::syntax::xsd::{self as syntax, CompositorKind};

impl<'a> Resolver<'a, '_> {
    /// Resolves the particles of a group. A definition without compositor is left empty.
    pub(super) fn define_group(
        &mut self,
        id: Id<GroupDefinition>,
        group: &'a syntax::Group,
        scope: Scope<'a>,
    ) {
        if let Some(compositor) = &group.compositor {
            let particles = self.particles(&compositor.particles, scope);
            self.model.groups[id].group = Arc::new(Group {
                compositor: compositor.kind,
                particles,
                origin: origin(&compositor.common),
            });
        }
    }

    /// Cuts circles of references between groups (`mg-props-correct`, clause 2) and chains that
    /// are too long.
    pub(super) fn settle_groups(&mut self) {
        let references: Vec<Vec<Id<GroupDefinition>>> =
            self.model.groups.iter().map(|(_, group)| group_references(&group.group)).collect();
        let edges: Vec<Vec<usize>> = references
            .iter()
            .map(|groups| groups.iter().map(|group| group.index()).collect())
            .collect();
        let ids: Vec<Id<GroupDefinition>> = self.model.groups.iter().map(|(id, _)| id).collect();
        let order = dependencies_first(&edges);
        for (from, to) in &order.circular {
            let (from, to) = (&self.model.groups[ids[*from]], &self.model.groups[ids[*to]]);
            let message = format!("the group `{}` contains itself", to.name);
            let finding = Diagnostic::new(Code::CircularGroup, from.origin.span, message);
            let finding = finding.label(to.origin.span, "the group that is reached again");
            let finding = finding.component(&to.name);
            self.report(finding);
        }
        for (from, _) in order.circular {
            self.empty_group(ids[from]);
        }
        self.groups = vec![GroupDraft::default(); edges.len()];
        for node in order.nodes {
            let size = self.group_size(&self.model.groups[ids[node]].group);
            if size.nesting > NESTING {
                let group = &self.model.groups[ids[node]];
                let message =
                    format!("compositors of `{}` are nested more than {NESTING} deep", group.name);
                self.find(Code::NestingLimit, group.origin.span, message);
                self.empty_group(ids[node]);
            }
            let group = &self.model.groups[ids[node]].group;
            let is_emptiable = self.is_group_emptiable(group);
            self.groups[node] = GroupDraft { is_emptiable, size: self.group_size(group) };
        }
    }

    /// Whether the particle matches nothing at all (`cos-group-emptiable`).
    pub(in crate::model::resolve) fn is_emptiable(&self, particle: &Particle) -> bool {
        particle.occurs.min == 0
            || match &particle.term {
                Term::Group(group) => self.is_group_emptiable(group),
                Term::GroupRef(id) => self.groups[id.index()].is_emptiable,
                Term::Element(_) | Term::Wildcard(_) => false,
            }
    }

    fn is_group_emptiable(&self, group: &Group) -> bool {
        let mut particles = group.particles.iter();
        match group.compositor {
            CompositorKind::Sequence | CompositorKind::All => {
                particles.all(|particle| self.is_emptiable(particle))
            }
            CompositorKind::Choice => particles.any(|particle| self.is_emptiable(particle)),
        }
    }

    fn empty_group(&mut self, id: Id<GroupDefinition>) {
        let group = &mut self.model.groups[id];
        group.group = Arc::new(Group {
            compositor: CompositorKind::Sequence,
            particles: Vec::new(),
            origin: group.origin.clone(),
        });
    }
}

/// The groups that a group refers to, not through the type of an element.
fn group_references(group: &Group) -> Vec<Id<GroupDefinition>> {
    let mut found = Vec::new();
    let mut open = vec![group];
    while let Some(group) = open.pop() {
        for particle in &group.particles {
            match &particle.term {
                Term::GroupRef(id) => found.push(*id),
                Term::Group(inner) => open.push(inner),
                Term::Element(_) | Term::Wildcard(_) => {}
            }
        }
    }
    found
}
