//! The namespace declarations that hold at each place of a message (Namespaces in XML 1.0,
//! section 6.1), so that an element can be moved from one place to another.

/// The place of a scope in [`Scopes`].
pub(super) type ScopeId = usize;

/// The scope outside of the root element.
pub(super) const OUTERMOST: ScopeId = 0;

/// All scopes of a message: an element without declarations has that of its parent.
pub(super) struct Scopes<'a> {
    scopes: Vec<Scope<'a>>,
}

struct Scope<'a> {
    parent: ScopeId,
    declarations: Vec<(&'a str, String)>,
    /// How many declarations it has, those of the outer ones included.
    size: usize,
}

impl<'a> Scopes<'a> {
    /// The outermost scope alone.
    pub(super) fn new() -> Self {
        Self { scopes: vec![Scope { parent: OUTERMOST, declarations: Vec::new(), size: 1 }] }
    }

    /// The scope of an element with these declarations of its own.
    pub(super) fn add(&mut self, parent: ScopeId, declarations: Vec<(&'a str, String)>) -> ScopeId {
        if declarations.is_empty() {
            return parent;
        }
        let size = self.scopes[parent].size + declarations.len();
        self.scopes.push(Scope { parent, declarations, size });
        self.scopes.len() - 1
    }

    /// The namespace of a prefix; empty for the default one where there is none.
    pub(super) fn find(&self, scope: ScopeId, prefix: &str) -> Option<&str> {
        let mut at = scope;
        loop {
            let found = self.scopes[at].declarations.iter().find(|(known, _)| *known == prefix);
            if let Some((_, uri)) = found {
                return Some(uri);
            }
            if at == OUTERMOST {
                return prefix.is_empty().then_some("");
            }
            at = self.scopes[at].parent;
        }
    }

    /// Whether an element with the scope `inner` in the scope `outer` declares `prefix` itself.
    pub(super) fn declares(&self, inner: ScopeId, outer: ScopeId, prefix: &str) -> bool {
        inner != outer && self.scopes[inner].declarations.iter().any(|(known, _)| *known == prefix)
    }

    /// The declarations that hold in `from` and have another meaning in `to`, or none; and how many
    /// were looked at for it.
    pub(super) fn missing(&self, from: ScopeId, to: ScopeId) -> (Vec<(&'a str, &str)>, usize) {
        let (mut missing, mut seen) = (Vec::new(), std::collections::HashSet::new());
        let mut at = from;
        while at != OUTERMOST && at != to {
            for (prefix, uri) in &self.scopes[at].declarations {
                if seen.insert(*prefix) && self.find(to, prefix) != Some(uri) {
                    missing.push((*prefix, uri.as_str()));
                }
            }
            at = self.scopes[at].parent;
        }
        if at != to && seen.insert("") && self.find(to, "") != Some("") {
            missing.push(("", ""));
        }
        (missing, seen.len() * self.scopes[to].size)
    }
}
