//! Derives and attributes that the configuration adds to generated types.

use std::collections::{BTreeMap, BTreeSet};

use super::settings::{Settings, Unmatched};
use crate::ir::ty::TypeId;
use crate::ir::{Crate, ModuleId};

/// The key that stands for all types.
const ALL: &str = "*";

/// The component that each name in a module was taken for.
pub(super) type Keys = BTreeMap<(ModuleId, String), String>;

/// Adds to each type that is not replaced what is set for all, and then what is set for its component.
pub(super) fn add(
    krate: &mut Crate,
    keys: &Keys,
    settings: &Settings,
    unmatched: &mut Vec<Unmatched>,
) {
    let mut known = BTreeSet::new();
    for (index, item) in krate.items.iter_mut().enumerate() {
        if krate.replaced.contains_key(&TypeId(index)) {
            continue;
        }
        let key = keys.get(&(item.module, item.ident.as_str().to_owned()));
        known.extend(key);
        for (_, added) in settings.additions.iter().filter(|(of, _)| of == ALL || Some(of) == key) {
            item.additions.derives.extend_from_slice(&added.derives);
            item.additions.attributes.extend_from_slice(&added.attributes);
        }
    }
    let names: Vec<String> = known.iter().map(ToString::to_string).collect();
    for (key, added) in &settings.additions {
        if key != ALL && !known.contains(key) {
            let option = if added.derives.is_empty() { "attribute" } else { "derive" };
            unmatched.push(Unmatched::new(option, key, &names));
        }
    }
}
