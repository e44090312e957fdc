//! What the configuration says to this stage.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::Implements;
use crate::ir::item::Additions;
use crate::suggest;

/// The options that lowering obeys, each keyed by component or namespace.
#[derive(Clone, Debug, Default)]
pub(crate) struct Settings {
    /// Namespace → module name; an empty name is the root.
    pub(crate) modules: BTreeMap<String, String>,
    /// `{namespace}name` of a type or global element → Rust type name.
    pub(crate) renames: BTreeMap<String, String>,
    /// The components that are generated with what they reach; all, where it is empty.
    pub(crate) only: BTreeSet<String>,
    /// `{namespace}name` of a type → path of the caller's own.
    pub(crate) replacements: BTreeMap<String, String>,
    /// What is added to types: `{namespace}name` of a type or global element, or `*` for all.
    pub(crate) additions: Vec<(String, Additions)>,
    /// The traits of other crates that types implement.
    pub(crate) implements: Implements,
    /// The members that signing fills.
    pub(crate) signing: Option<SigningPaths>,
}

/// Paths to the members that carry credentials: a global element or a named type by expanded
/// name, then local names, separated by `/`.
#[derive(Clone, Debug, Default)]
pub(crate) struct SigningPaths {
    /// The access key's id.
    pub(crate) key_id: Vec<String>,
    /// The time of signing.
    pub(crate) timestamp: Vec<String>,
    /// The signature.
    pub(crate) signature: Vec<String>,
}

/// A key of the configuration that matches nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unmatched {
    /// The option.
    pub(crate) option: &'static str,
    /// The key.
    pub(crate) key: String,
    /// The nearest name that exists.
    pub(crate) suggestion: Option<String>,
}

impl Unmatched {
    /// A key that none of the `known` names equals.
    pub(crate) fn new(option: &'static str, key: &str, known: &[String]) -> Self {
        let suggestion = suggest::nearest(key, known.iter().map(String::as_str));
        Self { option, key: key.to_owned(), suggestion: suggestion.map(str::to_owned) }
    }
}
