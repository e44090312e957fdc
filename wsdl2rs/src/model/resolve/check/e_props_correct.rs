//! `e-props-correct`, clauses 2 and 5 (XSD 1.0 Part 1, section 3.3.6): a default or fixed value is
//! a value of the element's type, which is not derived from `ID`.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::resolve::xsd::facts::Shape;
use crate::model::xsd::{Builtin, ContentType, Element, SimpleTypeRef, Type, ValueConstraint};
use crate::source::Spanned;

impl Resolver<'_, '_> {
    /// Checks the values of all element declarations.
    pub(super) fn check_element_values(&mut self) {
        let valued: Vec<Id<Element>> = self
            .model
            .elements
            .iter()
            .filter(|(_, element)| element.value.is_some())
            .map(|(id, _)| id)
            .collect();
        for id in valued {
            if let Some(finding) = self.element_value(id) {
                self.report(finding);
            }
        }
    }

    fn element_value(&self, id: Id<Element>) -> Option<Diagnostic> {
        let element = &self.model.elements[id];
        let text = text(element.value.as_ref()?);
        let name = &element.name;
        let finding =
            |code, message: String| Some(Diagnostic::new(code, text.span, message).component(name));
        let simple = match element.ty {
            Type::AnyType => return None,
            Type::Simple(simple) => simple,
            Type::Complex(complex) => match &self.model.complex_types[complex].content {
                ContentType::Simple(simple) => *simple,
                ContentType::Mixed(None) => return None,
                ContentType::Mixed(Some(particle)) if self.is_emptiable(particle) => return None,
                ContentType::Mixed(_) | ContentType::ElementOnly(_) | ContentType::Empty => {
                    let message =
                        format!("`{name}` has a value, but its type requires or forbids elements");
                    return finding(Code::ElementValue, message);
                }
            },
        };
        if self.is_id(simple) {
            let message = format!("`{name}` is an ID and must have no default or fixed value");
            return finding(Code::ElementIdValue, message);
        }
        let reason = self.value_key(simple, &text.value).err()?;
        let message = format!("the value of `{name}` is not one of its type");
        finding(Code::ElementValue, message).map(|finding| finding.because(reason))
    }

    /// Whether a type is derived from `ID`.
    pub(super) fn is_id(&self, ty: SimpleTypeRef) -> bool {
        match ty {
            SimpleTypeRef::Builtin(builtin) => builtin == Builtin::Id,
            SimpleTypeRef::Defined(id) => {
                let shape = &self.simple_types[id.index()].facts.shape;
                matches!(shape, Shape::Atomic(builtin) if builtin.derives_from(Builtin::Id))
            }
        }
    }
}

/// The value as written.
pub(super) fn text(value: &ValueConstraint) -> &Spanned<String> {
    match value {
        ValueConstraint::Default(text) | ValueConstraint::Fixed(text) => text,
    }
}
