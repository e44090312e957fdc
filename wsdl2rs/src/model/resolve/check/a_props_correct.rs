//! `a-props-correct`, clauses 2 and 3, and `au-props-correct`, clause 2 (XSD 1.0 Part 1, sections
//! 3.2.6 and 3.5.6): a default or fixed value is a value of the attribute's type, which is not
//! derived from `ID`; a use does not change a fixed value.

use super::e_props_correct::text;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::id::Id;
use crate::model::resolve::Resolver;
use crate::model::xsd::{Attribute, ValueConstraint};

impl Resolver<'_, '_> {
    /// Checks the values of all attribute declarations and uses.
    pub(super) fn check_attribute_values(&mut self) {
        let mut findings: Vec<Diagnostic> = self
            .model
            .attributes
            .iter()
            .filter_map(|(id, attribute)| self.attribute_value(id, attribute.value.as_ref()?))
            .collect();
        for used in &self.valued_uses {
            findings.extend(self.attribute_value(used.attribute, &used.value));
            findings.extend(self.changed_value(used.attribute, &used.value));
        }
        for finding in findings {
            self.report(finding);
        }
    }

    fn attribute_value(&self, id: Id<Attribute>, value: &ValueConstraint) -> Option<Diagnostic> {
        let attribute = &self.model.attributes[id];
        let (name, text) = (&attribute.name, text(value));
        if self.is_id(attribute.ty) {
            let message = format!("`{name}` is an ID and must have no default or fixed value");
            return Some(Diagnostic::new(Code::AttributeIdValue, text.span, message));
        }
        let reason = self.value_key(attribute.ty, &text.value).err()?;
        let message = format!("the value of `{name}` is not one of its type");
        Some(Diagnostic::new(Code::AttributeValue, text.span, message).because(reason))
    }

    /// A use with a value of its own, where the declaration has a fixed one.
    fn changed_value(&self, id: Id<Attribute>, value: &ValueConstraint) -> Option<Diagnostic> {
        let attribute = &self.model.attributes[id];
        let Some(ValueConstraint::Fixed(fixed)) = &attribute.value else { return None };
        let key = |text: &str| self.value_key(attribute.ty, text).ok();
        let is_kept = match value {
            ValueConstraint::Fixed(own) => key(&own.value) == key(&fixed.value),
            ValueConstraint::Default(_) => false,
        };
        let message = format!("the fixed value of `{}` must not be changed", attribute.name);
        let finding = || Diagnostic::new(Code::AttributeUseValue, text(value).span, message);
        (!is_kept).then(|| finding().label(fixed.span, "the fixed value"))
    }
}
