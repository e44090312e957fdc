//! The W3C XML Schema test suite, as its catalogue lists it: groups of one schema and the instances
//! that are judged by it.

mod batch;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

pub use batch::judge;

/// A test of the suite.
#[derive(Clone, Debug)]
pub struct Test {
    /// Its name in the group.
    pub name: String,
    /// Its documents, relative to the folder of the suite.
    pub documents: Vec<String>,
    /// Whether the suite calls them valid.
    pub valid: bool,
}

/// A schema, and instances of it.
#[derive(Clone, Debug)]
pub struct Group {
    /// Names of test set and group, with a slash between.
    pub name: String,
    /// The schema.
    pub schema: Test,
    /// The instances.
    pub instances: Vec<Test>,
}

/// Reads the catalogue: rows of test set, set, group, kind, test, documents, what is expected.
/// Groups without a schema, and tests that the suite itself does not decide, are left out.
///
/// # Errors
/// When it cannot be read.
pub fn groups(catalogue: &Path) -> io::Result<Vec<Group>> {
    let text = fs::read_to_string(catalogue)?;
    let mut schemas: BTreeMap<String, Test> = BTreeMap::new();
    let mut instances: BTreeMap<String, Vec<Test>> = BTreeMap::new();
    for row in text.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let [set, _, group, kind, name, documents, expected, ..] = columns[..] else { continue };
        if !matches!(expected, "valid" | "invalid") {
            continue;
        }
        let test = Test {
            name: name.to_owned(),
            documents: documents.split(' ').map(str::to_owned).collect(),
            valid: expected == "valid",
        };
        let group = format!("{set}/{group}");
        if kind == "schema" {
            schemas.insert(group, test);
        } else {
            instances.entry(group).or_default().push(test);
        }
    }
    let whole = schemas.into_iter().map(|(name, schema)| {
        let instances = instances.remove(&name).unwrap_or_default();
        Group { name, schema, instances }
    });
    Ok(whole.collect())
}

/// So many groups, chosen by their names and the seed alone, in an order of their own.
#[must_use]
pub fn sample(mut groups: Vec<Group>, count: usize, seed: u64) -> Vec<Group> {
    groups.sort_by_cached_key(|group| (hash(seed, &group.name), group.name.clone()));
    groups.truncate(count);
    groups
}

/// FNV-1a, which is the same on every machine; folded, since names that end alike differ in its low
/// bits only.
fn hash(seed: u64, text: &str) -> u64 {
    const PRIME: u64 = 0x0100_0000_01b3;
    let bytes = seed.to_le_bytes();
    let hash = bytes
        .iter()
        .chain(text.as_bytes())
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME));
    (hash ^ (hash >> 32)).wrapping_mul(PRIME << 23 | 1)
}
