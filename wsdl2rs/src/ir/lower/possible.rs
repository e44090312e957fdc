//! What a document can have: a type that is abstract and has no derived type, or that contains
//! itself without end, is the type of no element; an element whose type is such, or that is
//! abstract and that none substitutes, stands nowhere.
//!
//! What cannot be has no Rust form, and costs nothing where it may be left out.

use crate::model::Model;
use crate::model::id::Id;
use crate::model::xsd::{
    ComplexType, CompositorKind, ContentType, Element, Group, Method, Particle, Term, Type,
};

/// The types and elements that a document can have.
pub(super) struct Possible {
    types: Vec<bool>,
    elements: Vec<bool>,
}

impl Possible {
    /// Finds them: the least set that supports itself. Passes go to and fro, so that chains of
    /// types take few of them whichever way they are declared.
    pub(super) fn find(model: &Model) -> Self {
        let types: Vec<Id<ComplexType>> = model.complex_types.iter().map(|(id, _)| id).collect();
        let elements: Vec<Id<Element>> = model.elements.iter().map(|(id, _)| id).collect();
        let mut possible =
            Self { types: vec![false; types.len()], elements: vec![false; elements.len()] };
        let mut forward = true;
        loop {
            let mut changed = false;
            for step in 0..types.len().max(elements.len()) {
                let at =
                    |length: usize| if forward { Some(step) } else { length.checked_sub(step + 1) };
                if let Some(id) = at(elements.len()).and_then(|at| elements.get(at)) {
                    changed |= possible.settle_element(model, *id);
                }
                if let Some(id) = at(types.len()).and_then(|at| types.get(at)) {
                    changed |= possible.settle_type(model, *id);
                }
            }
            if !changed {
                return possible;
            }
            forward = !forward;
        }
    }

    fn settle_element(&mut self, model: &Model, id: Id<Element>) -> bool {
        if self.elements[id.index()] {
            return false;
        }
        let element = &model.elements[id];
        let can = !element.is_abstract && (element.nillable || self.has_content(model, element));
        self.elements[id.index()] = can;
        can
    }

    fn settle_type(&mut self, model: &Model, id: Id<ComplexType>) -> bool {
        if self.types[id.index()] {
            return false;
        }
        let can = match &model.complex_types[id].content {
            ContentType::Empty | ContentType::Simple(_) | ContentType::Mixed(None) => true,
            ContentType::ElementOnly(particle) | ContentType::Mixed(Some(particle)) => {
                self.particle(model, particle)
            }
        };
        self.types[id.index()] = can;
        can
    }

    fn particle(&self, model: &Model, particle: &Particle) -> bool {
        particle.occurs.min == 0
            || match &particle.term {
                Term::Element(id) => self.stands(model, *id),
                Term::Wildcard(_) => true,
                Term::Group(group) => self.group(model, group),
                Term::GroupRef(id) => self.group(model, &model.groups[*id].group),
            }
    }

    fn group(&self, model: &Model, group: &Group) -> bool {
        let mut particles = group.particles.iter();
        match group.compositor {
            CompositorKind::Sequence | CompositorKind::All => {
                particles.all(|particle| self.particle(model, particle))
            }
            CompositorKind::Choice => {
                group.particles.is_empty()
                    || particles.any(|particle| self.particle(model, particle))
            }
        }
    }

    /// Whether an element can have content, of its type or of one derived from it.
    pub(super) fn has_content(&self, model: &Model, element: &Element) -> bool {
        let Type::Complex(id) = element.ty else { return true };
        let own = self.types[id.index()] && !model.complex_types[id].is_abstract;
        own || self.derived(model, element, id).next().is_some()
    }

    /// Whether the type can be that of an element, were it not abstract.
    pub(super) fn is_type(&self, id: Id<ComplexType>) -> bool {
        self.types[id.index()]
    }

    /// Whether the element itself can stand where it is declared or referred to.
    pub(super) fn is_element(&self, id: Id<Element>) -> bool {
        self.elements[id.index()]
    }

    /// Whether the element, or one that substitutes it, can stand.
    pub(super) fn stands(&self, model: &Model, id: Id<Element>) -> bool {
        self.is_element(id)
            || model.elements[id].substitutes.iter().any(|member| self.is_element(*member))
    }

    /// The types derived from the declared one that an element takes: its `block` keeps out those
    /// with a blocked step on their way (XSD 1.0 Part 1, section 3.3.4, `cvc-elt.4.3`).
    pub(super) fn derived<'a>(
        &'a self,
        model: &'a Model,
        element: &'a Element,
        id: Id<ComplexType>,
    ) -> impl Iterator<Item = Id<ComplexType>> + 'a {
        let types = &model.complex_types;
        let is_blocked = |method: Method| match method {
            Method::Extension => element.block.extension,
            Method::Restriction => element.block.restriction,
        };
        let stands_here = move |derived: &Id<ComplexType>| {
            let mut step = *derived;
            while step != id {
                let ty = &types[step];
                match ty.base {
                    Type::Complex(base) if !is_blocked(ty.method) => step = base,
                    Type::Complex(_) | Type::AnyType | Type::Simple(_) => return false,
                }
            }
            self.is_type(*derived)
        };
        types[id].derived.iter().copied().filter(stands_here)
    }
}
