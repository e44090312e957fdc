//! A struct while it is built: its fields, its members, and the names taken in it.

use crate::ir::ModuleId;
use crate::ir::content::{AttributeMember, Combination, Member, Wildcard};
use crate::ir::doc::Doc;
use crate::ir::field::{DefaultValue, Field};
use crate::ir::ident::{Casing, Ident, Scope};
use crate::ir::item::Struct;
use crate::ir::ty::{Cardinality, Type, TypeId};

/// Whose content is lowered: what is nested in it is named after it.
#[derive(Clone, Debug)]
pub(super) struct Owner {
    /// The type's name.
    pub(super) ident: Ident,
    /// Its module.
    pub(super) module: ModuleId,
    /// The type itself, after which nested ones stand; none for what is no type.
    pub(super) id: Option<TypeId>,
}

/// A struct as far as it is known.
pub(super) struct Building {
    pub(super) owner: Owner,
    pub(super) scope: Scope,
    pub(super) fields: Vec<Field>,
    pub(super) members: Vec<Member>,
    pub(super) attributes: Vec<AttributeMember>,
    pub(super) attribute_fields: Vec<Field>,
    pub(super) any_attributes: Option<(usize, Wildcard)>,
    pub(super) combination: Combination,
    is_part: bool,
}

impl Building {
    /// An empty struct.
    pub(super) fn new(owner: Owner, is_part: bool) -> Self {
        Self {
            owner,
            scope: Scope::default(),
            fields: Vec::new(),
            members: Vec::new(),
            attributes: Vec::new(),
            attribute_fields: Vec::new(),
            any_attributes: None,
            combination: Combination::Empty,
            is_part,
        }
    }

    /// Adds a content field; the index is among the content fields.
    pub(super) fn field(
        &mut self,
        name: &str,
        ty: Type,
        cardinality: Cardinality,
        doc: Doc,
    ) -> usize {
        let (ident, _) = self.scope.take(&[name], Casing::Snake);
        self.fields.push(Field { ident, ty, cardinality, default: None, doc });
        self.fields.len() - 1
    }

    /// The complete struct: attribute fields stand before content fields.
    pub(super) fn finish(mut self) -> Struct {
        let offset = self.attribute_fields.len();
        for member in &mut self.members {
            match member {
                Member::Element { field, .. }
                | Member::Part { field, .. }
                | Member::Wildcard { field, .. } => *field += offset,
                Member::Fixed { field, .. } => *field = field.map(|field| field + offset),
                Member::Credential { .. } => {}
            }
        }
        if let Combination::Text(field) | Combination::Octets(field) = &mut self.combination {
            *field += offset;
        }
        let mut fields = self.attribute_fields;
        fields.append(&mut self.fields);
        let (constructor, has_default) = super::constructor::decide(&fields);
        Struct {
            is_part: self.is_part,
            type_name: None,
            fields,
            attributes: self.attributes,
            any_attributes: self.any_attributes,
            combination: self.combination,
            members: self.members,
            constructor,
            has_default,
        }
    }
}

impl Owner {
    /// The owner of what is nested in a member of this one.
    pub(super) fn nested(&self, member: &str) -> Self {
        let name = format!("{}_{member}", self.ident.bare());
        Self { ident: Ident::suggested(&name, Casing::Camel), module: self.module, id: self.id }
    }
}

impl Field {
    /// The field with a default of the schema.
    pub(super) fn with_default(mut self, value: String) -> Self {
        self.default = Some(DefaultValue(value));
        self
    }
}
