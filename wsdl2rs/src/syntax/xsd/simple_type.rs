//! `xs:simpleType` (XSD 1.0 Part 1, section 3.14.2).

use super::{Common, Derivations, Facet, FacetKind, Place};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::syntax::context::Context;
use crate::syntax::family::{display, is_schema};
use crate::syntax::reader::{Node, Reader};
use crate::vocabulary::{QName, terms};

/// `xs:simpleType`.
#[derive(Debug)]
pub(crate) struct SimpleType {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// `name`, expanded; none for an anonymous type.
    pub(crate) name: Option<Spanned<QName>>,
    /// `final`; the schema's default where it is absent.
    pub(crate) final_: Option<Derivations>,
    /// How it is derived.
    pub(crate) variety: SimpleVariety,
}

/// The three derivations of a simple type.
#[derive(Debug)]
pub(crate) enum SimpleVariety {
    /// `xs:restriction`.
    Restriction {
        /// `base` or an anonymous type.
        base: SimpleTypeUse,
        /// The facets in order.
        facets: Vec<Facet>,
    },
    /// `xs:list`.
    List {
        /// `itemType` or an anonymous type.
        item: SimpleTypeUse,
    },
    /// `xs:union`.
    Union {
        /// `memberTypes`, then the anonymous types.
        members: Vec<SimpleTypeUse>,
    },
}

/// A simple type by name or in place.
#[derive(Debug)]
pub(crate) enum SimpleTypeUse {
    /// By name.
    Named(Spanned<QName>),
    /// In place.
    Anonymous(Box<SimpleType>),
}

impl SimpleType {
    /// Reads a simple type.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>, place: Place) -> Option<Self> {
        cx.count_type();
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let (name, final_) = match place {
            Place::Local => (Some(None), None),
            Place::Global => {
                let allowed = [terms::RESTRICTION, terms::LIST, terms::UNION];
                let final_ = Derivations::read(&mut reader, cx, terms::FINAL, &allowed);
                (reader.name(cx, terms::NAME).map(Some), final_)
            }
        };
        let mut variety = None;
        let mut derivations = 0;
        for child in children {
            match child.tag_name().name() {
                terms::RESTRICTION | terms::LIST | terms::UNION if is_schema(child) => {
                    derivations += 1;
                    variety = SimpleVariety::read(child, cx);
                }
                _ => reader.unexpected(cx, child),
            }
        }
        if derivations != 1 {
            let message = "a simple type has no derivation, or several";
            let label = "it needs one restriction, list or union";
            let finding = Diagnostic::new(Code::InvalidSimpleType, common.span, message);
            cx.report(finding.because(label));
        }
        reader.finish(cx);
        let name = name?.map(|name| Spanned::new(cx.own_name(&name.value), name.span));
        Some(Self { common, name, final_, variety: variety? })
    }
}

impl SimpleVariety {
    fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let mut content = Content { types: Vec::new(), facets: Vec::new() };
        let is_restriction = node.tag_name().name() == terms::RESTRICTION;
        for child in children {
            content.read(&reader, child, is_restriction, cx);
        }
        let variety = match node.tag_name().name() {
            terms::RESTRICTION => {
                let base = reader.qname(cx, terms::BASE);
                let Content { types, facets } = content;
                let base = one_type(node, common.span, base, types, terms::BASE, cx);
                base.map(|base| Self::Restriction { base, facets })
            }
            terms::LIST => {
                let item = reader.qname(cx, terms::ITEM_TYPE);
                let item = one_type(node, common.span, item, content.types, terms::ITEM_TYPE, cx);
                item.map(|item| Self::List { item })
            }
            _ => Some(Self::Union { members: union_members(&mut reader, content.types, cx) }),
        };
        reader.finish(cx);
        variety
    }
}

/// What a derivation contains.
struct Content {
    types: Vec<SimpleType>,
    facets: Vec<Facet>,
}

impl Content {
    fn read(
        &mut self,
        reader: &Reader<'_>,
        child: Node<'_>,
        has_facets: bool,
        cx: &mut Context<'_>,
    ) {
        let kind = FacetKind::of(child).filter(|_| has_facets);
        if let Some(kind) = kind {
            self.facets.extend(Facet::read(child, kind, cx));
        } else if is_schema(child) && child.tag_name().name() == terms::SIMPLE_TYPE {
            self.types.extend(SimpleType::read(child, cx, Place::Local));
        } else {
            reader.unexpected(cx, child);
        }
    }
}

/// The one type that a restriction or list is of, by attribute or in place.
fn one_type(
    node: Node<'_>,
    span: Span,
    named: Option<Spanned<QName>>,
    mut anonymous: Vec<SimpleType>,
    attribute: &str,
    cx: &mut Context<'_>,
) -> Option<SimpleTypeUse> {
    let has_attribute = node.has_attribute(attribute);
    if usize::from(has_attribute) + anonymous.len() != 1 {
        let message = format!("{} is not of one type", display(node));
        let label = format!("it needs either `{attribute}` or one `xs:simpleType`");
        cx.report(Diagnostic::new(Code::InvalidSimpleType, span, message).because(label));
    }
    match named {
        Some(name) => Some(SimpleTypeUse::Named(name)),
        None => anonymous.pop().map(|ty| SimpleTypeUse::Anonymous(Box::new(ty))),
    }
}

/// The members of a union: those that it names, then those that it contains.
fn union_members(
    reader: &mut Reader<'_>,
    anonymous: Vec<SimpleType>,
    cx: &mut Context<'_>,
) -> Vec<SimpleTypeUse> {
    let named = reader.qnames(cx, terms::MEMBER_TYPES).into_iter().map(SimpleTypeUse::Named);
    let mut members: Vec<SimpleTypeUse> = named.collect();
    members.extend(anonymous.into_iter().map(|ty| SimpleTypeUse::Anonymous(Box::new(ty))));
    if members.is_empty() {
        let finding =
            Diagnostic::new(Code::InvalidSimpleType, reader.span(), "a union has no member");
        cx.report(finding.because("it needs `memberTypes` or an `xs:simpleType`"));
    }
    members
}
