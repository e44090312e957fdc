//! Attribute uses → fields (XSD 1.0 Part 1, sections 3.2 and 3.5).

use super::Lowering;
use super::building::{Building, Owner};
use super::wildcards;
use crate::diagnostic::Code;
use crate::ir::content::AttributeMember;
use crate::ir::doc::Doc;
use crate::ir::field::Field;
use crate::ir::ident::{Casing, Ident};
use crate::ir::ty::{Cardinality, Open, Type};
use crate::model::xsd::{AttributeUse, ComplexType, ValueConstraint, Wildcard};

impl Lowering<'_> {
    /// Lowers the attributes of a type. A field whose name an element has is `…_attribute`.
    pub(super) fn attributes(&mut self, building: &mut Building, ty: &ComplexType) {
        for attribute in &ty.attributes {
            self.attribute(building, attribute);
        }
        if let Some(wildcard) = &ty.attribute_wildcard {
            self.any_attributes(building, wildcard);
        }
    }

    /// The field of the attributes that a type does not declare.
    fn any_attributes(&mut self, building: &mut Building, wildcard: &Wildcard) {
        let facts = format!("Other attributes{}.", wildcards::facts(wildcard));
        let facts = format!("{} {}.", facts, self.place(wildcard.span));
        let (ident, _) =
            building.scope.take(&["any_attributes", "any_attributes_attribute"], Casing::Snake);
        let ty = Type::Open(Open::Attributes);
        let doc = Doc::own(&facts);
        let field = Field { ident, ty, cardinality: Cardinality::One, default: None, doc };
        building.any_attributes =
            Some((building.attribute_fields.len(), wildcards::lower(wildcard)));
        building.attribute_fields.push(field);
    }

    fn attribute(&mut self, building: &mut Building, attribute: &AttributeUse) {
        let model = self.model;
        let declaration = &model.attributes[attribute.attribute];
        let local = &declaration.name.local;
        // The type of a global attribute's own is named after it, whoever refers to it first.
        let owner = if declaration.is_global {
            let module = self.modules.of(&declaration.name.namespace);
            Owner { ident: Ident::suggested(local, Casing::Camel), module, id: None }
        } else {
            building.owner.nested(local)
        };
        let ty = self.simple_type(declaration.ty, &owner);
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
                number: 1,
                prefix: "xml:".to_owned(),
                local: name.local.to_string(),
                named_type: None,
            };
        }
        self.modules.wire(name)
    }
}
