//! Which prefix stands for which namespace at the current place, and the numbers of namespaces
//! (Namespaces in XML 1.0, sections 2 to 6).
//!
//! Invariant: every operation takes logarithmic time in the number of declarations, whatever the
//! document, save moving at most `Limits::namespaces_in_scope` two-byte entries.

use std::borrow::Cow;

use super::namespace::{FIRST_GENERATED, NO_NAMESPACE, XML};

/// The namespaces with fixed numbers, by number.
pub(crate) const FIXED: [&str; 9] = [
    "",
    "http://www.w3.org/XML/1998/namespace",
    "http://www.w3.org/2001/XMLSchema-instance",
    "http://schemas.xmlsoap.org/soap/envelope/",
    "http://www.w3.org/2003/05/soap-envelope",
    "http://www.w3.org/2005/08/addressing",
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd",
    "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd",
    "http://schemas.xmlsoap.org/soap/encoding/",
];

/// Up to so many bindings are searched one by one.
const FEW: usize = 16;

/// A prefix and the number of the namespace it is bound to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Binding<'a> {
    pub(crate) prefix: &'a str,
    key: u64,
    namespace: u16,
}

impl<'a> Binding<'a> {
    fn new(prefix: &'a str, namespace: u16) -> Self {
        let bytes = prefix.as_bytes();
        Self { prefix, key: key(bytes, 0, bytes.len()), namespace }
    }

    /// The number of the namespace.
    pub(crate) fn namespace(&self) -> u16 {
        self.namespace
    }
}

/// The key of all prefixes longer than eight bytes.
const LONG: u64 = u64::MAX;

/// The prefix of `length` bytes at `start` as one number, so that most prefixes are compared at
/// once: its bytes, least significant first. What is shorter than eight has its length as the most
/// significant byte, where eight (`SOAP-ENV`) have a character of a name, which is more.
#[inline(always)]
fn key(bytes: &[u8], start: usize, length: usize) -> u64 {
    if length > 8 {
        return LONG;
    }
    let word = match bytes.get(start..).and_then(|rest| rest.first_chunk()) {
        Some(eight) => u64::from_le_bytes(*eight),
        None => last_word(bytes, start),
    };
    if length == 8 { word } else { (word & ((1 << (8 * length)) - 1)) | ((length as u64) << 56) }
}

/// The fewer than eight bytes from `start` on, as the least significant ones.
#[cold]
fn last_word(bytes: &[u8], start: usize) -> u64 {
    let rest = bytes.get(start..).unwrap_or_default();
    rest.iter().rev().fold(0, |word, &byte| (word << 8) | u64::from(byte))
}

/// The bindings in scope, innermost last, and the namespaces of the document.
#[derive(Debug)]
pub(crate) struct Scope<'a> {
    bindings: Vec<Binding<'a>>,
    /// Bindings of the open elements; those beyond are out of scope and not yet removed.
    in_scope: usize,
    /// Bindings that hold in the start tag read last, open or not any more.
    at_tag: usize,
    /// Positions in `bindings` ordered by prefix, then position; empty while there are few.
    ordered: Vec<u16>,
    generated: &'static [&'static str],
    foreign: Vec<Cow<'a, str>>,
    /// Positions in `foreign` ordered by URI.
    foreign_ordered: Vec<u16>,
}

