//! The rules explained at length, for `wsdl2rs explain CODE`.
//!
//! The pages are Markdown for people to read as they are; a heading `# CODE` begins a rule.

use super::Code;

/// One page for each family of rules.
const PAGES: [&str; 6] = [
    include_str!("explain/config.md"),
    include_str!("explain/documents.md"),
    include_str!("explain/schema.md"),
    include_str!("explain/datatypes.md"),
    include_str!("explain/wsdl.md"),
    include_str!("explain/rust.md"),
];

/// The explanation of a rule, in Markdown without its heading.
pub(crate) fn explanation(code: Code) -> Option<&'static str> {
    let mut sections = PAGES.iter().flat_map(|page| sections(page));
    sections.find(|(id, _)| *id == code.id()).map(|(_, text)| text)
}

/// A report of each rule, after a heading of its own. Written by the tests of diagnostics.
const EXAMPLES: &str = include_str!("explain/examples.txt");

/// A document that breaks a rule, as it is reported.
pub(crate) fn example(code: Code) -> Option<&'static str> {
    sections(EXAMPLES).find(|(id, _)| *id == code.id()).map(|(_, text)| text)
}

/// The sections of a page: the heading's text, and what follows it.
fn sections(page: &str) -> impl Iterator<Item = (&str, &str)> {
    let starts = page.strip_prefix("# ").into_iter();
    let bodies = starts.flat_map(|page| page.split("\n# "));
    bodies.map(|section| match section.split_once('\n') {
        Some((id, text)) => (id.trim(), text.trim()),
        None => (section.trim(), ""),
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_rule_is_explained_once_and_nothing_else_is() {
        let ids = PAGES.iter().flat_map(|page| sections(page)).map(|(id, _)| id);
        let explained: Vec<&str> = ids.collect();
        let unique: BTreeSet<&str> = explained.iter().copied().collect();
        let rules: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
        let missing: Vec<_> = rules.difference(&unique).collect();
        let stale: Vec<_> = unique.difference(&rules).collect();
        assert!(missing.is_empty() && stale.is_empty(), "missing: {missing:?}, stale: {stale:?}");
        assert_eq!(explained.len(), unique.len(), "a rule is explained twice");
        let short = |code: &&Code| explanation(**code).is_none_or(|text| text.len() < 60);
        let short: Vec<_> = Code::ALL.iter().filter(short).collect();
        assert!(short.is_empty(), "explained in too few words: {short:?}");
    }

    #[test]
    fn every_rule_has_a_name_of_its_own() {
        let ids: BTreeSet<&str> = Code::ALL.iter().map(|code| code.id()).collect();
        assert_eq!(ids.len(), Code::ALL.len());
    }
}
