//! `xs:element` (XSD 1.0 Part 1, section 3.3.2).

use super::{
    Common, ComplexType, Derivations, Form, IdentityConstraint, Occurs, Place, SimpleType,
    ValueConstraint,
};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Spanned;
use crate::syntax::context::Context;
use crate::syntax::family::is_schema;
use crate::syntax::reader::{Node, Reader};
use crate::vocabulary::{Namespace, QName, terms};

/// `xs:element`, global or local.
#[derive(Debug)]
pub(crate) struct Element {
    /// Place, documentation, foreign attributes.
    pub(crate) common: Common,
    /// `name` or `ref`.
    pub(crate) named: ElementName,
    /// `minOccurs`, `maxOccurs`; (1, 1) for a global element.
    pub(crate) occurs: Occurs,
    /// `type`, an anonymous type, or neither.
    pub(crate) ty: TypeUse,
    /// `substitutionGroup`.
    pub(crate) substitution_group: Option<Spanned<QName>>,
    /// `default` or `fixed`.
    pub(crate) value: Option<ValueConstraint>,
    /// `nillable`.
    pub(crate) nillable: Option<Spanned<bool>>,
    /// `abstract`.
    pub(crate) is_abstract: bool,
    /// `block`; the schema's default where it is absent.
    pub(crate) block: Option<Derivations>,
    /// `final`; the schema's default where it is absent.
    pub(crate) final_: Option<Derivations>,
    /// `xs:key`, `xs:keyref`, `xs:unique`.
    pub(crate) identity: Vec<IdentityConstraint>,
}

/// How a particle names its element.
#[derive(Debug)]
pub(crate) enum ElementName {
    /// `name`, expanded by the target namespace and `form`.
    Declared(Spanned<QName>),
    /// `ref`.
    Ref(Spanned<QName>),
}

impl ElementName {
    /// The name of a declaration; none for a reference.
    pub(crate) fn declared(&self) -> Option<&Spanned<QName>> {
        match self {
            Self::Declared(name) => Some(name),
            Self::Ref(_) => None,
        }
    }
}

/// The type of an element or attribute.
#[derive(Debug)]
pub(crate) enum TypeUse {
    /// `type`.
    Named(Spanned<QName>),
    /// An anonymous `xs:complexType`.
    Complex(Box<ComplexType>),
    /// An anonymous `xs:simpleType`.
    Simple(Box<SimpleType>),
    /// Nothing: the substitution group's head's type, else anyType (or anySimpleType).
    Absent,
}

/// The methods that `block` of an element can name.
const BLOCK: [&str; 3] = [terms::EXTENSION, terms::RESTRICTION, "substitution"];
/// The methods that `final` of an element can name.
const FINAL: [&str; 2] = [terms::EXTENSION, terms::RESTRICTION];

impl Element {
    /// Reads an element declaration or reference.
    pub(super) fn read(node: Node<'_>, cx: &mut Context<'_>, place: Place) -> Option<Self> {
        let mut reader = Reader::new(node, cx);
        let (common, children) = Common::read(&mut reader, cx);
        let occurs = match place {
            Place::Global => Occurs::ONCE,
            Place::Local => Occurs::read(&mut reader, cx),
        };
        let is_reference = place == Place::Local && node.has_attribute(terms::REF);
        if is_reference {
            return Self::read_reference(reader, common, children, occurs, cx);
        }
        let named = declared(&mut reader, cx, place);
        let ty = TypeUse::named(&mut reader, cx);
        let (ty, identity) = content(&reader, children, ty, cx);
        let value = ValueConstraint::read(&mut reader, cx, Code::InvalidElement);
        let nillable = reader.boolean(cx, terms::NILLABLE);
        let block = Derivations::read(&mut reader, cx, terms::BLOCK, &BLOCK);
        let mut element = Self {
            common,
            named: named?,
            occurs,
            ty,
            substitution_group: None,
            value,
            nillable,
            is_abstract: false,
            block,
            final_: None,
            identity,
        };
        if place == Place::Global {
            element.substitution_group = reader.qname(cx, terms::SUBSTITUTION_GROUP);
            element.is_abstract =
                reader.boolean(cx, terms::ABSTRACT).is_some_and(|value| value.value);
            element.final_ = Derivations::read(&mut reader, cx, terms::FINAL, &FINAL);
        }
        reader.finish(cx);
        Some(element)
    }

    /// Reads the rest of a reference, which has no properties of its own but how often it occurs.
    fn read_reference(
        mut reader: Reader<'_>,
        common: Common,
        children: Vec<Node<'_>>,
        occurs: Occurs,
        cx: &mut Context<'_>,
    ) -> Option<Self> {
        let name = reader.required_qname(cx, terms::REF);
        super::refuse_name(&mut reader, cx, Code::InvalidElement);
        for child in children {
            reader.unexpected(cx, child);
        }
        reader.finish(cx);
        Some(Self {
            common,
            named: ElementName::Ref(name?),
            occurs,
            ty: TypeUse::Absent,
            substitution_group: None,
            value: None,
            nillable: None,
            is_abstract: false,
            block: None,
            final_: None,
            identity: Vec::new(),
        })
    }
}

/// Reads `name` and `form`.
fn declared(reader: &mut Reader<'_>, cx: &mut Context<'_>, place: Place) -> Option<ElementName> {
    let form = match place {
        Place::Global => Form::Qualified,
        Place::Local => Form::read(reader, cx, terms::FORM).unwrap_or(cx.scope.element_form),
    };
    let name = reader.name(cx, terms::NAME)?;
    let namespace = match form {
        Form::Qualified => cx.scope.target.clone(),
        Form::Unqualified => Namespace::none(),
    };
    Some(ElementName::Declared(Spanned::new(QName::new(namespace, &name.value), name.span)))
}

impl TypeUse {
    /// Takes `type`.
    pub(super) fn named(reader: &mut Reader<'_>, cx: &mut Context<'_>) -> Self {
        reader.qname(cx, terms::TYPE).map_or(Self::Absent, Self::Named)
    }
}

/// Reads the anonymous type and the identity constraints of a declaration.
fn content(
    reader: &Reader<'_>,
    children: Vec<Node<'_>>,
    named: TypeUse,
    cx: &mut Context<'_>,
) -> (TypeUse, Vec<IdentityConstraint>) {
    let mut ty = named;
    let mut has_type = reader.node().has_attribute(terms::TYPE);
    let mut identity = Vec::new();
    for child in children {
        if let Some(kind) = IdentityConstraint::kind(child) {
            identity.extend(IdentityConstraint::read(child, kind, cx));
            continue;
        }
        let name = child.tag_name().name();
        let is_type = matches!(name, terms::COMPLEX_TYPE | terms::SIMPLE_TYPE) && is_schema(child);
        if !is_type {
            reader.unexpected(cx, child);
            continue;
        }
        if std::mem::replace(&mut has_type, true) {
            let span = cx.start_tag(child);
            let finding = Diagnostic::new(Code::InvalidElement, span, "an element has two types");
            cx.report(finding.because("the second").label(reader.span(), "the element"));
            continue;
        }
        if !identity.is_empty() {
            reader.unexpected(cx, child);
        }
        ty = if name == terms::COMPLEX_TYPE {
            let complex = ComplexType::read(child, cx, Place::Local);
            complex.map_or(TypeUse::Absent, |ty| TypeUse::Complex(Box::new(ty)))
        } else {
            let simple = SimpleType::read(child, cx, Place::Local);
            simple.map_or(TypeUse::Absent, |ty| TypeUse::Simple(Box::new(ty)))
        };
    }
    (ty, identity)
}
