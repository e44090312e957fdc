//! The members that signing fills: they have no field.

use std::collections::{BTreeMap, BTreeSet};

use super::modules::Modules;
use super::settings::{Settings, Unmatched};
use crate::ir::content::{Credential, CredentialRole};
use crate::model::Model;
use crate::model::id::Id;
use crate::model::xsd::{ComplexType, ContentType, Element, Particle, Term, Type};

/// Which element declarations carry credentials.
#[derive(Default)]
pub(super) struct Credentials {
    roles: BTreeMap<Id<Element>, CredentialRole>,
    hidden: BTreeSet<Id<ComplexType>>,
}

impl Credentials {
    /// Finds the members that the configuration names.
    pub(super) fn find(model: &Model, settings: &Settings, unmatched: &mut Vec<Unmatched>) -> Self {
        let mut credentials = Self::default();
        let Some(signing) = &settings.signing else { return credentials };
        let roles = [
            (CredentialRole::KeyId, &signing.key_id),
            (CredentialRole::Timestamp, &signing.timestamp),
            (CredentialRole::Signature, &signing.signature),
        ];
        for (role, paths) in roles {
            for path in paths {
                match walk(model, path) {
                    Ok(element) => {
                        credentials.roles.insert(element, role);
                    }
                    Err(known) => unmatched.push(Unmatched::new("sign", path, &known)),
                }
            }
        }
        let only_credentials = |ty: &ComplexType| {
            let elements = elements(model, ty);
            ty.attributes.is_empty()
                && !elements.is_empty()
                && elements.iter().all(|element| credentials.roles.contains_key(element))
        };
        let hidden = model.complex_types.iter().filter(|(_, ty)| only_credentials(ty));
        credentials.hidden = hidden.map(|(id, _)| id).collect();
        credentials
    }

    /// Whether a type consists of credentials alone, and so has no Rust type.
    pub(super) fn hides(&self, ty: Id<ComplexType>) -> bool {
        self.hidden.contains(&ty)
    }

    /// What an element carries, if it carries credentials.
    pub(super) fn content(
        &self,
        model: &Model,
        element: Id<Element>,
        modules: &Modules,
    ) -> Option<Credential> {
        if let Some(role) = self.roles.get(&element) {
            return Some(Credential::Text(*role));
        }
        let Type::Complex(ty) = model.elements[element].ty else { return None };
        if !self.hides(ty) {
            return None;
        }
        let members = elements(model, &model.complex_types[ty]);
        let wired = |id: &Id<Element>| (modules.wire(&model.elements[*id].name), self.roles[id]);
        Some(Credential::Elements(members.iter().map(wired).collect()))
    }
}

/// The element at a path; or the names that exist where the path ends in nothing.
fn walk(model: &Model, path: &str) -> Result<Id<Element>, Vec<String>> {
    let (namespace, rest) = match path.strip_prefix('{').and_then(|path| path.split_once('}')) {
        Some(split) => split,
        None => ("", path),
    };
    let mut steps = rest.split('/');
    let first = steps.next().unwrap_or_default();
    let root = crate::vocabulary::QName::new(crate::vocabulary::Namespace::new(namespace), first);
    let mut ty = match (model.global_elements.get(&root), model.named_types.get(&root)) {
        (Some(element), _) => model.elements[*element].ty,
        (None, Some(ty)) => *ty,
        (None, None) => {
            let elements = model.global_elements.keys().map(ToString::to_string);
            return Err(elements
                .chain(model.named_types.keys().map(ToString::to_string))
                .collect());
        }
    };
    let mut found = model.global_elements.get(&root).copied();
    for step in steps {
        let members = match ty {
            Type::Complex(id) => elements(model, &model.complex_types[id]),
            Type::AnyType | Type::Simple(_) => Vec::new(),
        };
        let member = members.iter().find(|id| *model.elements[**id].name.local == *step);
        let Some(member) = member else {
            let name = |id: &Id<Element>| model.elements[*id].name.local.to_string();
            return Err(members.iter().map(name).collect());
        };
        found = Some(*member);
        ty = model.elements[*member].ty;
    }
    found.ok_or_else(Vec::new)
}

/// The elements of a type's content, in order.
fn elements(model: &Model, ty: &ComplexType) -> Vec<Id<Element>> {
    let mut found = Vec::new();
    if let ContentType::ElementOnly(particle) | ContentType::Mixed(Some(particle)) = &ty.content {
        collect(model, particle, &mut found);
    }
    found
}

fn collect(model: &Model, particle: &Particle, found: &mut Vec<Id<Element>>) {
    match &particle.term {
        Term::Element(id) => found.push(*id),
        Term::Group(group) => {
            group.particles.iter().for_each(|particle| collect(model, particle, found));
        }
        Term::GroupRef(id) => {
            let group = &model.groups[*id].group;
            group.particles.iter().for_each(|particle| collect(model, particle, found));
        }
        Term::Wildcard(_) => {}
    }
}
