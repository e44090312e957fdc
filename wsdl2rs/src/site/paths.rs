//! Where pages are: a file for each component, with names from a fixed alphabet that no file system
//! confuses.

use std::collections::BTreeSet;

use super::{Contract, Head, Target};

/// The most characters of a component's name that its file has.
const LONGEST: usize = 80;

/// The paths of all pages of components.
#[derive(Debug)]
pub(super) struct Paths {
    operations: Vec<String>,
    elements: Vec<String>,
    types: Vec<String>,
}

impl Paths {
    /// Allots the paths, in the order of the components.
    pub(super) fn new(contract: &Contract) -> Self {
        Self {
            operations: allot("operation", contract.operations.iter().map(|it| &it.head)),
            elements: allot("element", contract.elements.iter().map(|it| &it.head)),
            types: allot("type", contract.types.iter().map(|it| &it.head)),
        }
    }

    /// The path of a page from the site's root.
    pub(super) fn of(&self, target: Target) -> &str {
        match target {
            Target::Operation(index) => &self.operations[index],
            Target::Element(index) => &self.elements[index],
            Target::Type(index) => &self.types[index],
        }
    }
}

fn allot<'a>(folder: &str, heads: impl Iterator<Item = &'a Head>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let path = |head: &Head| {
        let stem = safe(&head.local);
        let mut name = stem.clone();
        let mut number = 2;
        while !taken.insert(name.to_ascii_lowercase()) {
            name = format!("{stem}-{number}");
            number += 1;
        }
        format!("{folder}/{name}.html")
    };
    heads.map(path).collect()
}

/// Names that Windows keeps for devices, whatever their extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A name of ASCII letters, digits and `_` alone, and no device's.
fn safe(name: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let mut name: String = name.chars().take(LONGEST).map(safe).collect();
    let lower = name.to_ascii_lowercase();
    let stem = lower.trim_end_matches(|c: char| c.is_ascii_digit());
    if name.is_empty() || DEVICES.contains(&stem) {
        name.push('_');
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_have_names_that_differ_by_more_than_case() {
        let heads = ["Quote", "quote", "../x", "aux", "\u{4e00}", "\u{4e01}"]
            .map(|local| Head { local: local.to_owned(), ..Head::default() });
        let expected = ["Quote", "quote-2", "___x", "aux_", "_", "_-2"]
            .map(|name| format!("type/{name}.html"));
        assert_eq!(allot("type", heads.iter()), expected);
    }
}
