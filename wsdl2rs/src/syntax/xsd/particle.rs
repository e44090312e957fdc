//! Content models: `xs:sequence`, `xs:choice`, `xs:all` and `xs:group` (XSD 1.0 Part 1, sections
//! 3.7.2 to 3.9.2).

use super::{Common, Element, Occurs, Place, Wildcard};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::syntax::context::Context;
use crate::syntax::family::{display, is_schema};
use crate::syntax::reader::{Node, Reader};
use crate::vocabulary::{QName, terms};

/// A particle of a content model.
#[derive(Debug)]
pub(crate) enum Particle {
    /// `xs:element`.
    Element(Box<Element>),
    /// `xs:sequence`, `xs:choice` or `xs:all`.
    Compositor(Compositor),
    /// `xs:group/@ref`.
    GroupRef {
        /// The start tag.
        span: Span,
        /// `ref`.
        name: Spanned<QName>,
        /// `minOccurs`, `maxOccurs`.
        occurs: Occurs,
    },
    /// `xs:any`.
    Any {
        /// The wildcard.
        wildcard: Wildcard,
        /// `minOccurs`, `maxOccurs`.
        occurs: Occurs,
    },
}

/// `xs:sequence`, `xs:choice` or `xs:all`.
#[derive(Debug)]
pub(crate) struct Compositor {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// Which of the three.
    pub(crate) kind: CompositorKind,
    /// `minOccurs`, `maxOccurs`.
    pub(crate) occurs: Occurs,
    /// The members in order.
    pub(crate) particles: Vec<Particle>,
}

/// The kinds of compositor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CompositorKind {
    /// `xs:sequence`.
    Sequence,
    /// `xs:choice`.
    Choice,
    /// `xs:all`.
    All,
}

/// `xs:group` with a name.
#[derive(Debug)]
pub(crate) struct Group {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// Its compositor.
    pub(crate) compositor: Option<Compositor>,
}

/// Where a compositor stands, which decides whether it may be `xs:all` and how often it may occur.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Within {
    /// The content of a complex type.
    Type,
    /// The definition of a group, which occurs once.
    Definition,
    /// Another compositor.
    Compositor,
}

impl Particle {
    /// Whether an element can be the whole content model of a type.
    pub(super) fn is_model(node: Node<'_>) -> bool {
        let name = node.tag_name().name();
        is_schema(node) && (CompositorKind::of(name).is_some() || name == terms::GROUP)
    }

    /// Reads a compositor or a reference to a group.
    pub(super) fn read_model(node: Node<'_>, cx: &mut Context<'_>, within: Within) -> Option<Self> {
        match CompositorKind::of(node.tag_name().name()) {
            Some(kind) => Some(Self::Compositor(Compositor::read(node, kind, cx, within))),
            None => Self::read_group_reference(node, cx),
        }
    }

    fn read_group_reference(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let occurs = Occurs::read(&mut reader, cx);
        let name = reader.required_qname(cx, terms::REF);
        for child in children {
            reader.unexpected(cx, child);
        }
        reader.finish(cx);
        Some(Self::GroupRef { span: common.span, name: name?, occurs })
    }

    /// Reads a member of a compositor.
    fn read_member(
        parent: &Reader<'_>,
        kind: CompositorKind,
        node: Node<'_>,
        cx: &mut Context<'_>,
    ) -> Option<Self> {
        let is_all = kind == CompositorKind::All;
        match node.tag_name().name() {
            terms::ELEMENT if is_schema(node) => {
                let element = Element::read(node, cx, Place::Local)?;
                if is_all && element.occurs.max.is_none_or(|max| max > 1) {
                    let what = "an element that occurs more than once";
                    not_in_all(cx, Code::RepeatedInAll, element.common.span, what);
                }
                Some(Self::Element(Box::new(element)))
            }
            terms::ANY if is_schema(node) && !is_all => {
                let (wildcard, occurs) = Wildcard::read_any(node, cx);
                Some(Self::Any { wildcard, occurs })
            }
            _ if Self::is_model(node) && !is_all => Self::read_model(node, cx, Within::Compositor),
            _ if Self::is_model(node) || (is_all && node.tag_name().name() == terms::ANY) => {
                let span = cx.start_tag(node);
                not_in_all(cx, Code::InvalidAll, span, &display(node));
                None
            }
            _ => {
                parent.unexpected(cx, node);
                None
            }
        }
    }
}

fn not_in_all(cx: &mut Context<'_>, code: Code, span: Span, what: &str) {
    let message = format!("`xs:all` contains {what}");
    let label = "XML Schema 1.0 allows elements that occur at most once";
    cx.report(Diagnostic::new(code, span, message).because(label));
}

impl CompositorKind {
    /// The compositor of this name.
    fn of(name: &str) -> Option<Self> {
        match name {
            terms::SEQUENCE => Some(Self::Sequence),
            terms::CHOICE => Some(Self::Choice),
            terms::ALL => Some(Self::All),
            _ => None,
        }
    }
}

impl Compositor {
    /// Reads a compositor.
    fn read(node: Node<'_>, kind: CompositorKind, cx: &mut Context<'_>, within: Within) -> Self {
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let occurs = match within {
            // A group occurs as often as its references say; `finish` reports the attributes.
            Within::Definition => Occurs::ONCE,
            Within::Type | Within::Compositor => Occurs::read(&mut reader, cx),
        };
        if kind == CompositorKind::All {
            check_all(cx, common.span, occurs, within);
        }
        let particles = children
            .into_iter()
            .filter_map(|child| Particle::read_member(&reader, kind, child, cx))
            .collect();
        reader.finish(cx);
        Self { common, kind, occurs, particles }
    }
}

/// `xs:all` is a whole content model and occurs at most once (XSD 1.0 Part 1, section 3.8.6).
fn check_all(cx: &mut Context<'_>, span: Span, occurs: Occurs, within: Within) {
    let problem = if within == Within::Compositor {
        "`xs:all` stands in another compositor"
    } else if occurs.max.is_none_or(|max| max > 1) {
        "`xs:all` occurs more than once"
    } else {
        return;
    };
    let label = "XML Schema 1.0 allows it as a whole content model, once";
    cx.report(Diagnostic::new(Code::InvalidAll, span, problem).because(label));
}

impl Group {
    /// Reads the definition of a group.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let name = reader.name(cx, terms::NAME);
        let mut compositor = None;
        for child in children {
            let kind = CompositorKind::of(child.tag_name().name()).filter(|_| is_schema(child));
            match kind {
                Some(kind) if compositor.is_none() => {
                    compositor = Some(Compositor::read(child, kind, cx, Within::Definition));
                }
                _ => reader.unexpected(cx, child),
            }
        }
        reader.finish(cx);
        let name = name?;
        let name = Spanned::new(cx.own_name(&name.value), name.span);
        Some(Self { common, name, compositor })
    }
}
