//! Puts what is referred to in the place of what refers to it.
//!
//! Of the referring element the name stays, and its place in an array; attributes and content are
//! those of the other, with the namespace declarations that hold where that stands.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::scopes::ScopeId;
use super::survey::{Element, Reference, Survey};
use crate::encoding::STYLE;
use crate::xml::{ErrorKind, Limits, Place, ReadError, place_of, push_attribute_text};

/// The message as one tree.
///
/// # Errors
/// As [`resolve`](super::resolve).
pub(super) fn splice(
    text: &str,
    survey: &Survey<'_>,
    limits: &Limits,
) -> Result<String, ReadError> {
    let mut splicer = Splicer {
        text,
        survey,
        limits,
        out: String::with_capacity(text.len()),
        work: 0,
        active: HashSet::new(),
        open: Vec::new(),
        declarations: HashMap::new(),
        prefix: String::new(),
    };
    splicer.out.push_str(&text[..survey.body.start]);
    splicer.root()?;
    splicer.out.push_str(&text[survey.body.end..]);
    Ok(splicer.out)
}

struct Splicer<'s, 'a> {
    text: &'a str,
    survey: &'s Survey<'a>,
    limits: &'s Limits,
    out: String,
    /// What was done that shows in no output.
    work: usize,
    /// Where the targets start whose content is being written.
    active: HashSet<usize>,
    open: Vec<Open>,
    /// The declarations that a target needs in a scope, by its start and the scope.
    declarations: HashMap<(usize, ScopeId), Rc<str>>,
    /// A prefix that the message does not have, once it is needed.
    prefix: String,
}

/// What is being copied.
struct Open {
    /// From here on.
    at: usize,
    /// Up to here.
    end: usize,
    /// The index of the next reference.
    next: usize,
    /// The end tag.
    close: String,
    /// The targets that are active for it.
    targets: Vec<usize>,
}

impl<'s, 'a> Splicer<'s, 'a> {
    fn root(&mut self) -> Result<(), ReadError> {
        let survey = self.survey;
        self.open(survey.root.start, survey.root.end, String::new(), Vec::new());
        while let Some(open) = self.open.last_mut() {
            let reference = survey.references.get(open.next);
            match reference.filter(|reference| reference.element.start < open.end) {
                Some(reference) => {
                    self.out.push_str(&self.text[open.at..reference.element.start]);
                    open.at = reference.element.end;
                    open.next += 1;
                    self.check(reference)?;
                    self.follow(reference)?;
                }
                None => {
                    self.out.push_str(&self.text[open.at..open.end]);
                    self.close();
                }
            }
        }
        Ok(())
    }

    fn open(&mut self, at: usize, end: usize, close: String, targets: Vec<usize>) {
        let next = self.survey.references.partition_point(|other| other.element.start < at);
        self.open.push(Open { at, end, next, close, targets });
    }

    fn close(&mut self) {
        let Some(open) = self.open.pop() else { return };
        self.out.push_str(&open.close);
        for target in open.targets {
            self.active.remove(&target);
        }
    }

    /// Writes the target of a reference in its place, up to its content.
    fn follow(&mut self, reference: &Reference<'_>) -> Result<(), ReadError> {
        let mut targets = Vec::new();
        let mut target = self.target(reference, reference, &mut targets)?;
        // What is referred to may itself refer to another.
        while let Some(next) = self.reference_at(target.start) {
            if targets.len() > self.limits.depth {
                return Err(self.over("depth", self.limits.depth, reference));
            }
            target = self.target(next, reference, &mut targets)?;
        }
        if self.open.len() > self.limits.depth {
            return Err(self.over("depth", self.limits.depth, reference));
        }
        let declarations = self.declarations(&target, reference.element.outer);
        let (name, own) = self.name(reference, &target);
        self.out.push('<');
        self.out.push_str(&name);
        self.out.push_str(&own);
        self.out.push_str(&declarations);
        let tag = self.text[target.name_end..target.content].trim_end_matches('>');
        self.out.push_str(tag.trim_end_matches('/').trim_end());
        if let Some(position) = reference.position {
            let prefix = self.prefix();
            let attribute = format!(" xmlns:{prefix}=\"{STYLE}\" {prefix}:position=\"{position}\"");
            self.out.push_str(&attribute);
        }
        self.out.push('>');
        self.open(target.content, target.close, format!("</{name}>"), targets);
        self.check(reference)
    }

