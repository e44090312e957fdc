//! Schema types that the caller has a Rust type for. Theirs are named and lowered as any other, so
//! that no name depends on the option; they are in no module, and reach nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowering;
use super::reach::Subject;
use super::settings::{Settings, Unmatched};
use crate::ir::ident::Ident;
use crate::ir::ty::{Type, TypeId};
use crate::model::Model;
use crate::model::xsd::{self, SimpleTypeRef};

/// The replaced types, each with the path of what stands for it.
pub(super) type Replaced = BTreeMap<Subject, String>;

/// The schema types that the configuration replaces.
pub(super) fn find(model: &Model, settings: &Settings, unmatched: &mut Vec<Unmatched>) -> Replaced {
    let mut replaced = Replaced::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for (name, ty) in &model.named_types {
        let Some(subject) = subject(*ty) else { continue };
        let name = name.to_string();
        if let Some(path) = settings.replacements.get(&name) {
            replaced.insert(subject, path.clone());
        }
        known.insert(name);
    }
    let names: Vec<String> = known.iter().cloned().collect();
    for key in settings.replacements.keys().filter(|key| !known.contains(*key)) {
        unmatched.push(Unmatched::new("replace", key, &names));
    }
    replaced
}

/// A schema type that the contract defines.
pub(super) fn subject(ty: xsd::Type) -> Option<Subject> {
    match ty {
        xsd::Type::Complex(id) => Some(Subject::Complex(id)),
        xsd::Type::Simple(SimpleTypeRef::Defined(id)) => Some(Subject::Simple(id)),
        xsd::Type::Simple(SimpleTypeRef::Builtin(_)) | xsd::Type::AnyType => None,
    }
}

impl Lowering<'_> {
    /// The name of a type in documentation; a link, where the type is there.
    pub(super) fn link(&self, subject: Subject, ident: &Ident) -> String {
        if self.replaced.contains_key(&subject) {
            format!("`{ident}`")
        } else {
            format!("[`{ident}`]")
        }
    }

    /// The generated types that are replaced.
    pub(super) fn replaced_items(&self) -> BTreeMap<TypeId, String> {
        let item = |subject: &Subject| {
            if let Subject::Complex(id) = subject {
                return self.complex.get(id).copied();
            }
            let Subject::Simple(id) = subject else { return None };
            if let Some(Type::Item(id)) = self.simple.get(id) { Some(*id) } else { None }
        };
        let paths = self.replaced.iter();
        paths.filter_map(|(subject, path)| Some((item(subject)?, path.clone()))).collect()
    }
}
