//! Fields of structs.

use super::doc::Doc;
use super::ident::Ident;
use super::ty::{Cardinality, Open, Type};

/// A public field.
#[derive(Debug)]
pub(crate) struct Field {
    /// Its name.
    pub(crate) ident: Ident,
    /// The type of one value.
    pub(crate) ty: Type,
    /// How many values.
    pub(crate) cardinality: Cardinality,
    /// What it has before anything is read or set, where the schema says so.
    pub(crate) default: Option<DefaultValue>,
    /// Its documentation.
    pub(crate) doc: Doc,
}

/// A default of the schema, as a lexical form that was checked against the type.
#[derive(Clone, Debug)]
pub(crate) struct DefaultValue(pub(crate) String);

impl Field {
    /// Whether a caller must supply it.
    pub(crate) fn is_required(&self) -> bool {
        self.default.is_none()
            && self.cardinality.is_required()
            && self.ty != Type::Open(Open::Attributes)
    }
}
