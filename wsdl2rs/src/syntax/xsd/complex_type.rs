//! `xs:complexType` (XSD 1.0 Part 1, section 3.4.2).

use super::content::Body;
use super::{Common, ComplexContent, Derivations, Place};
use crate::source::Spanned;
use crate::syntax::context::Context;
use crate::syntax::family::is_schema;
use crate::syntax::reader::{Node, Reader};
use crate::vocabulary::{QName, terms};

/// `xs:complexType`.
#[derive(Debug)]
pub(crate) struct ComplexType {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// `name`, expanded; none for an anonymous type.
    pub(crate) name: Option<Spanned<QName>>,
    /// `abstract`.
    pub(crate) is_abstract: bool,
    /// `mixed`.
    pub(crate) mixed: bool,
    /// `block`; the schema's default where it is absent.
    pub(crate) block: Option<Derivations>,
    /// `final`; the schema's default where it is absent.
    pub(crate) final_: Option<Derivations>,
    /// What it contains.
    pub(crate) content: ComplexContent,
}

/// The methods that `block` and `final` of a complex type can name.
const METHODS: [&str; 2] = [terms::EXTENSION, terms::RESTRICTION];

impl ComplexType {
    /// Reads a complex type.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>, place: Place) -> Option<Self> {
        cx.count_type();
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let mixed = reader.boolean(cx, terms::MIXED).is_some_and(|mixed| mixed.value);
        let mut name = None;
        let mut is_abstract = false;
        let mut block = None;
        let mut final_ = None;
        if place == Place::Global {
            name = reader.name(cx, terms::NAME);
            is_abstract = reader.boolean(cx, terms::ABSTRACT).is_some_and(|value| value.value);
            block = Derivations::read(&mut reader, cx, terms::BLOCK, &METHODS);
            final_ = Derivations::read(&mut reader, cx, terms::FINAL, &METHODS);
        }
        let content = read_content(&reader, children, cx);
        reader.finish(cx);
        if place == Place::Global && name.is_none() {
            return None;
        }
        let name = name.map(|name| Spanned::new(cx.own_name(&name.value), name.span));
        Some(Self { common, name, is_abstract, mixed, block, final_, content: content? })
    }
}

/// Reads one of the three forms of content.
fn read_content(
    reader: &Reader<'_>,
    children: Vec<Node<'_>>,
    cx: &mut Context<'_>,
) -> Option<ComplexContent> {
    let is_derived = |node: &Node<'_>| {
        let name = node.tag_name().name();
        is_schema(*node) && matches!(name, terms::COMPLEX_CONTENT | terms::SIMPLE_CONTENT)
    };
    let Some(position) = children.iter().position(is_derived) else {
        let mut body = Body::default();
        for child in children {
            body.read_child(reader, child, cx);
        }
        let Body { particle, attributes, .. } = body;
        return Some(ComplexContent::Plain { particle, attributes });
    };
    for (index, child) in children.iter().enumerate() {
        if index != position {
            reader.unexpected(cx, *child);
        }
    }
    ComplexContent::read(children[position], cx)
}
