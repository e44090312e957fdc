//! The sources of generated types, by module and name, printed once for all pages.

use std::collections::BTreeMap;

use crate::emit::ModuleTokens;
use crate::output;

/// The sources of generated types and traits.
pub(super) struct Sources(BTreeMap<String, String>);

impl Sources {
    /// Prints what defines a type in a module and those in it, codecs left out.
    pub(super) fn new(root: &ModuleTokens<'_>) -> Self {
        let mut sources = Self(BTreeMap::new());
        sources.add(root, "");
        sources
    }

    fn add(&mut self, module: &ModuleTokens<'_>, path: &str) {
        if !module.public {
            return;
        }
        for (name, text) in output::definitions(module) {
            self.0.insert(format!("{path}{name}"), text);
        }
        for child in &module.children {
            self.add(child, &format!("{path}{}::", child.name));
        }
    }

    /// The source of the item at a path.
    pub(super) fn of(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }
}
