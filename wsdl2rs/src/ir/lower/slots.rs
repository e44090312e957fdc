//! An element declaration where it is used: the type that its place takes.

use super::Lowering;
use super::building::Owner;
use super::reach::Subject;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::doc::Doc;
use crate::ir::ident::{Casing, Ident, Scope};
use crate::ir::item::{Alternatives, Item, ItemKind};
use crate::ir::ty::{Open, Type, TypeId};
use crate::model::id::Id;
use crate::model::xsd::{self, ComplexType, Element, ValueConstraint};
use crate::source::Span;

/// What a place for an element takes.
pub(super) enum Slot {
    /// A value; the value of an empty element.
    Value {
        /// Its type.
        ty: Type,
        /// The schema's default.
        default: Option<String>,
    },
    /// A fixed value of a type.
    Fixed {
        /// The value as the schema writes it.
        value: String,
        /// Its type.
        ty: Type,
    },
}

/// `xs:anySimpleType`, whose values are texts of any type.
const ANY_SIMPLE_TYPE: xsd::SimpleTypeRef =
    xsd::SimpleTypeRef::Builtin(xsd::Builtin::AnySimpleType);

impl Lowering<'_> {
    /// The slot of an element; none where it is refused. Elements that may substitute it are
    /// branches of a choice by now.
    pub(super) fn slot(&mut self, id: Id<Element>, owner: &Owner, span: Span) -> Option<Slot> {
        let element = &self.model.elements[id];
        let inner = self.content_type(element, owner, span)?;
        let ty = if element.nillable {
            Type::Nillable(Box::new(inner), self.nil_type(element.ty, owner))
        } else {
            inner
        };
        match &element.value {
            None => Some(Slot::Value { ty, default: None }),
            Some(constraint) => self.constrained(element, constraint, ty, span),
        }
    }

    /// The slot of an element with a default or fixed value. A fixed value is never nil
    /// (`cvc-elt.3.2.2`).
    fn constrained(
        &mut self,
        element: &Element,
        constraint: &ValueConstraint,
        ty: Type,
        span: Span,
    ) -> Option<Slot> {
        let text = self.text_of(element.ty).filter(|text| !self.has_prefixes(*text));
        let is_simple =
            matches!(element.ty, xsd::Type::Simple(simple) if simple != ANY_SIMPLE_TYPE);
        match constraint {
            ValueConstraint::Default(value) if text.is_some() => {
                Some(Slot::Value { ty, default: Some(value.value.clone()) })
            }
            ValueConstraint::Fixed(value) if text.is_some() && is_simple => {
                let ty = if let Type::Nillable(ty, _) = ty { *ty } else { ty };
                Some(Slot::Fixed { value: value.value.clone(), ty })
            }
            ValueConstraint::Default(_) | ValueConstraint::Fixed(_) => {
                let message =
                    format!("a default or fixed value of `{}` has no Rust form yet", element.name);
                self.refuse(Code::ValueConstraintHere, span, Some(&element.name), message);
                None
            }
        }
    }

    /// The simple type of a type's text; none for one that has other content.
    fn text_of(&self, ty: xsd::Type) -> Option<xsd::SimpleTypeRef> {
        match ty {
            xsd::Type::Simple(simple) => Some(simple),
            xsd::Type::Complex(id) => match &self.model.complex_types[id].content {
                xsd::ContentType::Simple(simple) => Some(*simple),
                xsd::ContentType::Empty
                | xsd::ContentType::ElementOnly(_)
                | xsd::ContentType::Mixed(_) => None,
            },
            xsd::Type::AnyType => None,
        }
    }

    /// The type of an element's content: one type, or one of several.
    pub(super) fn content_type(
        &mut self,
        element: &Element,
        owner: &Owner,
        span: Span,
    ) -> Option<Type> {
        match element.ty {
            xsd::Type::AnyType => Some(Type::Open(Open::Content)),
            xsd::Type::Simple(xsd::SimpleTypeRef::Builtin(xsd::Builtin::AnySimpleType)) => {
                Some(Type::Open(Open::Text))
            }
            xsd::Type::Simple(simple) => {
                let owner = self.named_after(element, owner);
                Some(self.simple_type(simple, &owner))
            }
            xsd::Type::Complex(id) if let Some(ty) = self.standard_type(id) => Some(ty),
            xsd::Type::Complex(id) => {
                if !self.possible.has_content(self.model, element) {
                    self.endless(element, id, span);
                    return Some(Type::Open(Open::Never));
                }
                let derived: Vec<_> = self.possible.derived(self.model, element, id).collect();
                if derived.is_empty() {
                    return Some(Type::Item(self.complex_type(id, owner)));
                }
                Some(Type::Item(self.alternatives(element, id, derived, owner)))
            }
        }
    }

    /// An element that can only be nil.
    fn endless(&mut self, element: &Element, id: Id<ComplexType>, span: Span) {
        let message = format!("`{}` can only be nil: no document has its type", element.name);
        let finding = Diagnostic::new(Code::EndlessType, span, message)
            .because("this is nil, or it is absent")
            .label(self.model.complex_types[id].origin.span, "the type")
            .component(&element.name);
        self.diagnostics.report(finding);
    }

    /// The owner of a simple type of an element's own: a global element has its name alone, and
    /// wherever it is used.
    fn named_after(&self, element: &Element, owner: &Owner) -> Owner {
        if !element.is_global {
            return owner.nested(&element.name.local);
        }
        let ident = Ident::suggested(&element.name.local, Casing::Camel);
        Owner { ident, module: self.modules.of(&element.name.namespace), id: None }
    }

    /// The enum of a type and those derived from it; where the element keeps some of them out,
    /// one of the element's own.
    fn alternatives(
        &mut self,
        element: &Element,
        id: Id<ComplexType>,
        derived: Vec<Id<ComplexType>>,
        owner: &Owner,
    ) -> TypeId {
        let key = (id, derived);
        if let Some(known) = self.alternatives.get(&key).copied() {
            self.uses(Subject::Item(known));
            return known;
        }
        let model = self.model;
        let complex = &model.complex_types[id];
        let declared = self.complex_type(id, owner);
        let (of, module) = self.name_of(declared);
        let reserved = if key.1.len() == complex.derived.len() {
            let suggestion = format!("Any_{}", of.bare());
            let ident = self.nested_name(module, &[&suggestion], complex.origin.span);
            self.reserve_after(ident, module, declared)
        } else {
            let suggestion = format!("{}_{}", owner.ident.bare(), element.name.local);
            let ident = self.nested_name(owner.module, &[&suggestion], element.origin.span);
            self.reserve_nested(ident, owner)
        };
        let (ident, module) = self.name_of(reserved);
        self.alternatives.insert(key.clone(), reserved);
        let before = self.enter(Subject::Item(reserved));
        self.uses(Subject::Complex(id));
        let mut scope = Scope::default();
        let mut variants = Vec::new();
        let concrete = (!complex.is_abstract && self.possible.is_type(id)).then_some(id);
        for ty in concrete.into_iter().chain(key.1) {
            let Some(name) = &model.complex_types[ty].name else { continue };
            let item = self.complex_type(ty, owner);
            let (own, _) = self.name_of(item);
            let (variant, _) = scope.take(&[own.bare()], Casing::Camel);
            variants.push((variant, item, self.modules.wire(name)));
        }
        self.leave(before);
        let of = self.link(Subject::Complex(id), &of);
        let text = format!("A {of} or a type derived from it; `xsi:type` says which.");
        let declared = concrete.map(|_| 0);
        let kind = ItemKind::Alternatives(Alternatives {
            declared,
            variants,
            blank: 0,
            names_declared: false,
        });
        let doc = Doc::own(&text);
        self.complete(reserved, Item::new(ident, module, doc, None, kind));
        reserved
    }
}
