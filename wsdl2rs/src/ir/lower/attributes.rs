//! Attribute uses → fields (XSD 1.0 Part 1, sections 3.2 and 3.5).

use super::Lowering;
use super::building::{Building, Owner};
use crate::diagnostic::Code;
use crate::ir::content::AttributeMember;
use crate::ir::doc::Doc;
use crate::ir::field::Field;
use crate::ir::ident::Casing;
use crate::ir::ty::Cardinality;
use crate::model::xsd::{AttributeUse, ValueConstraint};

impl Lowering<'_> {
    /// Lowers the attributes of a type. A field whose name an element has is `…_attribute`.
    pub(super) fn attributes(&mut self, building: &mut Building, uses: &[AttributeUse]) {
        for attribute in uses {
            self.attribute(building, attribute);
        }
    }

    fn attribute(&mut self, building: &mut Building, attribute: &AttributeUse) {
        let model = self.model;
        let declaration = &model.attributes[attribute.attribute];
        let owner = Owner { ..building.owner.clone() };
        let ty = self.simple_type(declaration.ty, &owner.nested(&declaration.name.local));
        let wire = self.attribute_wire(&declaration.name);
        let required = attribute.required;
        if attribute.value.is_some() && self.has_prefixes(declaration.ty) {
            let name = declaration.name.clone();
            let message = format!("a default or fixed value of `{name}` has no Rust form yet");
            self.refuse(Code::ValueConstraintHere, attribute.span, Some(&name), message);
            return;
        }
        if let Some(ValueConstraint::Fixed(value)) = &attribute.value {
            let fixed = Some((value.value.clone(), ty));
            building.attributes.push(AttributeMember { field: None, wire, required, fixed });
            return;
        }
        let default = match &attribute.value {
            Some(ValueConstraint::Default(value)) => Some(value.value.clone()),
            Some(ValueConstraint::Fixed(_)) | None => None,
        };
        let optional = !required && default.is_none();
        let cardinality = if optional { Cardinality::Optional } else { Cardinality::One };
        let doc = self.attribute_doc(attribute, default.as_deref());
        let local = &declaration.name.local;
        let own = format!("{local}_attribute");
        let (ident, _) = building.scope.take(&[local, &own], Casing::Snake);
        let mut field = Field { ident, ty, cardinality, default: None, doc };
        if let Some(default) = default {
            field = field.with_default(default);
        }
        let index = building.attribute_fields.len();
        building.attribute_fields.push(field);
        let member = AttributeMember { field: Some(index), wire, required, fixed: None };
        building.attributes.push(member);
    }

    fn attribute_doc(&self, attribute: &AttributeUse, default: Option<&str>) -> Doc {
        let declaration = &self.model.attributes[attribute.attribute];
        let usage = match (attribute.required, default) {
            (true, _) => "required".to_owned(),
            (false, None) => "optional".to_owned(),
            (false, Some(value)) => format!("default `{}`", value.replace('`', "'")),
        };
        let place = self.place(attribute.span);
        let facts = format!("Attribute `{}`, {usage}, {place}.", declaration.name);
        Doc::foreign(&declaration.origin.documentation).then(&facts)
    }

    /// An attribute's name on the wire: the `xml:` attributes have their own prefix.
    fn attribute_wire(&self, name: &crate::vocabulary::QName) -> crate::ir::content::Wire {
        if name.namespace.as_str() == crate::vocabulary::namespaces::XML {
            return crate::ir::content::Wire {
                namespace: 1,
                prefix: "xml:".to_owned(),
                local: name.local.to_string(),
            };
        }
        self.modules.wire(name)
    }
}