impl<'a> Scope<'a> {
    pub(crate) fn new(generated: &'static [&'static str]) -> Self {
        let mut bindings = Vec::with_capacity(FEW);
        bindings.push(Binding::new("xml", XML));
        bindings.push(Binding::new("", NO_NAMESPACE));
        Self {
            bindings,
            in_scope: 2,
            at_tag: 2,
            ordered: Vec::new(),
            generated,
            foreign: Vec::new(),
            foreign_ordered: Vec::new(),
        }
    }

    /// The namespace of the prefix of `length` bytes at `start`, where the next start tag stands.
    #[inline(always)]
    pub(crate) fn resolve_at(&self, input: &'a str, start: usize, length: usize) -> Option<u16> {
        let key = key(input.as_bytes(), start, length);
        if self.in_scope > FEW || key == LONG {
            return self.resolve(input.get(start..start + length)?);
        }
        let bindings = self.bindings.get(..self.in_scope)?;
        bindings.iter().rev().find(|binding| binding.key == key).map(|binding| binding.namespace)
    }

    /// The namespace of `prefix` where the next start tag stands.
    pub(crate) fn resolve(&self, prefix: &str) -> Option<u16> {
        self.resolve_among(prefix, self.in_scope)
    }

    /// The namespace of `prefix` in the start tag read last.
    pub(crate) fn resolve_at_tag(&self, prefix: &str) -> Option<u16> {
        self.resolve_among(prefix, self.at_tag)
    }

    /// The namespace of `prefix` by the `count` outermost bindings.
    #[inline(never)]
    pub(crate) fn resolve_among(&self, prefix: &str, count: usize) -> Option<u16> {
        if count > FEW {
            return self.resolve_ordered(prefix, count);
        }
        let bindings = self.bindings.get(..count)?;
        let binding = bindings.iter().rev().find(|binding| binding.prefix == prefix)?;
        Some(binding.namespace)
    }

    fn resolve_ordered(&self, prefix: &str, count: usize) -> Option<u16> {
        let after = self.rank(prefix, count);
        let binding = self.bindings[usize::from(*self.ordered.get(after.checked_sub(1)?)?)];
        (binding.prefix == prefix).then_some(binding.namespace)
    }

    /// How many entries of `ordered` come before a binding of `prefix` at `position`.
    fn rank(&self, prefix: &str, position: usize) -> usize {
        self.ordered.partition_point(|&at| {
            let at = usize::from(at);
            (self.bindings[at].prefix, at) < (prefix, position)
        })
    }

    /// How many bindings are in scope.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.in_scope
    }

    /// The bindings in scope, innermost last.
    pub(crate) fn bindings(&self) -> &[Binding<'a>] {
        &self.bindings[..self.in_scope]
    }

    /// Ends the start tag read: what is in scope now holds in it.
    #[inline]
    pub(crate) fn enter(&mut self) {
        self.at_tag = self.in_scope;
    }

    /// Goes back to the `count` outermost bindings, as `len` gave it.
    #[inline]
    pub(crate) fn leave(&mut self, count: usize) {
        self.in_scope = count;
    }

    /// Binds `prefix` from here on.
    pub(crate) fn declare(&mut self, prefix: &'a str, namespace: u16) {
        self.remove_stale();
        let position = self.bindings.len();
        self.bindings.push(Binding::new(prefix, namespace));
        self.in_scope = position + 1;
        if position < FEW {
            return;
        }
        if self.ordered.is_empty() {
            // `Limits::namespaces_in_scope` is held to what a `u16` can number.
            self.ordered = (0..=position as u16).collect();
            let bindings = &self.bindings;
            self.ordered.sort_by_key(|&at| (bindings[usize::from(at)].prefix, at));
        } else {
            let rank = self.rank(prefix, position);
            self.ordered.insert(rank, position as u16);
        }
    }

    fn remove_stale(&mut self) {
        while self.bindings.len() > self.in_scope {
            let position = self.bindings.len() - 1;
            if position < FEW {
                self.ordered.clear();
            } else if !self.ordered.is_empty() {
                let rank = self.rank(self.bindings[position].prefix, position);
                self.ordered.remove(rank);
            }
            self.bindings.pop();
        }
    }

    /// The number of the namespace `uri`; `None` when `limit` numbers are taken.
    pub(crate) fn number(&mut self, uri: Cow<'a, str>, limit: usize) -> Option<u16> {
        if let Some(number) = FIXED.iter().position(|known| *known == uri) {
            return Some(number as u16);
        }
        if let Some(at) = self.generated.iter().position(|known| *known == uri) {
            return Some(FIRST_GENERATED + at as u16);
        }
        let first = usize::from(FIRST_GENERATED) + self.generated.len();
        let foreign = &self.foreign;
        let found = self
            .foreign_ordered
            .binary_search_by_key(&uri.as_ref(), |&at| foreign[usize::from(at)].as_ref());
        match found {
            Ok(rank) => Some((first + usize::from(self.foreign_ordered[rank])) as u16),
            Err(_) if foreign.len() >= limit => None,
            Err(rank) => {
                let at = self.foreign.len();
                let number = u16::try_from(first + at).ok()?;
                self.foreign.push(uri);
                self.foreign_ordered.insert(rank, at as u16);
                Some(number)
            }
        }
    }

    /// How many namespaces that are neither fixed nor generated have a number.
    pub(crate) fn foreign(&self) -> usize {
        self.foreign.len()
    }

    /// Takes back the numbers of all such namespaces but the first `count`. No binding in scope
    /// has one of them.
    pub(crate) fn forget_foreign(&mut self, count: usize) {
        if self.foreign.len() > count {
            self.remove_stale();
            self.foreign.truncate(count);
            self.foreign_ordered.retain(|&at| usize::from(at) < count);
        }
    }

    /// The namespaces of the generated module.
    pub(crate) fn generated(&self) -> &'static [&'static str] {
        self.generated
    }

    /// The URI of a namespace by its number; empty for no namespace and for numbers not given out.
    pub(crate) fn uri(&self, number: u16) -> &str {
        let number = usize::from(number);
        let fixed = FIXED.get(number).copied();
        let generated = || self.generated.get(number.checked_sub(FIRST_GENERATED.into())?).copied();
        let foreign = || {
            let first = usize::from(FIRST_GENERATED) + self.generated.len();
            self.foreign.get(number.checked_sub(first)?).map(Cow::as_ref)
        };
        fixed.or_else(generated).or_else(foreign).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_bindings_hide_outer_ones_until_left() {
        for outer in [0_u16, 40] {
            let prefixes: Vec<String> = (0..outer).map(|i| format!("p{i}")).collect();
            let mut scope = Scope::new(&[]);
            for (number, prefix) in (100..).zip(&prefixes) {
                scope.declare(prefix, number);
            }
            let count = scope.len();
            scope.declare("a", 1);
            let inner = scope.len();
            scope.declare("a", 2);
            assert_eq!(scope.resolve("a"), Some(2), "{outer}");
            scope.enter();
            scope.leave(inner);
            assert_eq!(scope.resolve("a"), Some(1), "{outer}");
            assert_eq!(scope.resolve_at_tag("a"), Some(2), "{outer}");
            scope.leave(count);
            assert_eq!(scope.resolve("a"), None, "{outer}");
            scope.declare("b", 3);
            assert_eq!(scope.resolve("a"), None, "{outer}");
            assert_eq!(scope.resolve("b"), Some(3), "{outer}");
            for (number, prefix) in (100..).zip(&prefixes) {
                assert_eq!(scope.resolve(prefix), Some(number), "{outer}");
            }
        }
    }

    #[test]
    fn a_namespace_has_one_number() {
        let mut scope = Scope::new(&["urn:g", "urn:h"]);
        for (uri, number) in [
            ("", Some(0)),
            ("http://www.w3.org/2001/XMLSchema-instance", Some(2)),
            ("urn:h", Some(17)),
            ("urn:z", Some(18)),
            ("urn:b", Some(19)),
            ("urn:z", Some(18)),
            ("urn:c", None),
            ("urn:b", Some(19)),
        ] {
            assert_eq!(scope.number(uri.into(), 2), number, "{uri}");
            if let Some(number) = number {
                assert_eq!(scope.uri(number), uri);
            }
        }
        assert_eq!(scope.uri(12), "");
        assert_eq!(scope.uri(60_000), "");
    }
}
