//! `xs:complexContent` and `xs:simpleContent` (XSD 1.0 Part 1, section 3.4.2).

use super::particle::Within;
use super::{Attributes, Common, Facet, FacetKind, Particle, Place, SimpleType};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::syntax::context::Context;
use crate::syntax::family::{display, is_schema};
use crate::syntax::reader::{Node, Reader};
use crate::vocabulary::{QName, terms};

/// The three forms of a complex type's content.
#[derive(Debug)]
pub(crate) enum ComplexContent {
    /// A particle and attributes, without derivation: restriction of anyType.
    Plain {
        /// The particle.
        particle: Option<Particle>,
        /// The attributes.
        attributes: Attributes,
    },
    /// `xs:complexContent`.
    Complex {
        /// The start tag.
        span: Span,
        /// `mixed`; the type's own where it is absent.
        mixed: Option<bool>,
        /// `xs:extension` or `xs:restriction`.
        method: Method,
        /// `base`.
        base: Spanned<QName>,
        /// The particle.
        particle: Option<Particle>,
        /// The attributes.
        attributes: Attributes,
    },
    /// `xs:simpleContent`.
    Simple {
        /// The start tag.
        span: Span,
        /// `xs:extension` or `xs:restriction`.
        method: Method,
        /// `base`.
        base: Spanned<QName>,
        /// The anonymous simple type of a restriction.
        simple_type: Option<Box<SimpleType>>,
        /// The facets of a restriction.
        facets: Vec<Facet>,
        /// The attributes.
        attributes: Attributes,
    },
}

/// How a type is derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    /// By extension.
    Extension,
    /// By restriction.
    Restriction,
}

impl ComplexContent {
    /// Reads `xs:complexContent` or `xs:simpleContent`.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let is_simple = node.tag_name().name() == terms::SIMPLE_CONTENT;
        let mixed = match is_simple {
            true => None,
            false => reader.boolean(cx, terms::MIXED).map(|mixed| mixed.value),
        };
        let mut derivation = None;
        let mut derivations = 0;
        for child in children {
            let method = match child.tag_name().name() {
                terms::EXTENSION if is_schema(child) => Method::Extension,
                terms::RESTRICTION if is_schema(child) => Method::Restriction,
                _ => {
                    reader.unexpected(cx, child);
                    continue;
                }
            };
            derivations += 1;
            derivation = Derivation::read(child, method, is_simple, cx);
        }
        if derivations != 1 {
            let message = format!("{} has no derivation, or several", display(node));
            let label = "it needs one extension or restriction";
            let finding = Diagnostic::new(Code::InvalidComplexType, common.span, message);
            cx.report(finding.because(label));
        }
        reader.finish(cx);
        let Derivation { method, base, body } = derivation?;
        let Body { particle, attributes, simple_type, facets, .. } = body;
        let span = common.span;
        Some(if is_simple {
            Self::Simple { span, method, base, simple_type, facets, attributes }
        } else {
            Self::Complex { span, mixed, method, base, particle, attributes }
        })
    }
}

/// `xs:extension` or `xs:restriction` of a complex type.
struct Derivation {
    method: Method,
    base: Spanned<QName>,
    body: Body,
}

impl Derivation {
    fn read(node: Node<'_>, method: Method, is_simple: bool, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let (_, children) = Common::read(&mut reader, cx);
        let base = reader.required_qname(cx, terms::BASE);
        let mut body = Body { allows: Allows::of(method, is_simple), ..Body::default() };
        for child in children {
            body.read_child(&reader, child, cx);
        }
        reader.finish(cx);
        Some(Self { method, base: base?, body })
    }
}

/// What may precede the attributes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Allows {
    /// A content model.
    #[default]
    Model,
    /// A simple type and facets.
    Facets,
    /// Nothing.
    Nothing,
}

impl Allows {
    fn of(method: Method, is_simple: bool) -> Self {
        match (is_simple, method) {
            (false, _) => Self::Model,
            (true, Method::Restriction) => Self::Facets,
            (true, Method::Extension) => Self::Nothing,
        }
    }
}

/// What a type or a derivation contains: a content model or facets, then attributes.
#[derive(Debug, Default)]
pub(super) struct Body {
    allows: Allows,
    pub(super) particle: Option<Particle>,
    pub(super) attributes: Attributes,
    simple_type: Option<Box<SimpleType>>,
    facets: Vec<Facet>,
    /// Whether an attribute was met, which everything else precedes.
    has_attributes: bool,
}

impl Body {
    /// Reads a child.
    pub(super) fn read_child(
        &mut self,
        reader: &Reader<'_>,
        child: Node<'_>,
        cx: &mut Context<'_>,
    ) {
        if self.attributes.read_child(child, cx) {
            self.has_attributes = true;
            return;
        }
        let is_known = match self.allows {
            Allows::Model => self.read_model(child, cx),
            Allows::Facets => self.read_facet(child, cx),
            Allows::Nothing => false,
        };
        if !is_known || self.has_attributes {
            reader.unexpected(cx, child);
        }
    }

    fn read_model(&mut self, child: Node<'_>, cx: &mut Context<'_>) -> bool {
        let is_model = Particle::is_model(child) && self.particle.is_none();
        if is_model {
            self.particle = Particle::read_model(child, cx, Within::Type);
        }
        is_model
    }

    fn read_facet(&mut self, child: Node<'_>, cx: &mut Context<'_>) -> bool {
        if let Some(kind) = FacetKind::of(child) {
            self.facets.extend(Facet::read(child, kind, cx));
            return true;
        }
        let is_type = is_schema(child) && child.tag_name().name() == terms::SIMPLE_TYPE;
        if is_type && self.simple_type.is_none() {
            self.simple_type = SimpleType::read(child, cx, Place::Local).map(Box::new);
            return true;
        }
        false
    }
}
