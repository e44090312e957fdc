//! Which component refers to which, both ways.

use std::collections::{BTreeMap, BTreeSet};

use super::{Gathering, named_types};
use crate::model::id::Id;
use crate::model::wsdl::{Body, BoundMessage, PartContent};
use crate::model::xsd::{
    self, ComplexType, ContentType, Particle, SimpleTypeRef, Term, Type, Variety,
};
use crate::site::{Mention, Target};

/// References between components.
#[derive(Default)]
pub(super) struct Uses {
    /// What each component refers to.
    of: BTreeMap<Target, BTreeSet<Target>>,
    /// What refers to each component.
    by: BTreeMap<Target, BTreeSet<Target>>,
    /// The types derived from each type, and the elements that may stand for each, directly.
    below: BTreeMap<Target, Vec<Target>>,
}

impl Uses {
    /// Finds all references.
    pub(super) fn new(gathering: &Gathering<'_>) -> Self {
        let mut uses = Self::default();
        for (index, bound) in gathering.operations.iter().enumerate() {
            let mut found = Found::new(gathering);
            let operation = bound.operation;
            std::iter::once(&operation.input).chain(&operation.output).for_each(|message| {
                found.message(message);
            });
            operation.faults.iter().for_each(|fault| found.part(&fault.content));
            uses.add(Target::Operation(index), found.targets);
        }
        for (id, index) in &gathering.elements {
            let mut found = Found::new(gathering);
            let element = &gathering.model.elements[*id];
            found.ty(element.ty);
            uses.add(Target::Element(*index), found.targets);
            let head = element.substitution_head.and_then(|head| gathering.elements.get(&head));
            if let Some(head) = head {
                let below = uses.below.entry(Target::Element(*head)).or_default();
                below.push(Target::Element(*index));
            }
        }
        for (index, (_, ty)) in named_types(gathering.model).enumerate() {
            let target = Target::Type(index);
            uses.add(target, gathering.own_uses(ty));
            let base = gathering.base(ty).and_then(|base| gathering.types.get(&base));
            if let Some(base) = base {
                uses.below.entry(Target::Type(*base)).or_default().push(target);
            }
        }
        uses.below.values_mut().for_each(|below| below.sort_unstable());
        uses
    }

    fn add(&mut self, from: Target, to: BTreeSet<Target>) {
        for target in &to {
            self.by.entry(*target).or_default().insert(from);
        }
        self.of.insert(from, to);
    }

    /// What a component refers to.
    pub(super) fn of(&self, gathering: &Gathering<'_>, target: Target) -> Vec<Mention> {
        let found = self.of.get(&target).into_iter().flatten();
        found.map(|target| gathering.mention(*target)).collect()
    }

    /// What refers to a component.
    pub(super) fn by(&self, gathering: &Gathering<'_>, target: Target) -> Vec<Mention> {
        let found = self.by.get(&target).into_iter().flatten();
        found.map(|target| gathering.mention(*target)).collect()
    }

    /// What is directly below a component.
    pub(super) fn below(&self, gathering: &Gathering<'_>, target: Target) -> Vec<Mention> {
        let found = self.below.get(&target).into_iter().flatten();
        found.map(|target| gathering.mention(*target)).collect()
    }
}

impl Gathering<'_> {
    fn mention(&self, target: Target) -> Mention {
        let text = match target {
            Target::Operation(index) => self.operations[index].operation.name.clone(),
            Target::Element(index) => self.element_names[index].to_owned(),
            Target::Type(index) => self.type_names[index].to_owned(),
        };
        Mention { text, target: Some(target) }
    }

    /// What a type itself refers to: not what it has from its base.
    fn own_uses(&self, ty: Type) -> BTreeSet<Target> {
        let mut found = Found::new(self);
        found.content(ty);
        let mut targets = found.targets;
        if let Some(base) = self.base(ty) {
            let mut inherited = Found::new(self);
            inherited.content(base);
            targets.retain(|target| !inherited.targets.contains(target));
            targets.extend(self.types.get(&base).map(|index| Target::Type(*index)));
        }
        targets
    }
}

/// References of one component.
struct Found<'a> {
    gathering: &'a Gathering<'a>,
    targets: BTreeSet<Target>,
    seen: BTreeSet<Id<ComplexType>>,
}

impl<'a> Found<'a> {
    fn new(gathering: &'a Gathering<'_>) -> Self {
        Self { gathering, targets: BTreeSet::new(), seen: BTreeSet::new() }
    }

    fn message(&mut self, message: &BoundMessage) {
        match &message.body {
            Body::Empty => {}
            Body::Element(id) => self.element(*id),
            Body::Parts { parts, .. } => parts.iter().for_each(|part| self.part(&part.content)),
        }
        message.headers.iter().for_each(|header| self.element(header.element));
    }

    fn part(&mut self, content: &PartContent) {
        match content {
            PartContent::Element(id) => self.element(*id),
            PartContent::Type(ty) => self.ty(*ty),
        }
    }

    fn element(&mut self, id: Id<xsd::Element>) {
        match self.gathering.elements.get(&id) {
            Some(index) => {
                self.targets.insert(Target::Element(*index));
            }
            None => self.ty(self.gathering.model.elements[id].ty),
        }
    }

    /// A type that is referred to: itself, or, for an anonymous one, what it refers to.
    fn ty(&mut self, ty: Type) {
        match self.gathering.types.get(&ty) {
            Some(index) => {
                self.targets.insert(Target::Type(*index));
            }
            None => self.content(ty),
        }
    }

    fn content(&mut self, ty: Type) {
        let model = self.gathering.model;
        match ty {
            Type::AnyType | Type::Simple(SimpleTypeRef::Builtin(_)) => {}
            Type::Simple(SimpleTypeRef::Defined(id)) => match &model.simple_types[id].variety {
                Variety::Restriction { base, .. } => self.ty(Type::Simple(*base)),
                Variety::List { item } => self.ty(Type::Simple(*item)),
                Variety::Union { members } => {
                    members.iter().for_each(|member| self.ty(Type::Simple(*member)));
                }
            },
            Type::Complex(id) if self.seen.insert(id) => {
                let complex = &model.complex_types[id];
                for attribute in &complex.attributes {
                    self.ty(Type::Simple(model.attributes[attribute.attribute].ty));
                }
                match &complex.content {
                    ContentType::Empty | ContentType::Mixed(None) => {}
                    ContentType::Simple(ty) => self.ty(Type::Simple(*ty)),
                    ContentType::ElementOnly(particle) | ContentType::Mixed(Some(particle)) => {
                        self.particle(particle);
                    }
                }
                if let Some(array) = &complex.array_item {
                    self.ty(array.ty);
                }
            }
            Type::Complex(_) => {}
        }
    }

    fn particle(&mut self, particle: &Particle) {
        match &particle.term {
            Term::Element(id) => self.element(*id),
            Term::Group(group) => group.particles.iter().for_each(|it| self.particle(it)),
            Term::GroupRef(id) => {
                let group = &self.gathering.model.groups[*id].group;
                group.particles.iter().for_each(|it| self.particle(it));
            }
            Term::Wildcard(_) => {}
        }
    }
}
