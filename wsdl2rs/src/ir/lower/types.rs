//! Complex types → structs.

use super::building::{Building, Owner};
use super::reach::Subject;
use super::{Lowering, encoding, included, particles};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::content::Combination;
use crate::ir::doc::Doc;
use crate::ir::item::{Item, ItemKind};
use crate::ir::ty::TypeId;
use crate::model::id::Id;
use crate::model::xsd::{self, ComplexType, ContentType};
use crate::source::Span;

/// Lowers all named types and all global elements' own types, bases before what derives from
/// them, so that what a derived type takes over is named after the base.
pub(super) fn lower_all(lowering: &mut Lowering<'_>) {
    let model = lowering.model;
    for (id, ty) in model.complex_types.iter() {
        if let Some(name) = &ty.name
            && !lowering.credentials.hides(id)
            && !encoding::is_standard(name)
        {
            lowering.enter(Subject::Complex(id));
            if !lowering.possible.is_type(id) {
                lowering.no_document(id);
                continue;
            }
            let (ident, module) = lowering.type_name(name, &[&name.local], ty.origin.span);
            let reserved = lowering.reserve(ident, module);
            lowering.complex.insert(id, reserved);
        }
    }
    lowering.leave(Subject::Apart);
    for (id, ty) in model.simple_types.iter() {
        if ty.name.as_ref().is_some_and(|name| !encoding::is_standard(name)) {
            lowering.lower_simple(id, None);
        }
    }
    for (_, element) in model.elements.iter().filter(|(_, element)| element.is_global) {
        if let xsd::Type::Complex(id) = element.ty
            && model.complex_types[id].name.is_none()
            && !lowering.complex.contains_key(&id)
            && lowering.possible.is_type(id)
        {
            lowering.enter(Subject::Complex(id));
            let local = &element.name.local;
            let own = format!("{local}Element");
            let (ident, module) =
                lowering.type_name(&element.name, &[local, &own], element.origin.span);
            let reserved = lowering.reserve(ident, module);
            lowering.complex.insert(id, reserved);
        }
    }
    lowering.leave(Subject::Apart);
    let mut order: Vec<(usize, TypeId, Id<ComplexType>)> = lowering
        .complex
        .iter()
        .map(|(id, reserved)| (depth(lowering, *id), *reserved, *id))
        .collect();
    order.sort();
    for (_, reserved, id) in order {
        lowering.lower_complex(id, reserved);
    }
}

/// The particle of a content type that has one.
fn element_particle(content: &ContentType) -> Option<&xsd::Particle> {
    match content {
        ContentType::ElementOnly(particle) | ContentType::Mixed(Some(particle)) => Some(particle),
        ContentType::Empty | ContentType::Simple(_) | ContentType::Mixed(None) => None,
    }
}

/// The number of derivation steps from anyType.
fn depth(lowering: &Lowering<'_>, id: Id<ComplexType>) -> usize {
    let mut depth = 0;
    let mut base = lowering.model.complex_types[id].base;
    while let xsd::Type::Complex(id) = base {
        depth += 1;
        base = lowering.model.complex_types[id].base;
    }
    depth
}

