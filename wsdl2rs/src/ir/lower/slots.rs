//! An element declaration where it is used: the type that its place takes.

use super::Lowering;
use super::content::Owner;
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::ty::Type;
use crate::model::id::Id;
use crate::model::xsd::{self, Element, ValueConstraint};
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

impl Lowering<'_> {
    /// The slot of an element; none where it is refused.
    pub(super) fn slot(&mut self, id: Id<Element>, owner: &Owner, span: Span) -> Option<Slot> {
        let element = &self.model.elements[id];
        if !self.is_plain(element, span) {
            return None;
        }
        let inner = self.type_of(element.ty, owner)?;
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

    fn constrained(
        &mut self,
        element: &Element,
        constraint: &ValueConstraint,
        ty: Type,
        span: Span,
    ) -> Option<Slot> {
        let simple = matches!(element.ty, xsd::Type::Simple(_));
        if !simple || element.nillable {
            let message =
                format!("a default or fixed value of `{}` has no Rust form yet", element.name);
            self.refuse(Code::ValueConstraintHere, span, Some(&element.name), message);
            return None;
        }
        Some(match constraint {
            ValueConstraint::Default(value) => {
                Slot::Value { ty, default: Some(value.value.clone()) }
            }
            ValueConstraint::Fixed(value) => Slot::Fixed { value: value.value.clone(), ty },
        })
    }

    /// Whether the place takes this element and this type, and no others.
    fn is_plain(&mut self, element: &Element, span: Span) -> bool {
        let name = &element.name;
        if !element.substitutes.is_empty() || element.is_abstract {
            let message = format!("the substitution group of `{name}` has no Rust form yet");
            let finding = Diagnostic::new(Code::SubstitutionGroup, span, message)
                .because("used here")
                .label(element.origin.span, "the head of the group")
                .component(name);
            self.diagnostics.report(finding);
            return false;
        }
        let complex = match element.ty {
            xsd::Type::AnyType => {
                let message = format!("`{name}` of type `xs:anyType` has no Rust form yet");
                self.refuse(Code::AnyType, span, Some(name), message);
                return false;
            }
            xsd::Type::Simple(xsd::SimpleTypeRef::Builtin(xsd::Builtin::AnySimpleType)) => {
                let message = format!("`{name}` of type `xs:anySimpleType` has no Rust form yet");
                self.refuse(Code::AnyType, span, Some(name), message);
                return false;
            }
            xsd::Type::Simple(_) => return true,
            xsd::Type::Complex(id) => &self.model.complex_types[id],
        };
        if complex.derived.is_empty() && !complex.is_abstract {
            return true;
        }
        let ty = complex.name.as_ref().map(ToString::to_string).unwrap_or_default();
        let message = format!("`{name}` takes `{ty}` and the types derived from it");
        let finding = Diagnostic::new(Code::DerivedTypes, span, message)
            .because("a place for several types has no Rust form yet")
            .label(complex.origin.span, "the declared type")
            .component(name);
        self.diagnostics.report(finding);
        false
    }
}
