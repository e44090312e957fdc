//! Where the references of a message stand, and what they may lead to.

use std::collections::HashMap;
use std::ops::Range;

use super::scopes::{OUTERMOST, ScopeId, Scopes};
use crate::xml::{self, Name, ReadError, ReadOptions, Reader};

/// What a message has, as byte offsets into it.
pub(super) struct Survey<'a> {
    /// The references, in document order.
    pub(super) references: Vec<Reference<'a>>,
    /// The elements with an `id`: none where two have the same.
    pub(super) targets: HashMap<String, Option<Element>>,
    /// The children of the body.
    pub(super) body: Range<usize>,
    /// The child of the body that is the message: the first that is not independent.
    pub(super) root: Range<usize>,
    /// The namespace declarations.
    pub(super) scopes: Scopes<'a>,
}

/// An element that refers to another.
pub(super) struct Reference<'a> {
    /// The element.
    pub(super) element: Element,
    /// Its qualified name.
    pub(super) name: &'a str,
    /// The value of `href`.
    pub(super) href: String,
    /// The value of `position`, where it is an item of an array.
    pub(super) position: Option<&'a str>,
}

/// An element of the message.
#[derive(Clone, Copy)]
pub(super) struct Element {
    /// Where its start tag begins.
    pub(super) start: usize,
    /// Where its name ends.
    pub(super) name_end: usize,
    /// Where its content begins.
    pub(super) content: usize,
    /// Where its content ends.
    pub(super) close: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// The scope that it stands in.
    pub(super) outer: ScopeId,
    /// Its own scope.
    pub(super) scope: ScopeId,
}

/// Surveys a message; none where the document is no envelope with a body.
///
/// # Errors
/// When it is not well-formed or over a limit.
pub(super) fn survey<'a>(
    text: &'a str,
    options: &ReadOptions,
) -> Result<Option<Survey<'a>>, ReadError> {
    let options = ReadOptions::default().with_limits(*options.limits());
    let mut surveyor = Surveyor {
        text,
        reader: Reader::new(text, &[], &options),
        open: Vec::new(),
        survey: Survey {
            references: Vec::new(),
            targets: HashMap::new(),
            body: 0..0,
            root: 0..0,
            scopes: Scopes::new(),
        },
        chosen: false,
    };
    if surveyor.reader.root()? != Name::new(xml::SOAP_11, "Envelope") {
        return Ok(None);
    }
    surveyor.enter();
    surveyor.rest()?;
    Ok(surveyor.chosen.then_some(surveyor.survey))
}

struct Surveyor<'a> {
    text: &'a str,
    reader: Reader<'a>,
    open: Vec<Open<'a>>,
    survey: Survey<'a>,
    /// Whether a child of the body has been found to be the message.
    chosen: bool,
}

struct Open<'a> {
    element: Element,
    is_body: bool,
    /// Whether the body's child is not the message.
    is_independent: bool,
    has_children: bool,
    id: Option<String>,
    reference: Option<(String, Option<&'a str>)>,
}

/// The depth of the children of the body.
const PARTS: usize = 3;

impl<'a> Surveyor<'a> {
    fn rest(&mut self) -> Result<(), ReadError> {
        let mut text = String::new();
        while !self.open.is_empty() {
            text.clear();
            let before = self.reader.offset();
            match self.reader.next_mixed_child(&mut text)? {
                Some(_) => self.enter(),
                None => self.leave(before, &text),
            }
        }
        Ok(())
    }

    /// Notes the element whose start tag was read last.
    fn enter(&mut self) {
        let outer = self.open.last().map_or(OUTERMOST, |open| open.element.scope);
        let scope = self.survey.scopes.add(outer, self.reader.own_declarations());
        let (start, name_end) = self.reader.tag_name();
        let content = self.reader.offset();
        let element =
            Element { start, name_end, content, close: content, end: content, outer, scope };
        let mut open = Open {
            element,
            is_body: self.reader.depth() == PARTS - 1
                && self.reader.name() == Name::new(xml::SOAP_11, "Body"),
            is_independent: false,
            has_children: false,
            id: None,
            reference: None,
        };
        let (mut href, mut position) = (None, None);
        for index in 0..self.reader.attribute_count() {
            let Some(attribute) = self.reader.attribute(index) else { continue };
            match (attribute.name().namespace, attribute.name().local) {
                (xml::NO_NAMESPACE, "id") => open.id = Some(attribute.value().into_owned()),
                (xml::NO_NAMESPACE, "href") => href = Some(attribute.value().into_owned()),
                (xml::SOAP_ENCODING, "position") => position = Some(attribute.raw()),
                (xml::SOAP_ENCODING, "root") => {
                    open.is_independent = matches!(attribute.value().trim(), "0" | "false");
                }
                _ => {}
            }
        }
        open.reference = href.map(|href| (href, position));
        if let Some(parent) = self.open.last_mut() {
            parent.has_children = true;
        }
        self.open.push(open);
    }

    /// Notes the end of the innermost element, before which `text` stood from `before` on.
    fn leave(&mut self, before: usize, text: &str) {
        let Some(open) = self.open.pop() else { return };
        let mut element = open.element;
        element.end = self.reader.offset();
        let close = self.text[before..element.end].rfind("</");
        element.close = close.map_or(element.content, |at| before + at);
        let is_part = self.open.last().is_some_and(|parent| parent.is_body);
        if is_part {
            self.part(&element, open.is_independent);
        }
        let in_body = self.open.iter().any(|outer| outer.is_body);
        if let (Some((href, position)), true) = (open.reference, in_body)
            && !open.has_children
            && text.trim().is_empty()
        {
            let name = &self.text[element.start + 1..element.name_end];
            self.survey.references.push(Reference { element, name, href, position });
        }
        if let Some(id) = open.id.filter(|_| in_body) {
            let known = self.survey.targets.entry(id);
            known.and_modify(|target| *target = None).or_insert(Some(element));
        }
    }

    /// A child of the body.
    fn part(&mut self, element: &Element, is_independent: bool) {
        let range = element.start..element.end;
        if self.survey.body.end == 0 {
            self.survey.body = range.clone();
        }
        self.survey.body.end = range.end;
        if !is_independent && !self.chosen {
            self.chosen = true;
            self.survey.root = range;
        }
    }
}