impl Lowering<'_> {
    /// The generated type of a complex type; an anonymous one is named after its owner.
    pub(super) fn complex_type(&mut self, id: Id<ComplexType>, owner: &Owner) -> TypeId {
        self.uses(Subject::Complex(id));
        if let Some(known) = self.complex.get(&id) {
            return *known;
        }
        let ty = &self.model.complex_types[id];
        let local =
            ty.anonymous_of.map_or("Type", |element| &self.model.elements[element].name.local);
        let suggestion = format!("{}_{local}", owner.ident.bare());
        let before = self.enter(Subject::Complex(id));
        let ident = self.nested_name(owner.module, &[&suggestion], ty.origin.span);
        let reserved = self.reserve_nested(ident, owner);
        self.leave(before);
        self.complex.insert(id, reserved);
        self.lower_complex(id, reserved);
        reserved
    }

    fn lower_complex(&mut self, id: Id<ComplexType>, reserved: TypeId) {
        let model = self.model;
        let ty = &model.complex_types[id];
        let (ident, module) = self.name_of(reserved);
        let owner = Owner { ident: ident.clone(), module, id: Some(reserved) };
        if encoding::is_array(model, id) {
            let before = self.enter(Subject::Item(reserved));
            self.array_type(id, &owner, reserved);
            return self.leave(before);
        }
        let mut building = Building::new(owner, false);
        let before = self.enter(Subject::Item(reserved));
        self.note_impossible(&ty.content);
        match &ty.content {
            ContentType::Empty => {}
            ContentType::Simple(simple) => self.text(&mut building, *simple, id),
            ContentType::ElementOnly(particle) if included::is_part(model, particle) => {
                self.included(&mut building, id);
            }
            ContentType::ElementOnly(particle) => {
                let nodes = particles::normalize(self.source(), particle);
                self.members(&mut building, nodes);
            }
            ContentType::Mixed(particle) => {
                let nodes =
                    particle.as_ref().map(|particle| particles::normalize(self.source(), particle));
                self.mixed(&mut building, &nodes.unwrap_or_default(), ty.origin.span);
            }
        }
        self.attributes(&mut building, ty);
        let doc = self.complex_doc(ty);
        let name = ty.name.as_ref().map(ToString::to_string);
        let mut structure = building.finish();
        structure.type_name = ty.name.as_ref().map(|name| {
            let wire = self.modules.wire(name);
            (wire.number, wire.local)
        });
        let kind = ItemKind::Struct(structure);
        self.leave(before);
        self.complete(reserved, Item::new(ident, module, doc, name, kind));
    }

    /// The documentation of a complex type.
    pub(super) fn complex_doc(&self, ty: &ComplexType) -> Doc {
        let kind = match &ty.name {
            Some(_) => "Complex type",
            None => "Type of its own",
        };
        let named = ty.name.as_ref();
        match (named, ty.anonymous_of) {
            (None, Some(element)) => {
                let element = &self.model.elements[element];
                let origin =
                    if ty.origin.documentation.is_empty() { &element.origin } else { &ty.origin };
                self.component_doc(origin, "Content of element", Some(&element.name))
            }
            _ => self.component_doc(&ty.origin, kind, named),
        }
    }

    /// Tells of a type that no document can have.
    fn no_document(&mut self, id: Id<ComplexType>) {
        let ty = &self.model.complex_types[id];
        let message = "no document can have this type; it has no Rust form".to_owned();
        let mut finding = Diagnostic::new(Code::ImpossibleType, ty.origin.span, message)
            .because("it demands what nothing can be, or another value of itself without end");
        if let Some(span) = element_particle(&ty.content)
            .and_then(|particle| particles::demanded(self.source(), particle))
        {
            finding = finding.label(span, "nothing can stand here");
        }
        self.diagnostics.report(match &ty.name {
            Some(name) => finding.component(name),
            None => finding,
        });
    }

    /// Tells of the elements that no document can have, and that have no Rust form therefore.
    fn note_impossible(&mut self, content: &ContentType) {
        let Some(particle) = element_particle(content) else { return };
        for (id, span) in particles::impossible(self.source(), particle, false) {
            self.nothing_stands(id, span);
        }
    }

    /// Tells of an element that no document can have where it may be left out.
    pub(super) fn nothing_stands(&mut self, id: Id<xsd::Element>, span: Span) {
        let name = &self.model.elements[id].name;
        let message = format!("no document can have `{name}`; it has no Rust form");
        let finding = Diagnostic::new(Code::NothingStands, span, message)
            .because("it is abstract, or its type is, and nothing stands in for it")
            .component(name);
        self.diagnostics.report(finding);
    }

    /// The text of simple content: a field of its own.
    fn text(&mut self, building: &mut Building, simple: xsd::SimpleTypeRef, id: Id<ComplexType>) {
        let origin = &self.model.complex_types[id].origin;
        let ty = self.simple_type(simple, &building.owner.clone());
        let place = self.place(origin.span);
        let doc = crate::ir::doc::Doc::own(&format!("The text, {place}."));
        let field = building.field("value", ty, crate::ir::ty::Cardinality::One, doc);
        building.combination = Combination::Text(field);
    }

    /// The attributes that a nil element of a type keeps: a struct of them, if it has any.
    pub(super) fn nil_type(&mut self, ty: xsd::Type, owner: &Owner) -> Option<TypeId> {
        let xsd::Type::Complex(id) = ty else { return None };
        if self.standard_type(id).is_some() || encoding::is_array(self.model, id) {
            return None;
        }
        if let Some(known) = self.nil.get(&id).copied() {
            self.uses(Subject::Item(known));
            return Some(known);
        }
        let model = self.model;
        let complex = &model.complex_types[id];
        if complex.attributes.is_empty() && complex.attribute_wildcard.is_none() {
            return None;
        }
        let of_id = self.complex_type(id, owner);
        let (of, module) = self.name_of(of_id);
        let suggestion = format!("{}_nil", of.bare());
        let ident = self.nested_name(module, &[&suggestion], complex.origin.span);
        let reserved = self.reserve_after(ident.clone(), module, of_id);
        self.nil.insert(id, reserved);
        let before = self.enter(Subject::Item(reserved));
        self.uses(Subject::Complex(id));
        let owner = Owner { ident: ident.clone(), module, id: Some(reserved) };
        let mut building = Building::new(owner, false);
        self.attributes(&mut building, complex);
        self.leave(before);
        let text = format!(
            "The attributes of a nil element of type {of}.",
            of = self.link(Subject::Complex(id), &of)
        );
        let kind = ItemKind::Struct(building.finish());
        let doc = crate::ir::doc::Doc::own(&text);
        self.complete(reserved, Item::new(ident, module, doc, None, kind));
        Some(reserved)
    }
}