    /// The element that a reference leads to, which becomes active.
    fn target(
        &mut self,
        reference: &Reference<'_>,
        first: &Reference<'_>,
        targets: &mut Vec<usize>,
    ) -> Result<Element, ReadError> {
        let found = match reference.href.strip_prefix('#') {
            None => Err("leads out of the message"),
            Some(id) => match self.survey.targets.get(id) {
                Some(Some(target)) if self.active.insert(target.start) => Ok(*target),
                Some(Some(_)) => Err("leads back to itself"),
                Some(None) => Err("leads to several elements"),
                None => Err("leads to no element"),
            },
        };
        match found {
            Ok(target) => {
                targets.push(target.start);
                Ok(target)
            }
            Err(detail) => {
                let kind = ErrorKind::Reference { href: reference.href.clone(), detail };
                Err(ReadError::new(kind, self.place(first)))
            }
        }
    }

    /// The reference that starts here.
    fn reference_at(&self, start: usize) -> Option<&'s Reference<'a>> {
        let survey: &'s Survey<'a> = self.survey;
        let references = &survey.references;
        let index = references.binary_search_by_key(&start, |other| other.element.start).ok()?;
        references.get(index)
    }

    /// The declarations that a target needs in another scope, beyond those that it has itself.
    fn declarations(&mut self, target: &Element, scope: ScopeId) -> Rc<str> {
        if target.outer == scope {
            return Rc::from("");
        }
        if let Some(known) = self.declarations.get(&(target.start, scope)) {
            return known.clone();
        }
        let scopes = &self.survey.scopes;
        let (missing, count) = scopes.missing(target.outer, scope);
        self.work += count;
        let mut text = String::new();
        for (prefix, uri) in missing {
            if !scopes.declares(target.scope, target.outer, prefix) {
                declare(&mut text, prefix, uri);
            }
        }
        let text: Rc<str> = text.into();
        self.declarations.insert((target.start, scope), text.clone());
        text
    }

    /// The name of a referring element among the declarations of its target, with a declaration
    /// where it takes one. An element in no namespace, in a place with a default namespace, is in
    /// that: tolerant reading looks at local names.
    fn name(&mut self, reference: &Reference<'_>, target: &Element) -> (String, String) {
        let scopes = &self.survey.scopes;
        let (prefix, local) = reference.name.split_once(':').unwrap_or(("", reference.name));
        let uri = scopes.find(reference.element.scope, prefix).unwrap_or_default();
        let mut declaration = String::new();
        match scopes.find(target.scope, prefix) {
            Some(found) if found == uri => {}
            None => {
                if scopes.find(reference.element.outer, prefix) != Some(uri) {
                    declare(&mut declaration, prefix, uri);
                }
            }
            Some(_) if uri.is_empty() => {}
            Some(_) => {
                let uri = uri.to_owned();
                let prefix = format!("{}-name", self.prefix());
                declare(&mut declaration, &prefix, &uri);
                return (format!("{prefix}:{local}"), declaration);
            }
        }
        (reference.name.to_owned(), declaration)
    }

    /// A prefix that the message does not have.
    fn prefix(&mut self) -> &str {
        if self.prefix.is_empty() {
            // Longer than any word of the message that begins like it.
            self.prefix.push_str("ref");
            let mut longest = 0;
            for (at, found) in self.text.match_indices("refx") {
                let rest = &self.text.as_bytes()[at + found.len() - 1..];
                longest = longest.max(rest.iter().take_while(|byte| **byte == b'x').count());
            }
            self.prefix.extend(std::iter::repeat_n('x', longest + 1));
        }
        &self.prefix
    }

    /// Whether the tree is still within the limit.
    fn check(&self, reference: &Reference<'_>) -> Result<(), ReadError> {
        if self.out.len() + self.work > self.limits.decoded_body {
            return Err(self.over("decoded_body", self.limits.decoded_body, reference));
        }
        Ok(())
    }

    #[cold]
    fn over(&self, limit: &'static str, value: usize, reference: &Reference<'_>) -> ReadError {
        ReadError::new(ErrorKind::Limit { limit, value }, self.place(reference))
    }

    #[cold]
    fn place(&self, reference: &Reference<'_>) -> Place {
        place_of(self.text, reference.element.start)
    }
}

/// Appends a namespace declaration.
fn declare(out: &mut String, prefix: &str, uri: &str) {
    out.push_str(" xmlns");
    if !prefix.is_empty() {
        out.push(':');
        out.push_str(prefix);
    }
    out.push_str("=\"");
    push_attribute_text(out, uri);
    out.push('"');
}
