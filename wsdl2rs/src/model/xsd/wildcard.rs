//! The algebra of namespace constraints (XSD 1.0 Part 1, section 3.10.6): which namespaces a
//! wildcard allows, and the union, intersection and inclusion of two of them.

use crate::syntax::xsd::NamespaceConstraint;
use crate::vocabulary::Namespace;

use NamespaceConstraint::{Any, Not, OneOf};

impl NamespaceConstraint {
    /// Whether a name in `namespace` is allowed (`cvc-wildcard-namespace`).
    pub(crate) fn allows(&self, namespace: &Namespace) -> bool {
        match self {
            Any => true,
            Not(excluded) => !namespace.is_none() && namespace != excluded,
            OneOf(allowed) => allowed.contains(namespace),
        }
    }

    /// Whether it allows nothing that `other` does not allow (`cos-ns-subset`).
    pub(crate) fn is_subset_of(&self, other: &Self) -> bool {
        match (self, other) {
            (_, Any) => true,
            (OneOf(namespaces), _) => namespaces.iter().all(|namespace| other.allows(namespace)),
            (Not(excluded), Not(others)) => excluded == others || others.is_none(),
            (Any, Not(_) | OneOf(_)) | (Not(_), OneOf(_)) => false,
        }
    }

    /// What both allow (`cos-aw-intersect`); none where that cannot be written as a constraint.
    pub(crate) fn intersection(&self, other: &Self) -> Option<Self> {
        Some(match (self, other) {
            (Any, wildcard) | (wildcard, Any) => wildcard.clone(),
            (OneOf(namespaces), wildcard) | (wildcard, OneOf(namespaces)) => {
                let allowed = namespaces.iter().filter(|namespace| wildcard.allows(namespace));
                OneOf(allowed.cloned().collect())
            }
            (Not(left), Not(right)) if left == right || right.is_none() => Not(left.clone()),
            (Not(left), Not(right)) if left.is_none() => Not(right.clone()),
            (Not(_), Not(_)) => return None,
        })
    }

    /// What at least one allows (`cos-aw-union`); none where that cannot be written as a constraint.
    pub(crate) fn union(&self, other: &Self) -> Option<Self> {
        Some(match (self, other) {
            (Any, _) | (_, Any) => Any,
            (OneOf(left), OneOf(right)) => {
                let mut namespaces = left.clone();
                namespaces.extend(right.iter().filter(|other| !left.contains(other)).cloned());
                OneOf(namespaces)
            }
            (Not(left), Not(right)) if left == right => Not(left.clone()),
            (Not(_), Not(_)) => Not(Namespace::none()),
            (Not(excluded), OneOf(set)) | (OneOf(set), Not(excluded)) => {
                return negation_with(excluded, set);
            }
        })
    }

    /// Whether some namespace is allowed by both.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        match (self, other) {
            (OneOf(namespaces), wildcard) | (wildcard, OneOf(namespaces)) => {
                namespaces.iter().any(|namespace| wildcard.allows(namespace))
            }
            (Any | Not(_), Any | Not(_)) => true,
        }
    }
}

/// The union of a negation and a set (`cos-aw-union`, clauses 5 and 6).
fn negation_with(excluded: &Namespace, set: &[Namespace]) -> Option<NamespaceConstraint> {
    let has_none = set.iter().any(Namespace::is_none);
    match (set.contains(excluded), has_none) {
        (true, true) => Some(Any),
        (true, false) => Some(Not(Namespace::none())),
        (false, true) => None,
        (false, false) => Some(Not(excluded.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `*` any, `!a` not a, `a|b` one of; `.` stands for no namespace.
    fn parse(text: &str) -> NamespaceConstraint {
        let namespace = |name: &str| Namespace::new(if name == "." { "" } else { name });
        match text.strip_prefix('!') {
            _ if text == "*" => Any,
            Some(excluded) => Not(namespace(excluded)),
            None => OneOf(text.split('|').filter(|name| !name.is_empty()).map(namespace).collect()),
        }
    }

    #[test]
    fn unions_and_intersections_follow_the_table_of_the_specification() {
        let rows = [
            // left, right, intersection, union
            ("*", "a", Some("a"), Some("*")),
            ("*", "!a", Some("!a"), Some("*")),
            ("!a", "!a", Some("!a"), Some("!a")),
            ("!a", "!b", None, Some("!.")),
            ("!a", "!.", Some("!a"), Some("!.")),
            ("!.", "!a", Some("!a"), Some("!.")),
            ("!a", "a|.", Some(""), Some("*")),
            ("!a", "a|b", Some("b"), Some("!.")),
            ("!a", "b|.", Some("b"), None),
            ("!a", "b|c", Some("b|c"), Some("!a")),
            ("a|b", "b|c", Some("b"), Some("a|b|c")),
            ("!.", ".", Some(""), Some("*")),
            ("!.", "a", Some("a"), Some("!.")),
        ];
        for (left, right, intersection, union) in rows {
            let (left_side, right_side) = (parse(left), parse(right));
            assert_eq!(
                left_side.intersection(&right_side),
                intersection.map(parse),
                "{left} and {right}"
            );
            assert_eq!(left_side.union(&right_side), union.map(parse), "{left} or {right}");
        }
    }

    #[test]
    fn inclusion_and_overlap() {
        let rows = [
            ("a", "*", true, true),
            ("*", "a", false, true),
            ("a", "!b", true, true),
            ("a", "!a", false, false),
            (".", "!a", false, false),
            ("!a", "!.", true, true),
            ("!.", "!a", false, true),
            ("!a", "a|b", false, true),
            ("a", "b", false, false),
            ("", "b", true, false),
        ];
        for (left, right, subset, overlaps) in rows {
            assert_eq!(parse(left).is_subset_of(&parse(right)), subset, "{left} in {right}");
            assert_eq!(parse(left).overlaps(&parse(right)), overlaps, "{left} with {right}");
        }
    }
}
