//! `xs:attribute`, `xs:attributeGroup` and the attributes of a type (XSD 1.0 Part 1, sections 3.2.2,
//! 3.4.2 and 3.6.2).

use super::{Common, ElementName, Form, Place, SimpleType, TypeUse, ValueConstraint, Wildcard};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Spanned;
use crate::syntax::context::Context;
use crate::syntax::family::is_schema;
use crate::syntax::reader::{Node, Reader};
use crate::vocabulary::{Namespace, QName, namespaces, terms};

/// `xs:attribute`, global or local.
#[derive(Debug)]
pub(crate) struct Attribute {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// `name` (expanded by the target namespace and `form`) or `ref`.
    pub(crate) named: ElementName,
    /// `type`, an anonymous simple type, or neither. Never `TypeUse::Complex`.
    pub(crate) ty: TypeUse,
    /// `use`.
    pub(crate) usage: AttributeUsage,
    /// `default` or `fixed`.
    pub(crate) value: Option<ValueConstraint>,
}

/// `use` of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AttributeUsage {
    /// It may be absent.
    Optional,
    /// It must be there.
    Required,
    /// It must not be there.
    Prohibited,
}

/// Attribute declarations, references and the wildcard of a type or attribute group.
#[derive(Debug, Default)]
pub(crate) struct Attributes {
    /// `xs:attribute`.
    pub(crate) attributes: Vec<Attribute>,
    /// `xs:attributeGroup/@ref`.
    pub(crate) groups: Vec<Spanned<QName>>,
    /// `xs:anyAttribute`.
    pub(crate) wildcard: Option<Wildcard>,
}

/// `xs:attributeGroup` with a name.
#[derive(Debug)]
pub(crate) struct AttributeGroup {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// `name`, expanded.
    pub(crate) name: Spanned<QName>,
    /// Its attributes.
    pub(crate) attributes: Attributes,
}

impl Attribute {
    /// Reads an attribute declaration or reference.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>, place: Place) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let reference = match place {
            Place::Local => reader.take(cx, terms::REF).is_some(),
            Place::Global => false,
        };
        let named = if reference {
            super::refuse_name(&mut reader, cx, Code::InvalidAttribute);
            reader.required_qname(cx, terms::REF).map(ElementName::Ref)
        } else {
            declared(&mut reader, cx, place)
        };
        let usage = match place {
            Place::Local => usage(&mut reader, cx),
            Place::Global => AttributeUsage::Optional,
        };
        let value = ValueConstraint::read(&mut reader, cx, Code::InvalidAttribute);
        let ty = if reference { TypeUse::Absent } else { TypeUse::named(&mut reader, cx) };
        let ty = anonymous_type(&reader, children, ty, cx);
        reader.finish(cx);
        let named = named?;
        check_value(cx, &common, usage, value.as_ref());
        Some(Self { common, named, ty, usage, value })
    }
}

/// Reads `name` and `form`.
fn declared(reader: &mut Reader<'_>, cx: &mut Context<'_>, place: Place) -> Option<ElementName> {
    let form = match place {
        Place::Global => Form::Qualified,
        Place::Local => Form::read(reader, cx, terms::FORM).unwrap_or(cx.scope.attribute_form),
    };
    let name = reader.name(cx, terms::NAME)?;
    let namespace = match form {
        Form::Qualified => cx.scope.target.clone(),
        Form::Unqualified => Namespace::none(),
    };
    if name.value == "xmlns" || namespace.as_str() == namespaces::XSI {
        let message = format!("an attribute cannot be named `{}` here", name.value);
        let finding = Diagnostic::new(Code::InvalidAttribute, name.span, message);
        let finding = finding.because("XML and XML Schema keep the name for themselves");
        cx.report(finding.help("give the attribute another name"));
    }
    Some(ElementName::Declared(Spanned::new(QName::new(namespace, &name.value), name.span)))
}

fn usage(reader: &mut Reader<'_>, cx: &mut Context<'_>) -> AttributeUsage {
    let expected = "`optional`, `required` or `prohibited`";
    let usage = reader.parse(cx, terms::USE, expected, |value| match value {
        "optional" => Some(AttributeUsage::Optional),
        "required" => Some(AttributeUsage::Required),
        "prohibited" => Some(AttributeUsage::Prohibited),
        _ => None,
    });
    usage.map_or(AttributeUsage::Optional, |usage| usage.value)
}

/// Reads the anonymous type of an attribute that does not name one.
fn anonymous_type(
    reader: &Reader<'_>,
    children: Vec<Node<'_>>,
    named: TypeUse,
    cx: &mut Context<'_>,
) -> TypeUse {
    let mut ty = named;
    for child in children {
        if !is_schema(child) || child.tag_name().name() != terms::SIMPLE_TYPE {
            reader.unexpected(cx, child);
        } else if matches!(ty, TypeUse::Absent) && !reader.node().has_attribute(terms::REF) {
            let simple = SimpleType::read(child, cx, Place::Local);
            ty = simple.map_or(TypeUse::Absent, |simple| TypeUse::Simple(Box::new(simple)));
        } else {
            let span = cx.start_tag(child);
            let message = "an attribute has two types";
            cx.report(Diagnostic::new(Code::InvalidAttribute, span, message).because("the second"));
        }
    }
    ty
}

/// An attribute with a default is optional (XSD 1.0 Part 1, section 3.2.3, clause 2).
fn check_value(
    cx: &mut Context<'_>,
    common: &Common,
    usage: AttributeUsage,
    value: Option<&ValueConstraint>,
) {
    let label = match usage {
        AttributeUsage::Optional => return,
        AttributeUsage::Required => "the attribute must be there",
        AttributeUsage::Prohibited => "the attribute must not be there",
    };
    if let Some(ValueConstraint::Default(value)) = value {
        let message = "an attribute that is not optional has a default";
        let finding = Diagnostic::new(Code::InvalidAttribute, value.span, message)
            .because("it never applies")
            .label(common.span, label)
            .help("remove `default`, or make the attribute optional");
        cx.report(finding);
    }
}

impl Attributes {
    /// Reads a child of a type or attribute group; whether it is one of theirs.
    pub(super) fn read_child(&mut self, node: Node<'_>, cx: &mut Context<'_>) -> bool {
        if !is_schema(node) {
            return false;
        }
        match node.tag_name().name() {
            terms::ATTRIBUTE => self.attributes.extend(Attribute::read(node, cx, Place::Local)),
            terms::ATTRIBUTE_GROUP => self.groups.extend(group_reference(node, cx)),
            terms::ANY_ATTRIBUTE if self.wildcard.is_none() => {
                self.wildcard = Some(Wildcard::read_any_attribute(node, cx));
            }
            _ => return false,
        }
        true
    }
}

/// Reads `ref` of an attribute group.
fn group_reference(node: Node<'_>, cx: &mut Context<'_>) -> Option<Spanned<QName>> {
    let mut reader = Reader::new(node, cx);
    let (_, children) = Common::read(&mut reader, cx);
    let name = reader.required_qname(cx, terms::REF);
    for child in children {
        reader.unexpected(cx, child);
    }
    reader.finish(cx);
    name
}

impl AttributeGroup {
    /// Reads the definition of an attribute group.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let name = reader.name(cx, terms::NAME);
        let mut attributes = Attributes::default();
        for child in children {
            if !attributes.read_child(child, cx) {
                reader.unexpected(cx, child);
            }
        }
        reader.finish(cx);
        let name = name?;
        let name = Spanned::new(cx.own_name(&name.value), name.span);
        Some(Self { common, name, attributes })
    }
}
